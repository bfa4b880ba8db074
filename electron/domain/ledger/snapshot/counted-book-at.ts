import type { CountedBook } from '../../model/counted-book.ts'
import type { PlainDate } from '../../model/plain-date.ts'
import type { FactTable, FactTables } from '../rows/fact-rows.ts'
import { rowInForce } from '../rows/row-in-force.ts'
import { approvalsAt } from './decisions-at.ts'
import { inForceById } from './in-force-by-id.ts'
import { wantedOn } from './people-at.ts'
import { quotasBegun, unitsInOrder } from './units-at.ts'

/** The columns that figures and the names beside them are made of: nothing else of a book needs to be read. */
export const COUNTED_COLUMNS = {
  unit_version: ['id', 'unit_id', 'name', 'kind', 'sort_order', 'valid_from', 'valid_to'],
  quota: ['id', 'unit_id', 'category', 'role', 'amount', 'valid_from', 'valid_to'],
  leadership_quota: ['id', 'unit_id', 'amount', 'chief_amount', 'deputy_amount', 'valid_from', 'valid_to'],
  post_version: ['post_id', 'unit_id', 'leadership', 'valid_from', 'valid_to'],
  person: ['id', 'name'],
  entry_approval: [
    'id',
    'unit_id',
    'category',
    'amount',
    'number',
    'expires_on',
    'person_id',
    'valid_from',
    'valid_to',
  ],
  holding: [
    'id',
    'person_id',
    'post_id',
    'kind',
    'category',
    'occupies_quota',
    'occupies_leadership',
    'approval_id',
    'valid_from',
    'valid_to',
  ],
  tolerance: ['unit_id', 'category', 'amount', 'percent', 'valid_from', 'valid_to'],
} as const satisfies { readonly [T in FactTable]?: readonly (keyof FactTables[T])[] }

export type CountedTable = keyof typeof COUNTED_COLUMNS
type CountedRow<T extends CountedTable> = Pick<FactTables[T], (typeof COUNTED_COLUMNS)[T][number] & keyof FactTables[T]>

/** Those columns of every row; the facts hold them too. */
export type CountedRows = { readonly [T in CountedTable]: readonly CountedRow<T>[] }

/** What figures look at on a day: the part of the day's snapshot, in its order. */
export function countedBookAt(rows: CountedRows, asOf: PlainDate): CountedBook {
  const wanted = wantedOn(rows, asOf)
  return {
    asOf,
    units: unitsInOrder(rows.unit_version, asOf).map(({ unit_id, kind }) => ({ id: unit_id, kind })),
    people: rows.person.filter((row) => wanted.has(row.id)),
    posts: rows.post_version
      .filter((row) => rowInForce(row, asOf))
      .map(({ post_id, unit_id, leadership }) => ({ id: post_id, unitId: unit_id, leadership })),
    holdings: rows.holding.filter((row) => rowInForce(row, asOf)).map(heldSeat),
    quotas: quotasBegun(rows.quota, asOf)
      .filter((row) => rowInForce(row, asOf))
      .map(({ id, unit_id, category, role, amount }) => ({ id, unitId: unit_id, category, role, amount })),
    leadershipQuotas: inForceById(rows.leadership_quota, asOf).map((row) => ({
      unitId: row.unit_id,
      amount: row.amount,
      chief: row.chief_amount,
      deputy: row.deputy_amount,
    })),
    tolerances: rows.tolerance
      .filter((row) => rowInForce(row, asOf))
      .map(({ unit_id, category, amount, percent }) => ({ unitId: unit_id, category, amount, percent })),
    ...approvalsAt(rows, asOf),
  }
}

function heldSeat(row: CountedRow<'holding'>): CountedBook['holdings'][number] {
  return {
    id: row.id,
    personId: row.person_id,
    postId: row.post_id,
    kind: row.kind,
    category: row.category,
    occupiesQuota: row.occupies_quota === 1,
    occupiesLeadership: row.occupies_leadership === 1,
    validFrom: row.valid_from,
  }
}
