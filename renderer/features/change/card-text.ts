/** Values as one row of a sheet (tab-separated), under their heads where asked for. What the book does not know is an empty cell. */
export function rowText(
  values: readonly { readonly title: string; readonly value: string | null }[],
  withHead: boolean,
): string {
  // A tab or a line break within a value would begin another cell.
  const cell = (text: string) => text.replaceAll(/[\t\r\n]+/gu, ' ')
  const row = values.map(({ value }) => cell(value ?? '')).join('\t')
  return withHead ? `${values.map(({ title }) => cell(title)).join('\t')}\n${row}` : row
}
