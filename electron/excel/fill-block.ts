import { valueText, type FillBlock, type FillValue } from '../domain/fill/fill-request.ts'
import { shownText, type RawSheet } from '../domain/table/raw-workbook.ts'
import type { CellStyles } from './cell-styles.ts'
import { formulaOf, isEmptyCell, styleOf, type SheetCellXml, type SheetRowXml, type SheetXml } from './sheet-xml.ts'
import { copyFormula } from './formula-references.ts'
import { firstBlankRow } from '../domain/fill/blank-row.ts'
import { unsafe, withFormula } from './grow-sheet.ts'
import { attribute, escapeCellText, unescapeXml, withAttribute } from './xml-text.ts'

/** The blank rows of a form, 1-based, ends inclusive. */
export interface BlankRows {
  readonly first: number
  readonly last: number
}

/** The blank rows under the header: those that look like the first of them, down to whatever is written next. @throws ExcelError `template_rows` */
export function findBlankRows(sheet: SheetXml, shown: RawSheet, block: FillBlock, styles: CellStyles): BlankRows {
  const rows = new Map(sheet.rows.map((row) => [row.row, row]))
  const blank = (row: number) => isBlank(rows.get(row), shown.rows[row - 1] ?? [], block)
  const first = firstBlankRow(shown, block)
  if (first === null) throw unsafe('表头下面没有空白行')
  const end = Math.min(block.until, Math.max(shown.rows.length, sheet.rows.at(-1)?.row ?? 0))
  const look = (row: number) => {
    const found = rows.get(row)
    return found === undefined
      ? undefined
      : styleOf(
          found,
          found.cells.find((cell) => cell.column === block.keyColumn),
        )
  }
  const ruled = styles.bordered(look(first))
  let last = first
  while (last < end && blank(last + 1) && (ruled ? styles.bordered(look(last + 1)) : true)) last += 1
  // Without border lines the blank rows end at the next written cell; at the end of the sheet there is none.
  if (ruled || hasTextBelow(shown, last)) return { first, last }
  let numbered = first
  while (numbered < last && isNumbered(shown, numbered + 1, block)) numbered += 1
  return { first, last: numbered }
}

/** A row whose number is already printed belongs to the list. */
function isNumbered(shown: RawSheet, row: number, { sequenceColumns }: FillBlock): boolean {
  return sequenceColumns.some((column) => shownText(shown.rows[row - 1]?.[column]).trim() !== '')
}

function hasTextBelow(shown: RawSheet, row: number): boolean {
  return shown.rows.slice(row).some((cells) => cells.some((cell) => shownText(cell).trim() !== ''))
}

/** A row is blank when nothing is written in it but numbers printed in advance; formulas are the form's own and do not count. */
function isBlank(row: SheetRowXml | undefined, cells: RawSheet['rows'][number], block: FillBlock): boolean {
  return cells.every((cell, column) => {
    if (shownText(cell).trim() === '') return true
    if (block.sequenceColumns.includes(column)) return /^\d+$/.test(shownText(cell).trim())
    return formulaOf(row?.cells.find((one) => one.column === column)) !== undefined
  })
}

/** The row whose look a row of the grown block takes: its own, the one before the last for those put in, the last for the last. */
export function sourceRow(place: number, count: number, { first, last }: BlankRows): number {
  const size = last - first + 1
  if (count <= size) return first + place
  if (place === count - 1) return last
  if (place < size - 1) return first + place
  // Where shaded and plain rows alternate, this takes the one whose turn it is.
  const other = (first + place - (last - 1)) % 2 !== 0 && size > 3
  return Math.max(first, other ? last - 2 : last - 1)
}

/** A row of the block with its values in; what the form computes itself stays. */
export function filledRow(
  source: SheetRowXml,
  row: number,
  values: ReadonlyMap<number, FillValue>,
  prefix: string,
  styles: CellStyles,
): SheetRowXml {
  const own = source.row === row
  const cells = new Map<number, SheetCellXml>()
  for (const cell of source.cells) {
    const formula = formulaOf(cell)
    if (formula !== undefined)
      cells.set(
        cell.column,
        own ? cell : withFormula(cell, copyFormula(unescapeXml(formula.text), row - source.row, 0)),
      )
    else
      cells.set(cell.column, own ? cell : { ...cell, attributes: withAttribute(cell.attributes, 't', null), inner: '' })
  }
  for (const [column, value] of values) {
    const present = cells.get(column)
    if (formulaOf(present) !== undefined) continue
    if (value === null && isEmptyCell(present)) continue
    cells.set(
      column,
      cellWith(
        present ?? { column, attributes: styleAttribute(styleOf(source, undefined)), inner: '' },
        value,
        prefix,
        styles,
      ),
    )
  }
  return {
    row,
    attributes: source.attributes,
    cells: [...cells.values()].toSorted((left, right) => left.column - right.column),
    raw: null,
  }
}

function styleAttribute(style: string | undefined): string {
  return style === undefined ? '' : ` s="${style}"`
}

/** The cell with a value in it and its style kept. Text is text whatever it looks like: nothing becomes a formula or a number. */
export function cellWith(cell: SheetCellXml, value: FillValue, prefix: string, styles: CellStyles): SheetCellXml {
  const bare = withAttribute(cell.attributes, 't', null)
  if (value === null) return { ...cell, attributes: bare, inner: '' }
  if (value.kind === 'number') return { ...cell, attributes: bare, inner: `<${prefix}v>${value.value}</${prefix}v>` }
  if (value.kind === 'share' && (!value.sign || styles.isPercent(attribute(cell.attributes, 's')))) {
    const shown = styles.isPercent(attribute(cell.attributes, 's')) ? value.percent / 100 : value.percent
    return { ...cell, attributes: bare, inner: `<${prefix}v>${Number(shown.toPrecision(12))}</${prefix}v>` }
  }
  const serial = value.kind === 'date' ? serialOf(value.date, styles.dateOf(attribute(cell.attributes, 's'))) : null
  if (serial !== null) return { ...cell, attributes: bare, inner: `<${prefix}v>${serial}</${prefix}v>` }
  return {
    ...cell,
    attributes: withAttribute(bare, 't', 'inlineStr'),
    inner: `<${prefix}is><${prefix}t xml:space="preserve">${escapeCellText(valueText(value))}</${prefix}t></${prefix}is>`,
  }
}

/** The serial number of a date for a cell that shows dates; null where the cell does not, or where it would show a day nobody knows. */
function serialOf(date: string, shows: 'day' | 'month' | null): number | null {
  if (shows === null || (shows === 'day' && date.length === 7)) return null
  const days = Date.parse(`${date.length === 7 ? `${date}-01` : date}T00:00:00Z`) / 86_400_000
  return Number.isFinite(days) ? days + 25_569 : null
}
