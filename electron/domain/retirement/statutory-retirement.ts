import { RETIREMENT_CATEGORY_LIST } from '../../vocabulary/retirement.ts'
import { addMonths, monthOf, type MonthOrDate, type PlainMonth } from '../model/plain-date.ts'
import { rememberText } from '../model/remember-text.ts'
import type { RetirementCategory } from './retirement-category.ts'

/*
 * 《国务院关于渐进式延迟法定退休年龄的办法》(2024-09-13 批准，2025-01-01 施行) 第一条、附件1–3, in month precision as the annexes are:
 * the birth day never matters.
 */

export interface StatutoryRetirement {
  readonly retireMonth: PlainMonth
  /** Months later than the original age. */
  readonly delayMonths: number
  readonly age: { readonly years: number; readonly months: number }
  /** Month in which the original age (60/55/50) is reached. */
  readonly originalMonth: PlainMonth
}

interface Band {
  /** First birth month that is delayed. */
  readonly start: PlainMonth
  /** Birth months that share one more month of delay. */
  readonly step: number
  readonly cap: number
}

const BANDS: Readonly<Record<RetirementCategory, Band>> = {
  male60: { start: '1965-01', step: 4, cap: 36 },
  female55: { start: '1970-01', step: 4, cap: 36 },
  female50: { start: '1975-01', step: 2, cap: 60 },
}

/** Statutory retirement month of a birth month (or day, of which only the month counts). */
export function statutoryRetirement(birth: MonthOrDate, category: RetirementCategory): StatutoryRetirement {
  return KNOWN[category](monthOf(birth))
}

/** A book's people were born in a few hundred months: each is worked out once. */
const KNOWN: Readonly<Record<RetirementCategory, (birthMonth: PlainMonth) => StatutoryRetirement>> = {
  male60: rememberText((birthMonth) => ofMonth(birthMonth, 'male60')),
  female55: rememberText((birthMonth) => ofMonth(birthMonth, 'female55')),
  female50: rememberText((birthMonth) => ofMonth(birthMonth, 'female50')),
}

function ofMonth(birthMonth: PlainMonth, category: RetirementCategory): StatutoryRetirement {
  const band = BANDS[category]
  const distance = monthsBetween(band.start, birthMonth)
  const delayMonths = distance < 0 ? 0 : Math.min(Math.floor(distance / band.step) + 1, band.cap)
  const originalMonth = addMonths(birthMonth, RETIREMENT_CATEGORY_LIST[category].age * 12)
  return {
    retireMonth: addMonths(originalMonth, delayMonths),
    delayMonths,
    age: { years: RETIREMENT_CATEGORY_LIST[category].age + Math.floor(delayMonths / 12), months: delayMonths % 12 },
    originalMonth,
  }
}

function monthsBetween(from: PlainMonth, to: PlainMonth): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
}

export {
  proposeRetirementCategory,
  type ProposedRetirementCategory,
  type RetirementCategory,
  type RetirementFacts,
} from './retirement-category.ts'
