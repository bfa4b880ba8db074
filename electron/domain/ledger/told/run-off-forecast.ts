import type { RunOffPlan } from '../../model/limits.ts'
import { OFF_QUOTA_KINDS, type Holding, type OffQuotaKind } from '../../model/person.ts'
import { inForceOn, type PlainDate, type PlainMonth } from '../../model/plain-date.ts'

const YEARS_AHEAD = 10

/** One kind of 编外 staff in one year. */
export interface RunOffYear {
  readonly year: number
  readonly kind: OffQuotaKind
  /** 计划减少; null: nothing planned for the year. */
  readonly planned: number | null
  /** Of those here now, how many reach retirement in the year; whose month has passed already count in the present year. */
  readonly retiring: number
  /** Left in the year, up to the day. */
  readonly left: number
  /** At the end of the year: counted for a year gone by, expected for the others. */
  readonly remaining: number
}

export interface RunOffFacts {
  readonly asOf: PlainDate
  /** 编外 holdings that began by the day, ended ones too. */
  readonly history: readonly Holding[]
  readonly plans: readonly RunOffPlan[]
  /** Statutory month by person; missing where it is not known. */
  readonly retireMonths: ReadonlyMap<string, PlainMonth>
}

/**
 * 逐步消化 by year and kind: the present year and the nine after it, and past years that had a plan. Expected to leave in a year: the plan
 * less those already gone, or those who reach retirement, whichever is more (a plan counts retirements in). Kinds without people or plan
 * are left out.
 */
export function runOffForecast(facts: RunOffFacts): readonly RunOffYear[] {
  const thisYear = Number(facts.asOf.slice(0, 4))
  const ahead = Array.from({ length: YEARS_AHEAD }, (_, step) => thisYear + step)
  const rows = OFF_QUOTA_KINDS.flatMap((kind) => {
    const own = facts.history.filter((holding) => holding.offQuotaKind === kind)
    const plans = new Map(facts.plans.filter((plan) => plan.kind === kind).map((plan) => [plan.year, plan.amount]))
    if (plans.size === 0 && !own.some((holding) => inForceOn(holding, facts.asOf))) return []
    const past = [...plans.keys()]
      .filter((year) => year < thisYear)
      .map((year) => pastYear(kind, own, year, plans.get(year) ?? null))
    return [...past, ...comingYears(kind, own, plans, ahead, facts)]
  })
  return rows.toSorted(
    (one, other) => one.year - other.year || OFF_QUOTA_KINDS.indexOf(one.kind) - OFF_QUOTA_KINDS.indexOf(other.kind),
  )
}

function pastYear(kind: OffQuotaKind, own: readonly Holding[], year: number, planned: number | null): RunOffYear {
  return {
    year,
    kind,
    planned,
    retiring: 0,
    left: leftIn(own, year, `${year}-12-31`),
    remaining: peopleOn(own, `${year}-12-31`).size,
  }
}

function comingYears(
  kind: OffQuotaKind,
  own: readonly Holding[],
  plans: ReadonlyMap<number, number>,
  years: readonly number[],
  facts: RunOffFacts,
): readonly RunOffYear[] {
  const here = peopleOn(own, facts.asOf)
  const first = years[0] ?? 0
  const retireYears = [...here]
    .flatMap((personId) => facts.retireMonths.get(personId)?.slice(0, 4) ?? [])
    .map((year) => Math.max(first, Number(year)))
  let remaining = here.size
  return years.map((year) => {
    const planned = plans.get(year) ?? null
    const retiring = retireYears.filter((own) => own === year).length
    const left = year === first ? leftIn(own, year, facts.asOf) : 0
    remaining = Math.max(0, remaining - Math.max(retiring, (planned ?? 0) - left))
    return { year, kind, planned, retiring, left, remaining }
  })
}

function peopleOn(own: readonly Holding[], day: PlainDate): ReadonlySet<string> {
  return new Set(own.filter((holding) => inForceOn(holding, day)).map((holding) => holding.personId))
}

/** People of the kind who left in the year, up to the day, and are not of it any more on that day; each once. */
function leftIn(own: readonly Holding[], year: number, day: PlainDate): number {
  const still = peopleOn(own, day)
  return new Set(
    own
      .filter(
        ({ validTo, personId }) =>
          validTo !== null && validTo.startsWith(`${year}-`) && validTo <= day && !still.has(personId),
      )
      .map((holding) => holding.personId),
  ).size
}
