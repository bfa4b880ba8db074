import type {
  IdNumberAnswer,
  IdNumberQuestion,
  RetirementAnswer,
  RetirementQuestion,
  WorkingDaysAnswer,
  WorkingDaysQuestion,
  YearsAndMonths,
} from '../../contract/engines.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import type { HolidayTable } from '../../domain/model/holiday-table.ts'
import { shanghaiDayOf } from '../../domain/calendar/shanghai-day.ts'
import { endOfWorkingDays } from '../../domain/calendar/working-days.ts'
import { compareIdentity } from '../../domain/identity/compare-identity.ts'
import { readResidentId, upgradeLegacyId } from '../../domain/identity/resident-id.ts'
import type { PlainMonth } from '../../domain/model/plain-date.ts'
import { flexibleRange } from '../../domain/retirement/flexible-retirement.ts'
import { minimumContributionMonths } from '../../domain/retirement/minimum-contribution.ts'
import { statutoryRetirement } from '../../domain/retirement/statutory-retirement.ts'

/* The engines by themselves, without a book: what the law says of a birth month, a number, a posting day. */

/** Statutory month, flexible range and least contribution of a birth month on its track. */
export function answerRetirement(asked: RetirementQuestion): RetirementAnswer {
  const kind = asked.kind ?? (asked['civil-servant'] === true ? 'civilServant' : null)
  const { retireMonth, delayMonths, age, originalMonth } = statutoryRetirement(asked.birth, asked.category)
  const range = flexibleRange(asked.birth, asked.category, kind)
  return {
    statutoryAge: `${age.years}岁${monthsText(age.months)}`,
    years: age.years,
    months: age.months,
    retire: retireMonth,
    delayMonths,
    original: originalMonth,
    earliest: range.earliest,
    ...(range.latest === null ? {} : { latest: range.latest }),
    minimumContribution: { statutory: contributionIn(retireMonth), earliest: contributionIn(range.earliest) },
    notes: [...range.notes, '退休须由组织（人社）部门核定'],
  }
}

function contributionIn(month: PlainMonth): YearsAndMonths {
  const total = minimumContributionMonths(Number(month.slice(0, 4)))
  const years = Math.floor(total / 12)
  return { years, months: total % 12, text: `${years}年${monthsText(total % 12)}` }
}

function monthsText(months: number): string {
  return months === 0 ? '' : `${months}个月`
}

/** Reads a number, and sets it against birth and sex where they are given. `at`: now, a UTC instant (ages, births to come). */
export function answerIdNumber(asked: IdNumberQuestion, at: string): IdNumberAnswer {
  const reading = readResidentId(asked.value, shanghaiDayOf(at))
  const { mismatches, uncompared } = compareIdentity(reading, { birth: asked.birth ?? null, sex: asked.sex ?? null })
  const reasons = reading.problem === null ? mismatches : [reading.problem]
  const ofLegacy = reading.verdict === 'legacy' ? (reading.warnings[0] ?? null) : null
  return {
    verdict: mismatches.length > 0 ? 'mismatch' : reading.verdict,
    reason: reasons.length > 0 ? reasons.join('；') : ofLegacy,
    normalized: reading.normalized,
    upgraded: reading.verdict === 'legacy' ? upgradeLegacyId(reading.normalized) : null,
    birth: reading.birth,
    sex: reading.sex,
    kind: reading.kind,
    warnings: [...reading.repairs, ...reading.warnings, ...uncompared],
  }
}

/** Last day of a period of working days; `imported`: tables of years beside the bundled ones. @throws holiday_calendar_missing */
export function answerWorkingDays(
  asked: WorkingDaysQuestion,
  imported: readonly HolidayTable[] = [],
): WorkingDaysAnswer {
  const period = endOfWorkingDays(asked.from, asked.days, imported)
  if ('missingYear' in period) throw new Refusal('holiday_calendar_missing', { year: period.missingYear, way: '' })
  return { end: period.endsOn, calendarDays: period.calendarDays }
}
