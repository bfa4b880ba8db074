import type { SheetColumn } from './sheet-shape.ts'

/* Which rows are shown, and in what order. */

export interface SortKey {
  readonly column: string
  readonly down: boolean
  /** By strokes, as a list of names on paper often is; otherwise by pinyin. */
  readonly strokes?: true | undefined
  /** By the column's own order instead of its words. */
  readonly order?: true | undefined
}

/** What a column must say for a row to be shown; all of a column's conditions hold at once. */
export interface ColumnFilter {
  /** One of these, '' for a blank cell. */
  readonly values?: readonly string[] | undefined
  /** These words are in it. */
  readonly words?: string | undefined
  /** From and to, as written in the cell, both included: months, dates, numbers. */
  readonly from?: string | undefined
  readonly to?: string | undefined
}

export type Filters = Readonly<Record<string, ColumnFilter>>

/** How a sheet is looked at; who holds it may keep it. */
export interface SheetLayout {
  /** Keys of the columns shown, from the left. */
  readonly columns: readonly string[]
  /** Widths that were drawn, pixels. */
  readonly widths: Readonly<Record<string, number>>
  /** How many columns stay in sight. */
  readonly frozen: number
  readonly sort: readonly SortKey[]
  readonly filters: Filters
  /** The column whose values divide the rows; null: not divided. */
  readonly group: string | null
}

const collator = new Intl.Collator('zh-CN', { numeric: true })
const byStrokes = new Intl.Collator('zh-CN-u-co-stroke', { numeric: true })

/** The rows that pass every filter, by the sort keys in their order; rows that are alike keep the order they came in. Blank cells are last, whichever way. */
export function viewOf<T>(
  rows: readonly T[],
  columns: readonly SheetColumn<T>[],
  { sort, filters }: { readonly sort: readonly SortKey[]; readonly filters: Filters },
): readonly T[] {
  const column = (key: string) => columns.find((one) => one.key === key)
  const tests = Object.entries(filters).flatMap(([key, filter]) => {
    const one = column(key)
    return one === undefined ? [] : [(row: T) => passes(one.text(row), filter)]
  })
  const passing = tests.length === 0 ? rows : rows.filter((row) => tests.every((test) => test(row)))
  const orders = sort.flatMap((key) => {
    const one = column(key.column)
    return one === undefined ? [] : [orderBy(one, key)]
  })
  if (orders.length === 0) return passing
  return passing.toSorted((left, right) => {
    for (const order of orders) {
      const sign = order(left, right)
      if (sign !== 0) return sign
    }
    return 0
  })
}

function orderBy<T>(column: SheetColumn<T>, { down, strokes, order }: SortKey): (left: T, right: T) => number {
  const by = (order === true ? column.order?.rank : undefined) ?? column.rank ?? column.text
  const words = strokes === true ? byStrokes : collator
  return (left, right) => {
    const [a, b] = [by(left), by(right)]
    if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1
    const sign = typeof a === 'number' && typeof b === 'number' ? a - b : words.compare(String(a), String(b))
    return down ? -sign : sign
  }
}

function passes(text: string, { values, words, from, to }: ColumnFilter): boolean {
  if (values !== undefined && !values.includes(text)) return false
  if (words !== undefined && !text.toLowerCase().includes(words.toLowerCase())) return false
  if (from === undefined && to === undefined) return true
  if (text === '') return false
  // 1985-06 is within "from 1985 to 1985": what is not said of a bound does not bind.
  return (
    (from === undefined || collator.compare(text, from) >= 0) &&
    (to === undefined || collator.compare(text.slice(0, to.length), to) <= 0)
  )
}

/** The line above the rows that say the same in one column, with their count and the sums of the number columns. */
export class GroupLine {
  /** What the rows say. */
  readonly value: string
  readonly count: number
  readonly folded: boolean
  /** By column. */
  readonly sums: ReadonlyMap<string, number>

  constructor(value: string, count: number, folded: boolean, sums: ReadonlyMap<string, number>) {
    this.value = value
    this.count = count
    this.folded = folded
    this.sums = sums
  }
}

/** Rows and the lines above their groups, from the top. */
export type Line<T> = T | GroupLine

/**
 * Divides rows that are in their order by what `valueOf` says of each. Groups stand in the order they are first met in `first`: sorted by
 * the grouped column that is the order of the sort, otherwise the order the rows came in, or the column's own.
 */
export function dividedBy<T>(
  rows: readonly T[],
  first: readonly T[],
  {
    valueOf,
    folded,
    columns,
  }: {
    readonly valueOf: (row: T) => string
    readonly folded: ReadonlySet<string>
    readonly columns: readonly SheetColumn<T>[]
  },
): readonly Line<T>[] {
  const groups = Map.groupBy(rows, valueOf)
  const numbers = columns.filter(({ number }) => number === true)
  return [...new Set(first.map(valueOf))].flatMap((value): readonly Line<T>[] => {
    const mine = groups.get(value)
    if (mine === undefined) return []
    const sums = new Map(numbers.map((column) => [column.key, sumOf(mine.map(column.text))]))
    const line = new GroupLine(value, mine.length, folded.has(value), sums)
    return folded.has(value) ? [line] : [line, ...mine]
  })
}

function sumOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + (Number.isFinite(Number(text)) ? Number(text) : 0), 0)
}

/** The rows in the order their groups shall have. */
export function groupOrder<T>(
  given: readonly T[],
  shown: readonly T[],
  column: SheetColumn<T>,
  sort: readonly SortKey[],
): readonly T[] {
  const own = column.order
  if (sort.some((key) => key.column === column.key)) return shown
  return own === undefined ? given : given.toSorted((left, right) => own.rank(left) - own.rank(right))
}

/** What a column says over the rows, with how often, in the order of the language; blank first. */
export function valuesOf<T>(
  rows: readonly T[],
  column: SheetColumn<T>,
): readonly { readonly text: string; readonly count: number }[] {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const text = column.text(row)
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return [...counts]
    .map(([text, count]) => ({ text, count }))
    .toSorted((left, right) => collator.compare(left.text, right.text))
}

/** The next state of a head that is clicked: up, down, as it came. `more`: beside the keys there are, else in their place. */
export function toggledSort(sort: readonly SortKey[], column: string, more: boolean): readonly SortKey[] {
  const mine = sort.find((key) => key.column === column)
  const next: readonly SortKey[] =
    mine === undefined ? [{ column, down: false }] : mine.down ? [] : [{ column, down: true }]
  if (!more) return next
  return mine === undefined ? [...sort, ...next] : sort.flatMap((key) => (key === mine ? next : [key]))
}

/** What the status line says of the selected cells; sum and mean only over numbers. */
export function summaryOf(texts: readonly string[], numbers: readonly number[]): string {
  const filled = texts.filter((text) => text !== '').length
  const sum = numbers.reduce((total, one) => total + one, 0)
  const shown = (value: number) => String(Math.round(value * 100) / 100)
  return [
    `计数 ${filled}`,
    ...(numbers.length === 0 ? [] : [`求和 ${shown(sum)}`, `平均 ${shown(sum / numbers.length)}`]),
  ].join('，')
}
