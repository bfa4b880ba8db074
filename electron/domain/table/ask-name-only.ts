import type { KnownBook } from './known-book.ts'
import { LEAVE_ROWS_OUT, type QuestionDesk } from './question-desk.ts'
import type { DraftRecord } from './read-table.ts'
import { recordName } from './record-name.ts'
import { LEAVE_OUT } from './table-types.ts'

/** A list with names and nothing else to tell people by is held against the book's names only when she says so. Returns those that stay. */
export function askNameOnly(
  records: readonly DraftRecord[],
  {
    sheet,
    key,
    book,
    desk,
  }: { readonly sheet: string; readonly key: string; readonly book: KnownBook; readonly desk: QuestionDesk },
): readonly DraftRecord[] {
  return records.filter((record) => {
    if (record.values.has('idNumber') || record.values.has('unit')) return true
    const name = recordName(record)
    if (name === '' || book.countOf(name, null) !== 1) return true
    const answer = desk.ask(
      {
        id: `nameOnly:${key}`,
        kind: 'nameOnly',
        sheet,
        column: record.values.get('name')?.letters ?? null,
        text: `“${sheet}”里只有姓名，没有身份证号和单位。按姓名更新编制本里的人吗？`,
        choices: [{ value: '+', text: '按姓名更新（编制本里没有重名）' }, LEAVE_ROWS_OUT],
        suggested: '+',
        free: false,
      },
      record.row + 1,
    )
    return answer !== LEAVE_OUT
  })
}
