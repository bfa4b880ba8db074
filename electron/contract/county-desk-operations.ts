import { z } from 'zod'
import { sheetPreview } from './notice-operations.ts'
import { askedDay, nothing } from './operation-parts.ts'
import type { OperationTable } from './operation-table.ts'
import { day, requiredText, text } from './shapes.ts'

/* What the bureau's desk makes of its 主管本: papers, copies, and whether all is as it was received. */

/** `form`: id or title. `from` and `to`: the two days of a comparison; forms of one day read `asOf` alone. */
const formInput = {
  form: requiredText,
  asOf: askedDay.optional(),
  from: askedDay.optional(),
  to: askedDay.optional(),
  /** A region by name; absent: all. */
  region: text.optional(),
}
const formView = {
  form: z.string(),
  title: z.string(),
  asOf: day,
  from: day,
  to: day,
  townships: z.number(),
}

export const COUNTY_DESK_OPERATIONS = {
  /** What the bureau makes of it on paper. */
  'county.forms': {
    kind: 'county',
    title: '主管本报表目录',
    input: nothing,
    output: z.object({
      forms: z.array(z.object({ id: z.string(), title: z.string(), about: z.string(), span: z.enum(['day', 'year']) })),
    }),
  },
  'county.form': {
    kind: 'county',
    title: '主管本报表预览',
    input: z.strictObject(formInput),
    output: z.object({ ...formView, preview: sheetPreview }),
  },
  /** The finished .xlsx. */
  'county.formFile': {
    kind: 'county',
    title: '导出主管本报表',
    input: z.strictObject(formInput),
    output: z.object({
      ...formView,
      pages: z.number(),
      fileName: z.string(),
      sha256: z.string(),
      base64: z.string(),
    }),
  },
  /** A verified copy under the same password. */
  'county.backup': {
    kind: 'county',
    title: '备份主管本',
    input: z.strictObject({ directory: requiredText }),
    output: z.object({
      path: z.string(),
      bytes: z.number(),
      sha256: z.string(),
      entries: z.number(),
      head: z.string(),
    }),
  },
  'county.verify': {
    kind: 'county',
    title: '检查主管本',
    input: z.strictObject({ taskId: z.string().optional() }),
    output: z.object({
      ok: z.boolean(),
      entries: z.number(),
      head: z.string(),
      submissions: z.number(),
      problems: z.array(z.object({ township: z.string().nullable(), text: z.string() })),
    }),
  },
} as const satisfies OperationTable
