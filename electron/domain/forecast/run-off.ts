import type { BookSnapshot } from '../model/book-snapshot.ts'
import type { FigureLine, Figures } from '../model/figures.ts'
import type { PlainDate, PlainMonth } from '../model/plain-date.ts'
import type { QuotaCategory } from '../model/quota-category.ts'
import { countedHolding } from '../model/counted-holding.ts'
import { holdingsByPerson } from '../model/holding-groups.ts'
import type { RetiringPerson } from './retiring-person.ts'

/** When a line that is over its quota is over no more. */
export interface RunOff {
  readonly unitId: string
  readonly category: QuotaCategory
  readonly quota: number
  readonly actual: number
  readonly over: number
  /** 已核准未到位: who may still come. */
  readonly reserved: number
  /** Month of the retirement that brings the line to its quota, if nobody comes; null: not by the retirements that are known. */
  readonly withoutEntries: PlainMonth | null
  /** The same if everybody approved comes. */
  readonly withEntries: PlainMonth | null
  /** People of the line whose retirement month is not known: the months above may come earlier. */
  readonly unknown: number
  /** 计划消化: the registered day by which as many are to have gone as are over; null: not planned for all of them. */
  readonly plannedBy: PlainDate | null
}

/** Lines over their quota, in the order of the figures. Whoever should have retired already goes first. */
export function runOffs(
  figures: Figures,
  people: readonly RetiringPerson[],
  snapshot: Pick<BookSnapshot, 'holdings'>,
): readonly RunOff[] {
  const overLines = figures.lines.filter((line) => line.over > 0)
  if (overLines.length === 0) return []
  const months = new Map(people.map((person) => [person.personId, person.month]))
  const holdings = holdingsByPerson(snapshot.holdings)
  const plannedOf = (personId: string) => countedHolding(holdings.get(personId) ?? [])?.dueOn ?? null
  return overLines.map((line) => runOffOf(line, months, plannedOf))
}

function runOffOf(
  { unitId, category, quota, actual, over, reserved, personIds }: FigureLine,
  months: ReadonlyMap<string, PlainMonth>,
  plannedOf: (personId: string) => PlainDate | null,
): RunOff {
  const leaving = personIds.flatMap((personId) => months.get(personId) ?? []).toSorted()
  const planned = personIds.flatMap((personId) => plannedOf(personId) ?? []).toSorted()
  return {
    unitId,
    category,
    quota,
    actual,
    over,
    reserved,
    withoutEntries: leaving[over - 1] ?? null,
    withEntries: leaving[over + reserved - 1] ?? null,
    unknown: personIds.length - leaving.length,
    plannedBy: planned[over - 1] ?? null,
  }
}
