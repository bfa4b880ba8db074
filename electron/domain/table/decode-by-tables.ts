import { isIdText } from './column-profile.ts'
import { shownText, type RawCell, type RawSheet, type RawWorkbook } from './raw-workbook.ts'
import { compact } from './sheet-grid.ts'

/* 代码表: a sheet that lists codes with their words. A column of another sheet under the same head holds the codes, and means the words. */

interface CodeTable {
  /** 机构代码: the head of the codes, wherever they stand. */
  readonly head: string
  /** 机构名称: what the words are called. */
  readonly words: string
  readonly byCode: ReadonlyMap<string, string>
}

const CODE_HEAD = /^(?<what>\p{sc=Han}{1,10})(?:代码|编码|代号|编号)$/u
/** Whose numbers tell them apart and stand for no word. */
const OF_PEOPLE = /^(?:人员|职工|干部|个人|公民|身份|员工|工资|考勤|证件|序列|档案|邮政|邮)/u
const HEADS_WITHIN = 10

/** The workbook with the codes of its own lists of codes as their words; itself where it has none. */
export function decodeByTables(raw: RawWorkbook): RawWorkbook {
  const tables = raw.sheets.flatMap((sheet) => tablesOf(sheet).map((table) => ({ sheet, table })))
  if (tables.length === 0) return raw
  const sheets = raw.sheets.map((sheet) =>
    tables.reduce((read, { sheet: own, table }) => (own === sheet ? read : decodeSheet(read, table)), sheet),
  )
  return { ...raw, sheets }
}

/** Two columns beside one another, 机构代码 and 机构名称, with a different code in every row, and nobody's ID number on the sheet. */
function tablesOf({ rows }: RawSheet): readonly CodeTable[] {
  if (rows.length > 400) return []
  const found = rows.slice(0, HEADS_WITHIN).flatMap((row, at) =>
    row.flatMap((cell, column): CodeTable[] => {
      const [head, words] = [textOf(cell), textOf(row[column + 1])]
      const what = CODE_HEAD.exec(head)?.groups?.['what'] ?? ''
      if (what === '' || words === '' || words.length > 12 || OF_PEOPLE.test(what) || !words.includes(what.slice(0, 2)))
        return []
      const pairs = rows
        .slice(at + 1)
        .map((below) => [textOf(below[column]), textOf(below[column + 1])] as const)
        .filter(([code]) => code !== '')
      const byCode = new Map(pairs.map(([code, word]) => [keyOf(code), word]))
      const whole =
        pairs.length >= 2 && byCode.size === pairs.length && pairs.every(([code, word]) => isPair(code, word))
      return whole ? [{ head, words, byCode }] : []
    }),
  )
  return found.length > 0 && rows.some((row) => row.some((cell) => isIdText(textOf(cell)))) ? [] : found
}

const isPair = (code: string, word: string) => /^[\dA-Za-z]{1,8}$/u.test(code) && /\p{sc=Han}/u.test(word)
const textOf = (cell: RawCell | undefined) => compact(shownText(cell ?? null)).normalize('NFKC')
/** 01 as text is 1 as a number. */
const keyOf = (code: string) => code.toUpperCase().replace(/^0+(?=\d)/u, '')

/** A column under the very head of the codes, which holds nothing else, and no column of the words beside it. */
function decodeSheet(sheet: RawSheet, { head, words, byCode }: CodeTable): RawSheet {
  for (const [at, row] of sheet.rows.slice(0, HEADS_WITHIN).entries()) {
    const texts = row.map(textOf)
    const column = texts.indexOf(head)
    if (column === -1 || texts.includes(words)) continue
    const codes = sheet.rows
      .slice(at + 1)
      .map((below) => textOf(below[column]))
      .filter((text) => text !== '')
    if (codes.length === 0 || !codes.every((code) => byCode.has(keyOf(code)))) return sheet
    const rows = sheet.rows.map((cells, row): readonly RawCell[] => {
      const text = textOf(cells[column])
      const meant = row === at ? words : row > at && text !== '' ? (byCode.get(keyOf(text)) ?? null) : null
      return meant === null ? cells : cells.with(column, meant)
    })
    return { ...sheet, rows }
  }
  return sheet
}
