import { z } from 'zod'
import { asOf } from './operation-parts.ts'
import type { OperationTable } from './operation-table.ts'
import { rosterList } from './shapes.ts'

/* 填上级表: a superior's blank form, read, mapped once, remembered by its shape, filled in its own formatting. */

export const templateKind = z.enum(['people', 'units', 'card'])
export type TemplateKindCode = z.infer<typeof templateKind>

export const fieldFormat = z.enum(['auto', 'dot', 'day', 'month', 'chinese', 'masked', 'plain', 'apostrophe'])
export type FieldFormatCode = z.infer<typeof fieldFormat>

/** `column`: letters as in Excel; for a card the cell that takes the value. `format` null: not chosen. */
const mappedColumn = z.strictObject({ column: z.string().max(12), field: z.string().max(60), format: fieldFormat.nullable() })

export const templateMapping = z.strictObject({ kind: templateKind, lists: z.array(rosterList).min(1, '至少选一份名单'), columns: z.array(mappedColumn).max(200) })
export type TemplateMappingInput = z.infer<typeof templateMapping>

/** Which form: the staged file, its sheet, and the header row when it was pointed out by hand. */
const form = { fileId: z.string(), sheet: z.string().optional(), headerRow: z.number().int().positive().optional(), taskId: z.string().optional() }
/** Without `mapping`: the remembered one of that shape, else the proposed one. `personId`: whose card. */
const filling = { ...form, mapping: templateMapping.optional(), lists: z.array(rosterList).min(1).optional(), idFormat: z.enum(['masked', 'plain', 'apostrophe']).optional(), personId: z.string().optional(), ...asOf }

/** A sheet as it looks: rows of shown texts, merged areas 0-based with ends inclusive. */
const sheetView = z.object({ rows: z.array(z.array(z.string())), merges: z.array(z.object({ top: z.number(), left: z.number(), bottom: z.number(), right: z.number() })), more: z.number() })
export type TemplateSheetView = z.infer<typeof sheetView>

const filledReport = z.object({
  sheet: z.string(),
  kind: templateKind,
  mapping: z.enum(['given', 'remembered', 'proposed']),
  /** Columns that took a field. */
  filled: z.array(z.object({ column: z.string(), header: z.string(), field: z.string(), title: z.string() })),
  /** Columns that stayed empty, and why. */
  empty: z.array(z.object({ column: z.string(), header: z.string(), why: z.string() })),
  /** Labels above and below the table that were completed: 填报单位：山溪乡. */
  lines: z.array(z.object({ cell: z.string(), text: z.string() })),
  rows: z.number(),
  firstRow: z.number(),
  lastRow: z.number(),
  inserted: z.number(),
  /** Whole ID numbers stand in the file. */
  plainIdNumbers: z.boolean(),
  notes: z.array(z.string()),
})
export type FilledReport = z.infer<typeof filledReport>

export const TEMPLATE_OPERATIONS = {
  'template.read': {
    kind: 'query', title: '看上级表',
    input: z.strictObject(form),
    output: z.object({
      fileName: z.string(), format: z.enum(['xlsx', 'xls']), title: z.string(), sheets: z.array(z.string()), sheet: z.string(), kind: templateKind,
      headerRows: z.tuple([z.number(), z.number()]),
      columns: z.array(z.object({ column: z.string(), header: z.string() })),
      mapping: templateMapping,
      /** The mapping is the remembered one of this shape; else it is proposed. */
      remembered: z.boolean(),
      fingerprint: z.string(),
      fields: z.array(z.object({ field: z.string(), title: z.string(), shape: z.enum(['text', 'number', 'date', 'idNumber']) })),
      view: sheetView,
    }),
  },
  'template.preview': { kind: 'query', title: '填表预览', input: z.strictObject(filling), output: filledReport.extend({ view: sheetView }) },
  /** Remembers how forms of this shape are filled; the newest wins. */
  'template.remember': { kind: 'command', title: '记住上级表填法', input: z.strictObject({ ...form, mapping: templateMapping }), output: z.object({ seq: z.number().nullable() }) },
  /** The filled file. Changes nothing; with whole ID numbers in it, the journal says so before the file is handed out. */
  'template.fill': { kind: 'command', title: '填上级表', input: z.strictObject(filling), output: filledReport.extend({ fileName: z.string(), base64: z.string() }) },
} as const satisfies OperationTable
