import { z } from 'zod'
import { sheetPreview } from './notice-operations.ts'
import { askedDay, LONGEST_LEDGER_YEARS, nothing, reason, withinYears } from './operation-parts.ts'
import type { OperationTable } from './operation-table.ts'
import { day, requiredText, text } from './shapes.ts'

/* The bureau's forms: what there is, how one looks on paper, and its file. */

/** `form`: id or title. `from` and `to` are the first and last day of the period, both counted; forms of one day read `asOf` alone. */
const reportInput = {
  form: requiredText,
  asOf: askedDay.optional(),
  from: askedDay.optional(),
  to: askedDay.optional(),
  /** Id or name. */ unit: text.optional(),
  /** Id, name or ID number. */ person: text.optional(),
}

const reportView = z.object({
  form: z.string(),
  title: z.string(),
  asOf: day,
  from: day,
  to: day,
  /** ID numbers on the pages are masked. */
  masked: z.boolean(),
  preview: sheetPreview,
})

export const REPORT_OPERATIONS = {
  'report.list': {
    kind: 'host',
    title: '报表目录',
    input: nothing,
    output: z.object({
      forms: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          about: z.string(),
          due: z.string(),
          span: z.enum(['day', 'month', 'year']),
          subject: z.enum(['unit', 'person']).nullable(),
          idNumbers: z.boolean(),
        }),
      ),
    }),
  },
  'report.preview': {
    kind: 'query',
    title: '报表预览',
    input: withinYears(z.strictObject({ ...reportInput }), LONGEST_LEDGER_YEARS),
    output: reportView,
  },
  /** The preview with whole ID numbers. Changes nothing, yet is journalled: who looked, when, why. */
  'report.reveal': {
    kind: 'command',
    title: '查看报表中的完整身份证号',
    input: withinYears(z.strictObject({ ...reportInput, reason }), LONGEST_LEDGER_YEARS),
    output: reportView,
  },
  /** The finished .xlsx. A form with a column for ID numbers carries them whole, because the bureau asks for them; that it went out is journalled. */
  'report.file': {
    kind: 'command',
    title: '导出报表',
    input: withinYears(z.strictObject({ ...reportInput }), LONGEST_LEDGER_YEARS),
    output: z.object({
      form: z.string(),
      title: z.string(),
      asOf: day,
      from: day,
      to: day,
      pages: z.number(),
      idNumbers: z.boolean(),
      fileName: z.string(),
      sha256: z.string(),
      base64: z.string(),
    }),
  },
} as const satisfies OperationTable
