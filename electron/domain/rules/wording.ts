import type { FigureLine } from '../model/figures.ts'
import type { Holding, Person } from '../model/person.ts'
import type { MonthOrDate } from '../model/plain-date.ts'
import { QUOTA_CATEGORY_NAMES } from '../model/quota-category.ts'
import { postTitle, type SnapshotIndex } from '../model/snapshot-index.ts'

const NAMES_SHOWN = 10
const GONE = '（已撤销机构）'

/** A unit's name; what the book no longer has says so. */
export function unitName(index: SnapshotIndex, unitId: string): string {
  return index.unit(unitId)?.name ?? GONE
}

/** "党政综合办公室 行政编制". */
export function lineName(index: SnapshotIndex, line: Pick<FigureLine, 'unitId' | 'category'>): string {
  return `${unitName(index, line.unitId)} ${QUOTA_CATEGORY_NAMES[line.category]}`
}

/** "财政所 会计"; the unit alone where the post has no title. */
export function placeName(index: SnapshotIndex, holding: Holding): string {
  const unit = index.unitOf(holding)?.name ?? GONE
  const title = postTitle(index, holding)
  return title === '' ? unit : `${unit} ${title}`
}

/** "甲、乙、丙等 12 人": at most ten names. */
export function nameList(people: readonly Pick<Person, 'name'>[]): string {
  const names = people
    .slice(0, NAMES_SHOWN)
    .map((person) => person.name)
    .join('、')
  return people.length > NAMES_SHOWN ? `${names}等 ${people.length} 人` : names
}

/** People of the ids that are known, in the given order. */
export function peopleOf(index: SnapshotIndex, ids: readonly string[]): readonly Person[] {
  return ids.flatMap((id) => index.person(id) ?? [])
}

/** "2011年9月" or "2011年9月5日". */
export function dateText(value: MonthOrDate): string {
  const month = `${Number(value.slice(0, 4))}年${Number(value.slice(5, 7))}月`
  return value.length === 7 ? month : `${month}${Number(value.slice(8, 10))}日`
}

/** Unit of the person's counted post, else of any post they have. */
export function unitIdOf(index: SnapshotIndex, personId: string): string | null {
  const holding = index.countedHoldingOf(personId) ?? index.holdingsOf(personId).find((own) => own.postId !== null)
  return holding === undefined ? null : (index.unitOf(holding)?.id ?? null)
}
