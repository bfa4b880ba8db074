import { z } from 'zod'
import type { OperationTable } from './operation-table.ts'
import { asOf, reason } from './operation-parts.ts'
import { RECORD_KIND_NAMES } from './records.ts'
import { day, refusedRow, repairedCell, requiredText, text } from './shapes.ts'

/* 资料: what rules and forms need beside posts and holdings. Registered one by one, or a sheet at a time. */

const kind = z.enum(RECORD_KIND_NAMES)
// How long a text may be is its field's own matter.
const value = z.union([z.string().trim().max(20_000), z.number(), z.boolean(), z.null()])
const content = z.record(z.string(), value)

const recordView = z.object({
  id: z.string(),
  kind,
  personId: z.string().nullable(),
  person: z.string().nullable(),
  unitId: z.string().nullable(),
  /** The record's own unit, else the one its person sits in. */
  unit: z.string().nullable(),
  from: day,
  /** Last day it holds; null: still, or it has no end. */
  to: day.nullable(),
  documentNumber: z.string().nullable(),
  content,
  recordedOn: day,
})
export type RecordView = z.infer<typeof recordView>

const given = {
  /** Id, name, or for a person the ID number. */
  person: requiredText.optional(),
  unit: requiredText.optional(),
  from: day,
  /** Last day it holds. */
  to: day.nullable().optional(),
  documentNumber: text.optional(),
  content,
}

const imported = z.object({
  kind,
  sheet: z.string(),
  /** Column title → field title, in the sheet's order. */
  columns: z.array(z.object({ column: z.string(), header: z.string(), field: z.string().nullable() })),
  added: z.number(),
  unchanged: z.number(),
  refused: z.array(refusedRow),
  repaired: z.array(repairedCell),
  sample: z.array(recordView),
})

export const RECORD_OPERATIONS = {
  'records.read': {
    kind: 'query',
    title: '资料',
    input: z.strictObject({ kind: kind.optional(), personId: z.string().optional(), ...asOf }),
    /** Those of the day, ended ones too where the kind is kept as history; `counts` of every kind. */
    output: z.object({ asOf: day, records: z.array(recordView), counts: z.record(z.string(), z.number()) }),
  },
  /** One record whole. Changes nothing, yet is journalled: whose, when, why. */
  'record.look': {
    kind: 'command',
    title: '查看资料全文',
    input: z.strictObject({ id: z.string(), reason }),
    output: z.object({ content }),
  },
  'record.add': {
    kind: 'command',
    title: '登记资料',
    input: z.strictObject({ kind, ...given }),
    output: z.object({
      id: z.string(),
      seq: z.number(),
      /** The one before, ended by it. */ ended: z.string().nullable(),
    }),
  },
  /**
   * The same kind for many people, a line each as typed in the sheet: all of them in one entry, or none where a cell cannot be read.
   * `seq` null: nothing was written.
   */
  'record.addMany': {
    kind: 'command',
    title: '为多人登记资料',
    input: z.strictObject({
      kind,
      from: day,
      documentNumber: text.optional(),
      rows: z.array(z.strictObject({ personId: z.string(), fields: z.record(z.string(), text) })).min(1, '还没有填写'),
    }),
    output: z.object({
      seq: z.number().nullable(),
      added: z.number(),
      refused: z.array(z.object({ personId: z.string(), field: z.string(), problem: z.string() })),
    }),
  },
  'record.change': {
    kind: 'command',
    title: '更正资料',
    input: z.strictObject({
      id: z.string(),
      from: day,
      to: day.nullable().optional(),
      documentNumber: text.optional(),
      content,
    }),
    output: z.object({ seq: z.number() }),
  },
  'record.remove': {
    kind: 'command',
    title: '删去资料',
    input: z.strictObject({ id: z.string(), reason }),
    output: z.object({ seq: z.number() }),
  },
  'records.importPreview': {
    kind: 'query',
    title: '资料导入预览',
    input: z.strictObject({ fileId: z.string(), kind: kind.optional(), taskId: z.string().optional() }),
    output: imported,
  },
  'records.import': {
    kind: 'command',
    title: '导入资料',
    input: z.strictObject({
      fileId: z.string(),
      kind: kind.optional(),
      skipRefused: z.boolean().optional(),
      taskId: z.string().optional(),
    }),
    output: imported.extend({ seq: z.number() }),
  },
  /** The tasks of the document of the pack in force, those not there yet. */
  'tasks.load': {
    kind: 'command',
    title: '载入规则包任务',
    input: z.strictObject({}),
    output: z.object({ added: z.number(), seq: z.number().nullable() }),
  },
} as const satisfies OperationTable
