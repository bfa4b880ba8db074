import { askOrder, IN_ORDER, OPEN_ORDER } from './ask-order.ts'
import { countedParts } from './category-words.ts'
import { holdsNames, namesIn } from './name-like.ts'
import type { KnownBook } from './known-book.ts'
import { LEAVE_ROWS_OUT, type QuestionDesk } from './question-desk.ts'
import { shownText } from './raw-workbook.ts'
import type { DraftRecord } from './read-table.ts'
import { compact } from './sheet-grid.ts'
import { LEAVE_OUT, type PlacedCell } from './table-types.ts'

/* One cell with several people: 对应实有人员名单 of a public sheet, 工作人员 beside an office. */

interface Context {
  readonly sheet: string
  readonly key: string
  readonly desk: QuestionDesk
  readonly book: KnownBook
}

/**
 * Gives everybody of a cell with several names a record of their own, with the row's other values; whether that is meant is asked once a
 * column. An ID number beside several names is nobody's: such a row stays as it is.
 */
export function splitNames(
  records: readonly DraftRecord[],
  { sheet, key, desk, book }: Context,
): readonly DraftRecord[] {
  return records.flatMap((record) => {
    const list = record.values.get('names')
    const own = record.values.get('name')
    const written = list ?? (own !== undefined && holdsNames(shownText(own.cell)) ? own : undefined)
    if (written === undefined) return [record]
    const names = namesIn(shownText(written.cell))
    if (names.length === 0 || (names.length > 1 && record.values.has('idNumber'))) {
      if (own === undefined) record.values.set('name', written)
      return [record]
    }
    const answer = names.length === 1 ? '+' : ask(record, written, { sheet, key, desk, book })
    if (answer === LEAVE_OUT) return []
    const inOrder = categoriesInOrder(record, names, { sheet, key, desk, book })
    const alone = list !== undefined && own !== undefined ? [own] : []
    return [...alone, ...names.map((name): PlacedCell => ({ ...written, cell: name }))].map((name, at) => {
      const values = new Map(record.values)
      values.delete('names')
      const category = values.get('category')
      const word = alone.length === 0 ? inOrder?.[at] : undefined
      if (category !== undefined && word !== undefined)
        values.set('category', { ...category, cell: word, from: '编制照名单的先后' })
      else if (category !== undefined && inOrder === undefined)
        values.set('category', { ...category, from: OPEN_ORDER })
      else if (category !== undefined && inOrder !== null) values.delete('category')
      return { ...record, values: values.set('name', name) }
    })
  })
}

function ask(record: DraftRecord, written: PlacedCell, { sheet, key, desk }: Context): string | undefined {
  const shown = shownText(written.cell).replaceAll(/\s+/gu, ' ')
  return desk.ask(
    {
      id: `namesIn:${key}:${written.letters}`,
      kind: 'value',
      sheet,
      column: written.letters,
      text: `“${sheet}”${written.letters} 列“${written.header}”一格里写着几个人（如“${shown.slice(0, 20)}${shown.length > 20 ? '…' : ''}”）。一人一行分开导入吗？`,
      choices: [{ value: '+', text: '是，每个姓名算一个人' }, LEAVE_ROWS_OUT],
      suggested: '+',
      free: false,
    },
    record.row + 1,
  )
}

/**
 * 行政编制6名、实有5名，机关工勤编制2名、实有1名 beside six names: the first five and the last one, where she says that they stand in that order.
 * Null: the cell does not speak of several; empty: nobody's is known; undefined: she has not said yet.
 */
function categoriesInOrder(
  record: DraftRecord,
  names: readonly string[],
  { sheet, key, desk, book }: Context,
): readonly string[] | null | undefined {
  const cell = record.values.get('category')
  const parts = cell === undefined ? [] : countedParts(compact(shownText(cell.cell)))
  if (cell === undefined || parts.length === 0) return null
  const words = parts.flatMap(({ word, actual }) => Array<string>(actual).fill(word))
  if (words.length !== names.length) return []
  // Whoever the book knows keeps theirs.
  if (names.every((name) => book.countOf(name.replace(/[（(].*$/u, ''), null) === 1)) return []
  const answer = askOrder(desk, { sheet, key, column: cell.letters, row: record.row })
  return answer === undefined ? undefined : answer === IN_ORDER ? words : []
}
