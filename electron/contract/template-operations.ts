import { DATE_FORMATS, ID_FORMATS, TEMPLATE_KINDS } from '../vocabulary/templates.ts'
import { z } from 'zod'
import { asOf } from './operation-parts.ts'
import type { OperationTable } from './operation-table.ts'
import { categoryCode, rosterList } from './shapes.ts'

/* 填上级表: a superior's blank form, read, mapped once, remembered by its shape, filled in its own formatting. */

export const templateKind = z.enum(TEMPLATE_KINDS)

export const fieldFormat = z.enum([...DATE_FORMATS, ...ID_FORMATS])
export type FieldFormatCode = z.infer<typeof fieldFormat>

/** `column`: letters as in Excel; for a card the cell that takes the value. `format` null: not chosen. */
const mappedColumn = z.strictObject({
  column: z.string().max(12),
  field: z.string().max(60),
  format: fieldFormat.nullable(),
})

/** `categories`, `unitIds`: chosen by hand; null: whom the form's own titles name. */
export const templateMapping = z.strictObject({
  kind: templateKind,
  lists: z.array(rosterList).min(1, '至少选一份名单'),
  categories: z.array(categoryCode).min(1).nullable().default(null),
  unitIds: z.array(z.string()).min(1).nullable().default(null),
  columns: z.array(mappedColumn).max(200),
})
export type TemplateMappingInput = z.infer<typeof templateMapping>

/** Which form: the staged file; one of its sheets, and the header row there, when pointed out by hand. */
const form = {
  fileId: z.string(),
  sheet: z.string().optional(),
  headerRow: z.number().int().positive().optional(),
  taskId: z.string().optional(),
}
/** A mapping for a part of the form, by the part's key. */
const mappedPart = z.strictObject({ key: z.string(), mapping: templateMapping })
/**
 * Parts without a mapping take the remembered one of their shape, else the proposed one. `lists`, `categories`, `unitIds`: for every part, this
 * one time. `personId`: whose card; `personIds`: a card each.
 */
const filling = {
  ...form,
  parts: z.array(mappedPart).max(200).optional(),
  lists: z.array(rosterList).min(1).optional(),
  categories: z.array(categoryCode).min(1).optional(),
  unitIds: z.array(z.string()).min(1).optional(),
  idFormat: z.enum(['masked', 'plain', 'apostrophe']).optional(),
  personId: z.string().optional(),
  personIds: z.array(z.string()).max(500).optional(),
  /** With the names behind every counted number. */
  names: z.boolean().optional(),
  ...asOf,
}

/** A sheet as it looks: rows of shown texts, merged areas 0-based with ends inclusive. */
const sheetView = z.object({
  rows: z.array(z.array(z.string())),
  merges: z.array(z.object({ top: z.number(), left: z.number(), bottom: z.number(), right: z.number() })),
  more: z.number(),
})
export type TemplateSheetView = z.infer<typeof sheetView>

const sheetViewOf = sheetView.extend({ sheet: z.string() })

/** A number that was counted: the cell, and who is behind it when names were asked for. */
const countedCell = z.object({
  cell: z.string(),
  value: z.number(),
  people: z.array(z.object({ personId: z.string(), name: z.string() })),
})

const filledPart = z.object({
  key: z.string(),
  sheet: z.string(),
  title: z.string(),
  kind: templateKind,
  mapping: z.enum(['given', 'remembered', 'proposed']),
  /** Who went in, in words. */
  about: z.string(),
  /** Columns that took a field. */
  filled: z.array(z.object({ column: z.string(), header: z.string(), field: z.string(), title: z.string() })),
  /** Columns and rows that stayed empty, and why. */
  empty: z.array(z.object({ column: z.string(), header: z.string(), why: z.string() })),
  rows: z.number(),
  firstRow: z.number(),
  lastRow: z.number(),
  inserted: z.number(),
  counts: z.array(countedCell),
  /** Why nothing was filled; null where something was. */
  left: z.string().nullable(),
})
export type FilledPart = z.infer<typeof filledPart>

/** Something that does not fit: where, who, what. It was left empty unless the words say otherwise. */
const problem = z.object({ sheet: z.string(), cell: z.string(), text: z.string() })
export type FormProblem = z.infer<typeof problem>

const filledReport = z.object({
  parts: z.array(filledPart),
  /** Sheets nothing was found on. */
  others: z.array(z.object({ sheet: z.string(), why: z.string() })),
  /** Labels above and below the tables that were completed: 填报单位：山溪乡. */
  lines: z.array(z.object({ sheet: z.string(), cell: z.string(), text: z.string() })),
  problems: z.array(problem),
  /** People of the book that are on no list that was filled, by list. */
  leftOut: z.array(z.object({ list: rosterList, count: z.number() })),
  rows: z.number(),
  inserted: z.number(),
  /** Whole ID numbers stand in the file. */
  plainIdNumbers: z.boolean(),
  notes: z.array(z.string()),
})
export type FilledReport = z.infer<typeof filledReport>

const templatePart = z.object({
  key: z.string(),
  sheet: z.string(),
  kind: templateKind,
  title: z.string(),
  headerRows: z.tuple([z.number(), z.number()]),
  columns: z.array(z.object({ column: z.string(), header: z.string() })),
  mapping: templateMapping,
  /** The mapping is the remembered one of this shape; else it is proposed. */
  remembered: z.boolean(),
  fingerprint: z.string(),
  /** Whom the part's titles name, in words; '' where they name nobody. */
  about: z.string(),
  /** Of cards that ask for the same, the how manieth; 1 for anything else. */
  copy: z.number(),
  /** Why it stays empty unless lists, 编制类型 or units are chosen by hand. */
  stopped: z.string().nullable(),
})

const offeredField = z.object({
  field: z.string(),
  title: z.string(),
  shape: z.enum(['text', 'number', 'date', 'idNumber']),
})

export const TEMPLATE_OPERATIONS = {
  'template.read': {
    kind: 'query',
    title: '看上级表',
    input: z.strictObject(form),
    output: z.object({
      fileName: z.string(),
      format: z.enum(['xlsx', 'xls', 'docx']),
      title: z.string(),
      sheets: z.array(z.string()),
      parts: z.array(templatePart),
      others: z.array(z.object({ sheet: z.string(), why: z.string() })),
      /** What the columns of each kind can be given. */
      fields: z.object({
        people: z.array(offeredField),
        units: z.array(offeredField),
        card: z.array(offeredField),
        counts: z.array(offeredField),
        unitCard: z.array(offeredField),
      }),
      units: z.array(z.object({ id: z.string(), name: z.string() })),
      categories: z.array(z.object({ code: categoryCode, title: z.string() })),
      views: z.array(sheetViewOf),
    }),
  },
  'template.preview': {
    kind: 'query',
    title: '填表预览',
    input: z.strictObject(filling),
    output: filledReport.extend({ views: z.array(sheetViewOf) }),
  },
  /** Remembers how parts of these shapes are filled; the newest wins. */
  'template.remember': {
    kind: 'command',
    title: '记住上级表填法',
    input: z.strictObject({ ...form, parts: z.array(mappedPart).min(1).max(200) }),
    output: z.object({ seq: z.number().nullable() }),
  },
  /** The filled file, for several people a file each. Changes nothing; with whole ID numbers in it, the journal says so before the file is handed out. */
  'template.fill': {
    kind: 'command',
    title: '填上级表',
    input: z.strictObject(filling),
    output: filledReport.extend({
      fileName: z.string(),
      base64: z.string(),
      more: z.array(z.object({ fileName: z.string(), base64: z.string() })),
    }),
  },
} as const satisfies OperationTable
