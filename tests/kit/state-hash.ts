import { FACT_TABLES, type FactRows } from '../../electron/domain/ledger/rows/fact-rows.ts'
import { canonicalRow, sha256, type RowImage } from '../../electron/store/canonical.ts'

/** One hash over every column of every fact row; the order in which rows were entered does not matter. */
export function stateHash(facts: FactRows): string {
  const tables = FACT_TABLES.map((table) => {
    const rows: readonly { readonly id: string }[] = facts[table]
    return [
      table,
      ...rows
        .toSorted((left, right) => (left.id < right.id ? -1 : 1))
        .map((row) => canonicalRow(row as unknown as RowImage)),
    ].join('\n')
  })
  return sha256(tables.join('\n\n'))
}
