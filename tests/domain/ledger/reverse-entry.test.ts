import { describe, expect, it } from 'vitest'
import { readActs, standingInTheWay } from '../../../electron/domain/ledger/history.ts'
import { reverseChanges, rowKey, touchedRows, type RowChange } from '../../../electron/domain/ledger/reverse-entry.ts'

const at = { recorded_at: '2026-11-22T02:00:00.000Z' }
const inserted = (table: RowChange['table'], rowId: string): RowChange => ({ table, rowId, before: null, after: { id: rowId, ...at } })
const removed = (table: RowChange['table'], rowId: string): RowChange => ({ table, rowId, before: { id: rowId, ...at }, after: null })
const changed = (rowId: string, from: number | null, to: number | null): RowChange => {
  const image = (amount: number | null) => ({ id: rowId, ...(amount === null ? {} : { amount }), ...at })
  return { table: 'quota', rowId, before: image(from), after: image(to) }
}

describe('reverseChanges', () => {
  it('takes children out before their parents and puts parents back before their children', () => {
    expect(reverseChanges([inserted('unit', 'a'), inserted('unit', 'b'), inserted('unit_version', 'v')])).toEqual([
      { op: 'remove', table: 'unit_version', ids: ['v'] },
      { op: 'remove', table: 'unit', ids: ['b', 'a'] },
    ])
    expect(reverseChanges([removed('unit_version', 'v'), removed('unit', 'a')]).map((step) => `${step.op} ${step.table}`)).toEqual(['insert unit', 'insert unit_version'])
  })

  it('sets back only the columns that differ, and empties one that was empty', () => {
    expect(reverseChanges([changed('q', null, 6)])).toEqual([{ op: 'update', table: 'quota', id: 'q', set: { amount: null } }])
    expect(reverseChanges([changed('q', 5, null)])).toEqual([{ op: 'update', table: 'quota', id: 'q', set: { amount: 5 } }])
  })

  it('walks back through every state of a row that was changed more than once', () => {
    expect(reverseChanges([changed('q', 5, 6), changed('q', 6, 7)]).flatMap((step) => (step.op === 'update' ? [step.set] : []))).toEqual([{ amount: 6 }, { amount: 5 }])
  })

  it('does 10,000 inserted rows of a table in one step, and not together with another table between them', () => {
    const many = Array.from({ length: 10_000 }, (_, number) => inserted('person', `p${number}`))
    expect(reverseChanges([...many, inserted('post', 's'), inserted('person', 'late')]).map((step) => (step.op === 'remove' ? step.ids.length : 0))).toEqual([1, 1, 10_000])
  })

  it('leaves rows in that are to be kept', () => {
    expect(reverseChanges([inserted('basis_document', 'd'), inserted('unit', 'd')], new Set([rowKey('basis_document', 'd')]))).toEqual([{ op: 'remove', table: 'unit', ids: ['d'] }])
  })
})

it('touchedRows tells what was found at first and left at last', () => {
  expect(touchedRows([changed('q', 5, 6), inserted('unit', 'u'), changed('q', 6, 7)])).toMatchObject([
    { rowId: 'q', found: { amount: 5 }, left: { amount: 7 } },
    { rowId: 'u', found: null },
  ])
})

describe('readActs', () => {
  const acts = readActs([{ seq: 5, reverses: 2 }, { seq: 6, reverses: 5 }, { seq: 8, reverses: 2 }, { seq: 7, reverses: 3 }])

  it('an act stands until it is taken back, and again when the undo is', () => {
    expect(readActs([]).of(2)).toEqual({ root: 2, tip: 2, standing: true })
    expect(readActs([{ seq: 5, reverses: 2 }]).of(2)).toEqual({ root: 2, tip: 5, standing: false })
    expect(readActs([{ seq: 6, reverses: 5 }, { seq: 5, reverses: 2 }]).of(2)).toEqual({ root: 2, tip: 6, standing: true })
    expect(acts.of(6)).toEqual({ root: 2, tip: 8, standing: false })
  })

  it('names the reversal that holds now, and the undone acts from the last', () => {
    expect([acts.reversedBy(2), acts.reversedBy(3), acts.reversedBy(4)]).toEqual([8, 7, null])
    expect(readActs([{ seq: 5, reverses: 2 }, { seq: 6, reverses: 5 }]).reversedBy(2)).toBeNull()
    expect(acts.undone.map((act) => act.root)).toEqual([2, 3])
  })
})

describe('standingInTheWay', () => {
  const touching = [3, 4, 5, 6]
  it('names what still stands, not what was itself taken back', () => {
    expect(standingInTheWay(touching, 2, readActs([{ seq: 6, reverses: 4 }]))).toEqual([3, 5])
  })
  it('names the undo of an older act, which brought its rows back', () => {
    expect(standingInTheWay([6], 2, readActs([{ seq: 6, reverses: 1 }]))).toEqual([6])
  })
  it('an entry does not stand in its own way', () => {
    expect(standingInTheWay([5, 6], 2, readActs([{ seq: 5, reverses: 2 }, { seq: 6, reverses: 5 }]))).toEqual([])
  })
})
