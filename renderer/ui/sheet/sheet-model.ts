import { areaOf, within } from './cell-moves.ts'
import type { Area, Cell, CellChange, RefusedCell, SheetColumn, Shown } from './sheet-shape.ts'
import { dividedBy, GroupLine, groupOrder, viewOf, type Filters, type Line, type SortKey } from './sheet-view.ts'

/*
 * The state of one sheet, outside React: what is shown, what is selected, what is being typed, what was typed and is not yet on record. A
 * gesture asks it for a patch; the sheet draws it.
 */

export interface Editing {
  readonly text: string
  /** `typed`: begun by typing, arrows save and move on, as in WPS. `edit`: begun by F2 or a double click, arrows move the caret. */
  readonly mode: 'typed' | 'edit'
}

/** By row, then by column. */
type CellTexts = ReadonlyMap<string, ReadonlyMap<string, string>>

export interface SheetState {
  /** Where typing goes; a selection begins here. */
  readonly active: Cell
  /** The other end of the selection. */
  readonly corner: Cell
  readonly editing: Editing | null
  /** Typed, and not yet seen in the rows. */
  readonly pending: CellTexts
  /** Not taken in, with why. */
  readonly refused: CellTexts
  /** What the last gesture came to, for the status line. */
  readonly note: string
  /** Groups of which only the line above is shown, by their value. */
  readonly folded: ReadonlySet<string>
}

/** How the rows are to be shown. */
export interface SheetView {
  readonly sort: readonly SortKey[]
  readonly filters: Filters
  readonly group: string | null
}

const START: SheetState = {
  active: { row: 0, column: 0 },
  corner: { row: 0, column: 0 },
  editing: null,
  pending: new Map(),
  refused: new Map(),
  note: '',
  folded: new Set(),
}

interface Arranged<T> {
  readonly keys: readonly string[]
  /** Every row it was given. */
  readonly all: readonly T[]
  readonly keyOf: (row: T) => string
  readonly view: SheetView
  /** By row: what the grouped column said of it when the rows were put in order. */
  readonly values: ReadonlyMap<string, string>
  /** The order of the groups, by row. */
  readonly first: readonly string[]
  readonly count: number
  readonly lines: readonly Line<T>[]
}

export class SheetModel<T> {
  #state: SheetState = START
  #arranged: Arranged<T> | null = null
  readonly #listeners = new Set<() => void>()
  #columns: readonly SheetColumn<T>[] = []
  #rowKey: (row: T) => string = () => ''
  #counted: { readonly of: readonly unknown[]; readonly text: string } = { of: [], text: '' }
  readonly #unit: string

  /** @param unit what one row is called: 人. */
  constructor(unit: string) {
    this.#unit = unit
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly state = (): SheetState => this.#state

  change(next: Partial<SheetState>): void {
    this.#state = { ...this.#state, ...next }
    for (const listener of this.#listeners) listener()
  }

  /**
   * The rows in the order of the view. The order is kept while only cells change: a row that is being edited does not leave the filter it no
   * longer passes, nor jump to its new place, before sort or filter is touched or people come and go.
   */
  arrange(
    rows: readonly T[],
    columns: readonly SheetColumn<T>[],
    rowKey: (row: T) => string,
    view: SheetView,
    folded: ReadonlySet<string> = this.#state.folded,
  ): readonly Line<T>[] {
    const before = this.#arranged
    this.#columns = columns
    this.#rowKey = rowKey
    const grouped = columns.find(({ key }) => key === view.group)
    const mayBeSteady =
      before !== null &&
      before.view.sort === view.sort &&
      before.view.filters === view.filters &&
      before.view.group === view.group &&
      before.all.length === rows.length
    // Ten thousand rows at every letter of a search: what nobody looks up is not indexed.
    const byKey = new Map(mayBeSteady || grouped !== undefined ? rows.map((row) => [rowKey(row), row]) : [])
    const steady = mayBeSteady && before.all.every((row) => byKey.has(before.keyOf(row)))
    const rowsOf = (keys: readonly string[]) => keys.flatMap((key) => byKey.get(key) ?? [])
    const shown = steady ? rowsOf(before.keys) : viewOf(rows, columns, view)
    const values = steady
      ? before.values
      : new Map(grouped === undefined ? [] : shown.map((row) => [rowKey(row), grouped.text(row)]))
    const first = steady
      ? before.first
      : grouped === undefined
        ? []
        : groupOrder(rows, shown, grouped, view.sort).map(rowKey)
    const lines =
      grouped === undefined
        ? shown
        : dividedBy(
            shown,
            rowsOf(first).filter((row) => values.has(rowKey(row))),
            {
              valueOf: (row) => values.get(rowKey(row)) ?? '',
              folded,
              columns,
            },
          )
    this.#arranged = {
      keys: steady ? before.keys : shown.map(rowKey),
      all: rows,
      keyOf: rowKey,
      view,
      values,
      first,
      count: shown.length,
      lines,
    }
    return lines
  }

  /** Rows, and the lines above their groups. */
  get lines(): readonly Line<T>[] {
    return this.#arranged?.lines ?? []
  }

  /** How many rows pass the filters, folded ones too. */
  get count(): number {
    return this.#arranged?.count ?? 0
  }

  /** The row at a place; undefined at the line above a group. */
  row(place: number): T | undefined {
    const line = this.lines[place]
    return line instanceof GroupLine ? undefined : line
  }

  /** Shows only the line above a group, or its rows again. */
  fold(value: string): void {
    const folded = new Set(this.#state.folded)
    if (!folded.delete(value)) folded.add(value)
    this.change({ folded })
  }

  column(place: number): SheetColumn<T> | undefined {
    return this.#columns[place]
  }

  /** Whether a cell is typed over, where the sheet may be typed into at all. */
  mayType(place: number, column: number): boolean {
    const [row, shown] = [this.row(place), this.#columns[column]]
    return row !== undefined && shown?.typed === true && shown.typedIn?.(row) !== false
  }

  /** What a cell says, what was just typed before what is on record. */
  text(place: number, column: number): string {
    const row = this.row(place)
    const shown = this.#columns[column]
    if (row === undefined || shown === undefined) return ''
    return this.#state.pending.get(this.#rowKey(row))?.get(shown.key) ?? shown.text(row)
  }

  /** The sheet as gestures see it. */
  get shown(): Shown {
    return {
      rows: this.lines.length,
      columns: this.#columns.length,
      isRow: (place) => this.row(place) !== undefined,
      rowKey: (place) => {
        const row = this.row(place)
        return row === undefined ? '' : this.#rowKey(row)
      },
      columnKey: (place) => this.#columns[place]?.key ?? '',
      text: (place, column) => this.text(place, column),
      typed: (column, row) => this.mayType(row, column),
    }
  }

  get selected(): Area {
    const { active, corner } = this.#state
    return areaOf(within(this.shown, active), within(this.shown, corner))
  }

  /**
   * What is said of the selected cells, worked out again only where other cells are selected or say something else: sixty thousand pasted
   * cells stay selected, and would be summed at every row that scrolls by.
   */
  counted(count: () => string): string {
    const { active, corner, pending } = this.#state
    const of = [active, corner, pending, this.lines, this.#columns]
    if (of.some((one, place) => one !== this.#counted.of[place])) this.#counted = { of, text: count() }
    return this.#counted.text
  }

  /** Selects one cell, or the area from the active one to it (`extend`). */
  select(cell: Cell, extend = false): void {
    const corner = within(this.shown, cell)
    this.change({ corner, active: extend ? this.#state.active : corner, note: '' })
  }

  selectArea({ top, left, bottom, right }: Area): void {
    this.change({ active: { row: top, column: left }, corner: { row: bottom, column: right } })
  }

  /** The texts of an area, line by line. */
  block({ top, left, bottom, right }: Area): readonly (readonly string[])[] {
    return range(top, bottom).map((row) => range(left, right).map((column) => this.seen(row, column)))
  }

  /** The same as `text`, and what the line above a group says: its value and count in the first column, sums below the numbers. */
  seen(place: number, column: number): string {
    const line = this.lines[place]
    if (!(line instanceof GroupLine)) return this.text(place, column)
    if (column === 0) return this.groupTitle(line)
    const sum = line.sums.get(this.#columns[column]?.key ?? '')
    return sum === undefined ? '' : String(sum)
  }

  /** "党政综合办公室：12 人". */
  groupTitle({ value, count }: GroupLine): string {
    return `${value === '' ? '（空白）' : value}：${count} ${this.#unit}`
  }

  /** Shows the texts at once, before they are on record; what was refused there before is forgotten. */
  expect(changes: readonly CellChange[]): void {
    this.change({
      pending: withTexts(this.#state.pending, changes),
      refused: without(this.#state.refused, changes),
    })
  }

  /** The rows say it now, or the cells were refused: nothing is awaited any more. */
  settle(changes: readonly CellChange[], refused: readonly RefusedCell[], note: string): void {
    this.change({
      pending: without(this.#state.pending, changes),
      refused: withTexts(
        this.#state.refused,
        refused.map(({ row, column, problem }) => ({ row, column, text: problem })),
      ),
      note,
    })
  }
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, place) => from + place)
}

function withTexts(texts: CellTexts, changes: readonly CellChange[]): CellTexts {
  const next = new Map(texts)
  for (const [row, cells] of Map.groupBy(changes, (change) => change.row))
    next.set(row, new Map([...(texts.get(row) ?? []), ...cells.map(({ column, text }) => [column, text] as const)]))
  return next
}

function without(texts: CellTexts, changes: readonly CellChange[]): CellTexts {
  if (texts.size === 0) return texts
  const next = new Map(texts)
  for (const [row, cells] of Map.groupBy(changes, (change) => change.row)) {
    const mine = texts.get(row)
    if (mine === undefined) continue
    const gone = new Set(cells.map(({ column }) => column))
    const left = [...mine].filter(([column]) => !gone.has(column))
    if (left.length === 0) next.delete(row)
    else next.set(row, new Map(left))
  }
  return next
}
