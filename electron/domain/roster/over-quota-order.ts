import type { BookSnapshot } from '../model/book-snapshot.ts'
import type { FigureLine, Figures } from '../model/figures.ts'
import type { Holding } from '../model/person.ts'
import { firstDayOf, type MonthOrDate } from '../model/plain-date.ts'
import type { QuotaCategory } from '../model/quota-category.ts'
import { compareText, countedHolding } from '../quota/counted-holding.ts'
import { holdingsByPerson, lineKey } from '../quota/holding-groups.ts'

/** Somebody beyond the quota of their line, and by which order they were found. */
export interface OverQuotaPerson {
  readonly personId: string
  readonly unitId: string
  readonly category: QuotaCategory
  /** `choice`: the clerk named them; `entry`: entered last. */
  readonly by: 'choice' | 'entry'
  /** The clerk's reason; null for `entry`. */
  readonly reason: string | null
  readonly enteredOn: MonthOrDate | null
}

/**
 * Who stands over quota. In a line with 超编 n the people kept off the sheet by a finding (`ineligible`) use up n first, for they
 * are off it already; then the clerk's choices; then whoever entered last (入编时间, a month counting as its first day; without one
 * the day the book has them from; then the later row; then the higher id). People of a line within its quota are never over.
 */
export function overQuotaPeople(snapshot: BookSnapshot, figures: Figures, ineligible: ReadonlySet<string>): readonly OverQuotaPerson[] {
  const overLines = figures.lines.filter((line) => line.over > 0)
  if (overLines.length === 0) return []
  const holdingsOf = holdingsByPerson(snapshot.holdings)
  const choices = Map.groupBy(snapshot.overQuotaChoices, (choice) => lineKey(choice.unitId, choice.category))
  return overLines.flatMap((line) => {
    const chosen = choices.get(lineKey(line.unitId, line.category)) ?? []
    return overOfLine(line, ineligible, new Map(chosen.map((choice) => [choice.personId, choice.reason])), (personId) => countedHolding(holdingsOf.get(personId) ?? []))
  })
}

function overOfLine(line: FigureLine, ineligible: ReadonlySet<string>, reasons: ReadonlyMap<string, string>, holdingOf: (personId: string) => Holding | undefined): readonly OverQuotaPerson[] {
  const eligible = line.personIds.filter((personId) => !ineligible.has(personId))
  const left = eligible.length - line.quota
  if (left <= 0) return []
  const present = new Set(eligible)
  const chosen = [...reasons.keys()].filter((personId) => present.has(personId)).slice(0, left)
  const named = new Set(chosen)
  const latest = eligible
    .filter((personId) => !named.has(personId))
    .map((personId) => ({ personId, holding: holdingOf(personId) }))
    .sort((one, other) => compareText(entryDay(other.holding), entryDay(one.holding)) || compareText(other.holding?.validFrom ?? '', one.holding?.validFrom ?? '') || compareText(other.personId, one.personId))
    .slice(0, left - chosen.length)
    .map((entry) => entry.personId)
  return [...chosen, ...latest].map((personId) => ({
    personId,
    unitId: line.unitId,
    category: line.category,
    by: named.has(personId) ? 'choice' : 'entry',
    reason: reasons.get(personId) ?? null,
    enteredOn: holdingOf(personId)?.enteredOn ?? null,
  }))
}

function entryDay(holding: Holding | undefined): string {
  return holding === undefined ? '' : firstDayOf(holding.enteredOn ?? holding.validFrom)
}
