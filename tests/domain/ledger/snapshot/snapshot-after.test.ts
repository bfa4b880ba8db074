import { describe, expect, it } from 'vitest'
import { snapshotAfter } from '../../../../electron/domain/ledger/snapshot/snapshot-after.ts'
import { snapshotAt } from '../../../../electron/domain/ledger/snapshot/snapshot-at.ts'
import type { BookSnapshot } from '../../../../electron/domain/model/book-snapshot.ts'
import { FACT_TABLES, type FactRows, type FactTable } from '../../../../electron/domain/ledger/rows/fact-rows.ts'
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

  /** The tables each part is made of. */
  const MADE_OF = {
    book: ['book'],
    localPack: ['book', 'rule_pack'],
    adoptedLaws: ['setting'],
    holidays: ['holiday_calendar'],
    units: ['unit_version', 'nameplate'],
    nameplates: ['unit_version', 'nameplate'],
    quotas: ['quota', 'leadership_quota'],
    quotaHistory: ['quota', 'leadership_quota'],
    leadershipQuotas: ['quota', 'leadership_quota'],
    posts: ['post_version'],
    rankStarts: ['person_version'],
    offQuotaHistory: ['holding'],
    notices: ['notice', 'notice_closing', 'objection'],
    objections: ['notice', 'notice_closing', 'objection'],
    exits: ['ledger_event', 'person'],
    runOffPlans: ['run_off_plan', 'absence', 'rank_quota', 'tolerance', 'off_quota_control'],
    absences: ['run_off_plan', 'absence', 'rank_quota', 'tolerance', 'off_quota_control'],
    rankQuotas: ['run_off_plan', 'absence', 'rank_quota', 'tolerance', 'off_quota_control'],
    tolerances: ['run_off_plan', 'absence', 'rank_quota', 'tolerance', 'off_quota_control'],
    offQuotaControls: ['run_off_plan', 'absence', 'rank_quota', 'tolerance', 'off_quota_control'],
    documents: ['basis_document'],
    personChanges: ['person_version'],
    ownFields: ['own_field'],
    approvals: ['entry_approval', 'over_quota_choice', 'holding'],
    arrivals: ['entry_approval', 'over_quota_choice', 'holding'],
    overQuotaChoices: ['entry_approval', 'over_quota_choice', 'holding'],
  } as const satisfies Partial<Record<keyof BookSnapshot, readonly FactTable[]>>

  /** A book in which much has happened. */
  function lived(): FactRows {
    let rows = factsOf(BASE)
    playInMemory(BASE, 11, 80, (outcome) => void (rows = later(outcome, rows)))
    return rows
  }
  const later = (outcome: Outcome, rows: FactRows) => (outcome.kind === 'done' ? factsOf(outcome.after) : rows)

  it('each part rests on its own tables: other lists of the others leave it the very same', () => {
    const before = lived()
    const old = snapshotAt(before, '2026-11-22')
    for (const [part, tables] of Object.entries(MADE_OF)) {
      const own: readonly FactTable[] = tables
      const rows = Object.fromEntries(
        FACT_TABLES.map((table) => [table, own.includes(table) ? before[table] : [...before[table]]]),
      ) as unknown as FactRows
      const made = snapshotAfter({ rows: before, snapshot: old }, rows)
      expect([part, made[part as keyof BookSnapshot] === old[part as keyof BookSnapshot]]).toEqual([part, true])
    }
  })

  it('a row more or less in any table is seen', () => {
    const whole = lived()
    const tried = FACT_TABLES.filter((table) => table !== 'book' && whole[table].length > 0)
    expect(tried.length).toBeGreaterThan(12)
    for (const table of tried)
      for (const place of [0, whole[table].length - 1]) {
        const less: FactRows = { ...whole, [table]: whole[table].toSpliced(place, 1) }
        for (const day of ['2016-01-01', '2026-11-22'])
          for (const [one, other] of [
            [whole, less],
            [less, whole],
          ] as const) {
            // A paper is there before what rests on it: the file sees to that.
            if (table === 'basis_document' && other === whole) continue
            expect([table, after(one, other, day)]).toEqual([table, snapshotAt(other, day)])
          }
      }
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
