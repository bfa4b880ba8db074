import { RETIREMENT_ARRANGEMENT_NAMES } from '../../vocabulary/retirement.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { forecastInSteps, type ForecastYear, type UnknownRetirement } from '../../domain/forecast/forecast.ts'
import {
  natureOfCategory,
  QUOTA_CATEGORIES,
  QUOTA_CATEGORY_NAMES,
  type QuotaCategory,
} from '../../domain/model/quota-category.ts'
import { RETIREMENT_CATEGORY_NAMES } from '../../domain/retirement/expected-retirement.ts'
import { mapInSteps } from '../../domain/model/in-steps.ts'
import type { BookSnapshot } from '../../domain/model/book-snapshot.ts'
import { parameterValues } from '../../domain/rules/packs/index.ts'
import { packInForce } from '../../domain/rules/packs/pack-in-force.ts'
import { NATIONAL_PARAMETERS } from '../../domain/rules/packs/national-parameters.ts'
import { listParameter } from '../../domain/rules/parameters.ts'
import { indexSnapshot } from '../../domain/model/snapshot-index.ts'
import type { QueryContext } from '../context.ts'
import { inTurns, readAskedState } from '../read-book-state.ts'

/** How far a forecast looks unless told. */
export const FORECAST_YEARS = 10

/** 预测 from a day on: chart, tables and print are drawn from this one answer. */
export async function readForecast(
  input: Input<'forecast.read'>,
  context: QueryContext,
): Promise<Output<'forecast.read'>> {
  const { snapshot, figures } = await readAskedState(context, input)
  const index = indexSnapshot(snapshot)
  const told = await inTurns(
    forecastInSteps(snapshot, figures, { years: input.years ?? FORECAST_YEARS, alerts: alertMonths(snapshot) }),
  )
  const from = Number(snapshot.asOf.slice(0, 4))
  const to = from + told.years.length - 1
  const unitName = (unitId: string | null) => (unitId === null ? '' : (index.unit(unitId)?.name ?? ''))
  const subject = (one: {
    readonly personId: string
    readonly unitId: string | null
    readonly category: QuotaCategory
    readonly post: string
  }) => ({
    personId: one.personId,
    name: index.person(one.personId)?.name ?? '',
    unitId: one.unitId,
    unit: unitName(one.unitId),
    post: one.post,
    ...categoryOf(one.category),
  })
  return {
    asOf: snapshot.asOf,
    from,
    to,
    years: told.years.map(yearView),
    people: await inTurns(
      mapInSteps(
        told.people.filter((person) => person.year <= to),
        (person) => ({
          ...subject(person),
          leader: person.leader,
          birth: person.birth,
          retires: person.month,
          year: person.year,
          overdue: person.overdue,
          monthsAhead: person.monthsAhead,
          alert: person.alert,
          track: person.retirementCategory,
          trackTitle: RETIREMENT_CATEGORY_NAMES[person.retirementCategory],
          recorded: person.recorded,
          basis: person.basis,
          statutory: person.statutory,
          arranged: person.arranged === null ? null : RETIREMENT_ARRANGEMENT_NAMES[person.arranged],
        }),
      ),
    ),
    unknown: told.unknown.map((one) => ({
      ...subject(one),
      why: one.why,
      text: unknownText(one),
      earliest: one.earliest,
      latest: one.latest,
    })),
    lines: await inTurns(
      mapInSteps(told.lines, ({ category, years, ...line }) => ({
        ...line,
        unit: unitName(line.unitId),
        ...categoryOf(category),
        years: [...years],
      })),
    ),
    runOffs: told.runOffs.map(({ category, ...line }) => ({
      ...line,
      unit: unitName(line.unitId),
      ...categoryOf(category),
    })),
  }
}

/** Months ahead at which the pack in force announces a retirement. */
export function alertMonths(snapshot: BookSnapshot): readonly number[] {
  return listParameter(
    parameterValues(packInForce(snapshot)?.pack.parameters ?? NATIONAL_PARAMETERS),
    'retirementAlertMonths',
  ).map(Number)
}

function categoryOf(category: QuotaCategory): { readonly category: string; readonly categoryCode: QuotaCategory } {
  return { category: QUOTA_CATEGORY_NAMES[category], categoryCode: category }
}

function yearView({
  year,
  retiring,
  overdue,
  leaders,
  byCategory,
}: ForecastYear): Output<'forecast.read'>['years'][number] {
  const sides = { organ: 0, institution: 0, either: 0 }
  for (const category of QUOTA_CATEGORIES) sides[natureOfCategory(category)] += byCategory[category] ?? 0
  return { year, retiring, overdue, leaders, organ: sides.organ, institution: sides.institution, other: sides.either }
}

function unknownText({ why, earliest, latest }: UnknownRetirement): string {
  return why === 'birthMissing'
    ? '出生年月未登记，算不出退休时间。'
    : `原法定退休年龄待核：最早 ${earliest ?? ''}，最晚 ${latest ?? ''}。由组织（人社）部门核定后登记到人。`
}
