import { underTitle, type GroupState } from './group-state.ts'
import { type TableHeader } from './find-tables.ts'
import { headerMatcher, withOwnFields } from './header-match.ts'
import type { RawSheet } from './raw-workbook.ts'
import type { SheetMapping } from './recognised-workbook.ts'
import { ledgerPage, readLabelledQuota, type LedgerPage } from './labelled-quota.ts'
import { findQuotasBeside, withinSide } from './quota-sides.ts'
import { readQuotaTable } from './read-quota-table.ts'
import {
  readTable,
  titleState,
  underSection,
  type DraftRecord,
  type GroupCount,
  type NumberedHeading,
  type TableTitle,
} from './read-table.ts'
import type { RowReading } from './row-roles.ts'
import type { KnownNames } from './section-title.ts'
import { gridOf, type SheetGrid } from './sheet-grid.ts'
import { instructs } from './instruction-sheets.ts'
import { labelledNumbers, officesBelow, onlyDocument, titlesAbove, type SheetTitle } from './sheet-titles.ts'
import { isTitled, sameHeader } from './titled-tables.ts'
import { sharedColumns, splitSides, type Side } from './split-sides.ts'
import type { TableRecord, TypedColumn } from './table-types.ts'
import { typeColumns } from './type-columns.ts'
import type { SheetReading } from './sheet-reading.ts'

/* The tables of one sheet from top to bottom: what stands above, between, beside and below them. */

/** Reads every table whose header was found. `file`: the workbook's name; `turned`: columns were rows. */
export function readTables(
  source: RawSheet,
  grid: SheetGrid,
  headers: readonly TableHeader[],
  known: KnownNames,
  mapping: SheetMapping | undefined,
  file: string,
  turned: boolean,
): SheetReading {
  const roles = new Map<number, RowReading>()
  const [people, quotas, counts, columns] = [
    [] as DraftRecord[],
    [] as TableRecord[],
    [] as GroupCount[],
    [] as TypedColumn[],
  ]
  const numbered = new Map<NumberedHeading['heading'], NumberedHeading>()
  const first = headers[0]?.first ?? 0
  const titles = titlesAbove(grid, first).filter(({ text }) => !instructs(text))
  for (let row = 0; row < first; row += 1)
    roles.set(row, { role: grid.filled(row).length === 0 ? 'blank' : 'title', why: '表头以上的标题行', text: '' })
  const pageTitles = new Set(titles.map(({ text }) => text))
  const match = withOwnFields(headerMatcher('roster'), known.own)
  const firstSides = headers[0]?.purpose === 'roster' ? splitSides(headers[0].paths, match) : []
  const ownerOf = ({ left, right }: SheetTitle) =>
    firstSides.length < 2
      ? undefined
      : firstSides.find((side) => left >= side.left && right <= side.right && (left > 0 || right > 0))
  const lone = [
    { text: file, row: null, place: `文件名“${file}”` },
    { text: source.name, row: null, place: `工作表名“${source.name}”` },
    ...titles.filter((title) => ownerOf(title) === undefined),
  ]
  let state: GroupState = titleState(lone, known)
  /** A title over one side alone is that side's; otherwise a side goes on where the one before ended. */
  const sideState = (side: Side, before: GroupState): GroupState => {
    const own = titles.filter((title) => ownerOf(title)?.left === side.left)
    const named = titleState(own, known)
    return named.unit === null && named.category === null ? before : titleState([...lone, ...own], known)
  }
  // Turned, a table has left the title above it behind.
  const document = onlyDocument(grid) ?? (turned ? onlyDocument(gridOf(source)) : null)
  const labelled = labelledNumbers(state, titles)
  if (labelled !== null) numbered.set(labelled.heading, labelled)
  const signatures = officesBelow(
    grid,
    headers.map((header, at) => [header.last + 1, headers[at + 1]?.first ?? grid.height] as const),
    known,
  )
  let part = 0
  for (const [index, header] of headers.entries()) {
    const next = headers[index + 1]
    const nextPage = next === undefined ? null : ledgerPage(grid, next.first, header.last, known)
    const signed = state.unit === null ? (signatures[index] ?? null) : null
    const end = next?.first ?? grid.height
    const rows = [header.last + 1, nextPage?.first ?? (signed === null ? end : signed.row + 1)] as const
    for (let row = rows[1]; row < end; row += 1)
      if (nextPage !== null) roles.set(row, { role: 'title', why: '下一页的标题行', text: '' })
    const page = ledgerPage(grid, header.first, headers[index - 1]?.last ?? -1, known)
    if (page !== null) state = underPage(state, page)
    for (let row = header.first; row <= header.last; row += 1) roles.set(row, { role: 'header', why: null, text: '' })
    const offices = { grid, rows, known, byHand: mapping?.columns ?? {}, start: state, document }
    if (header.purpose === 'quotas') {
      const read = readQuotaTable({ ...offices, paths: header.paths })
      quotas.push(...read.records)
      merge(roles, read.roles)
      addColumns(columns, read.columns)
      continue
    }
    quotas.push(...readLabelledQuota(grid, header.first, document))
    const beside = findQuotasBeside(header, grid)
    if (beside !== null) {
      const side = beside.quotas
      const read = readQuotaTable({ ...offices, paths: withinSide(header, side).paths, side })
      quotas.push(...read.records)
      addColumns(columns, read.columns)
    }
    const list = beside === null ? header : withinSide(header, beside.roster)
    const sides =
      beside === null
        ? splitSides(list.paths, match)
        : splitSides(list.paths, match).map(({ left, right }) => ({
            left: Math.max(left, beside.roster.left),
            right: Math.min(right, beside.roster.right),
          }))
    const titled = next?.purpose === 'roster' && isTitled(grid, next, header, { first, pageTitles, known })
    let nextTitles: readonly TableTitle[] = []
    const shared = sharedColumns(sides, list.paths, match)
    let leftmost: readonly TypedColumn[] = []
    const before = state
    if (signed !== null) state = { ...state, unit: signed.office }
    for (const side of sides) {
      if (index === 0 && sides.length > 1) state = sideState(side, state)
      const typed = typeColumns({
        grid,
        paths: list.paths,
        side,
        body: rows,
        match,
        units: known.units,
        byHand: mapping?.columns ?? {},
      })
      // The same header again is the same list going on overleaf.
      const table = sameHeader(header, headers[0], match) ? 0 : index
      const above = people.filter((record) => record.table === table)
      const read = readTable({
        grid,
        side,
        columns: typed,
        shared: leftmost.filter(({ index }) => shared.includes(index)),
        rows,
        known,
        start: state,
        table,
        part,
        above,
        pageTitles,
        titled,
      })
      part += 1
      people.push(...read.records)
      counts.push(...read.counts)
      // Where a list goes on in another table, so does its heading.
      for (const one of read.numbered) if (!numbered.has(one.heading)) numbered.set(one.heading, one)
      merge(roles, read.roles)
      addColumns(columns, typed)
      state = read.end
      if (leftmost.length === 0) leftmost = typed
      if (read.titles.length > nextTitles.length) nextTitles = read.titles
    }
    // What is signed below one table says nothing of the next; what stands between them does.
    if (signed !== null) state = before
    for (let row = rows[1]; row < end; row += 1) {
      if (signed === null) break
      const [text] = grid.filled(row).map((column) => grid.text(row, column))
      roles.set(row, { role: text === undefined ? 'blank' : 'title', why: '表之间的标题行', text: '' })
      if (text !== undefined) state = underSection(state, text, row, known, underTitle)
    }
    for (const { text, row } of nextTitles) state = underSection(state, text, row, known, underTitle)
  }
  const purpose = headers.some((header) => header.purpose === 'roster') ? 'roster' : 'quotas'
  const headerRows = headers.flatMap((header) =>
    Array.from({ length: header.last - header.first + 1 }, (_, offset) => header.first + offset),
  )
  return {
    source,
    grid,
    purpose,
    turned,
    cards: false,
    why: null,
    headerRows,
    columns: columns.toSorted((a, b) => a.index - b.index),
    roles,
    people,
    quotas,
    counts,
    numbered: [...numbered.values()],
    titles: titles.map(({ text }) => text),
  }
}

function underPage(before: GroupState, { office, category }: LedgerPage): GroupState {
  const state = underTitle(before, office)
  return category === null ? state : { ...state, category }
}

/** Every row's most telling role: a person on either side makes it data. */
function merge(roles: Map<number, RowReading>, more: ReadonlyMap<number, RowReading>): void {
  for (const [row, reading] of more) {
    const old = roles.get(row)
    if (old === undefined || old.role === 'blank' || reading.role === 'data') roles.set(row, reading)
  }
}

function addColumns(columns: TypedColumn[], more: readonly TypedColumn[]): void {
  for (const column of more) {
    const at = columns.findIndex((one) => one.index === column.index)
    const old = columns[at]
    if (old === undefined) columns.push(column)
    else if (old.field === null && column.field !== null) columns[at] = column
  }
}
