import { expect, it } from 'vitest'
import { undoExtent } from '../../../electron/domain/ledger/journal/undo-extent.ts'
import type { RowChange } from '../../../electron/domain/ledger/journal/reverse-entry.ts'

const made = (table: RowChange['table'], rowId: string, after = {}): RowChange => ({
  table,
  rowId,
  before: null,
  after,
})
const changed = (table: RowChange['table'], rowId: string, image = {}): RowChange => ({
  table,
  rowId,
  before: image,
  after: image,
})

it('people an entry brought in go; others it touched stay and go back', () => {
  expect(
    undoExtent([
      made('unit', 'u1'),
      made('person', 'p1'),
      made('holding', 'h1', { person_id: 'p1' }),
      changed('holding', 'h2', { person_id: 'p2' }),
      changed('person', 'p3'),
      made('quota', 'q1'),
    ]),
  ).toEqual({ peopleGone: ['p1'], peopleChanged: ['p2', 'p3'], unitsGone: 1, quotas: 1, rows: 6 })
})

it('what touches nobody names nobody', () => {
  expect(undoExtent([changed('quota', 'q1'), made('unit_version', 'v1', { unit_id: 'u1' })])).toMatchObject({
    peopleGone: [],
    peopleChanged: [],
    unitsGone: 0,
  })
})
