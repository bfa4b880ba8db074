import { describe, expect, it } from 'vitest'
import { snapshotAfter } from '../../../../electron/domain/ledger/snapshot/snapshot-after.ts'
import { snapshotAt } from '../../../../electron/domain/ledger/snapshot/snapshot-at.ts'
import type { BookSnapshot } from '../../../../electron/domain/model/book-snapshot.ts'
import type { FactRows } from '../../../../electron/domain/ledger/rows/fact-rows.ts'
import { dice } from '../../../kit/dice.ts'
import { daysTried } from '../../../kit/history-checks.ts'
import { factsOf, memoryBook } from '../../../kit/memory-book.ts'
import { playInMemory, type Outcome } from '../../../kit/play-history.ts'
import { town, type Resident } from '../people-events/town.ts'

/* A snapshot made of the one before says what one made of the rows alone says: whatever the event, whatever the day, undo and redo too. */

const PEOPLE: readonly Resident[] = [
  { name: '甲一', unit: '党政办' },
  { name: '甲二', unit: '党政办', from: '2012-01-01' },
  { name: '乙一', unit: '经发办' },
  { name: '丙一', unit: '农业中心', category: 'institution' },
  { name: '长一', unit: '领导班子', title: '乡长', leadership: 'chief' },
]
const BASE = memoryBook(town(...PEOPLE), [])
const HISTORIES = 5

type After = (before: FactRows, rows: FactRows, day: string) => BookSnapshot
const after: After = (before, rows, day) => snapshotAfter({ rows: before, snapshot: snapshotAt(before, day) }, rows)

/** Names of the parts that say something else than a snapshot made anew, over all histories; how many comparisons there were. */
function differences(made: After): { readonly parts: ReadonlySet<string>; readonly compared: number } {
  const parts = new Set<string>()
  let compared = 0
  for (let seed = 0; seed < HISTORIES; seed += 1) {
    const look = (outcome: Outcome) => {
      if (outcome.kind !== 'done') return
      const [before, rows] = [factsOf(outcome.before), factsOf(outcome.after)]
      for (const day of daysTried(rows, dice(seed), 2).slice(-4)) {
        compared += 1
        const [one, other] = [made(before, rows, day), snapshotAt(rows, day)]
        for (const part of Object.keys(other) as (keyof BookSnapshot)[])
          if (JSON.stringify(one[part]) !== JSON.stringify(other[part])) parts.add(part)
      }
    }
    playInMemory(BASE, 700 + seed, 20, look)
  }
  return { parts, compared }
}

describe('由前一份得出的快照', () => {
  it('equals the one made of the rows', () => {
    const { parts, compared } = differences(after)
    expect([...parts]).toEqual([])
    expect(compared).toBeGreaterThan(100)
  })

  it('a snapshot that is simply kept is found out, in every part an event can change', () => {
    const { parts } = differences((before, _rows, day) => snapshotAt(before, day))
    expect([...parts]).toEqual(
      expect.arrayContaining(['units', 'quotas', 'posts', 'people', 'holdings', 'changes', 'documents']),
    )
  })

  it('a part whose rows are the very same is the same part', () => {
    const before = town(...PEOPLE)
    const old = snapshotAt(before, '2026-11-22')
    const rows: FactRows = { ...before, absence: [...before.absence] }
    const made = snapshotAfter({ rows: before, snapshot: old }, rows)
    for (const part of ['units', 'quotas', 'posts', 'people', 'holdings', 'exits', 'records', 'documents'] as const)
      expect(made[part]).toBe(old[part])
  })

  it('of the holdings only those of the touched are made anew', () => {
    const before = town(...PEOPLE)
    const old = snapshotAt(before, '2026-11-22')
    const rows: FactRows = {
      ...before,
      holding: before.holding.map((row) => (row.person_id === '甲二' ? { ...row, remark: '借阅档案' } : row)),
    }
    const made = snapshotAfter({ rows: before, snapshot: old }, rows)
    expect(made.holdings.map((holding, place) => holding === old.holdings[place])).toEqual([
      true,
      false,
      true,
      true,
      true,
    ])
    expect(made.holdings[1]?.remark).toBe('借阅档案')
  })
})
