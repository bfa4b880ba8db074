import { z } from 'zod'
import { codesOf } from '../vocabulary/code-list.ts'
import { OWN_KIND_LIST } from '../vocabulary/own-fields.ts'
import { RECORD_TYPES } from '../vocabulary/records.ts'
import type { OperationTable } from './operation-table.ts'
import { standingQuestion } from './ledger-operations.ts'
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
  /** What is not simply the cell's own text: the field's name, its value and where it was taken from. */
  origins: z.array(
    z.object({ column: z.string().nullable(), title: z.string(), value: z.string(), from: z.string().nullable() }),
  ),
  notes: z.array(z.object({ level: severity, column: z.string().nullable(), text: z.string() })),
})

export type ImportRowView = z.infer<typeof importRow>

/** One sheet as found: where its header is and which column holds which field. `field` null: not used. */
export const importSheet = z.object({
  sheet: z.string(),
  purpose: z.enum(['quotas', 'roster', 'ignored']),
  headerRows: z.array(z.number()),
  columns: z.array(
    z.object({ column: z.string(), header: z.string(), field: z.string().nullable(), sample: z.array(z.string()) }),
  ),
  /** The sheet's rows as she knows them, for the proof-reading view: text per column. */
  rows: z.array(
    z.object({
      row: z.number(),
      role: z.enum(['title', 'header', 'data', 'subtotal', 'signature', 'blank']),
      cells: z.array(z.string()),
    }),
  ),
  skipped: z.array(z.object({ row: z.number(), why: z.string() })),
  /**
   * The whole sheet, then every heading inside it with people below: the office and the 编制 these have, if all the same, and the ids an answer is
   * given under.
   */
  groups: z.array(
    z.object({
      row: z.number().nullable(),
      text: z.string(),
      people: z.number(),
      unit: z.string().nullable(),
      category: z.string().nullable(),
      unitId: z.string(),
      categoryId: z.string(),
    }),
  ),
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

/** A cell put right in the proof. `same`: so is every cell of that column that reads the same. Holds for this file only. */
export const cellCorrection = z.strictObject({
  sheet: z.string(),
  row: z.number().int().positive(),
  column: z.string().regex(/^[A-Z]{1,3}$/u),
  value: z.string().max(2000),
  same: z.boolean().optional(),
})

export type CellCorrection = z.infer<typeof cellCorrection>

/** What only the clerk can say, once for all rows it is about. While one is open nothing is written. */
export const importQuestion = z.object({
  id: z.string(),
  kind: z.enum([
    'column',
    'groupUnit',
    'sectionUnit',
    'blankUnit',
    'unitName',
    'groupCategory',
    'blankCategory',
    'value',
    'unread',
    'which',
    'nameOnly',
    'remark',
  ]),
  sheet: z.string(),
  rows: z.array(z.number()),
  column: z.string().nullable(),
  text: z.string(),
  choices: z.array(z.object({ value: z.string(), text: z.string() })),
  suggested: z.string().nullable(),
  /** Any text may be answered, not only a choice. */
  free: z.boolean(),
})

export type ImportQuestionView = z.infer<typeof importQuestion>

const importInput = {
  fileId: z.string(),
  /** Answers by the question's id; they are kept with the import, so that a file of the same shape asks no more. */
  answers: z.record(z.string(), z.string()).optional(),
  mappings: z.array(sheetMapping).optional(),
  corrections: z.array(cellCorrection).max(20_000).optional(),
  /** Good rows go in although others are refused. Off: one refused row refuses the whole import. */
  skipRefused: z.boolean().optional(),
  effectiveOn: day.optional(),
  /** Who stands as over in the lines the import brings over their quota; not said: the order holds. */
  standsOver: z.array(z.string()).optional(),
}

const importSummary = z.object({
  added: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  counts: z.object({
    units: changeCounts,
    quotas: changeCounts,
    people: changeCounts,
    others: changeCounts,
    concurrent: changeCounts,
  }),
  /** In post in the book, not named by the file: left as they are. */
  absent: z.number().optional(),
  refused: z.array(refusedRow),
  repaired: z.array(repairedCell),
  /** Open questions. */
  questions: z.array(importQuestion),
  /** What is taken in besides if she says so: the same shape as a question, and nothing waits for it. */
  offers: z.array(importQuestion),
  /** What was decided without asking, and what she should know. */
  notes: z.array(z.string()),
  /** Columns with something in them that no field takes; each could become a field of the township's own, called so. */
  unused: z.array(
    z.object({
      sheet: z.string(),
      column: z.string(),
      header: z.string(),
      title: z.string(),
      kind: z.enum(codesOf(OWN_KIND_LIST)),
    }),
  ),
})

export const IMPORT_OPERATIONS = {
  /** What a file dropped on the window is, by its content, and the sentence that says what would be done with it. */
  'file.recognise': {
    kind: 'query',
    title: '看文件是什么',
    input: z.strictObject({ fileId: z.string() }),
    output: z.object({
      kind: z.enum([
        'roster',
        'payroll',
        'form',
        'records',
        'appointmentForm',
        'pack',
        'holidays',
        'scan',
        'book',
        'unknown',
      ]),
      says: z.string(),
      /** Of `records`: which kind. */
      recordKind: z.enum(codesOf(RECORD_TYPES)).nullable(),
    }),
  },
  'import.preview': {
    kind: 'query',
    title: '导入预览',
    input: z.strictObject({ ...importInput, taskId: z.string().optional() }),
    output: importSummary.extend({
      /** Asked of the lines it brings over their quota; `standsOver` of the confirmation answers. */
      standing: z.array(standingQuestion),
      planHash: z.string(),
      effectiveOn: day,
      fileName: z.string(),
      sheets: z.array(importSheet),
      /** Answers of earlier imports this workbook was read by. */
      remembered: z.array(z.object({ id: z.string(), answer: z.string() })),
      rows: z.array(importRow),
      fields: z.array(z.object({ field: z.string(), title: z.string(), purpose: z.enum(['quotas', 'roster']) })),
    }),
  },
  'import.refusedFile': {
    kind: 'query',
    title: '被拒绝的行',
    input: z.strictObject({ ...importInput, taskId: z.string().optional() }),
    output: z.object({ fileName: z.string(), rows: z.number(), base64: z.string() }),
  },
  'import.commit': {
    kind: 'command',
    title: '导入花名册',
    input: z.strictObject({ ...importInput, planHash: z.string().optional(), taskId: z.string().optional() }),
    output: importSummary.extend({ committed: z.boolean(), seq: z.number().nullable() }),
  },
  'import.forget': {
    kind: 'command',
    title: '忘掉对表格的回答',
    input: z.strictObject({ fileId: z.string(), ids: z.array(z.string()).min(1) }),
    output: z.object({ forgotten: z.number(), seq: z.number().nullable() }),
  },
} as const satisfies OperationTable
