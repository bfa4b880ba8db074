import { z } from 'zod'

/* A report's own figures: parts and total, or a cut with its ends and its printed rate. */

const wholeNumber = z.preprocess(
  (value) => (typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value),
  z.int('应是整数').min(0, '不能小于 0').max(999_999_999, '最大 999999999'),
)
const rate = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z
    .string()
    .trim()
    .regex(/^\d{1,3}(?:\.\d{1,6})?[%％]?$/, '应写成 26.1，小数位数与文件上的一样'),
)
const label = z.string().trim().max(100).optional()

/** Either parts with their total, or at least two of from, to, cut, rate. */
export const arithmeticQuestion = z
  .strictObject({
    label,
    parts: z
      .preprocess(
        (value) => (typeof value === 'string' ? value.split(/[,，、+\s]+/).filter((part) => part !== '') : value),
        z.array(wholeNumber).min(1, '至少一个分项').max(200, '至多 200 个分项'),
      )
      .optional(),
    total: wholeNumber.optional(),
    /** Only some of the parts are named: 其中…. */
    partial: z.boolean().optional(),
    from: wholeNumber.optional(),
    to: wholeNumber.optional(),
    cut: wholeNumber.optional(),
    rate: rate.optional(),
  })
  .refine(
    (asked) =>
      (asked.parts === undefined) !==
      (asked.from === undefined && asked.to === undefined && asked.cut === undefined && asked.rate === undefined),
    '写分项与合计，或写原数、现数、减少数、百分比',
  )
  .refine((asked) => asked.parts !== undefined || (asked.total === undefined && asked.partial === undefined), {
    path: ['total'],
    message: '有分项时才写',
  })
export type ArithmeticQuestion = z.infer<typeof arithmeticQuestion>

const range = z.object({ least: z.number(), /** Null: no upper end. */ most: z.number().nullable() })

/** `implied`: what the figures that are there say of those that are not. */
export const arithmeticAnswer = z.object({
  label: z.string(),
  verdict: z.enum(['agrees', 'disagrees', 'notCheckable']),
  /** Chinese, the arithmetic itself. */
  text: z.string(),
  implied: z.object({ from: range.nullable(), cut: range.nullable(), total: z.number().nullable() }).nullable(),
})
export type ArithmeticAnswer = z.infer<typeof arithmeticAnswer>
