import { describe, expect, it } from 'vitest'
import { readActs, standingInTheWay } from '../../../electron/domain/ledger/journal/history.ts'
import {
  reverseChanges,
  rowKey,
  touchedRows,
  type RowChange,
} from '../../../electron/domain/ledger/journal/reverse-entry.ts'

const at = { recorded_at: '2026-11-22T02:00:00.000Z' }
const inserted = (table: RowChange['table'], rowId: string): RowChange => ({
  table,
  rowId,
  before: null,
  after: { id: rowId, ...at },
})
const removed = (table: RowChange['table'], rowId: string): RowChange => ({
  table,
  rowId,
  before: { id: rowId, ...at },
  after: null,
})
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
    expect(
      reverseChanges([removed('unit_version', 'v'), removed('unit', 'a')]).map((step) => `${step.op} ${step.table}`),
    ).toEqual(['insert unit', 'insert unit_version'])
  })

  it('sets back only the columns that differ, and empties one that was empty', () => {
    expect(reverseChanges([changed('q', null, 6)])).toEqual([
      { op: 'update', table: 'quota', id: 'q', set: { amount: null } },
    ])
    expect(reverseChanges([changed('q', 5, null)])).toEqual([
      { op: 'update', table: 'quota', id: 'q', set: { amount: 5 } },
    ])
  })

  it('walks back through every state of a row that was changed more than once', () => {
    expect(
      reverseChanges([changed('q', 5, 6), changed('q', 6, 7)]).flatMap((step) =>
        step.op === 'update' ? [step.set] : [],
      ),
    ).toEqual([{ amount: 6 }, { amount: 5 }])
  })

  it('does 10,000 inserted rows of a table in one step, and not together with another table between them', () => {
    const many = Array.from({ length: 10_000 }, (_, number) => inserted('person', `p${number}`))
    expect(
      reverseChanges([...many, inserted('post', 's'), inserted('person', 'late')]).map((step) =>
        step.op === 'remove' ? step.ids.length : 0,
      ),
    ).toEqual([1, 1, 10_000])
  })

  it('puts removed rows back whole, and never in one step with what is taken out of the same table', () => {
    const [kept, taken] = [removed('unit', 'a'), inserted('unit', 'b')]
    expect(reverseChanges([kept, removed('unit', 'c'), taken])).toEqual([
      { op: 'remove', table: 'unit', ids: ['b'] },
      {
        op: 'insert',
        table: 'unit',
        rows: [
          { id: 'c', ...at },
          { id: 'a', ...at },
        ],
      },
    ])
    expect(reverseChanges([taken, kept]).map((step) => step.op)).toEqual(['insert', 'remove'])
  })

  it('an entry that changed nothing is taken back by nothing', () => {
    expect(reverseChanges([])).toEqual([])
    expect(reverseChanges([inserted('unit', 'a')], new Set([rowKey('unit', 'a')]))).toEqual([])
  })

  it('leaves rows in that are to be kept', () => {
    expect(
      reverseChanges(
        [inserted('basis_document', 'd'), inserted('unit', 'd')],
        new Set([rowKey('basis_document', 'd')]),
      ),
    ).toEqual([{ op: 'remove', table: 'unit', ids: ['d'] }])
  })
})

it('touchedRows tells what was found at first and left at last', () => {
  expect(touchedRows([changed('q', 5, 6), inserted('unit', 'u'), changed('q', 6, 7)])).toMatchObject([
    { rowId: 'q', found: { amount: 5 }, left: { amount: 7 } },
    { rowId: 'u', found: null },
  ])
})

describe('readActs', () => {
  const journal = () =>
    readActs([
      { seq: 5, reverses: 2 },
      { seq: 6, reverses: 5 },
      { seq: 8, reverses: 2 },
      { seq: 7, reverses: 3 },
    ])

  it('an act stands until it is taken back, and again when the undo is', () => {
    expect(readActs([]).of(2)).toEqual({ root: 2, tip: 2, standing: true })
    expect(readActs([{ seq: 5, reverses: 2 }]).of(2)).toEqual({ root: 2, tip: 5, standing: false })
    expect(
      readActs([
        { seq: 6, reverses: 5 },
        { seq: 5, reverses: 2 },
      ]).of(2),
    ).toEqual({ root: 2, tip: 6, standing: true })
    expect(journal().of(6)).toEqual({ root: 2, tip: 8, standing: false })
  })

  it('names the reversal that holds now, and the undone acts from the last', () => {
    const acts = journal()
    expect([acts.reversedBy(2), acts.reversedBy(3), acts.reversedBy(4)]).toEqual([8, 7, null])
    expect(
      readActs([
        { seq: 5, reverses: 2 },
        { seq: 6, reverses: 5 },
      ]).reversedBy(2),
    ).toBeNull()
    expect(acts.undone.map((act) => act.root)).toEqual([2, 3])
  })
})

describe('an act taken back, redone and taken back again', () => {
  /** Entry 2, its undo 5, its redo 6 and the undo 8 of that, as far as the journal goes. */
  const chain = [
    { seq: 5, reverses: 2 },
    { seq: 6, reverses: 5 },
    { seq: 8, reverses: 6 },
  ]
  it.each<[string, number, readonly (number | null)[]]>([
    ['nothing is taken back at first', 0, [null, null, null, null]],
    ['the undo holds', 1, [5, null, null, null]],
    ['the redo took the undo back', 2, [null, 6, null, null]],
    ['the second undo took the redo back', 3, [5, null, 8, null]],
  ])('%s', (_what, until, by) => {
    const acts = readActs(chain.slice(0, until))
    expect([2, 5, 6, 8].map((seq) => acts.reversedBy(seq))).toEqual(by)
  })

  it('every reversal is one deeper than what it takes back', () => {
    const acts = readActs(chain.toReversed())
    expect([2, 5, 6, 8, 9].map((seq) => acts.depth(seq))).toEqual([0, 1, 2, 3, 0])
  })

  it('of several acts only those not standing are undone, the one taken back last first', () => {
    const acts = readActs([
      { seq: 10, reverses: 2 },
      { seq: 11, reverses: 4 },
      { seq: 12, reverses: 3 },
      { seq: 13, reverses: 11 },
    ])
    expect(acts.undone).toEqual([
      { root: 3, tip: 12, standing: false },
      { root: 2, tip: 10, standing: false },
    ])
    expect(readActs([]).undone).toEqual([])
  })
})

describe('standingInTheWay', () => {
  const touching = [3, 4, 5, 6]
  it('names what still stands, not what was itself taken back', () => {
    expect(standingInTheWay(touching, 2, readActs([{ seq: 6, reverses: 4 }]))).toEqual([3, 5])
  })
  it('names each once, the earliest first, in whatever order the rows came', () => {
    expect(standingInTheWay([5, 3, 4, 3], 2, readActs([]))).toEqual([3, 4, 5])
  })
  it('names the undo of an older act, which brought its rows back', () => {
    expect(standingInTheWay([6], 2, readActs([{ seq: 6, reverses: 1 }]))).toEqual([6])
  })
  it('an entry does not stand in its own way', () => {
    expect(
      standingInTheWay(
        [5, 6],
        2,
        readActs([
          { seq: 5, reverses: 2 },
          { seq: 6, reverses: 5 },
        ]),
      ),
    ).toEqual([])
  })
})
