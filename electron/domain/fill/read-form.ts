import { gridOf, type SheetGrid } from '../table/sheet-grid.ts'
import { columnLetters, shownText, type RawSheet, type RawWorkbook } from '../table/raw-workbook.ts'
import { findFormBlocks, listColumns } from './find-blocks.ts'
import { formFieldFor } from './form-fields.ts'
import { asksForCategory } from './fit-choices.ts'
import type { FormBlock } from './form-block.ts'
import { NOTE, notesBelow, printedRows, typeColumn, wholeRow, type PrintedRow } from './printed-rows.ts'
import { cardText, readCards, readUnitCard } from './read-card.ts'
import type { TemplateColumn } from './template-column.ts'
import type { TemplateKind } from '../../vocabulary/templates.ts'
import type { NamedUnit } from './label-context.ts'

/* A superior's workbook as parts to fill: every sheet, every block, each with its own header, its titles and the rows that are printed already. */

export interface FormPart {
  /** What it is called by in mappings and reports: sheet and header row, e.g. 表2!3; a card's row is 0. */
  readonly key: string
  readonly sheet: RawSheet
  readonly kind: TemplateKind
  /** 1-based, first and last row of the header; for a card both 0. */
  readonly headerRows: readonly [number, number]
  /** 1-based: the last row that can be the part's. */
  readonly lastRow: number
  readonly columns: readonly TemplateColumn[]
  /** Rows with something printed in their label columns. */
  readonly printed: readonly PrintedRow[]
  /** Columns (0-based) that name the row of a counting table. */
  readonly labelColumns: readonly number[]
  /** What stands over those columns. */
  readonly heading: string
  /** The form's own name. */
  readonly title: string
  /** The sheet's name and the texts over the block: what says whom it is about. */
  readonly titles: readonly string[]
  /** What the notes below it say: 注：借调外出人员不在本表填报. */
  readonly notes: readonly string[]
  /** The heading of its group within a longer list; null: it is the whole list. */
  readonly section: string | null
  /** What stands over the groups beside it. */
  readonly beside: string
  /** Columns (0-based) of the lists beside it in the same rows in which numbers may be printed in advance. */
  readonly besideNumbers: readonly number[]
  /** The same card comes several times, on a sheet or on several: the how manieth it is, from 1. Each is of somebody else. */
  readonly copy: number
}

export interface ReadForm {
  readonly parts: readonly FormPart[]
  /** Sheets with something on them that is no form, and hidden ones. */
  readonly others: readonly { readonly sheet: string; readonly why: string }[]
}

export interface FormAsked {
  readonly sheet?: string | undefined
  readonly headerRow?: number | undefined
}

/** Finds everything in a workbook that can be filled, sheet by sheet from top to bottom. Hidden sheets only when asked for. */
export function readForm(raw: RawWorkbook, asked: FormAsked, units: readonly NamedUnit[] = []): ReadForm {
  const sheets = raw.sheets.filter((sheet) => (asked.sheet === undefined ? !sheet.hidden : sheet.name === asked.sheet))
  const at = asked.headerRow === undefined ? undefined : asked.headerRow - 1
  const parts: FormPart[] = []
  const others: { sheet: string; why: string }[] = []
  for (const sheet of sheets) {
    const found = readSheet(sheet, at, units)
    parts.push(...found)
    if (found.length === 0 && sheet.rows.some((row) => row.some((cell) => shownText(cell).trim() !== '')))
      others.push({ sheet: sheet.name, why: '没有认出要填的表头' })
  }
  return { parts: withCopies(parts), others }
}

/** Cards that ask for the same are counted through, over all sheets. */
function withCopies(parts: readonly FormPart[]): readonly FormPart[] {
  const seen = new Map<string, number>()
  return parts.map((part) => {
    if (part.kind !== 'card') return part
    const text = cardText(part.columns)
    const copy = (seen.get(text) ?? 0) + 1
    seen.set(text, copy)
    return { ...part, copy }
  })
}

function readSheet(sheet: RawSheet, at: number | undefined, units: readonly NamedUnit[]): readonly FormPart[] {
  const grid = gridOf(sheet)
  const blocks = findFormBlocks(grid, at, units)
  const cards = at === undefined ? readCards(sheet) : []
  const [card = null] = cards
  // The labels of a card look like a header too; more of them stand on other rows.
  const best = Math.max(0, ...blocks.map(({ score, kind }) => (kind === 'counts' ? 0 : score)))
  const known = (places: readonly TemplateColumn[]) => places.filter(({ field }) => field !== null).length
  const counted = blocks.some(({ kind }) => kind === 'counts')
  if (card !== null && known(card) > best && !counted)
    return cards.map((one, place) => cardPart(grid, 'card', one, place))
  const unit = at === undefined && card === null ? readUnitCard(sheet) : null
  if (unit !== null && known(unit) > best && !counted) return [cardPart(grid, 'unitCard', unit, 0)]
  return blocks.flatMap((block, index) => {
    const part = partOf(grid, block, blocks[index - 1], blocks[index + 1])
    if (block.kind !== 'people') return [part]
    const halves = inHalves(grid, block, part)
    return halves.length > 1 ? halves : inSections(grid, block, part, units)
  })
}

function cardPart(
  grid: SheetGrid,
  kind: 'card' | 'unitCard',
  columns: readonly TemplateColumn[],
  place: number,
): FormPart {
  return {
    key: `${grid.sheet.name}!0${place === 0 ? '' : `.${place + 1}`}`,
    sheet: grid.sheet,
    kind,
    headerRows: [0, 0],
    lastRow: grid.height,
    columns: columns.map((one) => (one.field === 'funding' ? withListedCategory(grid.sheet, one) : one)),
    printed: [],
    labelColumns: [],
    heading: '',
    title: titleOf(grid, grid.height),
    titles: [],
    notes: [],
    section: null,
    beside: '',
    besideNumbers: [],
    copy: 1,
  }
}

/** 经费形式 of a card whose drop-down has 参公 among its words. */
function withListedCategory({ choices = [] }: RawSheet, place: TemplateColumn): TemplateColumn {
  const words = choices.find(
    ({ options, areas }) =>
      options !== null && areas.some(({ top, left }) => `${columnLetters(left)}${top + 1}` === place.column),
  )?.options
  return asksForCategory(words ?? []) ? { ...place, field: 'category' } : place
}

function partOf(
  grid: SheetGrid,
  block: FormBlock,
  before: FormBlock | undefined,
  after: FormBlock | undefined,
): FormPart {
  const { sheet } = grid
  const own = titlesOver(grid, block, before)
  const last = after === undefined ? grid.height : titlesOver(grid, after, block).first
  // What stands over the first block is about the whole sheet, unless each block has a title of its own.
  const common = before === undefined ? [] : sheetTitles(grid, before)
  return {
    key: `${sheet.name}!${block.first + 1}`,
    sheet,
    kind: block.kind,
    headerRows: [block.first + 1, block.last + 1],
    lastRow: last,
    columns: block.columns,
    printed: block.labelColumns.length === 0 ? [wholeRow(block)] : printedRows(grid, block, last, typeColumn(block)),
    labelColumns: block.labelColumns,
    heading: block.labelColumns.map((column) => block.paths[column]?.at(-1) ?? '').join('/'),
    title: titleOf(grid, block.first),
    titles: [sheet.name, ...common, ...own.texts],
    notes: notesBelow(grid, block, last),
    section: null,
    copy: 1,
    beside: '',
    besideNumbers: [],
  }
}

const NUMBERED = /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)])/u

/** One part for each group a list is divided into by headings below its head: 一、行政人员, 二、事业人员, or the names of units. */
function inSections(
  grid: SheetGrid,
  block: FormBlock,
  part: FormPart,
  units: readonly NamedUnit[],
): readonly FormPart[] {
  const rows: number[] = []
  for (let row = block.last + 1; row < part.lastRow; row += 1) {
    const [column, ...more] = grid.filled(row)
    const text = column === undefined ? '' : grid.text(row, column)
    if (more.length > 0 || text === '' || NOTE.test(text)) continue
    if (NUMBERED.test(text) || units.some(({ name, whole }) => whole !== true && name === text)) rows.push(row)
  }
  if (rows.length === 0 || (rows.length === 1 && rows[0] !== block.last + 1)) return [part]
  const texts = rows.map((row) => grid.text(row, grid.filled(row)[0] ?? 0))
  return rows.map((row, at) => {
    const section = texts[at] ?? ''
    return {
      ...part,
      key: `${grid.sheet.name}!${row + 1}`,
      headerRows: [part.headerRows[0], row + 1] as const,
      lastRow: rows[at + 1] ?? part.lastRow,
      printed: part.printed.filter((one) => one.row > row && one.row < (rows[at + 1] ?? part.lastRow)),
      titles: [...part.titles, section],
      section,
      beside: texts.filter((text) => text !== section).join(' '),
    }
  })
}

/** The texts right over a block, and the row (1-based) they begin under: at most three rows, each with a word or two. */
function titlesOver(
  grid: SheetGrid,
  block: FormBlock,
  before: FormBlock | undefined,
): { readonly texts: readonly string[]; readonly first: number } {
  const limit = before === undefined ? 0 : before.last + 1
  const texts: string[] = []
  let first = block.first
  for (let row = block.first - 1; row >= limit; row -= 1) {
    const filled = grid.filled(row)
    if (before !== undefined && (filled.length === 0 || filled.length > 2 || block.first - row > 3)) break
    texts.unshift(...filled.map((column) => grid.text(row, column)))
    first = row
  }
  return { texts, first }
}

/**
 * Lists side by side with a heading each, 行政编制人员 and 事业编制人员: a part for each, in the same rows. One list laid out in several columns, or one
 * heading over all of them, stays one part.
 */
function inHalves(grid: SheetGrid, block: FormBlock, part: FormPart): readonly FormPart[] {
  const row = block.first - 1
  const names = block.paths.flatMap((path, column) => (formFieldFor(path) === 'name' ? [column] : []))
  if (names.length < 2 || row < 0) return [part]
  const over = grid.filled(row)
  const halves = over.map((column, at) => ({
    title: grid.text(row, column),
    from: at === 0 ? 0 : column,
    to: over[at + 1] ?? block.paths.length,
  }))
  const each = halves.every(({ from, to }) => names.filter((name) => from <= name && name < to).length === 1)
  if (!each || halves.length !== names.length || new Set(halves.map(({ title }) => title)).size < 2) return [part]
  const columns = halves.map(({ from, to }) =>
    listColumns(
      grid,
      block.last,
      block.paths.map((path, column) => (from <= column && column < to ? path : [])),
    ),
  )
  const numbers = columns.map((own) => own.flatMap(({ field }, column) => (field === 'sequence' ? [column] : [])))
  const titles = new Set(halves.map(({ title }) => title))
  return halves.map(({ title }, at): FormPart => {
    const own = columns[at] ?? []
    return {
      ...part,
      key: at === 0 ? part.key : `${part.key}.${at + 1}`,
      columns: own,
      labelColumns: own.flatMap(({ field }, column) => (field === 'name' ? [column] : [])),
      printed: printedRows(grid, { ...block, labelColumns: [names[at] ?? 0] }, part.lastRow),
      titles: [...part.titles.filter((text) => !titles.has(text)), title],
      section: title,
      beside: halves.flatMap((one) => (one.title === title ? [] : [one.title])).join(' '),
      besideNumbers: numbers.flatMap((one, other) => (other === at ? [] : one)),
    }
  })
}

/** The sheet's heading over its first block: with several blocks the first text only, for the last is the block's own. */
function sheetTitles(grid: SheetGrid, first: FormBlock): readonly string[] {
  const found: string[] = []
  for (let row = 0; row < first.first; row += 1)
    for (const column of grid.filled(row)) found.push(grid.text(row, column))
  const heading = found[0]
  return heading === undefined || /^[一二三四五六七八九十]{1,3}[、.]|^[（(][一二三四五六七八九十][）)]/u.test(heading)
    ? []
    : [heading]
}

function titleOf(grid: SheetGrid, before: number): string {
  for (let row = 0; row < before; row += 1)
    for (const column of grid.filled(row)) {
      const text = grid.text(row, column)
      if (text.length >= 3) return text.slice(0, 80)
    }
  return grid.sheet.name
}

/** 0-based place of a column's letters; -1 for one the part does not have. */
export function columnIndex(part: FormPart, letters: string): number {
  return part.columns.findIndex((column, index) => column.column === letters && columnLetters(index) === letters)
}
