import type { BookSnapshot } from '../model/book-snapshot.ts'
import type { Figures } from '../model/figures.ts'
import { mapInSteps, wholeOf } from '../model/in-steps.ts'
import { monthOf, type MonthOrDate, type PlainMonth } from '../model/plain-date.ts'
import type { QuotaCategory } from '../model/quota-category.ts'
import { expectedRetirement } from '../retirement/expected-retirement.ts'
import { indexSnapshot, postTitle, type PresentPerson, type SnapshotIndex } from '../model/snapshot-index.ts'
import type { RetiringPerson } from './retiring-person.ts'
import { lineForecasts, type LineForecast } from './line-forecast.ts'
import { runOffs, type RunOff } from './run-off.ts'

/** Somebody on 编制 of whom no month can be told before somebody has been asked; in no number of the forecast. */
export interface UnknownRetirement {
  readonly personId: string
  readonly unitId: string | null
  readonly category: QuotaCategory
  readonly post: string
  readonly why: 'birthMissing' | 'asked'
  readonly birth: MonthOrDate | null
  readonly earliest: PlainMonth | null
  readonly latest: PlainMonth | null
}

export interface ForecastYear {
  readonly year: number
  readonly retiring: number
  /** Of these, whose month is already over. */
  readonly overdue: number
  readonly leaders: number
  readonly byCategory: Readonly<Partial<Record<QuotaCategory, number>>>
  readonly personIds: readonly string[]
}

export interface Forecast {
  readonly years: readonly ForecastYear[]
  /** By month, then in the snapshot's order; those beyond the last year too. */
  readonly people: readonly RetiringPerson[]
  readonly unknown: readonly UnknownRetirement[]
  readonly lines: readonly LineForecast[]
  readonly runOffs: readonly RunOff[]
}

export interface ForecastAsked {
  /** Calendar years, the present one first. */
  readonly years: number
  /** Months ahead at which a retirement is announced. */
  readonly alerts: readonly number[]
}

/**
 * Who reaches the statutory retirement month when, what that frees in each unit and category, and when an over-quota line has run off. Everybody
 * who is counted (占编) is in it once, in `people` or in `unknown`; nobody else leaves or comes, but for the entries already approved.
 */
export function forecast(snapshot: BookSnapshot, figures: Figures, asked: ForecastAsked): Forecast {
  return wholeOf(forecastInSteps(snapshot, figures, asked))
}

/** The same, so many people at a time. */
export function* forecastInSteps(
  snapshot: BookSnapshot,
  figures: Figures,
  { years, alerts }: ForecastAsked,
): Generator<void, Forecast> {
  const index = indexSnapshot(snapshot)
  const now = monthOf(snapshot.asOf)
  const first = Number(now.slice(0, 4))
  const nearest = alerts.toSorted((left, right) => left - right)
  yield
  const told = (yield* mapInSteps(index.present, (present) => tellPerson(present, index, now, nearest))).filter(
    (one) => one !== null,
  )
  yield
  const people = told
    .flatMap((one) => ('month' in one ? [one] : []))
    .toSorted((left, right) => (left.month < right.month ? -1 : Number(left.month > right.month)))
  const range = Array.from({ length: years }, (_, step) => first + step)
  yield
  const lines = lineForecasts(figures, people, range)
  yield
  return {
    years: range.map((year) => yearOf(year, people)),
    people,
    unknown: told.flatMap((one) => ('why' in one ? [one] : [])),
    lines,
    runOffs: runOffs(figures, people, snapshot),
  }
}

function tellPerson(
  { person, counted }: PresentPerson,
  index: SnapshotIndex,
  now: PlainMonth,
  /** The nearest first. */
  alerts: readonly number[],
): RetiringPerson | UnknownRetirement | null {
  if (counted === undefined || counted.category === null) return null
  const post = postTitle(index, counted)
  const subject = { personId: person.id, unitId: index.unitOf(counted)?.id ?? null, category: counted.category, post }
  const expected = expectedRetirement(person, counted, post)
  if (expected.kind === 'birthMissing')
    return { ...subject, why: 'birthMissing', birth: null, earliest: null, latest: null }
  if (expected.kind === 'asked')
    return { ...subject, why: 'asked', birth: expected.birth, earliest: expected.earliest, latest: expected.latest }
  const monthsAhead = monthsUntil(expected.month, now)
  return {
    ...subject,
    leader: counted.occupiesLeadership,
    birth: expected.birth,
    retirementCategory: expected.category,
    recorded: expected.recorded,
    basis: expected.basis,
    statutory: expected.statutory,
    arranged: expected.arranged?.kind ?? null,
    month: expected.month,
    year: Number((expected.month < now ? now : expected.month).slice(0, 4)),
    overdue: monthsAhead < 0,
    monthsAhead,
    alert: monthsAhead < 0 ? null : (alerts.find((months) => monthsAhead <= months) ?? null),
  }
}

function yearOf(year: number, people: readonly RetiringPerson[]): ForecastYear {
  const own = people.filter((person) => person.year === year)
  const byCategory: Partial<Record<QuotaCategory, number>> = {}
  for (const { category } of own) byCategory[category] = (byCategory[category] ?? 0) + 1
  return {
    year,
    retiring: own.length,
    overdue: own.filter((person) => person.overdue).length,
    leaders: own.filter((person) => person.leader).length,
    byCategory,
    personIds: own.map((person) => person.personId),
  }
}

/** Whole months from `from` to `to`; negative when `to` is earlier. */
function monthsUntil(to: PlainMonth, from: PlainMonth): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
}
