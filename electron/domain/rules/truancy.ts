import { addYears, type PlainDate } from '../model/plain-date.ts'
import { isCivilService, isInstitutionStaff, type QuotaCategory } from '../model/quota-category.ts'
import type { RecordOf } from '../model/records.ts'

/** 旷工 of one person that has gone past a limit. */
export interface Truancy {
  /** Longest run without a break, as registered; 0: not said. */
  readonly consecutive: number
  /** Most days that fall within one year. */
  readonly withinYear: number
  readonly consecutiveOver: boolean
  readonly withinYearOver: boolean
}

/** Both limits are exceeded by more than the number: 超过 excludes it. */
const CONSECUTIVE = 15
const WITHIN_YEAR = 30

/** 公务员法 第八十八条第（五）项 counts days, 事业单位人事管理条例 第十五条 working days; 工勤 and 其他 have no such clause. */
export function truancyUnit(category: QuotaCategory): '天' | '个工作日' | null {
  if (isCivilService(category)) return '天'
  return isInstitutionStaff(category) ? '个工作日' : null
}

/** The person's 旷工 where one of the limits is passed. `matters`: theirs alone, of whatever kind. */
export function truancyOf(matters: readonly RecordOf<'dutyMatter'>[]): Truancy | null {
  const absences = matters.filter((matter) => matter.matter === 'absentWithoutLeave')
  const consecutive = Math.max(0, ...absences.map((absence) => absence.consecutiveDays ?? 0))
  const withinYear = Math.max(0, ...absences.map((absence) => daysInYearTo(absences, absence.validFrom)))
  const truancy = {
    consecutive,
    withinYear,
    consecutiveOver: consecutive > CONSECUTIVE,
    withinYearOver: withinYear > WITHIN_YEAR,
  }
  return truancy.consecutiveOver || truancy.withinYearOver ? truancy : null
}

/** Days of the absences that began within the year up to the day, that day included. */
function daysInYearTo(absences: readonly RecordOf<'dutyMatter'>[], day: PlainDate): number {
  const after = addYears(day, -1)
  return absences.reduce(
    (sum, absence) =>
      absence.validFrom > after && absence.validFrom <= day
        ? sum + (absence.days ?? absence.consecutiveDays ?? 0)
        : sum,
    0,
  )
}

/** "连续 16 个工作日，超过 15 个工作日；一年内累计 31 个工作日，超过 30 个工作日": what was passed, not what was not. */
export function truancyText(truancy: Truancy, unit: string): string {
  const run = truancy.consecutiveOver ? [`连续 ${truancy.consecutive} ${unit}，超过 ${CONSECUTIVE} ${unit}`] : []
  const year = truancy.withinYearOver ? [`一年内累计 ${truancy.withinYear} ${unit}，超过 ${WITHIN_YEAR} ${unit}`] : []
  return [...run, ...year].join('；')
}
