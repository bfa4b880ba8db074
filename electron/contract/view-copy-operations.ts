import { z } from 'zod'
import { PERSON_FIELD_NAMES } from '../vocabulary/person-fields.ts'
import type { OperationTable } from './operation-table.ts'
import { reason } from './operation-parts.ts'
import { day, requiredText, text } from './shapes.ts'

/* A copy of the roster that is worked on in WPS, and what comes back in it. */

const field = z.enum(PERSON_FIELD_NAMES)

export const copyChange = z.object({
  personId: z.string(),
  name: z.string(),
  unit: z.string(),
  /** Of the sheet, from 1. */
  row: z.number(),
  field,
  title: z.string(),
  way: z.enum(['typed', 'correct', 'event', 'follows']),
  /** When the copy went out, in the book now, and as it came back; personal numbers masked. */
  was: z.string(),
  now: z.string(),
  theirs: z.string(),
  /** Why it cannot be taken in; null: it can. */
  problem: z.string().nullable(),
})
export type CopyChangeView = z.infer<typeof copyChange>

const cell = z.strictObject({ personId: z.string(), field })

export const VIEW_COPY_OPERATIONS = {
  /** The people and columns asked for, as a workbook to be worked on elsewhere and taken back. */
  'viewCopy.file': {
    kind: 'query',
    title: '用 WPS 打开名单',
    input: z.strictObject({
      title: requiredText.max(60),
      columns: z
        .array(z.strictObject({ field, title: requiredText.max(80) }))
        .min(1)
        .max(120),
      personIds: z.array(z.string()).max(20_000),
    }),
    output: z.object({ fileName: z.string(), base64: z.string(), people: z.number() }),
  },
  /** What she changed in the copy, cell by cell; nothing is written. */
  'viewCopy.read': {
    kind: 'query',
    title: '取回 WPS 里的修改',
    input: z.strictObject({ fileId: z.string(), taskId: z.string().optional() }),
    output: z.object({
      /** A unit's small package, which tells changes too (`unitPackage.events`). */
      fromUnit: z.boolean(),
      fileName: z.string(),
      asOf: day,
      rows: z.number(),
      changes: z.array(copyChange),
      /** Cells that the book says already. */
      settled: z.number(),
      gone: z.array(z.object({ personId: z.string(), name: z.string(), unit: z.string() })),
      /** Rows put in, under `heads`: to go through the import. */
      heads: z.array(z.string()),
      added: z.array(z.object({ row: z.number(), name: z.string(), cells: z.array(z.string()) })),
      /** Rows that are a second copy of somebody's. */
      twice: z.array(z.object({ row: z.number(), name: z.string() })),
      /** Columns that were not in the copy. */
      unknown: z.array(z.string()),
    }),
  },
  /** Takes in the cells named: plain ones together as one entry, key fields each person as a correction of their own. */
  'viewCopy.accept': {
    kind: 'command',
    title: '采用 WPS 里的修改',
    input: z.strictObject({ fileId: z.string(), cells: z.array(cell).min(1).max(100_000), reason: reason.optional() }),
    output: z.object({
      /** Entries written, in order. */
      seqs: z.array(z.number()),
      cells: z.number(),
      refused: z.array(z.object({ personId: z.string(), field: z.string(), problem: z.string() })),
    }),
  },
  /** Hands a finished file to the system's own program; `opened` false: there is no such way here, the caller saves it. */
  'viewCopy.open': {
    kind: 'host',
    title: '打开副本',
    input: z.strictObject({ fileName: requiredText, base64: z.string() }),
    output: z.object({ opened: z.boolean() }),
  },
  /** Whether the file handed over was saved since; `take` stages it. */
  'viewCopy.look': {
    kind: 'host',
    title: '看副本改过没有',
    input: z.strictObject({ take: z.boolean().optional() }),
    output: z.object({
      fileName: text.nullable(),
      changed: z.boolean(),
      staged: z.object({ fileId: z.string(), bytes: z.number() }).nullable(),
    }),
  },
} as const satisfies OperationTable
