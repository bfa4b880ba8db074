import { formLines, type FormLine, type SheetLook } from '../domain/fill/form-lines.ts'
import type { FilledLine, FillRequest } from '../domain/fill/fill-request.ts'
import { columnLetters, shownText, type RawSheet } from '../domain/table/raw-workbook.ts'
import type { CellStyles } from './cell-styles.ts'
import { cellWith } from './fill-block.ts'
import type { RowGrowth } from './formula-references.ts'
import { editedRuns } from './rich-text.ts'
import { formulaOf, styleOf, type SheetCellXml, type SheetRowXml, type SheetXml } from './sheet-xml.ts'
import { attribute, elements } from './xml-text.ts'
import { relations, WORKBOOK_PART, type WorkbookParts } from './workbook-parts.ts'

/** The lines around a form's table that are to be completed, in the blank form's own rows. */
export function linesToFill(
  sheet: SheetXml,
  shown: RawSheet,
  request: FillRequest,
  styles: CellStyles,
): readonly FormLine[] {
  return request.lines === null ? [] : formLines(shown, request.lines, request.cells, lookOf(sheet, styles))
}

function lookOf(sheet: SheetXml, styles: CellStyles): SheetLook {
  const rows = new Map(sheet.rows.map((row) => [row.row, row]))
  const cellOf = (row: number, column: number) => rows.get(row + 1)?.cells.find((cell) => cell.column === column)
  return {
    hasFormula: (row, column) => formulaOf(cellOf(row, column)) !== undefined,
    ruled: (row, column) => {
      const found = rows.get(row + 1)
      return found !== undefined && styles.bordered(styleOf(found, cellOf(row, column)))
    },
  }
}

/** The sheet with the lines completed; a cell keeps its style, and its stretches of text their looks. */
export function withLines(
  sheet: SheetXml,
  shown: RawSheet,
  lines: readonly FormLine[],
  parts: WorkbookParts,
  styles: CellStyles,
): SheetXml {
  if (lines.length === 0) return sheet
  const byRow = Map.groupBy(lines, (line) => line.row + 1)
  const strings = sharedStrings(parts)
  const written = sheet.rows.map((row) => {
    const own = byRow.get(row.row)
    byRow.delete(row.row)
    return own === undefined
      ? row
      : rowWithLines(row, own, (line, cell) => richCell(cell, line, shown, sheet.prefix, strings), sheet.prefix, styles)
  })
  const blank = [...byRow].map(([row, own]) =>
    rowWithLines({ row, attributes: '', cells: [], raw: null }, own, () => null, sheet.prefix, styles),
  )
  return {
    ...sheet,
    rows: blank.length === 0 ? written : [...written, ...blank].toSorted((left, right) => left.row - right.row),
  }
}

type RichCell = (line: FormLine, cell: SheetCellXml) => SheetCellXml | null

function rowWithLines(
  row: SheetRowXml,
  lines: readonly FormLine[],
  rich: RichCell,
  prefix: string,
  styles: CellStyles,
): SheetRowXml {
  const cells = new Map(row.cells.map((cell) => [cell.column, cell]))
  for (const line of lines) {
    const style = styleOf(row, undefined)
    const cell = cells.get(line.column) ?? {
      column: line.column,
      attributes: style === undefined ? '' : ` s="${style}"`,
      inner: '',
    }
    cells.set(line.column, rich(line, cell) ?? cellWith(cell, line.value, prefix, styles))
  }
  return { ...row, cells: [...cells.values()].toSorted((left, right) => left.column - right.column), raw: null }
}

function richCell(
  cell: SheetCellXml,
  line: FormLine,
  shown: RawSheet,
  prefix: string,
  strings: (index: number) => string,
): SheetCellXml | null {
  if (line.edits === null) return null
  const index = attribute(cell.attributes, 't') === 's' ? elements(cell.inner, 'v')[0]?.inner : undefined
  const runs = editedRuns(
    index === undefined ? cell.inner : strings(Number(index)),
    prefix,
    shownText(shown.rows[line.row]?.[line.column]),
    line.edits,
  )
  if (runs === null) return null
  return {
    ...cellWith(cell, { kind: 'text', text: '' }, prefix, {
      bordered: () => false,
      dateOf: () => null,
      isPercent: () => false,
    }),
    inner: `<${prefix}is>${runs}</${prefix}is>`,
  }
}

/** Texts of the workbook by number, read when the first is asked for. The list itself is not changed: other cells use it. */
function sharedStrings(parts: WorkbookParts): (index: number) => string {
  let read: readonly string[] | null = null
  return (index) => {
    read ??= elements(
      parts.text(relations(parts, WORKBOOK_PART).find(({ type }) => type === 'sharedStrings')?.target ?? ''),
      'si',
    ).map(({ inner }) => inner)
    return read[index] ?? ''
  }
}

/** What was completed, by the cells' names in the finished sheet: rows put in have moved those below. */
export function filledLines(lines: readonly FormLine[], growths: readonly RowGrowth[]): readonly FilledLine[] {
  return lines.flatMap(({ row, column, says }) => {
    const moved = growths.reduce((down, { last, by }) => (row + 1 > last ? down + by : down), row)
    return says.map((text) => ({ cell: `${columnLetters(column)}${moved + 1}`, text }))
  })
}
