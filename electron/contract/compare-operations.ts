import { z } from 'zod'
import { COMPARED_FIELDS, type ComparedField } from '../vocabulary/person-fields.ts'
import type { OperationTable } from './operation-table.ts'
import { askedDay, reason } from './operation-parts.ts'
import { day, requiredText, rosterList } from './shapes.ts'

/* 比对: a payroll, 社保 or bureau list against the book. Each difference is taken over or left with a reason; both stay on record. */

const field = z.enum(COMPARED_FIELDS)
export type ComparedFieldName = ComparedField

/** What was decided about the same difference before; null: nothing. */
const decided = z.object({ on: day, list: z.string(), reason: z.string() }).nullable()
const file = { fileId: z.string(), taskId: z.string().optional() }

export const COMPARE_OPERATIONS = {
  'compare.read': {
    kind: 'query',
    title: '比对名册',
    input: z.strictObject({ ...file, asOf: askedDay.optional() }),
    output: z.object({
      asOf: day,
      fileName: z.string(),
      sheet: z.string(),
      rows: z.number(),
      matched: z.number(),
      same: z.number(),
      onlyOurs: z.array(
        z.object({
          personId: z.string(),
          name: z.string(),
          unit: z.string(),
          post: z.string(),
          list: rosterList,
          idNumberMasked: z.string().nullable(),
          decided,
        }),
      ),
      onlyTheirs: z.array(
        z.object({
          row: z.number(),
          name: z.string(),
          unit: z.string(),
          post: z.string(),
          idNumberMasked: z.string().nullable(),
          /** Why the book does not have them: 已出编, 号码是别人的… */ hint: z.string().nullable(),
          decided,
        }),
      ),
      /** Numbers masked; `acceptable` false: changes by an event, not by a correction. */
      differing: z.array(
        z.object({
          personId: z.string(),
          name: z.string(),
          unitName: z.string(),
          row: z.number(),
          field,
          title: z.string(),
          ours: z.string().nullable(),
          theirs: z.string(),
          acceptable: z.boolean(),
          decided,
        }),
      ),
      ambiguous: z.array(z.object({ row: z.number(), name: z.string() })),
      refused: z.array(z.object({ row: z.number(), message: z.string() })),
    }),
  },
  /** Takes over what the list says of one person; one journal entry, undone like a correction. */
  'compare.accept': {
    kind: 'command',
    title: '采用对方信息',
    input: z.strictObject({ ...file, personId: z.string(), fields: z.array(field).min(1), reason: reason.optional() }),
    output: z.object({ seq: z.number() }),
  },
  /** Leaves differences as they are, with the reason; the next list that says the same shows it. */
  'compare.refuse': {
    kind: 'command',
    title: '比对保留编制本',
    input: z.strictObject({
      ...file,
      items: z
        .array(
          z.strictObject({
            personId: z.string().nullable(),
            row: z.number().int().nullable(),
            field: z.union([field, z.literal('person')]),
          }),
        )
        .min(1),
      reason: requiredText,
    }),
    output: z.object({ seq: z.number(), noted: z.number() }),
  },
  /** The list is the payroll: who is on it is paid from the day on, who is not is not. */
  'compare.pay': {
    kind: 'command',
    title: '登记工资发放',
    input: z.strictObject({ ...file, from: day }),
    output: z.object({ seq: z.number().nullable(), paid: z.number(), unpaid: z.number() }),
  },
} as const satisfies OperationTable
