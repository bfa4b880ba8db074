import type { KnownBook } from './known-book.ts'
import { looksLikeName } from './name-like.ts'
import type { QuestionDesk } from './question-desk.ts'
import { shownText } from './raw-workbook.ts'
import type { DraftRecord } from './read-table.ts'
import { recordName } from './record-name.ts'
import { compact } from './sheet-grid.ts'
import { LEAVE_OUT } from './table-types.ts'

/** An answer that the word is somebody's name. */
const A_NAME = '+'

/**
 * A word in the column of names that begins with no surname, where nothing else of the row says that it is somebody: 待招聘, 张三李四. Asked
 * once for each word. Returns those that stay.
 */
export function askOddNames(
  records: readonly DraftRecord[],
  { sheet, book, desk }: { readonly sheet: string; readonly book: KnownBook; readonly desk: QuestionDesk },
): readonly DraftRecord[] {
  if (records.every(({ values }) => values.has('idNumber'))) return records
  const sure = new Set(
    records.flatMap((record) =>
      record.values.has('idNumber') ? [plain(compact(shownText(record.values.get('name')?.cell)))] : [],
    ),
  )
  return records.filter((record) => {
    const name = record.values.get('name')
    if (record.values.has('idNumber') || saysMore(record)) return true
    const text = compact(shownText(name?.cell))
    // 试一（兼任） is the 试一 of another row.
    if (sure.has(plain(text)) || book.countOf(plain(text), null) > 0) return true
    if (text === '' || looksLikeName(text)) return true
    if (book.countOf(recordName(record), null) > 0) return true
    const answer = desk.ask(
      {
        id: `oddName:${text}`,
        kind: 'remark',
        sheet,
        column: name?.letters ?? null,
        text: `姓名里写着“${text}”，又没有身份证号。这是一个人的姓名吗？`,
        choices: [
          { value: LEAVE_OUT, text: '不是人名，不导入这些行' },
          { value: A_NAME, text: `是，有人叫“${text}”` },
        ],
        suggested: LEAVE_OUT,
        free: false,
        joint: {
          id: 'all:oddName',
          word: text,
          text: (all) => `姓名里写着${all}，又没有身份证号。这些都不是人名吗？`,
        },
      },
      record.row + 1,
    )
    return answer !== LEAVE_OUT
  })
}

/** Without what stands in brackets. */
function plain(text: string): string {
  return /[（(]/u.test(text) ? text.replaceAll(/[（(].*?[)）]/gu, '') : text
}

/** A birth or a day of entering is somebody's. */
function saysMore({ values }: DraftRecord): boolean {
  return ['sex', 'birth', 'enteredOn', 'workStarted', 'phone'].some((field) => values.has(field))
}
