import { columnNumber } from '../domain/table/raw-workbook.ts'
import { NotComputed, parseFormula, type AreaNode, type FormulaNode } from './parse-formula.ts'

export { NotComputed }

/*
 * The commonest formulas of a form (sums, shares, counts, IF, a number of the row) as values. Anything else is not guessed at: null.
 */

export type CellValue = number | string | undefined

export interface FormulaCells {
  /** Where the formula stands, row 1-based. */
  readonly row: number
  /** What stands in a cell (row 1-based, column 0-based) of a sheet, null: the formula's own. @throws NotComputed where it cannot be said. */
  readonly cell: (sheet: string | null, row: number, column: number) => CellValue
  /** The last row of a sheet: where a whole column ends. */
  readonly height: (sheet: string | null) => number
}

/** An error of the spreadsheet, such as a division by nothing: IFERROR knows what to do with it. */
class FormulaError extends Error {}

const MAX_CELLS = 200_000

/** The formula's value, or null. */
export function evaluateFormula(formula: string, cells: FormulaCells): number | string | null {
  try {
    const value = valueOf(parseFormula(formula), cells)
    return typeof value === 'number' && !Number.isFinite(value) ? null : (value ?? 0)
  } catch (error) {
    if (error instanceof NotComputed || error instanceof FormulaError) return null
    throw error
  }
}

function valueOf(node: FormulaNode, cells: FormulaCells): CellValue {
  switch (node.kind) {
    case 'value':
      return node.value
    case 'area': {
      const [value, ...more] = areaOf(node, cells)
      if (more.length > 0) throw new NotComputed()
      return value
    }
    case 'operation':
      return operated(node.operator, valueOf(node.left, cells), valueOf(node.right, cells))
    case 'call':
      return called(node.name, node.args, cells)
  }
}

function operated(operator: string, left: CellValue, right: CellValue): CellValue {
  switch (operator) {
    case '&':
      return `${left ?? ''}${right ?? ''}`
    case '+':
      return numeric(left) + numeric(right)
    case '-':
      return numeric(left) - numeric(right)
    case '*':
      return numeric(left) * numeric(right)
    case '/':
      if (numeric(right) === 0) throw new FormulaError()
      return numeric(left) / numeric(right)
    default:
      return Number(compared(operator, left, right))
  }
}

function compared(operator: string, left: CellValue, right: CellValue): boolean {
  // An empty cell is 0 beside a number and no text beside one.
  const [a, b] = [left ?? (typeof right === 'string' ? '' : 0), right ?? (typeof left === 'string' ? '' : 0)]
  const order = typeof a === typeof b ? (a < b ? -1 : a > b ? 1 : 0) : typeof a === 'number' ? -1 : 1
  switch (operator) {
    case '=':
      return order === 0
    case '<>':
      return order !== 0
    case '<':
      return order < 0
    case '>':
      return order > 0
    case '<=':
      return order <= 0
    default:
      return order >= 0
  }
}

function numeric(value: CellValue): number {
  if (value === undefined) return 0
  if (typeof value === 'number') return value
  throw new FormulaError()
}

type Call = (args: readonly FormulaNode[], cells: FormulaCells) => CellValue

const CALLS: Readonly<Record<string, Call>> = {
  SUM: (args, cells) => numbersOf(args, cells).reduce((total, value) => total + value, 0),
  MAX: (args, cells) => numbersOf(args, cells).reduce((best, value) => Math.max(best, value), -Infinity),
  MIN: (args, cells) => numbersOf(args, cells).reduce((best, value) => Math.min(best, value), Infinity),
  AVERAGE: (args, cells) => {
    const values = numbersOf(args, cells)
    if (values.length === 0) throw new FormulaError()
    return values.reduce((total, value) => total + value, 0) / values.length
  },
  COUNT: (args, cells) => numbersOf(args, cells).length,
  COUNTA: (args, cells) => allOf(args, cells).filter((value) => value !== undefined).length,
  COUNTBLANK: (args, cells) => allOf(args, cells).filter((value) => value === undefined || value === '').length,
  COUNTIF: ([area, criterion], cells) => {
    const test = criterionOf(criterion, cells)
    return valuesOf(area, cells).filter(test).length
  },
  SUMIF: ([area, criterion, summed], cells) => {
    const test = criterionOf(criterion, cells)
    const sums = valuesOf(summed ?? area, cells)
    return valuesOf(area, cells).reduce<number>(
      (total, value, at) => (test(value) && typeof sums[at] === 'number' ? total + sums[at] : total),
      0,
    )
  },
  ROUND: ([value, digits], cells) => {
    const scale = 10 ** numeric(digits === undefined ? 0 : valueOf(digits, cells))
    const given = numeric(one(value, cells)) * scale
    // Half goes away from nothing, as a spreadsheet rounds.
    return (Math.sign(given) * Math.round(Math.abs(given) + 1e-9)) / scale
  },
  ABS: ([value], cells) => Math.abs(numeric(one(value, cells))),
  INT: ([value], cells) => Math.floor(numeric(one(value, cells))),
  IF: ([test, yes, no], cells) => {
    const holds = one(test, cells)
    if (typeof holds === 'string') throw new FormulaError()
    return (holds ?? 0) === 0 ? (no === undefined ? 0 : valueOf(no, cells)) : one(yes, cells)
  },
  IFERROR: ([value, otherwise], cells) => {
    try {
      return one(value, cells)
    } catch (error) {
      if (error instanceof FormulaError) return one(otherwise, cells)
      throw error
    }
  },
  AND: (args, cells) => Number(args.every((arg) => numeric(valueOf(arg, cells)) !== 0)),
  OR: (args, cells) => Number(args.some((arg) => numeric(valueOf(arg, cells)) !== 0)),
  NOT: ([value], cells) => Number(numeric(one(value, cells)) === 0),
  ROW: ([area], cells) => {
    if (area === undefined) return cells.row
    const row = area.kind === 'area' ? /\d+/.exec(area.text)?.[0] : undefined
    if (row === undefined) throw new NotComputed()
    return Number(row)
  },
}

function called(name: string, args: readonly FormulaNode[], cells: FormulaCells): CellValue {
  const call = Object.hasOwn(CALLS, name) ? CALLS[name] : undefined
  if (call === undefined) throw new NotComputed()
  const value = call(args, cells)
  // The greatest of nothing is 0.
  return value === Infinity || value === -Infinity ? 0 : value
}

function one(node: FormulaNode | undefined, cells: FormulaCells): CellValue {
  if (node === undefined) throw new NotComputed()
  return valueOf(node, cells)
}

/** The numbers among the arguments; texts and empty cells of an area count as nothing, as a spreadsheet has it. */
function numbersOf(args: readonly FormulaNode[], cells: FormulaCells): readonly number[] {
  return args.flatMap((arg) =>
    arg.kind === 'area'
      ? areaOf(arg, cells).filter((value) => typeof value === 'number')
      : [numeric(valueOf(arg, cells))],
  )
}

function allOf(args: readonly FormulaNode[], cells: FormulaCells): readonly CellValue[] {
  return args.flatMap((arg) => valuesOf(arg, cells))
}

function valuesOf(node: FormulaNode | undefined, cells: FormulaCells): readonly CellValue[] {
  if (node === undefined) throw new NotComputed()
  return node.kind === 'area' ? areaOf(node, cells) : [valueOf(node, cells)]
}

/** "男", ">=35", "*党员*", or a cell that holds one of them. */
function criterionOf(node: FormulaNode | undefined, cells: FormulaCells): (value: CellValue) => boolean {
  const criterion = one(node, cells) ?? ''
  if (typeof criterion === 'number') return (value) => value === criterion
  const [, operator = '=', text = ''] = /^(<=|>=|<>|=|<|>)?(.*)$/su.exec(criterion) ?? []
  const number = text.trim() === '' ? Number.NaN : Number(text)
  if (!Number.isNaN(number)) return (value) => typeof value === 'number' && compared(operator, value, number)
  if (operator !== '=' && operator !== '<>') throw new NotComputed()
  const words = text
    .replaceAll(/[.+^${}()|[\]\\]/gu, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  const like = new RegExp(`^${words}$`, 'isu')
  return (value) =>
    like.test(typeof value === 'string' ? value : value === undefined ? '' : String(value)) === (operator === '=')
}

function areaOf({ sheet, text }: AreaNode, cells: FormulaCells): readonly CellValue[] {
  const [from = '', to = from] = text.split(':')
  const [, left = '', top = ''] = /^([A-Za-z]+)(\d*)$/.exec(from) ?? []
  const [, right = '', bottom = ''] = /^([A-Za-z]+)(\d*)$/.exec(to) ?? []
  const [first, last] = [columnNumber(left), columnNumber(right)]
  const [start, end] = [top === '' ? 1 : Number(top), bottom === '' ? cells.height(sheet) : Number(bottom)]
  if ((end - start + 1) * (last - first + 1) > MAX_CELLS) throw new NotComputed()
  const values: CellValue[] = []
  for (let row = start; row <= end; row += 1)
    for (let column = first; column <= last; column += 1) values.push(cells.cell(sheet, row, column))
  return values
}
