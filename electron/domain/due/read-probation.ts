import { RECRUITED_CAUSES } from '../../vocabulary/due.ts'
import type { Holding } from '../model/person.ts'
import type { MonthOrDate, PlainDate } from '../model/plain-date.ts'
import { fullMonthsAfter, lastDayOfTerm } from './count-period.ts'

/** 试用期 of a newly recruited 公务员, and of a first contract of three years or more (公务员法第三十四条、事业单位人事管理条例第十三条). */
export const PROBATION_MONTHS = 12

/** True for somebody who came by 录用: by the registered cause, else by what the roster says of it. */
export function isRecruited({ entryCause, entryRoute }: Pick<Holding, 'entryCause' | 'entryRoute'>): boolean {
  return entryCause === null ? /录用|考录|招录|选调/u.test(entryRoute ?? '') : RECRUITED_CAUSES.includes(entryCause)
}

/** Of a day the last day of probation; of a month the month. */
export function endOfProbation(since: MonthOrDate): MonthOrDate {
  return since.length === 7 ? fullMonthsAfter(since, PROBATION_MONTHS) : lastDayOfTerm(since, PROBATION_MONTHS)
}

/** True while the 试用期 of a recruit runs on the day: 任职定级 has not come yet. */
export function isOnProbation(
  holding: Pick<Holding, 'entryCause' | 'entryRoute' | 'enteredOn'>,
  asOf: PlainDate,
): boolean {
  if (holding.enteredOn === null || !isRecruited(holding)) return false
  const end = endOfProbation(holding.enteredOn)
  return asOf.slice(0, end.length) <= end
}
