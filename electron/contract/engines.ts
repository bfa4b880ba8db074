import { z } from 'zod'
import { SEXES } from '../vocabulary/people.ts'
import { RETIREMENT_CATEGORIES, STAFF_KINDS } from '../vocabulary/retirement.ts'
import { day } from './shapes.ts'

/* Questions to the engines that need no book: one object each, from the command line's options or a line of a batch. */

/** `a、b 或 c`. */
const oneOf = (codes: readonly string[]): string => `${codes.slice(0, -1).join('、')} 或 ${codes.at(-1)}`

/** `YYYY-MM` or a real day. */
const monthOrDay = z
  .string('应写成 1968-06 或 1968-06-15')
  .trim()
  .refine(
    (value) => /^\d{4}-(0[1-9]|1[0-2])$/.test(value) || day.safeParse(value).success,
    '应写成 1968-06 或 1968-06-15',
  )

const staffKind = z.enum(STAFF_KINDS, `应是 ${oneOf(STAFF_KINDS)}`)

export const retirementQuestion = z
  .strictObject({
    birth: monthOrDay.refine((value) => value >= '1900' && value < '2100', '应在 1900 年至 2099 年之间'),
    category: z.enum(RETIREMENT_CATEGORIES, `应是 ${oneOf(RETIREMENT_CATEGORIES)}`),
    kind: staffKind.optional(),
    'civil-servant': z.boolean().optional(),
  })
  .refine((asked) => asked['civil-servant'] !== true || (asked.kind ?? 'civilServant') === 'civilServant', {
    path: ['kind'],
    message: '与 civil-servant 矛盾',
  })
export type RetirementQuestion = z.infer<typeof retirementQuestion>

/** A length of time in whole years and months, and as it is written: `16年6个月`. */
export interface YearsAndMonths {
  readonly years: number
  readonly months: number
  readonly text: string
}

export interface RetirementAnswer {
  /** `60岁11个月`; the same in numbers is `years` and `months`. */
  readonly statutoryAge: string
  readonly years: number
  readonly months: number
  /** Statutory month, `YYYY-MM`. */
  readonly retire: string
  readonly delayMonths: number
  /** Month of the original age. */
  readonly original: string
  readonly earliest: string
  /** Absent where there is no 弹性延迟. */
  readonly latest?: string
  /** Least contribution for retiring in the statutory month (or later), and in the earliest. */
  readonly minimumContribution: { readonly statutory: YearsAndMonths; readonly earliest: YearsAndMonths }
  /** Chinese. */
  readonly notes: readonly string[]
}

export const idNumberQuestion = z.strictObject({
  value: z.string('应是带引号的文本，写成数字会丢掉末几位').max(200),
  birth: monthOrDay.optional(),
  sex: z.enum(SEXES, '应是 男 或 女').optional(),
})
export type IdNumberQuestion = z.infer<typeof idNumberQuestion>

export interface IdNumberAnswer {
  /** `legacy`: 15 digits, which prove nothing. `mismatch`: a number in order that contradicts the birth or sex given. */
  readonly verdict: 'valid' | 'invalid' | 'legacy' | 'mismatch'
  /** Chinese; null only when `valid`. Never contains the number. */
  readonly reason: string | null
  readonly normalized: string
  /** For a 15-digit number the 18-digit one it would be, to be confirmed by the card; else null. */
  readonly upgraded: string | null
  readonly birth: string | null
  readonly sex: '男' | '女' | null
  readonly kind: 'resident' | 'hmtResidence' | 'foreignPermanent' | 'legacy15' | null
  /** Chinese: what was put in order, and what deserves a second look. */
  readonly warnings: readonly string[]
}

export const workingDaysQuestion = z.strictObject({
  from: day,
  days: z.preprocess(
    (value) => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value),
    z.int('应是整数').min(1, '至少 1 个工作日').max(1000, '至多 1000 个工作日'),
  ),
})
export type WorkingDaysQuestion = z.infer<typeof workingDaysQuestion>

export interface WorkingDaysAnswer {
  /** Last of the working days, the posting day not counted. */
  readonly end: string
  readonly calendarDays: number
}
