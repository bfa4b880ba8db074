import type { AnswerId } from '../../vocabulary/answers.ts'
import type { QuestionDesk } from './question-desk.ts'

/* 行政编制6名，实有5名；机关工勤编制2名，实有1名 over six people: who of them has which. */

export const IN_ORDER = '+'
/** Where a 编制 comes from that only the answer tells. */
export const OPEN_ORDER = '几种编制写在一起'
export const orderId = (key: string): AnswerId => `groupCategory:${key}:order`

/** Asks once a sheet whether those who are named first have the 编制 that is named first. */
export function askOrder(
  desk: QuestionDesk,
  place: { readonly sheet: string; readonly key: string; readonly column: string | null; readonly row: number },
): string | undefined {
  const { sheet, key, column, row } = place
  return desk.ask(
    {
      id: orderId(key),
      kind: 'groupCategory',
      sheet,
      column,
      text: `“${sheet}”有的机构写着几种编制，人数正好是各种实有数之和。名单是照编制的先后写的吗？`,
      choices: [
        { value: IN_ORDER, text: '是，前面的人是先写的那种编制' },
        { value: '?', text: '不是，这些人的编制另外问' },
      ],
      suggested: IN_ORDER,
      free: false,
    },
    row + 1,
  )
}
