import { describe, expect, it } from 'vitest'
import { snapshotAfter } from '../../../electron/domain/ledger/snapshot/snapshot-after.ts'
import { snapshotAt } from '../../../electron/domain/ledger/snapshot/snapshot-at.ts'
import type { FactRows } from '../../../electron/domain/ledger/rows/fact-rows.ts'
import type { Figures } from '../../../electron/domain/model/figures.ts'
import { computeFigures, recomputeFigures } from '../../../electron/domain/quota/figures.ts'
import { dice } from '../../kit/dice.ts'
import { daysTried } from '../../kit/history-checks.ts'
import { factsOf, memoryBook } from '../../kit/memory-book.ts'
import { playInMemory } from '../../kit/play-history.ts'
import { town, type Resident } from '../ledger/people-events/town.ts'

/* Figures made of those before say what figures counted from nothing say, and what no change touched is the very same. */

const DAY = '2026-11-22'
const PEOPLE: readonly Resident[] = [
  { name: '甲一', unit: '党政办' },
  { name: '甲二', unit: '党政办', from: '2012-01-01' },
  { name: '乙一', unit: '经发办' },
  { name: '丙一', unit: '农业中心', category: 'institution' },
  { name: '丙二', unit: '农业中心', category: 'administrative' },
  { name: '长一', unit: '领导班子', title: '乡长', leadership: 'chief' },
]

/** Figures of the book after the change, made from those before it. */
function remade(before: FactRows, rows: FactRows, day: string): { readonly old: Figures; readonly now: Figures } {
  const snapshot = snapshotAt(before, day)
  const old = computeFigures(snapshot)
  return { old, now: recomputeFigures(snapshotAfter({ rows: before, snapshot }, rows), { snapshot, figures: old }) }
}
const counted = (rows: FactRows, day: string) => computeFigures(snapshotAt(structuredClone(rows), day))

describe('由前一份得出的数', () => {
  it('are those counted from nothing, after every act of random histories', () => {
    const base = memoryBook(town(...PEOPLE), [])
    let compared = 0
    for (let seed = 300; seed < 306; seed += 1)
      playInMemory(base, seed, 20, (outcome) => {
        if (outcome.kind !== 'done') return
        const [before, rows] = [factsOf(outcome.before), factsOf(outcome.after)]
        for (const day of daysTried(rows, dice(seed), 2).slice(-3)) {
          compared += 1
          expect(remade(before, rows, day).now).toEqual(counted(rows, day))
        }
      })
    expect(compared).toBeGreaterThan(100)
  })

  const before = town(...PEOPLE)
  const withHolding = (name: string, change: Partial<FactRows['holding'][number]>): FactRows => ({
    ...before,
    holding: before.holding.map((row) => (row.person_id === name ? { ...row, ...change } : row)),
  })
  const kept = ({ old, now }: ReturnType<typeof remade>) =>
    now.lines.filter((line) => old.lines.includes(line)).map(({ unitId }) => unitId)

  it('somebody gone: the lines of that unit are counted anew, all others, totals aside, are the very same', () => {
    const made = remade(before, withHolding('甲二', { valid_to: '2026-01-01' }), DAY)
    expect(kept(made)).toEqual(['领导班子', '经发办', '农业中心'])
    expect(made.now.lines.find(({ unitId }) => unitId === '党政办')).toMatchObject({ actual: 1, personIds: ['甲一'] })
    expect(made.now.leadership).toBe(made.old.leadership)
    expect(made.now.misplaced).toEqual(made.old.misplaced)
  })

  it('nothing that counts changed: every line and total is the very same', () => {
    const made = remade(before, withHolding('甲二', { remark: '记一笔' }), DAY)
    expect(made.now.totals).toBe(made.old.totals)
    expect(made.now.leadership).toBe(made.old.leadership)
    expect(made.now).toEqual(counted(withHolding('甲二', { remark: '记一笔' }), DAY))
  })

  it('a leader gone, or the number of leaders another: leadership is counted anew', () => {
    const gone = withHolding('长一', { valid_to: '2026-01-01' })
    expect(remade(before, gone, DAY).now.leadership).toEqual(counted(gone, DAY).leadership)
    expect(remade(gone, before, DAY).now.leadership).toEqual(counted(before, DAY).leadership)
    const more = { ...before, leadership_quota: before.leadership_quota.map((row) => ({ ...row, amount: 5 })) }
    expect(remade(before, more, DAY).now.leadership.quota).toBe(5)
  })

  it('a quota changed in a unit where nobody moved, a person who has gone over to another unit, one who is 混编 now', () => {
    const quota = {
      ...before,
      quota: before.quota.map((row) => (row.unit_id === '经发办' ? { ...row, amount: 9 } : row)),
    }
    expect(kept(remade(before, quota, DAY))).toEqual(['领导班子', '党政办', '农业中心'])
    expect(remade(before, quota, DAY).now).toEqual(counted(quota, DAY))
    const over = withHolding('乙一', { post_id: 'p-甲二' })
    expect(remade(before, over, DAY).now).toEqual(counted(over, DAY))
    for (const category of ['institution', 'worker'] as const) {
      const other = withHolding('甲一', { category })
      expect(remade(before, other, DAY).now).toEqual(counted(other, DAY))
      expect(remade(other, before, DAY).now).toEqual(counted(before, DAY))
    }
  })

  it('what bounds the lines is another list: all is counted from nothing', () => {
    const tolerant: FactRows = {
      ...before,
      tolerance: [
        {
          id: '容',
          unit_id: '党政办',
          category: 'administrative',
          amount: 2,
          percent: null,
          document_id: 'plan',
          valid_from: '2020-01-01',
          valid_to: null,
          recorded_at: '2026-11-22T02:00:00.000Z',
        },
      ],
    }
    expect(remade(before, tolerant, DAY).now).toEqual(counted(tolerant, DAY))
    expect(remade(tolerant, before, DAY).now).toEqual(counted(before, DAY))
  })
})
