import type { CellTruth, ListTruth } from './form-truth.ts'

/* What the truths of forms are made of. */

/** A month in the ways a form without a hint may be filled. */
export const monthWays = (value: string | null): readonly string[] =>
  value === null
    ? ['']
    : [value, value.replace('-', '.'), value.replace('-', ''), `${value.slice(0, 4)}年${Number(value.slice(5))}月`]

export const blank = (count: number): readonly null[] => Array.from({ length: count }, () => null)
export const lines = (count: number, width: number) => Array.from({ length: count }, () => blank(width))
export const letter = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : `${letter(Math.floor(at / 26) - 1)}${letter(at % 26)}`

export type Asked<P> = Readonly<Record<string, (person: P) => readonly string[]>>
export const asked = <P extends { readonly name: string }>(
  people: readonly P[],
  fields: Asked<P>,
): ListTruth['people'] =>
  people.map((one) => ({
    name: one.name,
    fields: Object.fromEntries(Object.entries(fields).map(([field, of]) => [field, of(one)])),
  }))

export type Test<P> = (person: P) => boolean
export type Named<P> = readonly (readonly [string, Test<P>])[]

/** A number; of nobody a form may show 0 or nothing. */
export const number = (count: number): readonly string[] => (count === 0 ? ['0', ''] : [String(count)])

/** Every cell of a crossing: a row's condition and a column's. */
export function crossing<P>(
  people: readonly P[],
  sheet: string,
  corner: readonly [column: number, row: number],
  rows: Named<P>,
  columns: Named<P>,
): readonly CellTruth[] {
  return rows.flatMap(([, row], r) =>
    columns.map(([, column], c) => ({
      sheet,
      cell: `${letter(corner[0] + c)}${corner[1] + r}`,
      expect: number(people.filter((one) => row(one) && column(one)).length),
    })),
  )
}
