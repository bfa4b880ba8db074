import type { Holding } from '../model/person.ts'
import { postTitle, type SnapshotIndex } from '../model/snapshot-index.ts'
import { readRemark, type RemarkKind } from '../says/read-remark.ts'
import type { OwnInput } from './rule-by-person.ts'

/**
 * The title or the remark of a seat that says one of the kinds of its holder, as written, the title first; null where neither does.
 * Asked of everybody of a book by several rules: nothing is made for whoever nothing is said of.
 */
export function wordsSaying(
  index: SnapshotIndex,
  holding: Holding,
  { asOf, book }: OwnInput['snapshot'],
  is: (kind: RemarkKind) => boolean,
): string | null {
  const title = postTitle(index, holding)
  const { remark } = holding
  const says = (text: string | null): boolean => {
    const reading = readRemark(text, { asOf, township: book.name })
    return reading !== null && is(reading.kind)
  }
  if (says(title)) return title
  return says(remark) ? remark : null
}
