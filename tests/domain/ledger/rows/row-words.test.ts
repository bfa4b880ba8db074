import { describe, expect, it } from 'vitest'
import { factRowsFrom } from '../../../../electron/domain/ledger/rows/fact-columns.ts'
import { FACT_TABLES, type FactRows } from '../../../../electron/domain/ledger/rows/fact-rows.ts'
import { rowsBy } from '../../../../electron/domain/ledger/rows/rows-by.ts'
import { columnTitle, isFactTable, rowName } from '../../../../electron/domain/ledger/rows/table-titles.ts'
import { isAttachment, termWord } from '../../../../electron/domain/ledger/sentences/term-word.ts'
import { exitsAt } from '../../../../electron/domain/ledger/snapshot/exits-at.ts'
import { snapshotAt } from '../../../../electron/domain/ledger/snapshot/snapshot-at.ts'
import { ADOPTED_LAW_SETTING } from '../../../../electron/domain/model/adopted-law.ts'
import { factBook, held } from '../../../kit/fact-book.ts'

/* What rows are called where damage is named, and what is read of them that nothing else asks. */

describe('行的叫法', () => {
  it('a row is named by its table and its id; an id no program made is not repeated', () => {
    expect(rowName('quota', 'a-1_B')).toBe('“核定编制”一行（编号 a-1_B）')
    for (const odd of ['甲 乙', 'a b', '', '=1+1', 'a'.repeat(65), 'ok\n<script>', '<b>ok'])
      expect(rowName('quota', odd)).toBe('“核定编制”一行（编号 异常）')
    expect(rowName('person', 'a'.repeat(64))).toContain('a'.repeat(64))
  })

  it('a column by its Chinese name, one of the catalogue by the catalogue, an unknown one by itself', () => {
    expect(['unit_id', 'education', 'nobody_knows'].map(columnTitle)).toEqual(['机构', '学历', 'nobody_knows'])
    expect(['quota', 'toString', 'kysely_migration'].map(isFactTable)).toEqual([true, false, false])
  })

  it('a book’s tables are all filled by the same function', () => {
    const rows = factRowsFrom((table) => [{ id: table }] as never)
    expect(Object.keys(rows)).toEqual(FACT_TABLES)
    expect(rows.quota).toEqual([{ id: 'quota' }])
  })
})

describe('借出、借入、挂职的叫法', () => {
  it('挂职 outside is a 借出 whose remark says so', () => {
    const words = [
      { kind: 'secondedOut', remark: null },
      { kind: 'secondedOut', remark: '挂职' },
      { kind: 'secondedIn', remark: '挂职' },
      { kind: 'attached', remark: null },
      { kind: 'substantive', remark: '挂职' },
    ] as const
    expect(words.map(termWord)).toEqual(['借出', '挂职', '借入', '挂职', '主职'])
    expect(words.map(isAttachment)).toEqual([false, true, false, true, false])
  })
})

describe('行的查找', () => {
  interface Row {
    readonly id: string
    readonly key: string | null
  }
  const ROWS: readonly Row[] = Array.from({ length: 300 }, (_, n) => ({ id: `${n}`, key: `k${n % 100}` }))
  const looking = () => {
    const asked = { keys: 0, ordered: 0 }
    const look = rowsBy<Row>(
      (row) => ((asked.keys += 1), row.key),
      (rows) => ((asked.ordered += 1), rows.toReversed()),
    )
    return { asked, look }
  }

  it('a table asked again is not grouped again, a group asked again is not ordered again', () => {
    const { asked, look } = looking()
    look(ROWS)('k1')
    look(ROWS)('k1')
    expect(asked).toEqual({ keys: 300, ordered: 1 })
    look(ROWS)('k2')
    expect(asked).toEqual({ keys: 300, ordered: 2 })
  })

  it('the same rows in another list are looked at for what differs, and nothing is grouped', () => {
    const { asked, look } = looking()
    const group = look(ROWS)('k1')
    expect(look([...ROWS])('k1')).toBe(group)
    expect(asked).toEqual({ keys: 300, ordered: 1 })
  })

  it('of a table that a few changes have made, groups they do not touch are the very same; with many all are made anew', () => {
    const kept = (changed: number) => {
      const { look } = looking()
      const before = look(ROWS)('k99')
      const rows = ROWS.map((row) => (Number(row.id) < changed ? { ...row } : row))
      expect(look(rows)('k0').at(-1)).toBe(rows[0])
      expect(look(rows)('k99')).toEqual(before)
      return look(rows)('k99') === before
    }
    expect([kept(1), kept(64), kept(65)]).toEqual([true, true, false])
  })
})

describe('别处不问的', () => {
  const AT = { recorded_at: '2026-11-22T02:00:00.000Z' }

  it('a law the township adopted, in the order entered; other settings are none', () => {
    const facts: FactRows = {
      ...factBook({ units: [{ name: '党政办' }] }),
      setting: [
        { id: `${ADOPTED_LAW_SETTING}law-b`, value: '{"on":"2026-01-01","by":"会议"}', ...AT },
        { id: 'gate.A4', value: '"hint"', ...AT },
        { id: `other.${ADOPTED_LAW_SETTING}`, value: '{}', ...AT },
        { id: `${ADOPTED_LAW_SETTING}law-a`, value: '{}', ...AT },
      ],
    }
    expect(snapshotAt(facts, '2026-11-22').adoptedLaws).toEqual([
      { law: 'law-b', on: '2026-01-01', by: '会议' },
      { law: 'law-a' },
    ])
  })

  it('an exit of the first remembered day counts, without one there is none; 交接 is told of a holding', () => {
    const on = (effective_on: string) => factBook({ units: [], events: [{ person_id: '甲', effective_on }] })
    expect(exitsAt(on('2024-11-22'), '2026-11-22')).toHaveLength(1)
    expect(exitsAt(on('2024-11-21'), '2026-11-22')).toEqual([])
    expect(exitsAt(factBook({ units: [] }), '2026-11-22')).toEqual([])
    const handing = factBook({
      units: [{ name: '党政办' }],
      people: [{ name: '甲', holdings: [held('党政办', { overlap_allowed: 1 })] }],
    })
    expect(snapshotAt(handing, '2026-11-22').holdings[0]?.overlapAllowed).toBe(true)
  })
})
