import { z } from 'zod'
import type { OperationTable } from './operation-table.ts'
import { day, refusedRow, repairedCell, severity } from './shapes.ts'

/* A workbook from outside: seen first, then confirmed whole. */

const changeCounts = z.object({ added: z.number(), updated: z.number(), unchanged: z.number() })

export const importCell = z.object({ column: z.string(), before: z.string().nullable(), after: z.string().nullable() })

/** One row of the sheet as she knows it, marked up: what it is and what will happen to it. */
export const importRow = z.object({
  sheet: z.string(),
  row: z.number(),
  kind: z.enum(['quota', 'person', 'concurrent', 'offQuota', 'seconded']),
  action: z.enum(['add', 'update', 'unchanged', 'refuse']),
  title: z.string(),
  detail: z.string(),
  changes: z.array(importCell),
  notes: z.array(z.object({ level: severity, column: z.string().nullable(), text: z.string() })),
})

export type ImportRowView = z.infer<typeof importRow>

/** One sheet as found: where its header is and which column holds which field. `field` null: not used. */
export const importSheet = z.object({
  sheet: z.string(),
  purpose: z.enum(['quotas', 'roster', 'ignored']),
  headerRows: z.array(z.number()),
  columns: z.array(z.object({ column: z.string(), header: z.string(), field: z.string().nullable(), sample: z.array(z.string()) })),
  /** The sheet's rows as she knows them, for the proof-reading view: text per column; at most the first 400 rows. */
  rows: z.array(z.object({ row: z.number(), role: z.enum(['title', 'header', 'data', 'subtotal', 'signature', 'blank']), cells: z.array(z.string()) })),
  skipped: z.array(z.object({ row: z.number(), why: z.string() })),
})

export type ImportSheetView = z.infer<typeof importSheet>

/** By-hand correction of a sheet: header row and column → field (null: leave out). Column letters as in Excel. */
export const sheetMapping = z.strictObject({
  sheet: z.string(),
  purpose: z.enum(['quotas', 'roster', 'ignored']).optional(),
  headerRow: z.number().int().positive().optional(),
  columns: z.record(z.string(), z.string().nullable()).optional(),
})

export type SheetMapping = z.infer<typeof sheetMapping>

const importInput = {
  fileId: z.string(),
  mappings: z.array(sheetMapping).optional(),
  /** Good rows go in although others are refused. Off: one refused row refuses the whole import. */
  skipRefused: z.boolean().optional(),
  effectiveOn: day.optional(),
}

const importSummary = z.object({
  added: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  counts: z.object({ units: changeCounts, quotas: changeCounts, people: changeCounts, others: changeCounts, concurrent: changeCounts }),
  /** In post in the book, not named by the file: left as they are. */
  absent: z.number().optional(),
  refused: z.array(refusedRow),
  repaired: z.array(repairedCell),
})

export const IMPORT_OPERATIONS = {
  'import.preview': {
    kind: 'query', title: '导入预览',
    input: z.strictObject({ ...importInput, taskId: z.string().optional() }),
    output: importSummary.extend({ planHash: z.string(), effectiveOn: day, fileName: z.string(), sheets: z.array(importSheet), rows: z.array(importRow), fields: z.array(z.object({ field: z.string(), title: z.string(), purpose: z.enum(['quotas', 'roster']) })) }),
  },
  'import.commit': {
    kind: 'command', title: '导入花名册',
    input: z.strictObject({ ...importInput, planHash: z.string().optional(), taskId: z.string().optional() }),
    output: importSummary.extend({ committed: z.boolean(), seq: z.number().nullable() }),
  },
} as const satisfies OperationTable
