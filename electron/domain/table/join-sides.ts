import { repeated } from '../model/one-or-more.ts'
import { agrees, complete, keyOf } from './choose-sheets.ts'
import type { QuestionDesk } from './question-desk.ts'
import type { DraftRecord } from './read-table.ts'

/**
 * 编办台账 beside 单位上报: a list to be checked has the same person on both sides of a row, and where both say the same they are one. Returns the
 * people without the second; who is told of differently on the two sides stays twice, and is asked about.
 */
export function joinSides(
  people: readonly DraftRecord[],
  { sheet, desk }: { readonly sheet: string; readonly desk: QuestionDesk },
): readonly DraftRecord[] {
  const gone = new Set<DraftRecord>()
  for (const row of repeated(people, (record) => record.row)) {
    const [first, ...others] = row
    if (first === undefined || others.length === 0 || !first.values.has('idNumber')) continue
    for (const other of others)
      if (other.values.has('idNumber') && keyOf(other) === keyOf(first) && agrees(other, first)) {
        complete(first, other, `取自第 ${other.row + 1} 行另一栏`)
        gone.add(other)
      }
  }
  if (gone.size > 0) desk.note(`“${sheet}”有 ${gone.size} 行左右两栏是同一个人，写的一样，只导入一次。`)
  return people.filter((record) => !gone.has(record))
}
