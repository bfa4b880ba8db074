import { evaluateFormula, NotComputed, type CellValue } from './evaluate-formula.ts'
import { withOwnFormulas } from './grow-sheet.ts'
import { formulaOf, type SheetCellXml, type SheetRowXml, type SheetXml } from './sheet-xml.ts'
import { attribute, elements, escapeXml, unescapeXml } from './xml-text.ts'

/*
 * What the form's own formulas come to, remembered beside them, so that a reader that does not calculate shows the right numbers, on the other
 * sheets too. What is not computed here loses its stale result and is computed when the file is opened.
 */

/** Formulas that wait for one another this deep are left to the office program. */
const MAX_DEPTH = 400
const NAMES_A_CELL = /[A-Za-z]\$?\d|!|ROW\(/

export interface CalculatedSheets {
  readonly sheets: ReadonlyMap<string, SheetXml>
  /** Texts of the workbook by number. */
  readonly text: (index: number) => string
  /** Sheets that were written into. */
  readonly filled: ReadonlySet<string>
}

/** The sheets with the results of their formulas made anew. Results of formulas that name no cell at all stay. */
export function withResults({ sheets, text, filled }: CalculatedSheets): ReadonlyMap<string, SheetXml> {
  const own = new Map([...sheets].map(([name, sheet]) => [name, { ...sheet, rows: withOwnFormulas(sheet.rows) }]))
  const calculate = calculator({ sheets: own, text, filled })
  return new Map(
    [...own].map(([name, sheet]) => {
      const rows = sheet.rows.map((row): SheetRowXml => {
        const cells = row.cells.map((cell): SheetCellXml => {
          const formula = formulaOf(cell)
          if (formula === undefined || !NAMES_A_CELL.test(formula.text)) return cell
          const value = calculate(name, row.row, cell.column)
          // Elsewhere a result that nothing has touched stays.
          const touched = filled.has(name) || [...filled].some((one) => formula.text.includes(one))
          return value === null && !touched ? cell : withResult(cell, value, sheet.prefix)
        })
        return cells.every((cell, index) => cell === row.cells[index]) ? row : { ...row, cells, raw: null }
      })
      return [name, { ...sheet, rows }]
    }),
  )
}

function withResult(cell: SheetCellXml, value: number | string | null, prefix: string): SheetCellXml {
  const formula = cell.inner.replaceAll(/<(?:[\w.-]+:)?v(?:\s[^<>]*)?(?:\/>|>[^<]*<\/(?:[\w.-]+:)?v\s*>)/g, '')
  const bare = cell.attributes.replaceAll(/\st="[^"]*"/g, '')
  const attributes = typeof value === 'string' ? `${bare} t="str"` : bare
  const shown = typeof value === 'string' ? escapeXml(value) : value
  const inner = value === null ? formula : `${formula}<${prefix}v>${shown}</${prefix}v>`
  return inner === cell.inner && attributes === cell.attributes ? cell : { ...cell, attributes, inner }
}

/** Value of a formula cell by sheet, row (1-based) and column (0-based); null where it cannot be said. */
function calculator({
  sheets,
  text,
}: CalculatedSheets): (sheet: string, row: number, column: number) => number | string | null {
  const cells = new Map<string, SheetCellXml>(
    [...sheets].flatMap(([name, sheet]) =>
      sheet.rows.flatMap((row) => row.cells.map((cell) => [`${name}!${row.row}:${cell.column}`, cell] as const)),
    ),
  )
  const known = new Map<string, number | string | null>()
  const waiting = new Set<string>()
  const valueIn = (sheet: string, row: number, column: number): CellValue => {
    if (!sheets.has(sheet)) throw new NotComputed()
    const cell = cells.get(`${sheet}!${row}:${column}`)
    if (cell === undefined) return undefined
    if (formulaOf(cell) === undefined) return plainValue(cell, text)
    const value = calculate(sheet, row, column)
    if (value === null) throw new NotComputed()
    return value
  }
  function calculate(sheet: string, row: number, column: number): number | string | null {
    const key = `${sheet}!${row}:${column}`
    const done = known.get(key)
    if (done !== undefined) return done
    const formula = formulaOf(cells.get(key))
    if (formula === undefined || waiting.has(key) || waiting.size > MAX_DEPTH) return null
    waiting.add(key)
    const value = evaluateFormula(unescapeXml(formula.text), {
      row,
      cell: (other, at, across) => valueIn(other ?? sheet, at, across),
      height: (other) => sheets.get(other ?? sheet)?.rows.at(-1)?.row ?? 0,
    })
    waiting.delete(key)
    known.set(key, value)
    return value
  }
  return calculate
}

function plainValue(cell: SheetCellXml, text: (index: number) => string): CellValue {
  const type = attribute(cell.attributes, 't') ?? 'n'
  const value = elements(cell.inner, 'v')[0]?.inner ?? ''
  if (type === 's') return text(Number(value))
  if (type === 'str') return unescapeXml(value)
  if (type === 'inlineStr')
    return elements(cell.inner, 't')
      .map(({ inner }) => unescapeXml(inner))
      .join('')
  if (type !== 'n') throw new NotComputed()
  return value === '' ? undefined : Number(value)
}
