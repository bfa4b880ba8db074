import { joinBoxes } from './join-boxes.ts'
import { joinNameParts } from './join-name-parts.ts'
import { joinSplitDates } from './join-split-dates.ts'
import { splitBands } from './column-bands.ts'
import { findHeaders, readPaths, type TableHeader } from './find-tables.ts'
import { headerMatcher, withOwnFields } from './header-match.ts'
import { isIdText } from './column-profile.ts'
import { INSTRUCTIONS, isInstructions } from './instruction-sheets.ts'
import { looksLikeName } from './name-like.ts'
import type { RawSheet } from './raw-workbook.ts'
import type { SheetMapping } from './recognised-workbook.ts'
import { readCards, type Cards } from './read-cards.ts'
import { spreadLabels } from './spread-labels.ts'
import { titleState } from './read-table.ts'
import type { KnownNames } from './section-title.ts'
import { gridOf, transposed, type SheetGrid } from './sheet-grid.ts'
import { cardRoles, HIGHEST_OF_CARDS, isNamed, mayBeCards, namedIn, told } from './cards-or-table.ts'
import { namesAcross } from './names-across.ts'
import { quotasAcross } from './quotas-across.ts'
import { withTickedWords } from './ticked-boxes.ts'
import { readTables } from './read-tables.ts'
import type { SheetReading } from './sheet-reading.ts'

/** Reads a sheet. `file`: the workbook's name without its ending, which may name the office. */
export function understandSheet(
  written: RawSheet,
  known: KnownNames,
  mapping: SheetMapping | undefined,
  file: string,
): SheetReading {
  const source = withTickedWords(joinNameParts(joinSplitDates(joinBoxes(written))))
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
  const listed = mapping === undefined ? namesAcross(grid) : null
  const listHeaders = listed === null ? [] : findHeaders(gridOf(listed), { purpose: 'roster' })
  if (listed !== null && listHeaders.length > 0)
    return readTables(source, gridOf(listed), listHeaders, known, undefined, file, true)
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
