import { firstDayOf } from '../model/plain-date.ts'
import { isCivilService } from '../model/quota-category.ts'
import type { PresentPerson } from '../model/snapshot-index.ts'
import { dateText, unitIdOf } from '../rules/wording.ts'
import type { DueFact, DueFinder, DueInput } from './due.ts'
import { civilReviewSource, institutionReviewSource } from './due-sources.ts'

/**
 * 年度考核 that is not on record: of the last year that is over, for everybody on 编制 by its end, and of years between those that are on record.
 * The year's assessment is made at its end or at the beginning of the next, so it is due in the first month of the next.
 */
export const findReviewDue: DueFinder = (input) => {
  const reviews = Map.groupBy(input.snapshot.records.annualReview, ({ personId }) => personId)
  return (present) => {
    const own = new Set((reviews.get(present.person.id) ?? []).map(({ year }) => year))
    return missingYears(present, own, input)
  }
}

function missingYears(
  { person, counted }: PresentPerson,
  own: ReadonlySet<number>,
  { snapshot, index }: DueInput,
): readonly DueFact[] {
  const category = counted?.category ?? null
  if (counted === undefined || category === null) return []
  const last = Number(snapshot.asOf.slice(0, 4)) - 1
  const since = firstDayOf(counted.enteredOn ?? counted.validFrom)
  const first = Math.max(Number(since.slice(0, 4)), own.size === 0 ? last : Math.min(last, ...own))
  const subject = {
    kind: 'review' as const,
    personId: person.id,
    unitId: unitIdOf(index, person.id),
    obstacles: [],
    source: isCivilService(category) ? civilReviewSource : institutionReviewSource,
  }
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step)
    .filter((year) => !own.has(year))
    .map((year) => ({
      ...subject,
      what: String(year),
      title: `${year} 年度考核没有登记`,
      on: `${year + 1}-01`,
      steps: [
        `${year} 年 1 月 1 日至 12 月 31 日，次年年初应有等次${since > `${year}-01-01` ? `（${dateText(since)}起在编）` : ''}`,
      ],
      lacks: [],
    }))
}
