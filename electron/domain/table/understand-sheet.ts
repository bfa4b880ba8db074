import { joinBoxes } from './join-boxes.ts'
import { joinNameParts } from './join-name-parts.ts'
import { joinSplitDates } from './join-split-dates.ts'
import { splitBands } from './column-bands.ts'
import { underTitle, type GroupState } from './group-state.ts'
import { findHeaders, readPaths, type TableHeader } from './find-tables.ts'
import { headerMatcher, withOwnFields } from './header-match.ts'
import { isIdText } from './column-profile.ts'
import { INSTRUCTIONS, isInstructions } from './instruction-sheets.ts'
import { looksLikeName } from './name-like.ts'
import type { RawSheet } from './raw-workbook.ts'
import type { SheetMapping } from './recognised-workbook.ts'
import { readCards, type Cards } from './read-cards.ts'
import { spreadLabels } from './spread-labels.ts'
import { readLabelledQuota } from './labelled-quota.ts'
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
import { gridOf, transposed, type SheetGrid } from './sheet-grid.ts'
import { labelledNumbers, onlyDocument, titlesAbove, type SheetTitle } from './sheet-titles.ts'
import { isTitled, sameHeader } from './titled-tables.ts'
import { cardRoles, HIGHEST_OF_CARDS, isNamed, mayBeCards, namedIn, told } from './cards-or-table.ts'
import { quotasAcross } from './quotas-across.ts'
import { splitSides, type Side } from './split-sides.ts'
import type { TableRecord, TypedColumn } from './table-types.ts'
import { typeColumns } from './type-columns.ts'

/** One sheet taken apart: nothing is decided yet that takes the other sheets or the book. */
export interface SheetReading {
  readonly source: RawSheet
  readonly grid: SheetGrid
  readonly purpose: 'roster' | 'quotas' | 'ignored'
  /** Rows for columns: every person has a column. */
  readonly turned: boolean
  /** A card a person. */
  readonly cards: boolean
  readonly why: string | null
  /** 0-based. */
  readonly headerRows: readonly number[]
  readonly columns: readonly TypedColumn[]
  readonly roles: ReadonlyMap<number, RowReading>
  readonly people: readonly DraftRecord[]
  readonly quotas: readonly TableRecord[]
  readonly counts: readonly GroupCount[]
  /** Headings that give approved numbers. */
  readonly numbered: readonly NumberedHeading[]
  /** Texts above the first table. */
  readonly titles: readonly string[]
}

/** Reads a sheet. `file`: the workbook's name without its ending, which may name the office. */
export function understandSheet(
  written: RawSheet,
  known: KnownNames,
  mapping: SheetMapping | undefined,
  file: string,
): SheetReading {
  const source = joinNameParts(joinSplitDates(joinBoxes(written)))
  const whole = gridOf(source)
  const bands = source.hidden || !leavesBands(mapping) ? null : splitBands(whole)
  const grid = bands?.main ?? whole
  const wanted = mapping?.purpose
  const nothing = (why: string): SheetReading => ({
    source,
    grid,
    purpose: 'ignored',
    turned: false,
    cards: false,
    why,
    headerRows: [],
    columns: [],
    roles: new Map(),
    people: [],
    quotas: [],
    counts: [],
    numbered: [],
    titles: [],
  })
  if (wanted === 'ignored') return nothing('已选择不导入')
  if (source.hidden && wanted === undefined) return nothing('隐藏的工作表，未导入')
  if (wanted === undefined && isInstructions(source.name, grid)) return nothing(INSTRUCTIONS)
  const limits = { at: mapping?.headerRow === undefined ? undefined : mapping.headerRow - 1, purpose: wanted }
  const headers = findHeaders(grid, limits)
  const cardsOf = (from: SheetGrid, lettersOf?: (column: number) => string): Cards =>
    readCards({
      grid: from,
      group: titleState([{ text: source.name, row: null, place: `工作表名“${source.name}”` }], known),
      match: withOwnFields(headerMatcher('roster'), known.own),
      known,
      lettersOf,
    })
  const cardsReading = (from: SheetGrid, { people, lost }: Cards): SheetReading => ({
    ...nothing(''),
    grid: from,
    purpose: 'roster',
    why: null,
    cards: true,
    people,
    roles: cardRoles(from, people, lost),
  })
  const spread = mapping === undefined && grid.height <= HIGHEST_OF_CARDS ? spreadLabels(source) : null
  if (spread !== null) {
    const own = gridOf(spread.sheet)
    const cards = cardsOf(own, spread.lettersOf)
    if (cards.people.length > 0) return cardsReading(own, cards)
  }
  if (headers.length > 0) {
    const reading = readTables(source, grid, headers, known, mapping, file, false)
    const beside = (bands?.quotas ?? []).map((one) =>
      readTables(source, one.grid, one.headers, known, undefined, file, false),
    )
    const whole =
      beside.length === 0 ? reading : { ...reading, quotas: [reading, ...beside].flatMap(({ quotas }) => quotas) }
    if (mapping !== undefined || !mayBeCards(grid, whole)) return whole
    const cards = cardsOf(grid)
    return told(cards.people) > told(whole.people.filter(isNamed)) ? cardsReading(grid, cards) : whole
  }
  const byHand = headerByHand(grid, mapping)
  if (byHand !== null) return readTables(source, grid, [byHand], known, mapping, file, false)
  const cards = mapping === undefined && grid.height <= HIGHEST_OF_CARDS ? cardsOf(grid) : { people: [], lost: [] }
  const sideways = gridOf(transposed(source))
  const columns =
    mapping === undefined && grid.height <= 400 ? findHeaders(sideways, { purpose: 'roster', strict: true }) : []
  const turned = columns.length > 0 ? readTables(source, sideways, columns, known, undefined, file, true) : null
  // A label with its value beside it looks like a column of people: what finds more of them is meant.
  if (turned !== null && namedIn(turned.people) > namedIn(cards.people)) return turned
  if (cards.people.length > 0) return cardsReading(grid, cards)
  const across = mapping === undefined ? quotasAcross(grid) : null
  const turnedHeaders = across === null ? [] : findHeaders(gridOf(across), { purpose: 'quotas' })
  if (across !== null && turnedHeaders.length > 0)
    return readTables(source, gridOf(across), turnedHeaders, known, undefined, file, true)
  const bare = mapping === undefined ? headless(grid) : null
  return bare === null ? nothing('没有认出表头') : readTables(source, grid, [bare], known, mapping, file, false)
}

/** A header row or a sheet's purpose by hand is about the whole sheet; a column by hand only where it is no table of its own. */
function leavesBands(mapping: SheetMapping | undefined): boolean {
  return mapping === undefined || (mapping.headerRow === undefined && mapping.purpose === undefined)
}

/** Where nothing was recognised, a header row or columns given by hand still make a header. */
function headerByHand(grid: SheetGrid, mapping: SheetMapping | undefined): TableHeader | null {
  if (mapping === undefined || (mapping.headerRow === undefined && mapping.columns === undefined)) return null
  const row = (mapping.headerRow ?? 1) - 1
  const purpose = mapping.purpose === 'quotas' ? 'quotas' : 'roster'
  return row < grid.height ? { first: row, last: row, purpose, paths: readPaths(grid, row, row), score: 1 } : null
}

/** People without a header: a first row that already holds a name and an ID number. */
function headless(grid: SheetGrid): TableHeader | null {
  for (let row = 0; row < Math.min(5, grid.height); row += 1) {
    const texts = grid.filled(row).map((column) => grid.text(row, column))
    if (texts.some((text) => isIdText(text)) && texts.some((text) => looksLikeName(text)))
      return {
        first: row,
        last: row - 1,
        purpose: 'roster',
        paths: Array.from({ length: grid.width }, () => []),
        score: 1,
      }
  }
  return null
}

function readTables(
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
  const titles = titlesAbove(grid, first)
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
  let part = 0
  for (const [index, header] of headers.entries()) {
    const rows = [header.last + 1, headers[index + 1]?.first ?? grid.height] as const
    for (let row = header.first; row <= header.last; row += 1) roles.set(row, { role: 'header', why: null, text: '' })
    if (header.purpose === 'quotas') {
      const read = readQuotaTable({
        grid,
        paths: header.paths,
        rows,
        known,
        byHand: mapping?.columns ?? {},
        start: state,
        document,
      })
      quotas.push(...read.records)
      merge(roles, read.roles)
      addColumns(columns, read.columns)
      continue
    }
    quotas.push(...readLabelledQuota(grid, header.first, document))
    const beside = findQuotasBeside(header, grid)
    if (beside !== null) {
      const { paths } = withinSide(header, beside.quotas)
      const side = beside.quotas
      const read = readQuotaTable({
        grid,
        paths,
        side,
        rows,
        known,
        byHand: mapping?.columns ?? {},
        start: state,
        document,
      })
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
    const next = headers[index + 1]
    const titled = next?.purpose === 'roster' && isTitled(grid, next, header, { first, pageTitles, known })
    let nextTitles: readonly TableTitle[] = []
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
      if (read.titles.length > nextTitles.length) nextTitles = read.titles
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
