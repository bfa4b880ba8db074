import { columnNumber } from '../domain/table/raw-workbook.ts'
import { ExcelError } from './excel-error.ts'
import { copyFormula, growAreas, growFormula, UnsafeFormula, type RowGrowth } from './formula-references.ts'
import { formulaOf, type SheetCellXml, type SheetRowXml, type SheetXml } from './sheet-xml.ts'
import { attribute, elements, escapeXml, replaceElements, rewrite, unescapeXml, withAttribute } from './xml-text.ts'

/* Rows come into a sheet: everything below moves down, and whatever names rows (formulas, merged areas, breaks, rules, checks) is told so. */

/** The formula of every cell written out: a formula that several cells share is given to each of them in its own words. */
export function withOwnFormulas(rows: readonly SheetRowXml[]): readonly SheetRowXml[] {
  const masters = new Map<string, { readonly row: number; readonly column: number; readonly text: string }>()
  return rows.map((row) => {
    if (!row.cells.some((cell) => attribute(formulaOf(cell)?.attributes ?? '', 't') === 'shared')) return row
    const cells = row.cells.map((cell): SheetCellXml => {
      const formula = formulaOf(cell)
      const shared =
        formula === undefined || attribute(formula.attributes, 't') !== 'shared'
          ? undefined
          : attribute(formula.attributes, 'si')
      if (formula === undefined || shared === undefined) return cell
      if (formula.text !== '')
        masters.set(shared, { row: row.row, column: cell.column, text: unescapeXml(formula.text) })
      const master = masters.get(shared)
      if (master === undefined) throw new ExcelError('file_damaged', { problem: '公式读不出来' })
      return withFormula(cell, copyFormula(master.text, row.row - master.row, cell.column - master.column))
    })
    return { ...row, cells, raw: null }
  })
}

/** The cell with another formula text and no remembered result. */
export function withFormula(cell: SheetCellXml, formula: string): SheetCellXml {
  const prefix = /<((?:[\w.-]+:)?)f[\s>/]/.exec(cell.inner)?.[1] ?? ''
  return {
    ...cell,
    attributes: withAttribute(cell.attributes, 't', null),
    inner: `<${prefix}f>${escapeXml(formula)}</${prefix}f>`,
  }
}

/** A row that does not belong to the grown block, after the growth: in its new place, its formulas pointing where they pointed. */
export function grownRow(row: SheetRowXml, growth: RowGrowth): SheetRowXml {
  const place = row.row > growth.last ? row.row + growth.by : row.row
  const cells = row.cells.map((cell) => grownCell(cell, growth))
  const changed = place !== row.row || cells.some((cell, index) => cell !== row.cells[index])
  return changed ? { ...row, row: place, cells, raw: null } : row
}

function grownCell(cell: SheetCellXml, growth: RowGrowth): SheetCellXml {
  const formula = formulaOf(cell)
  if (formula === undefined) return cell
  const kind = attribute(formula.attributes, 't')
  if (kind === 'array' || kind === 'dataTable') throw unsafe('表中有数组公式')
  const text = unescapeXml(formula.text)
  const grown = grownFormula(text, growth, true)
  return grown === text
    ? cell
    : {
        ...cell,
        inner: rewrite(cell.inner, { text: (own, { name }) => (name === 'f' ? escapeXml(grown) : own) }),
      }
}

/** @throws ExcelError `template_rows` in place of an unsafe formula. */
export function grownFormula(formula: string, growth: RowGrowth, own: boolean): string {
  try {
    return growFormula(formula, growth, own)
  } catch (error) {
    if (error instanceof UnsafeFormula) throw unsafe(`公式“=${formula.slice(0, 60)}”只指着空白行中的一格`)
    throw error
  }
}

/** What may be named by rows outside the cells themselves: areas in attributes, formulas of rules and checks, page breaks. */
export function grownTail(
  sheet: SheetXml,
  growth: RowGrowth,
  copies: readonly (readonly [number, number])[],
): SheetXml {
  const tail = rewrite(sheet.tail, {
    tag: ({ attributes }) => grownAttributes(attributes, growth),
    text: (text, { name }) => {
      if (name === 'sqref') return growAreas(text, growth)
      return name === 'formula' || name === 'formula1' || name === 'formula2' || name === 'f'
        ? escapeXml(grownFormula(unescapeXml(text), growth, true))
        : text
    },
  })
  return { ...sheet, head: grownHead(sheet.head, growth), tail: withBreaks(withMerges(tail, copies), growth) }
}

function grownAttributes(attributes: string, growth: RowGrowth): string {
  const areas = attribute(attributes, 'sqref')
  const area = attribute(attributes, 'ref')
  const first = areas === undefined ? attributes : withAttribute(attributes, 'sqref', growAreas(areas, growth))
  return area === undefined || isInOneRow(area, growth.last)
    ? first
    : withAttribute(first, 'ref', growAreas(area, growth))
}

/** The used area, and what is selected and frozen below the block. */
function grownHead(head: string, growth: RowGrowth): string {
  return rewrite(head, {
    tag: ({ name, attributes }) => {
      const ref = name === 'dimension' ? attribute(attributes, 'ref') : undefined
      return ref === undefined ? attributes : withAttribute(attributes, 'ref', growAreas(ref, growth))
    },
  })
}

/** A page break stands after a row: one after the block's last row stays after its last row. */
function withBreaks(tail: string, { last, by }: RowGrowth): string {
  return replaceElements(tail, 'rowBreaks', ({ whole }) =>
    rewrite(whole, {
      tag: ({ name, attributes }) => {
        const id = name === 'brk' ? Number(attribute(attributes, 'id')) : Number.NaN
        return id >= last ? withAttribute(attributes, 'id', id + by) : attributes
      },
    }),
  )
}

const mergedAreas = (inner: string) =>
  elements(inner, 'mergeCell').flatMap((one) => attribute(one.attributes, 'ref') ?? [])

/** Areas merged within one row are merged in the rows made after it. */
function withMerges(tail: string, copies: readonly (readonly [number, number])[]): string {
  return replaceElements(tail, 'mergeCells', ({ whole, prefix, attributes, inner }) => {
    const merges = mergedAreas(inner)
    const more = copies.flatMap(([from, to]) =>
      merges.filter((area) => isInOneRow(area, from)).map((area) => area.replaceAll(/\d+/g, String(to))),
    )
    if (more.length === 0) return whole
    const all = inner + more.map((area) => `<${prefix}mergeCell ref="${area}"/>`).join('')
    return `<${prefix}mergeCells ${withAttribute(attributes, 'count', merges.length + more.length).trim()}>${all}</${prefix}mergeCells>`
  })
}

/** A merged area or link within one row stays what it is; it does not grow over the rows that come after. */
function isInOneRow(area: string, row: number): boolean {
  return area.split(':').every((corner) => Number(/\d+$/.exec(corner)?.[0]) === row)
}

/** Columns (0-based) that lie in an area merged over several rows of the block, other than as its top left cell. */
export function tallMerges(
  sheet: SheetXml,
  first: number,
  last: number,
): readonly { readonly left: number; readonly right: number }[] {
  return elements(sheet.tail, 'mergeCells')
    .flatMap(({ inner }) => mergedAreas(inner))
    .flatMap((area) => {
      const found = /^([A-Za-z]+)(\d+):([A-Za-z]+)(\d+)$/.exec(area)
      return found === null ? [] : [found]
    })
    .filter(([, , top, , bottom]) => Number(bottom) > Number(top) && Number(top) <= last && Number(bottom) >= first)
    .map(([, left = '', , right = '']) => ({ left: columnNumber(left), right: columnNumber(right) }))
}

/** Refusal of a form whose rows cannot be moved safely. */
export function unsafe(why: string): ExcelError {
  return new ExcelError('template_rows', { why })
}
