import { z } from 'zod'
import {
  NOTICE_EXCEPTION_FIELDS,
  NOTICE_LAYOUTS,
  NOTICE_STAGES,
  type NoticeExceptionField,
  type NoticeLayout,
} from '../vocabulary/notices.ts'
import type { OperationTable } from './operation-table.ts'
import { day, requiredText, rosterList, text } from './shapes.ts'
import { askedDay, nothing } from './operation-parts.ts'

/* The public notice: the paper as it will be, frozen when issued. */

export const noticeLayout = z.enum(NOTICE_LAYOUTS)
export type NoticeLayoutName = NoticeLayout
export { NOTICE_LAYOUT_NAMES as NOTICE_LAYOUT_TITLES } from '../vocabulary/notices.ts'

/** 公开内容例外: a field beyond the public columns, masked; why, and who decided it. */
export const noticeExceptionField = z.enum(NOTICE_EXCEPTION_FIELDS)
export type NoticeExceptionName = NoticeExceptionField
export { NOTICE_EXCEPTION_NAMES as NOTICE_EXCEPTION_TITLES } from '../vocabulary/notices.ts'

export const noticeInput = {
  layout: noticeLayout,
  from: day,
  /** Needed unless `longTerm`. */
  days: z.number().int().min(1, '至少 1 个工作日').max(60, '至多 60 个工作日').optional(),
  /** 长期公开: no last day. */
  longTerm: z.boolean().optional(),
  exceptions: z
    .array(z.strictObject({ field: noticeExceptionField, reason: text, decidedBy: text }))
    .max(2)
    .optional(),
  asOf: askedDay.optional(),
  paper: z.enum(['A4', 'A3']).optional(),
  title: text.optional(),
  issuer: text.optional(),
  phone: text.optional(),
  address: text.optional(),
  mailbox: text.optional(),
}

/** A cell of a drawn page: grid place, text, style name. The preview draws exactly what the writer writes. */
const pageCell = z.object({
  row: z.number(),
  column: z.number(),
  rowSpan: z.number(),
  columnSpan: z.number(),
  text: z.string(),
  style: z.string(),
  picture: z.object({ mediaType: z.string(), base64: z.string() }).optional(),
})

/** Sizes are points (1/72 inch); column widths already sum to the printable width. */
export const sheetPage = z.object({ rowHeights: z.array(z.number()), cells: z.array(pageCell) })

export const sheetPreview = z.object({
  paper: z.enum(['A4', 'A3']),
  orientation: z.enum(['portrait', 'landscape']),
  pageWidth: z.number(),
  pageHeight: z.number(),
  margins: z.object({ top: z.number(), right: z.number(), bottom: z.number(), left: z.number() }),
  columnWidths: z.array(z.number()),
  /** Type size in points by style name. */
  fontSizes: z.record(z.string(), z.number()),
  /** Small text under 第x页 共y页 of every page. */
  footer: z.string(),
  pages: z.array(sheetPage),
})

export type SheetPreview = z.infer<typeof sheetPreview>

const noticeView = z.object({
  id: z.string(),
  number: z.string(),
  layout: noticeLayout,
  asOf: day,
  postedOn: day,
  /** Null with `endsOn`: 长期公开. */
  workingDays: z.number().nullable(),
  endsOn: day.nullable(),
  fileName: z.string(),
  sha256: z.string(),
  issuedAt: z.string(),
  checkedBy: z.string().nullable(),
  checkedOn: day.nullable(),
  reviewedBy: z.string().nullable(),
  reviewedOn: day.nullable(),
})

export const noticeStage = z.enum(NOTICE_STAGES)
export type { NoticeStage } from '../vocabulary/notices.ts'
export { NOTICE_STAGE_NAMES as NOTICE_STAGE_TITLES } from '../vocabulary/notices.ts'

/** A matter that may be right and mostly is not: it takes a reason. `key` names it. */
export const noticeDoubt = z.object({ key: z.string(), text: z.string() })
export type NoticeDoubtView = z.infer<typeof noticeDoubt>

/** The doubts she freezes it in spite of (`all`: every one) and why. */
const despite = z.strictObject({ keys: z.array(requiredText).min(1).max(1000), reason: requiredText })

/** Who checked and who made the 保密审查, and when; a day left out is the day of today. */
const signOffs = {
  checkedBy: text.optional(),
  checkedOn: day.optional(),
  reviewedBy: text.optional(),
  reviewedOn: day.optional(),
}

export const listedNotice = noticeView.extend({
  stage: noticeStage,
  objections: z.object({ received: z.number(), closed: z.number(), open: z.number(), corrected: z.number() }),
  closedOn: day.nullable(),
  archivedOn: day.nullable(),
})

const dayOrLongTerm = (input: { readonly days?: number | undefined; readonly longTerm?: boolean | undefined }) =>
  (input.days === undefined) === (input.longTerm === true)
const periodNeeded = { message: '请写公示几个工作日，或选长期公开（两样只要一样）', path: ['days'] }

export const NOTICE_OPERATIONS = {
  'notice.preview': {
    kind: 'query',
    title: '公示预览',
    input: z.strictObject({ ...noticeInput }).refine(dayOrLongTerm, periodNeeded),
    output: z.object({
      title: z.string(),
      number: z.string(),
      asOf: day,
      endsOn: day.nullable(),
      listed: z.number(),
      /** What she should know before it hangs: people nobody can tell apart, duties not on record. */ warnings:
        z.array(z.string()),
      /** Why it cannot be frozen as it is; `field`: where on the form. */
      obstacles: z.array(z.object({ code: z.string(), message: z.string(), field: z.string().nullable() })),
      /** What takes her reason before it is frozen. */
      doubts: z.array(noticeDoubt),
      leftOff: z.array(z.object({ name: z.string(), unit: z.string(), list: rosterList, why: z.string() })),
      preview: sheetPreview,
    }),
  },
  'notice.list': {
    kind: 'query',
    title: '公示记录',
    input: nothing,
    output: z.object({
      notices: z.array(listedNotice),
      defaults: z.object({
        issuer: z.string(),
        phone: z.string(),
        address: z.string(),
        mailbox: z.string(),
        title: z.string(),
      }),
      signers: z.object({ checkedBy: z.string(), reviewedBy: z.string() }),
    }),
  },
  'notice.file': {
    kind: 'query',
    title: '取公示文件',
    input: z.strictObject({ id: z.string() }),
    output: z.object({ fileName: z.string(), sha256: z.string(), base64: z.string() }),
  },
  /** The pages of an issued notice, as they were frozen; null for one of an earlier version, of which only the file was kept. */
  'notice.sheet': {
    kind: 'query',
    title: '看公示纸样',
    input: z.strictObject({ id: z.string() }),
    output: z.object({ number: z.string(), preview: sheetPreview.nullable() }),
  },
  'notice.issue': {
    kind: 'command',
    title: '发布公示',
    input: z
      .strictObject({ ...noticeInput, ...signOffs, despite: despite.optional() })
      .refine(dayOrLongTerm, periodNeeded),
    output: noticeView,
  },
} as const satisfies OperationTable
