import type { QuestionDesk } from './question-desk.ts'
import { readStandingWord } from './category-words.ts'
import { readCountText } from './count-text.ts'
import type { KnownBook } from './known-book.ts'
import { shownText } from './raw-workbook.ts'
import { compact } from './sheet-grid.ts'
import type { TableRecord } from './table-types.ts'

/** Approved numbers the book does not have, on a sheet that names no 文号 at all: asked once. Returns the records with her answer in them. */
export function askDocument(
  records: readonly TableRecord[],
  context: { readonly sheet: string; readonly key: string; readonly book: KnownBook; readonly desk: QuestionDesk },
): readonly TableRecord[] {
  const { sheet, key, book, desk } = context
  if (records.length === 0 || records.some(({ values }) => values.has('document'))) return records
  return records.map((record) => {
    if (isKnown(record, book)) return record
    const answer = desk.ask(
      {
        id: `document:${key}`,
        kind: 'value',
        sheet,
        column: null,
        text: `“${sheet}”里的编制数没有写批准文号。是哪份文件核定的？`,
        choices: [],
        suggested: null,
        free: true,
      },
      record.row,
    )
    if (answer === undefined || answer.trim() === '') return record
    const document = { cell: answer.trim(), letters: '', header: '', from: '文号按您的回答' }
    return { ...record, values: new Map([...record.values, ['document', document] as const]) }
  })
}

/** The same number stands in the book already, on whatever paper. */
function isKnown({ values }: TableRecord, book: KnownBook): boolean {
  const textOf = (field: string) => shownText(values.get(field)?.cell).trim()
  const leaders = readCountText(textOf('leadership'))
  const unit = compact(textOf('unit'))
  if (!values.has('amount')) return leaders === null || book.leadersOf(unit) === leaders
  const word = readStandingWord(textOf('category'))
  if (word?.kind !== 'quota') return false
  const amount = readCountText(textOf('amount'))
  // No number needs no paper.
  return amount === 0 || (amount !== null && book.quotasOf(unit).get(word.category) === amount)
}
