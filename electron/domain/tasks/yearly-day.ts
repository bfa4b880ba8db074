import { daysInMonth, type PlainDate } from '../model/plain-date.ts'

const EVERY_YEAR = /^每年(\d{1,2})月底前$/u

/** The last day of the month a task names for every year (“每年6月底前”), in a year; null where it names none. */
export function yearlyDay(dueText: string | null, year: number): PlainDate | null {
  const month = EVERY_YEAR.exec(dueText ?? '')?.[1]?.padStart(2, '0')
  return month === undefined ? null : `${year}-${month}-${daysInMonth(year, Number(month))}`
}
