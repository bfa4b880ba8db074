/** The columns of a patch that are given and differ from the row. */
export function differing<Row extends object>(
  row: Row,
  patch: { readonly [K in keyof Row]?: Row[K] | undefined },
): Partial<Row> {
  const before = new Map<string, unknown>(Object.entries(row))
  // Entries of a patch of Row are columns of Row: TypeScript forgets it on the way through entries.
  return Object.fromEntries(
    Object.entries(patch).filter(([column, value]) => value !== undefined && value !== before.get(column)),
  ) as Partial<Row>
}
