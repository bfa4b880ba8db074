import { z } from 'zod'
import { codesOf } from '../vocabulary/code-list.ts'
import {
  CANDIDACY_LIST,
  CHANGE_VERDICT_LIST,
  COMPETITION_METHOD_LIST,
  COMPETITION_NOTICE_LIST,
  REDEPLOYMENT_CHANNELS,
  UNIT_CHOICE_LIST,
} from '../vocabulary/reform.ts'
import { OFF_QUOTA_KINDS } from '../vocabulary/standing.ts'
import { categoryCode, day, requiredText, text } from './shapes.ts'

/* People in a reform, and figures before and after. */

const candidate = z.object({
  personId: z.string(),
  name: z.string(),
  wish: z.number().nullable(),
  score: z.number().nullable(),
  unitChoice: z.enum(codesOf(UNIT_CHOICE_LIST)).nullable(),
  result: z.enum(codesOf(CANDIDACY_LIST)),
  seated: z.boolean(),
})
const offQuotaKind = z.enum(OFF_QUOTA_KINDS)
export const staffing = z.object({
  asOf: day,
  competitions: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      unitId: z.string(),
      unit: z.string(),
      post: z.string(),
      seats: z.number(),
      method: z.enum(codesOf(COMPETITION_METHOD_LIST)),
      category: categoryCode.nullable(),
      announcedOn: day,
      closesOn: day.nullable(),
      noticeFrom: day.nullable(),
      noticeTo: day.nullable(),
      noticeResult: z.enum(codesOf(COMPETITION_NOTICE_LIST)).nullable(),
      candidates: z.array(candidate),
    }),
  ),
  uncompeted: z.array(
    z.object({
      personId: z.string(),
      name: z.string(),
      unit: z.string(),
      post: z.string(),
      why: z.enum(['未报名', '落选', '放弃', '待定']),
      channel: z.enum(REDEPLOYMENT_CHANNELS).nullable(),
    }),
  ),
  redeployed: z.array(
    z.object({
      personId: z.string(),
      name: z.string(),
      on: day,
      channel: z.enum(REDEPLOYMENT_CHANNELS),
      destination: z.string().nullable(),
      settleBy: day.nullable(),
      settledOn: day.nullable(),
      treatment: z.string().nullable(),
      documentNumber: z.string().nullable(),
      unit: z.string(),
      post: z.string(),
    }),
  ),
  dismissed: z.array(
    z.object({
      personId: z.string(),
      name: z.string(),
      on: day,
      kind: offQuotaKind.nullable(),
      unit: z.string(),
      reason: z.string(),
      documentNumber: z.string().nullable(),
    }),
  ),
  runOff: z.array(
    z.object({
      year: z.number(),
      kind: offQuotaKind,
      planned: z.number().nullable(),
      left: z.number(),
      missed: z.number().nullable(),
    }),
  ),
})
export type ReformStaffingView = z.infer<typeof staffing>

const whole = z.number().int().min(0).max(999_999_999).nullable().optional()
export const statedChange = z.strictObject({
  place: text.optional(),
  item: requiredText,
  from: whole,
  to: whole,
  cut: whole,
  /** As printed: its decimals count. */
  rate: z
    .preprocess((given) => (typeof given === 'number' ? String(given) : given), text.max(20).nullable())
    .optional(),
})
const range = z.object({ least: z.number(), most: z.number().nullable() })
export const judgedChange = z.object({
  place: z.string(),
  item: z.string(),
  from: z.number().nullable(),
  to: z.number().nullable(),
  cut: z.number().nullable(),
  rate: z.string().nullable(),
  verdict: z.enum(codesOf(CHANGE_VERDICT_LIST)),
  text: z.string(),
  realCut: z.number().nullable(),
  realRate: z.string().nullable(),
  impliedFrom: range.nullable(),
  impliedCut: range.nullable(),
})
export type JudgedChangeView = z.infer<typeof judgedChange>
export const itemTotal = z.object({
  item: z.string(),
  places: z.number(),
  from: z.number(),
  to: z.number(),
  cut: z.number(),
  rate: z.string().nullable(),
  fault: z.string().nullable(),
})
