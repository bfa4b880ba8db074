import { isDeepStrictEqual } from 'node:util'
import { FACTS_SUCCESSION } from '../../electron/domain/ledger/snapshot/facts-origin.ts'
import type { FactRows } from '../../electron/domain/ledger/rows/fact-rows.ts'

/** The facts with every row that is the same kept as the same object, as the held ones have it. */
export function carriedFrom(next: FactRows, previous: FactRows | null): FactRows {
  if (previous === null) return next
  const carried = Object.fromEntries(
    Object.entries(next).map(([table, rows]) => {
      const old = new Map<string, object>(
        (previous[table as keyof FactRows] as readonly { readonly id: string }[]).map((row) => [row.id, row]),
      )
      return [
        table,
        (rows as readonly { readonly id: string }[]).map((row) => {
          const known = old.get(row.id)
          return known !== undefined && isDeepStrictEqual(known, row) ? known : row
        }),
      ]
    }),
  ) as unknown as FactRows
  FACTS_SUCCESSION.note(carried, previous)
  return carried
}
