import { holdsNames, namesIn } from './name-like.ts'
import { LEAVE_ROWS_OUT, type QuestionDesk } from './question-desk.ts'
import { shownText } from './raw-workbook.ts'
import type { DraftRecord } from './read-table.ts'
import { LEAVE_OUT, type PlacedCell } from './table-types.ts'

/* One cell with several people: 对应实有人员名单 of a public sheet, 工作人员 beside an office. */

/**
 * Gives everybody of a cell with several names a record of their own, with the row's other values; whether that is meant is asked once a
 * column. An ID number beside several names is nobody's: such a row stays as it is.
 */
export function splitNames(
  records: readonly DraftRecord[],
  { sheet, key, desk }: { readonly sheet: string; readonly key: string; readonly desk: QuestionDesk },
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
    const answer = names.length === 1 ? '+' : ask(record, written, { sheet, key, desk })
    if (answer === LEAVE_OUT) return []
    const alone = list !== undefined && own !== undefined ? [own] : []
    return [...alone, ...names.map((name): PlacedCell => ({ ...written, cell: name }))].map((name) => {
      const values = new Map(record.values)
      values.delete('names')
      return { ...record, values: values.set('name', name) }
    })
  })
}

function ask(
  record: DraftRecord,
  written: PlacedCell,
  { sheet, key, desk }: { readonly sheet: string; readonly key: string; readonly desk: QuestionDesk },
): string | undefined {
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
