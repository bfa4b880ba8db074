import type { QuestionDesk } from './question-desk.ts'
import { LEAVE_ROWS_OUT } from './question-desk.ts'
import { columnNumber, shownText } from './raw-workbook.ts'
import type { DraftRecord } from './read-table.ts'
import type { SheetReading } from './sheet-reading.ts'
import { compact } from './sheet-grid.ts'
import { LEAVE_OUT } from './table-types.ts'
import { RIVAL } from './type-columns.ts'

/** Two columns are both headed 部门 and say different things of the same person: which of them counts is one question. Returns those that stay. */
export function askSameHeads(
  records: readonly DraftRecord[],
  { columns }: Pick<SheetReading, 'columns'>,
  context: { readonly sheet: string; readonly key: string; readonly desk: QuestionDesk },
): readonly DraftRecord[] {
  const rivals = columns.flatMap(({ field }) => (field?.startsWith(RIVAL) === true ? [field] : []))
  // Nearly no sheet has two columns of one head: of the others the records are not looked through.
  if (rivals.length === 0) return records
  return records.filter((record) => rivals.every((rival) => settle(record, rival, context) !== LEAVE_OUT))
}

function settle(
  record: DraftRecord,
  rival: string,
  { sheet, key, desk }: { readonly sheet: string; readonly key: string; readonly desk: QuestionDesk },
): string | undefined {
  const field = rival.slice(RIVAL.length)
  const [own, other] = [record.values.get(field), record.values.get(rival)]
  record.values.delete(rival)
  if (other === undefined) return undefined
  if (own === undefined) {
    record.values.set(field, other)
    return undefined
  }
  const texts = [own, other].map(({ cell }) => compact(shownText(cell)))
  if (texts[0] === texts[1] || texts.includes('')) return undefined
  const [left, right] = [own, other].map(({ letters }) => letters).toSorted((a, b) => columnNumber(a) - columnNumber(b))
  const answer = desk.ask(
    {
      id: `sameHead:${key}:${field}`,
      kind: 'which',
      sheet,
      column: own.letters,
      text: `“${sheet}”${left ?? ''} 列和 ${right ?? ''} 列都叫“${own.header}”，有几行写的不一样（如“${texts.join('”和“')}”）。这些行以哪一列为准？`,
      choices: [
        ...[left ?? '', right ?? ''].map((letters) => ({ value: letters, text: `以 ${letters} 列为准` })),
        LEAVE_ROWS_OUT,
      ],
      suggested: null,
      free: false,
    },
    record.row + 1,
  )
  if (answer === other.letters) record.values.set(field, { ...other, from: '以这一列为准，按您的回答' })
  return answer
}
