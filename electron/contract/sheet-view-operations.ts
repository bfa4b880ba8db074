import { z } from 'zod'
import type { OperationTable } from './operation-table.ts'
import { requiredText, text } from './shapes.ts'

/* How a list is looked at: which columns, how wide, what order, what is filtered and grouped. Kept in the book, by list. */

const column = text.max(80)

export const sheetLayout = z.strictObject({
  /** From the left. */
  columns: z.array(column).min(1).max(120),
  /** Widths that were drawn, pixels. */
  widths: z.record(column, z.number().min(1).max(4000)),
  /** How many columns stay in sight. */
  frozen: z.int().min(0).max(120),
  sort: z
    .array(
      z.strictObject({
        column,
        down: z.boolean(),
        strokes: z.literal(true).optional(),
        order: z.literal(true).optional(),
      }),
    )
    .max(20),
  filters: z.record(
    column,
    z.strictObject({
      values: z.array(text).max(20_000).optional(),
      words: text.optional(),
      from: text.optional(),
      to: text.optional(),
    }),
  ),
  /** The column whose values divide the rows. */
  group: column.nullable(),
})
export type KeptSheetLayout = z.infer<typeof sheetLayout>

/** Which list: `roster`, `records.training`. */
const list = z.string().regex(/^[a-z][A-Za-z.-]{0,59}$/)

export const SHEET_VIEW_OPERATIONS = {
  'sheetView.list': {
    kind: 'query',
    title: '查看保存的视图',
    input: z.strictObject({ list }),
    output: z.object({
      views: z.array(z.object({ name: z.string(), layout: sheetLayout })),
      /** How the list was left, under which name; null: never looked at. */
      last: z.object({ name: z.string().nullable(), layout: sheetLayout }).nullable(),
    }),
  },
  /** Keeps a view by its name, in place of an earlier one. */
  'sheetView.save': {
    kind: 'command',
    title: '保存视图',
    input: z.strictObject({ list, name: requiredText.max(30), layout: sheetLayout }),
    output: z.object({ seq: z.number().nullable() }),
  },
  'sheetView.remove': {
    kind: 'command',
    title: '删除视图',
    input: z.strictObject({ list, name: z.string() }),
    output: z.object({ seq: z.number() }),
  },
  /** Notes how a list was left. No fact: it makes no entry and cannot be undone. */
  'sheetView.leave': {
    kind: 'query',
    title: '记下名单的样子',
    input: z.strictObject({ list, name: z.string().nullable(), layout: sheetLayout }),
    output: z.object({}),
  },
} as const satisfies OperationTable
