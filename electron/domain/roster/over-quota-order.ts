import type { BookSnapshot } from '../model/book-snapshot.ts'
import type { FigureLine, Figures } from '../model/figures.ts'
import type { Holding } from '../model/person.ts'
import { firstDayOf, type MonthOrDate, type PlainDate } from '../model/plain-date.ts'
import type { QuotaCategory } from '../model/quota-category.ts'
import { compareText, countedHolding, type CountedHolding } from '../model/counted-holding.ts'
import { holdingsByPerson, lineKey } from '../model/holding-groups.ts'
import { once } from '../model/once.ts'
import { linesOver } from '../quota/lines-over.ts'

/** Somebody beyond the quota of their line, and by which order they were found. */
export interface OverQuotaPerson {
  readonly personId: string
  readonly unitId: string
  readonly category: QuotaCategory
  /** `choice`: the clerk named them; `letIn`: came in over quota on purpose, with an end planned; `latest`: the last to join the line. */
  readonly by: 'choice' | 'letIn' | 'latest'
  /** The clerk's reason; null unless `choice`. */
  readonly reason: string | null
  readonly enteredOn: MonthOrDate | null
  /** First day in the line. */
  readonly since: PlainDate
  /** 计划消化日期; null unless `letIn`. */
  readonly overUntil: PlainDate | null
}

/** The people of a line with more than it has seats, in the order in which they stand as over. */
export interface OverQuotaLine {
  readonly unitId: string
  readonly category: QuotaCategory
  /** How many stand as over: 超编 less those a finding keeps off the sheet anyway. */
  readonly count: number
  readonly order: readonly OverQuotaPerson[]
}

/**
 * Who stands over quota. In a line with 超编 n the people kept off the sheet by a finding (`ineligible`) use up n first, for they
 * are off it already; then the clerk's choices; then whoever was let in over quota on purpose; then the latest to join the line
 * (`Holding.lineSince`); then whoever entered last (入编时间, a month counting as its first day; without one the day the book has them
 * from; then the later row; then the higher id). People of a line within its quota are never over.
 */
export function overQuotaPeople(
  snapshot: BookSnapshot,
  figures: Figures,
  ineligible: ReadonlySet<string>,
): readonly OverQuotaPerson[] {
  return overQuotaLines(snapshot, figures, ineligible).flatMap((line) => line.order.slice(0, line.count))
}

/** Every line in which somebody stands as over, with all its people in that order: the first `count` are over. */
export function overQuotaLines(
  snapshot: BookSnapshot,
  figures: Figures,
  ineligible: ReadonlySet<string>,
): readonly OverQuotaLine[] {
  const holdingsOf = holdingsByPerson(snapshot.holdings)
  const choices = Map.groupBy(snapshot.overQuotaChoices, (choice) => lineKey(choice.unitId, choice.category))
  const shared = once(() => sharedPosts(snapshot))
  // Most lines have room: nothing is asked of their people.
  return linesOver(figures.lines).flatMap((line) => {
    const chosen = choices.get(lineKey(line.unitId, line.category)) ?? []
    const eligible = line.personIds.filter((personId) => !ineligible.has(personId))
    const count = eligible.length - line.quota
    if (count <= 0) return []
    const reasons = new Map(chosen.map((choice) => [choice.personId, choice.reason]))
    const places = eligible.flatMap((personId) => {
      const holding = countedHolding(holdingsOf.get(personId) ?? [])
      return holding === undefined ? [] : [placeOf(line, personId, holding, reasons.get(personId), shared)]
    })
    const order = places.toSorted(comparePlaces).map(({ person }) => person)
    return [{ unitId: line.unitId, category: line.category, count, order }]
  })
}

interface Place {
  readonly person: OverQuotaPerson
  readonly holding: CountedHolding
}

function placeOf(
  line: FigureLine,
  personId: string,
  holding: CountedHolding,
  reason: string | undefined,
  shared: () => ReadonlySet<string>,
): Place {
  const overUntil = letInUntil(holding, shared)
  const person: OverQuotaPerson = {
    personId,
    unitId: line.unitId,
    category: line.category,
    by: reason !== undefined ? 'choice' : overUntil !== null ? 'letIn' : 'latest',
    reason: reason ?? null,
    enteredOn: holding.enteredOn,
    since: holding.lineSince ?? entryDay(holding),
    overUntil,
  }
  return { person, holding }
}

const RANK = { choice: 0, letIn: 1, latest: 2 } as const

function comparePlaces(one: Place, other: Place): number {
  return (
    RANK[one.person.by] - RANK[other.person.by] ||
    Number(one.person.overUntil === null) - Number(other.person.overUntil === null) ||
    compareText(other.person.since, one.person.since) ||
    compareText(entryDay(other.holding), entryDay(one.holding)) ||
    compareText(other.holding.validFrom, one.holding.validFrom) ||
    compareText(other.person.personId, one.person.personId)
  )
}

/** The planned end of a counted holding: of standing over quota, or of a handover, which is over quota only while both sit in the post. */
function letInUntil(
  { dueOn, overlapAllowed, postId }: CountedHolding,
  shared: () => ReadonlySet<string>,
): PlainDate | null {
  return dueOn === null || !overlapAllowed || shared().has(postId) ? dueOn : null
}

/** Posts in which more than one person is counted. */
function sharedPosts(snapshot: BookSnapshot): ReadonlySet<string> {
  const holders = new Map<string, string>()
  const shared = new Set<string>()
  for (const { postId, personId, occupiesQuota } of snapshot.holdings) {
    if (postId === null || !occupiesQuota) continue
    const known = holders.get(postId)
    if (known === undefined) holders.set(postId, personId)
    else if (known !== personId) shared.add(postId)
  }
  return shared
}

function entryDay({ enteredOn, validFrom }: Holding): PlainDate {
  return firstDayOf(enteredOn ?? validFrom)
}
