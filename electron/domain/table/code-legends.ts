import { pattern } from '../../vocabulary/pattern.ts'
import { remembered } from '../../vocabulary/remembered.ts'
import { shownText, type RawCell } from './raw-workbook.ts'

/* 编制类型（1行政 2事业 3工勤）: a head that says what the numbers below it mean. */

const PAIR = new RegExp(
  pattern`
    (?<code>\d{1,2}|[A-Ha-h])\s*[.．、:：=＝—－-]?\s*(?<word>[\p{sc=Han}][\p{sc=Han}（）()]{0,14}?)
    (?=[\s,，;；、/／。]*(?:\d|[A-Ha-h][.．、:：=＝—－-]?\p{sc=Han})|[\s,，;；。]*(?:等)?[)）】\]]?$|[)）】\]])
  `,
  'gu',
)

/** The words behind the codes of a head; null: it lists none, or not from 0 or 1 on. */
export const legendOf: (head: string) => ReadonlyMap<string, string> | null = remembered((head) => {
  const found = new Map<string, string>()
  for (const match of head.normalize('NFKC').matchAll(PAIR)) {
    const { code = '', word = '' } = match.groups ?? {}
    found.set(plainCode(code), word)
  }
  const inOrder = [...found.keys()].every((code, at, all) => at === 0 || follows(all[at - 1] ?? '', code))
  return found.size >= 2 && /^[01A]$/u.test([...found.keys()][0] ?? '') && inOrder ? found : null
})

const plainCode = (code: string) => code.toUpperCase().replace(/^0(?=\d)/u, '')

function follows(before: string, code: string): boolean {
  return /\d/u.test(code) ? Number(code) === Number(before) + 1 : code.charCodeAt(0) === before.charCodeAt(0) + 1
}

/** The word a cell's code stands for under its head; the cell itself where it is no code of it. */
export function decoded(cell: RawCell, head: string): RawCell {
  if (!/\d|[A-H]/iu.test(head)) return cell
  const text = shownText(cell).normalize('NFKC').trim()
  return /^(?:\d{1,2}|[A-Ha-h])$/u.test(text) ? (legendOf(head)?.get(plainCode(text)) ?? cell) : cell
}
