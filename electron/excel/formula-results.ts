import { evaluateFormula, NotComputed, type CellNumber } from './evaluate-formula.ts'
import { formulaOf, type SheetCellXml, type SheetRowXml, type SheetXml } from './sheet-xml.ts'
import { attribute, elements, unescapeXml } from './xml-text.ts'

/*
 * What the form's own formulas come to, remembered beside them, so that a reader that does not calculate shows the right numbers.
 * Sums, differences and the like are computed; anything else loses its stale result and is computed when the file is opened.
 */

/** Formulas that wait for one another this deep are left to the office program. */
const MAX_DEPTH = 400

/** The sheet with the results of its formulas made anew. Results of formulas that name no cell at all stay. */
export function withResults(sheet: SheetXml): SheetXml {
  if (!sheet.rows.some((row) => row.cells.some((cell) => formulaOf(cell) !== undefined))) return sheet
  const calculate = calculator(sheet)
  const rows = sheet.rows.map((row): SheetRowXml => {
    const cells = row.cells.map((cell): SheetCellXml => {
      const formula = formulaOf(cell)
      return formula === undefined || !/[A-Za-z]\$?\d|!/.test(formula.text) ? cell : withResult(cell, calculate(row.row, cell.column), sheet.prefix)
    })
    return cells.every((cell, index) => cell === row.cells[index]) ? row : { ...row, cells, raw: null }
  })
  return { ...sheet, rows }
}

function withResult(cell: SheetCellXml, value: number | null, prefix: string): SheetCellXml {
  const formula = cell.inner.replaceAll(/<(?:[\w.-]+:)?v(?:\s[^<>]*)?(?:\/>|>[^<]*<\/(?:[\w.-]+:)?v\s*>)/g, '')
  const attributes = cell.attributes.replaceAll(/\st="[^"]*"/g, '')
  const inner = value === null ? formula : `${formula}<${prefix}v>${value}</${prefix}v>`
  return inner === cell.inner && attributes === cell.attributes ? cell : { ...cell, attributes, inner }
}

/** Number of a formula cell by row (1-based) and column (0-based); null where it cannot be said. */
function calculator(sheet: SheetXml): (row: number, column: number) => number | null {
  const cells = new Map<string, SheetCellXml>(sheet.rows.flatMap((row) => row.cells.map((cell) => [`${row.row}:${cell.column}`, cell] as const)))
  const known = new Map<string, number | null>()
  const waiting = new Set<string>()
  const inCell: CellNumber = (row, column) => {
    const cell = cells.get(`${row}:${column}`)
    if (cell === undefined) return undefined
    if (formulaOf(cell) === undefined) return plainValue(cell)
    const value = calculate(row, column)
    if (value === null) throw new NotComputed()
    return value
  }
  function calculate(row: number, column: number): number | null {
    const key = `${row}:${column}`
    const done = known.get(key)
    if (done !== undefined) return done
    const formula = formulaOf(cells.get(key))
    if (formula === undefined || waiting.has(key) || waiting.size > MAX_DEPTH) return null
    waiting.add(key)
    const value = evaluateFormula(unescapeXml(formula.text), inCell)
    waiting.delete(key)
    known.set(key, value)
    return value
  }
  return calculate
}

function plainValue(cell: SheetCellXml): number | 'text' | undefined {
  const type = attribute(cell.attributes, 't') ?? 'n'
  if (type === 's' || type === 'inlineStr' || type === 'str') return 'text'
  if (type !== 'n') throw new NotComputed()
  const text = elements(cell.inner, 'v')[0]?.inner ?? ''
  return text === '' ? undefined : Number(text)
}
