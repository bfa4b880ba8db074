import type { PlainDate } from '../model/plain-date.ts'
import type { QuotaCategory } from '../model/quota-category.ts'
import type { NoticeContent } from './notice-content.ts'
import type { Overruled } from './notice-doubts.ts'

/* Who stood on a notice, as data: frozen beside the file, never leaves the book, and is what the next notice is compared with. */

export interface ListedCount {
  readonly category: QuotaCategory
  readonly quota: number | null
  readonly listed: number
}

export interface ListedUnit {
  readonly id: string
  readonly name: string
  readonly counts: readonly ListedCount[]
}

export interface ListedPerson {
  readonly personId: string
  readonly name: string
  readonly unitId: string
  readonly unitName: string
  readonly post: string
  readonly category: QuotaCategory | null
}

export interface NoticeListing {
  readonly asOf: PlainDate
  /** What she froze it in spite of, with her reason; left out where there was nothing. */
  readonly despite?: Overruled
  readonly units: readonly ListedUnit[]
  readonly people: readonly ListedPerson[]
}

/** The listing of a notice's content, with what it was frozen in spite of. */
export function noticeListing(
  content: NoticeContent,
  asOf: PlainDate,
  despite: Overruled | null = null,
): NoticeListing {
  const units = content.sections.flatMap((section) => section.units)
  return {
    asOf,
    ...(despite === null ? {} : { despite }),
    units: units.map(({ id, name, counts }) => ({
      id,
      name,
      counts: counts.map(({ category, quota, listed }) => ({ category, quota, listed })),
    })),
    people: units.flatMap((unit) =>
      unit.people.map(({ personId, name, unitId, unitName, post, category }) => ({
        personId,
        name,
        unitId,
        unitName,
        post,
        category,
      })),
    ),
  }
}
