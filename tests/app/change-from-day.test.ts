import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { changeFromDay } from '../../electron/app/change-from-day.ts'
import { addDays, inForceOn } from '../../electron/domain/model/plain-date.ts'

interface Row {
  readonly id: string
  readonly amount: number
  readonly validFrom: string
  readonly validTo: string | null
}

/** Applies a change the way the commands do: close, replace or insert. */
function set(rows: readonly Row[], day: string, amount: number): readonly Row[] {
  const change = changeFromDay(rows, day)
  const kept = rows.map((row) => {
    if (change.closes.includes(row)) return { ...row, validTo: day }
    return change.replaces.includes(row) ? { ...row, amount } : row
  })
  return change.replaces.length > 0 ? kept : [...kept, { id: String(rows.length), amount, validFrom: day, validTo: change.validTo }]
}

const day = fc.integer({ min: 0, max: 40 }).map((offset) => addDays('2026-01-01', offset))

it('in whatever order amounts are entered, each holds from its day to the next entered day, and no two at once', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(day, fc.nat(20)), { minLength: 1, maxLength: 15 }), (changes) => {
      const rows = changes.reduce<readonly Row[]>((known, [on, amount]) => set(known, on, amount), [])
      const entered = new Map(changes)
      for (let offset = -1; offset <= 42; offset += 1) {
        const on = addDays('2026-01-01', offset)
        const start = [...entered.keys()].filter((from) => from <= on).toSorted().at(-1)
        expect(rows.filter((row) => inForceOn(row, on)).map((row) => row.amount)).toEqual(start === undefined ? [] : [entered.get(start)])
      }
    }),
  )
})

it('a back-dated amount runs only until the entry that was already there for a later day', () => {
  const rows = set(set([], '2026-06-01', 5), '2026-03-01', 7)
  expect(rows).toEqual([
    { id: '0', amount: 5, validFrom: '2026-06-01', validTo: null },
    { id: '1', amount: 7, validFrom: '2026-03-01', validTo: '2026-06-01' },
  ])
})

it('an entry that had an end of its own keeps it', () => {
  const ended = { id: 'a', amount: 5, validFrom: '2026-01-01', validTo: '2026-09-01' }
  expect(set([ended], '2026-03-01', 7)).toEqual([
    { id: 'a', amount: 5, validFrom: '2026-01-01', validTo: '2026-03-01' },
    { id: '1', amount: 7, validFrom: '2026-03-01', validTo: '2026-09-01' },
  ])
})
