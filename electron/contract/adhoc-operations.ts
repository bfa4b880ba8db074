import { z } from 'zod'
import { sheetPreview } from './notice-operations.ts'
import { askedDay, nothing } from './operation-parts.ts'
import type { OperationTable } from './operation-table.ts'
import { categoryCode, day, requiredText, rosterList, sex, text } from './shapes.ts'

/* 自定花名册: columns, people and order chosen by the clerk, kept as a named layout. */

export const rosterDateFormat = z.enum(['dot', 'day', 'month', 'chinese'])
export type RosterDateFormatCode = z.infer<typeof rosterDateFormat>
export const rosterGroup = z.enum(['unit', 'category', 'sex', 'education', 'politicalStatus', 'status'])
export type RosterGroupCode = z.infer<typeof rosterGroup>

/** All of them must hold; what is left out lets everybody through. A day of birth that is known by its month alone is compared by month. */
const rosterFilter = z.strictObject({
  lists: z.array(rosterList).min(1, '至少选一份名单'),
  /** Unit id. */
  unit: text.nullable(),
  category: categoryCode.nullable(),
  sex: sex.nullable(),
  education: text.nullable(),
  bornFrom: day.nullable(),
  bornTo: day.nullable(),
})

export const rosterLayout = z.strictObject({
  /** Printed above the table. */
  title: requiredText.max(40, '标题最多 40 个字'),
  /** Fields in the order of the columns: those of the people's forms. */
  fields: z
    .array(z.string().max(60))
    .min(1)
    .max(30)
    .refine((fields) => fields.includes('name'), '花名册要有“姓名”一栏')
    .refine((fields) => new Set(fields).size === fields.length, '同一栏目只能选一次'),
  dateFormat: rosterDateFormat,
  /** `plain`: whole numbers in the file. The screen masks them always. */
  idNumbers: z.enum(['masked', 'plain']),
  filter: rosterFilter,
  /** Null: as the roster stands, units by their order, leaders first. */
  sortBy: z.string().max(60).nullable(),
  descending: z.boolean(),
  /** Null: no groups. */
  groupBy: rosterGroup.nullable(),
  paper: z.enum(['A4', 'A3']),
  orientation: z.enum(['portrait', 'landscape']),
})
export type RosterLayout = z.infer<typeof rosterLayout>

/** A layout as it stands on the screen, or the name of a saved one. */
const asked = z
  .strictObject({ layout: rosterLayout.optional(), name: requiredText.optional(), asOf: askedDay.optional() })
  .refine(({ layout, name }) => (layout === undefined) !== (name === undefined), '请给出版式或版式名')

const made = { title: z.string(), asOf: day, people: z.number() }

export const ADHOC_OPERATIONS = {
  /** Saved layouts by name, and every field a column may show. */
  'rosterLayout.list': {
    kind: 'query',
    title: '花名册版式',
    input: nothing,
    output: z.object({
      layouts: z.array(z.object({ id: z.string(), name: z.string(), layout: rosterLayout })),
      fields: z.array(z.object({ field: z.string(), title: z.string() })),
    }),
  },
  /** In place of the one of that name, or as a new one. The same again writes nothing. */
  'rosterLayout.save': {
    kind: 'command',
    title: '保存花名册版式',
    input: z.strictObject({ name: requiredText.max(40, '版式名最多 40 个字'), layout: rosterLayout }),
    output: z.object({ id: z.string(), seq: z.number().nullable() }),
  },
  'rosterLayout.remove': {
    kind: 'command',
    title: '删除花名册版式',
    input: z.strictObject({ name: requiredText }),
    output: z.object({ seq: z.number() }),
  },
  /** Page by page as it will be printed, ID numbers masked. */
  'adhoc.preview': {
    kind: 'query',
    title: '自定花名册预览',
    input: asked,
    output: z.object({ ...made, preview: sheetPreview }),
  },
  /** The finished .xlsx. With whole ID numbers in it, the journal says so before it is handed out. */
  'adhoc.file': {
    kind: 'command',
    title: '导出自定花名册',
    input: asked,
    output: z.object({
      ...made,
      pages: z.number(),
      idNumbers: z.boolean(),
      fileName: z.string(),
      sha256: z.string(),
      base64: z.string(),
    }),
  },
} as const satisfies OperationTable
