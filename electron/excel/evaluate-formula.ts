import { columnNumber } from '../domain/import-plan/raw-workbook.ts'

/*
 * The commonest formulas of a form (sums, differences, MAX(0, …)) as numbers. Anything else is not guessed at: null.
 */

/** What stands in a cell (row 1-based, column 0-based): a number, a text, or nothing. @throws NotComputed where it cannot be said. */
export type CellNumber = (row: number, column: number) => number | 'text' | undefined

/** A value that would have to be guessed. */
export class NotComputed extends Error {}

interface Reading {
  readonly tokens: readonly string[]
  at: number
  readonly cell: CellNumber
}

const TOKENS = /\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?|\d+(?:\.\d+)?|[A-Za-z]+|[-+*/(),]|\S/g
const AREA = /^\$?([A-Za-z]{1,3})\$?(\d+)(?::\$?([A-Za-z]{1,3})\$?(\d+))?$/
const MAX_CELLS = 200_000

/** The formula's number, or null. */
export function evaluateFormula(formula: string, cell: CellNumber): number | null {
  const reading: Reading = { tokens: formula.match(TOKENS) ?? [], at: 0, cell }
  try {
    const value = sum(reading)
    return reading.at === reading.tokens.length && Number.isFinite(value) ? value : null
  } catch (error) {
    if (error instanceof NotComputed) return null
    throw error
  }
}

function sum(reading: Reading): number {
  let value = product(reading)
  for (let operator = reading.tokens[reading.at]; operator === '+' || operator === '-'; operator = reading.tokens[reading.at]) {
    reading.at += 1
    const right = product(reading)
    value = operator === '+' ? value + right : value - right
  }
  return value
}

function product(reading: Reading): number {
  let value = atom(reading)
  for (let operator = reading.tokens[reading.at]; operator === '*' || operator === '/'; operator = reading.tokens[reading.at]) {
    reading.at += 1
    const right = atom(reading)
    if (operator === '/' && right === 0) throw new NotComputed()
    value = operator === '*' ? value * right : value / right
  }
  return value
}

function atom(reading: Reading): number {
  const token = reading.tokens[reading.at]
  reading.at += 1
  if (token === undefined) throw new NotComputed()
  if (token === '-') return -atom(reading)
  if (token === '+') return atom(reading)
  if (token === '(') {
    const value = sum(reading)
    take(reading, ')')
    return value
  }
  if (/^\d/.test(token)) return Number(token)
  if (!AREA.test(token)) return called(token.toUpperCase(), reading)
  const [value, ...more] = cellsOf(token, reading)
  if (value === 'text' || more.length > 0) throw new NotComputed()
  return value ?? 0
}

function called(name: string, reading: Reading): number {
  if (name !== 'SUM' && name !== 'MAX' && name !== 'MIN') throw new NotComputed()
  const values = list(reading)
  if (name === 'SUM') return values.reduce((total, value) => total + value, 0)
  if (values.length === 0) return 0
  return values.reduce((best, value) => (name === 'MAX' ? Math.max(best, value) : Math.min(best, value)))
}

/** Arguments in brackets; texts and empty cells of an area count as nothing, as a spreadsheet has it. */
function list(reading: Reading): readonly number[] {
  const values: number[] = []
  take(reading, '(')
  for (;;) {
    const [token = '', next] = reading.tokens.slice(reading.at, reading.at + 2)
    if (AREA.test(token) && (next === ',' || next === ')')) {
      values.push(...cellsOf(token, reading).filter((value) => typeof value === 'number'))
      reading.at += 1
    } else values.push(sum(reading))
    if (reading.tokens[reading.at] !== ',') break
    reading.at += 1
  }
  take(reading, ')')
  return values
}

function cellsOf(area: string, reading: Reading): readonly (number | 'text' | undefined)[] {
  const [, left = '', top = '', right = left, bottom = top] = AREA.exec(area) ?? []
  const [first, last] = [columnNumber(left), columnNumber(right)]
  if ((Number(bottom) - Number(top) + 1) * (last - first + 1) > MAX_CELLS) throw new NotComputed()
  const values: (number | 'text' | undefined)[] = []
  for (let row = Number(top); row <= Number(bottom); row += 1) for (let column = first; column <= last; column += 1) values.push(reading.cell(row, column))
  return values
}

function take(reading: Reading, token: string): void {
  if (reading.tokens[reading.at] !== token) throw new NotComputed()
  reading.at += 1
}
