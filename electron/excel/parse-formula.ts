import { pattern } from '../vocabulary/pattern.ts'

/* A form's formula as a tree: what is common on forms and nothing else. */

/** An area of cells; `sheet` null: the formula's own. Rows 1-based, as written. */
export interface AreaNode {
  readonly kind: 'area'
  readonly sheet: string | null
  readonly text: string
}
export type FormulaNode =
  | { readonly kind: 'value'; readonly value: number | string }
  | AreaNode
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly FormulaNode[] }
  | {
      readonly kind: 'operation'
      readonly operator: string
      readonly left: FormulaNode
      readonly right: FormulaNode
    }

/** A formula that is not read. */
export class NotComputed extends Error {}

const TOKENS = new RegExp(
  pattern`
    "(?:[^"]|"")*"|(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!\$?[A-Za-z]{1,3}\$?\d*(?::\$?[A-Za-z]{1,3}\$?\d*)?
    |\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?(?![\p{L}\p{N}_.(])|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\p{L}\p{N}_.(])
    |\d+(?:\.\d+)?|[A-Za-z][A-Za-z.]*|<=|>=|<>|\S
  `,
  'gu',
)
const AREA = /^(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Za-z]{1,3}\$?\d*(?::\$?[A-Za-z]{1,3}\$?\d*)?)$/u
/** The weaker the operator, the earlier it stands. */
const OPERATORS: readonly (readonly string[])[] = [['=', '<>', '<', '>', '<=', '>='], ['&'], ['+', '-'], ['*', '/']]
const DEEPEST = 60

interface Reading {
  readonly tokens: readonly string[]
  at: number
  depth: number
}

/** @throws NotComputed for anything it does not know. */
export function parseFormula(formula: string): FormulaNode {
  const reading: Reading = { tokens: formula.match(TOKENS) ?? [], at: 0, depth: 0 }
  const node = binary(reading, 0)
  if (reading.at !== reading.tokens.length) throw new NotComputed()
  return node
}

function binary(reading: Reading, level: number): FormulaNode {
  const operators = OPERATORS[level]
  if (operators === undefined) return percent(reading)
  let left = binary(reading, level + 1)
  for (let operator = next(reading); operator !== undefined && operators.includes(operator); operator = next(reading)) {
    reading.at += 1
    left = { kind: 'operation', operator, left, right: binary(reading, level + 1) }
  }
  return left
}

function percent(reading: Reading): FormulaNode {
  let node = atom(reading)
  while (next(reading) === '%') {
    reading.at += 1
    node = { kind: 'operation', operator: '/', left: node, right: { kind: 'value', value: 100 } }
  }
  return node
}

function atom(reading: Reading): FormulaNode {
  const token = next(reading)
  reading.at += 1
  reading.depth += 1
  if (token === undefined || reading.depth > DEEPEST * 20) throw new NotComputed()
  if (token === '-')
    return { kind: 'operation', operator: '-', left: { kind: 'value', value: 0 }, right: percent(reading) }
  if (token === '+') return percent(reading)
  if (token === '(') {
    const node = binary(reading, 0)
    take(reading, ')')
    return node
  }
  if (token.startsWith('"')) return { kind: 'value', value: token.slice(1, -1).replaceAll('""', '"') }
  if (/^\d/.test(token)) return { kind: 'value', value: Number(token) }
  if (next(reading) === '(') return { kind: 'call', name: token.toUpperCase(), args: list(reading) }
  const [, sheet, area] = AREA.exec(token) ?? []
  if (area === undefined || !/\d|:/.test(area)) throw new NotComputed()
  return { kind: 'area', sheet: sheet === undefined ? null : plainName(sheet), text: area.replaceAll('$', '') }
}

function list(reading: Reading): readonly FormulaNode[] {
  take(reading, '(')
  const args: FormulaNode[] = []
  if (next(reading) === ')') {
    reading.at += 1
    return args
  }
  for (;;) {
    args.push(binary(reading, 0))
    if (next(reading) !== ',') break
    reading.at += 1
  }
  take(reading, ')')
  return args
}

const next = (reading: Reading): string | undefined => reading.tokens[reading.at]

function plainName(name: string): string {
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name
}

function take(reading: Reading, token: string): void {
  if (next(reading) !== token) throw new NotComputed()
  reading.at += 1
}
