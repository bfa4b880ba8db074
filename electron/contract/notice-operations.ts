import { z } from 'zod'
import type { OperationTable } from './operation-table.ts'
import { day, rosterList, text } from './shapes.ts'
import { nothing } from './operation-parts.ts'

/* The public notice: the paper as it will be, frozen when issued. */

const noticeInput = {
  layout: z.enum(['tree', 'table']),
  from: day,
  days: z.number().int().min(1, '至少 1 个工作日').max(60, '至多 60 个工作日'),
  asOf: day.optional(),
  paper: z.enum(['A4', 'A3']).optional(),
  title: text.optional(),
  issuer: text.optional(),
  phone: text.optional(),
  address: text.optional(),
  mailbox: text.optional(),
}

/** A cell of a drawn page: grid place, text, style name. The preview draws exactly what the writer writes. */
const pageCell = z.object({ row: z.number(), column: z.number(), rowSpan: z.number(), columnSpan: z.number(), text: z.string(), style: z.string() })

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
  layout: z.enum(['tree', 'table']),
  asOf: day,
  postedOn: day,
  workingDays: z.number(),
  endsOn: day,
  fileName: z.string(),
  sha256: z.string(),
  issuedAt: z.string(),
})

export const NOTICE_OPERATIONS = {
  'notice.preview': {
    kind: 'query', title: '公示预览',
    input: z.strictObject({ ...noticeInput }),
    output: z.object({ title: z.string(), number: z.string(), asOf: day, endsOn: day, listed: z.number(), leftOff: z.array(z.object({ name: z.string(), unit: z.string(), list: rosterList, why: z.string() })), preview: sheetPreview }),
  },
  'notice.list': { kind: 'query', title: '公示记录', input: nothing, output: z.object({ notices: z.array(noticeView), defaults: z.object({ issuer: z.string(), phone: z.string(), address: z.string(), mailbox: z.string(), title: z.string() }) }) },
  'notice.file': { kind: 'query', title: '取公示文件', input: z.strictObject({ id: z.string() }), output: z.object({ fileName: z.string(), sha256: z.string(), base64: z.string() }) },
  'notice.issue': { kind: 'command', title: '发布公示', input: z.strictObject({ ...noticeInput }), output: noticeView },
} as const satisfies OperationTable
