import { gridOf, originOf, type SheetGrid } from '../table/sheet-grid.ts'
import { columnLetters, shownText, type RawSheet, type RawWorkbook } from '../table/raw-workbook.ts'
import { findFormBlocks, listColumns } from './find-blocks.ts'
import { formFieldFor } from './form-fields.ts'
import { asksForCategory } from './fit-choices.ts'
import type { FormBlock } from './form-block.ts'
import { cardText, readCards, readUnitCard } from './read-card.ts'
import type { TemplateColumn } from './template-column.ts'
import type { TemplateKind } from '../../vocabulary/templates.ts'
import type { NamedUnit } from './label-context.ts'

/* A superior's workbook as parts to fill: every sheet, every block, each with its own header, its titles and the rows that are printed already. */

export interface PrintedRow {
  /** 0-based. */
  readonly row: number
  /** The row's labels from left to right; a label merged down or carried from above is one of them. */
  readonly labels: readonly string[]
}

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

/** The notes below a table, each as one text; a line that only goes on with one belongs to it. */
function notesBelow(grid: SheetGrid, block: FormBlock, last: number): readonly string[] {
  const notes: string[] = []
  for (let row = block.last + 1; row < last; row += 1) {
    const [column, ...more] = grid.filled(row)
    const text = column === undefined || more.length > 0 ? '' : grid.text(row, column)
    if (text === '' || (notes.length === 0 && !/^(?:注|说明|备注|填表说明|填报说明)\s*[:：1１]/u.test(text))) continue
    notes.push(/[:：]/u.test(text) ? text : `注：${text}`)
  }
  return notes
}

/** A blank row of numbers that no label names. */
const wholeRow = ({ last }: FormBlock): PrintedRow => ({ row: last + 1, labels: ['合计'] })

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

const NOTE = /^(?:注|备注|说明|填表说明|填报说明|填表人|制表|审核|单位负责人|负责人|联系电话|填报日期|填表日期|★|※)/u

/** 合计 in a column left of the names: under 序号, or under the 编制 the rows above are grouped by. */
function totalBefore(grid: SheetGrid, row: number, column: number): string | null {
  const [first] = grid.filled(row)
  const text = first === undefined || first >= column ? '' : grid.text(row, first)
  return /^(?:合\s*计|总\s*计|小\s*计|共\s*计)$/u.test(text) ? text : null
}

/** The column that says of which 编制 a row of a unit is. */
function typeColumn({ kind, columns }: FormBlock): number | null {
  const found = kind === 'units' ? columns.findIndex(({ field }) => field === 'category') : -1
  return found < 0 ? null : found
}

/** Rows below the header with a label, until the part ends or a note begins. */
function printedRows(
  grid: SheetGrid,
  block: FormBlock,
  last: number,
  typed: number | null = null,
): readonly PrintedRow[] {
  const found: PrintedRow[] = []
  for (let row = block.last + 1; row < last; row += 1) {
    const first = grid.filled(row)[0]
    if (first !== undefined && NOTE.test(grid.text(row, first))) break
    if (isDashed(grid, row, block) || isNumbering(grid, row)) continue
    const labels = block.labelColumns.flatMap((column, index) => {
      const origin = originOf(grid, row, column)
      const text = grid.text(origin.row, origin.column)
      const sum = text === '' && block.kind !== 'people' ? totalBefore(grid, row, column) : null
      if (sum !== null) return [sum]
      // A unit's name stands once over a row for each of its 编制.
      if (text === '' && typed !== null && grid.text(row, typed) !== '' && found.length > 0)
        return [found.at(-1)?.labels[index] ?? '']
      if (text !== '') return origin.row <= block.last ? [] : [text]
      // A group's name stands once, at its first row; the innermost label is always the row's own.
      return index < block.labelColumns.length - 1 && found.length > 0 && grid.filled(row).length > 0
        ? [found.at(-1)?.labels[index] ?? '']
        : []
    })
    const plain = labels.filter((text, index) => text !== '' && text !== labels[index - 1])
    // 小计 merged over the number in front is a label of this row too.
    const ownLabel = [...block.labelColumns, ...(typed === null ? [] : [typed])].some((column) => {
      const origin = originOf(grid, row, column)
      return (
        origin.row === row &&
        (grid.text(row, origin.column) !== '' || (block.kind !== 'people' && totalBefore(grid, row, column) !== null))
      )
    })
    if (ownLabel && plain.length > 0) found.push({ row, labels: plain })
  }
  return found
}

/** 甲 1 2 3, (1) (2) (3): the columns counted through. */
function isNumbering(grid: SheetGrid, row: number): boolean {
  const texts = grid.filled(row).map((column) => grid.text(row, column).normalize('NFKC').replaceAll(/[()]/gu, ''))
  const numbers = texts.filter((text) => /^\d{1,2}$/u.test(text)).map(Number)
  return (
    numbers.length > 1 &&
    texts.every((text) => /^(?:\d{1,2}|[甲乙丙丁])$/u.test(text)) &&
    numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1)
  )
}

/** 一、总量 — —: a heading within the table, for nothing is to be written beside it. */
function isDashed(grid: SheetGrid, row: number, { labelColumns }: FormBlock): boolean {
  const others = grid.filled(row).filter((column) => !labelColumns.includes(column))
  return others.length > 0 && others.every((column) => /^[—–－-]+$/u.test(grid.text(row, column)))
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
