import type { Figures } from '../model/figures.ts'
import type { QuotaCategory } from '../model/quota-category.ts'
import type { RetiringPerson } from './retiring-person.ts'

/** One unit and category at the end of one year, if nobody comes but the entries already approved. */
export interface LineYear {
  readonly year: number
  readonly retiring: number
  /** Counted people left. */
  readonly remaining: number
  /** 核定 less those left and those approved, at least 0. */
  readonly vacancy: number
  /** Those left beyond 核定, nobody new counted. */
  readonly over: number
}

export interface LineForecast {
  readonly unitId: string
  readonly category: QuotaCategory
  readonly quota: number
  readonly actual: number
  readonly reserved: number
  readonly over: number
  readonly years: readonly LineYear[]
}

/** Every line of the figures, in their order, year by year. */
export function lineForecasts(
  figures: Figures,
  people: readonly RetiringPerson[],
  years: readonly number[],
): readonly LineForecast[] {
  const yearOf = new Map(people.map((person) => [person.personId, person.year]))
  return figures.lines.map(({ unitId, category, quota, actual, reserved, over, personIds }) => {
    const leaving = personIds.flatMap((personId) => yearOf.get(personId) ?? [])
    return {
      unitId,
      category,
      quota,
      actual,
      reserved,
      over,
      years: years.map((year) => {
        const remaining = actual - leaving.filter((own) => own <= year).length
        return {
          year,
          retiring: leaving.filter((own) => own === year).length,
          remaining,
          vacancy: Math.max(0, quota - remaining - reserved),
          over: Math.max(0, remaining - quota),
        }
      }),
    }
  })
}
