import { describe, expect, it } from 'vitest'
import { evaluateFormula, type CellValue } from '../../electron/excel/evaluate-formula.ts'

/* Formulas as forms have them: what they come to, and what is left to the office program. */

const GRID: Readonly<Record<string, CellValue>> = {
  '!A1': '男',
  '!A2': '女',
  '!A3': '男',
  '!B1': 10,
  '!B2': 4,
  '!C1': 0,
  '名册!A1': 7,
}
const value = (formula: string) =>
  evaluateFormula(formula, {
    row: 6,
    cell: (sheet, row, column) => GRID[`${sheet ?? ''}!${String.fromCharCode(65 + column)}${row}`],
    height: () => 5,
  })

describe('a formula', () => {
  it.each([
    ['SUM(B1:B3)', 14],
    ['B1-B2*2', 2],
    ['B2/B1', 0.4],
    ['-B1+2', -8],
    ['50%*B1', 5],
    ['COUNTA(A1:A5)', 3],
    ['COUNT(A1:B3)', 2],
    ['COUNTIF(A:A,"男")', 2],
    ['COUNTIF(B1:B3,">=5")', 1],
    ['COUNTIF(A1:A3,"<>男")', 1],
    ['SUMIF(A1:A3,"男",B1:B3)', 10],
    ['AVERAGE(B1:B2)', 7],
    ['ROUND(B2/3,1)', 1.3],
    ['ROUND(2.5,0)', 3],
    ['IF(A4="","",ROW()-3)', ''],
    ['IF(A1="","",ROW()-3)', 3],
    ['IF(AND(B1>5,B2<5),"是","否")', '是'],
    ['IFERROR(B1/C1,0)', 0],
    ['MAX(0,B2-B1)', 0],
    ["'名册'!A1+名册!A1", 14],
    ['A1&"性"', '男性'],
  ])('%s is %s', (formula, expected) => expect(value(formula)).toBe(expected))

  it.each(['B1/C1', 'VLOOKUP(1,A1:B3,2)', 'A1+1', 'SUM(B1:B3', 'TODAY()', 'B1:B2', 'SUM(#REF!)', ''])(
    '%s is left alone',
    (formula) => expect(value(formula)).toBeNull(),
  )
})
