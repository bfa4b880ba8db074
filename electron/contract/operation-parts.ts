import { z } from 'zod'
import { day, requiredText } from './shapes.ts'

/* Small parts that operations of several kinds take or answer. */

const FIRST_YEAR = 1900
const LAST_YEAR = 2199

/** A day a question is asked for. A slip of the hand in its year (20226, 0206, 9999) is said, not computed. */
export const askedDay = day.refine((text) => {
  const year = Number(text.slice(0, 4))
  return year >= FIRST_YEAR && year <= LAST_YEAR
}, `的年份应在 ${FIRST_YEAR} 到 ${LAST_YEAR} 之间`)

/** The longest range of a question that costs by its years (待办, 预测), and of one that reads the ledger (增减变动, 报表). */
export const LONGEST_YEARS = 30
export const LONGEST_LEDGER_YEARS = 100

/** Why `from` to `to` is not computed; null where it may be. A range that ends before it begins has its own refusal. */
export function rangeProblem(from: string, to: string, years: number): string | null {
  const last = `${String(Number(from.slice(0, 4)) + years).padStart(4, '0')}${from.slice(4)}`
  return to > last ? `（截止日期 ${to}）离开始日期 ${from} 超过 ${years} 年，请把起止日期改近一些` : null
}

/** Refuses a range longer than `years` where both its ends are given; what is given by half the operation completes and checks. */
export function withinYears<
  S extends z.ZodType<{ readonly from?: string | undefined; readonly to?: string | undefined }>,
>(schema: S, years: number): S {
  return schema.superRefine(({ from, to }, context) => {
    if (from === undefined || to === undefined) return
    const message = rangeProblem(from, to, years)
    if (message !== null) context.addIssue({ code: 'custom', path: ['to'], message })
  })
}

/** `believedOn`: as the book stood at the end of that day (replayed from the journal), whatever was learnt later. */
export const asOf = { asOf: askedDay.optional(), believedOn: askedDay.optional() }

export const nothing = z.strictObject({})

export const ok = z.object({ ok: z.literal(true) })

export const reason = requiredText
