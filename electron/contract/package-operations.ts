import { z } from 'zod'
import { PACKAGE_KINDS } from '../vocabulary/county.ts'
import { askedDay, nothing, reason } from './operation-parts.ts'
import type { OperationTable } from './operation-table.ts'
import { day, text } from './shapes.ts'

/* 上报数据包 and 回执, as a township makes and takes them. */

export const lock = z.union([
  z.strictObject({ passphrase: z.string().max(500) }),
  z.strictObject({ publicKey: z.string().trim().max(5000) }),
])

const counts = z.object({
  units: z.number(),
  people: z.number(),
  findings: z.number(),
  duties: z.number(),
  quota: z.number(),
  actual: z.number(),
  over: z.number(),
})

export const contentDifference = z.object({
  kind: z.enum(['unit', 'quota', 'leadership', 'person', 'finding']),
  change: z.enum(['added', 'removed', 'changed']),
  subject: z.string(),
  before: z.string(),
  after: z.string(),
})
export type ContentDifferenceView = z.infer<typeof contentDifference>

const sent = z.object({
  madeAt: z.string(),
  asOf: day,
  seq: z.number(),
  kind: z.enum(PACKAGE_KINDS),
  people: z.number(),
  masked: z.boolean(),
  locked: z.boolean(),
  fileName: z.string(),
  sha256: z.string(),
  /** 回执: null until one has come. */
  answer: z.object({ number: z.string(), accepted: z.boolean(), reasons: z.array(z.string()) }).nullable(),
})
export type SentPackageView = z.infer<typeof sent>

const receiptView = z.object({
  number: z.string(),
  bureau: z.string(),
  accepted: z.boolean(),
  reasons: z.array(z.string()),
  /** Day of the package it answers. */
  asOf: day.nullable(),
  /** In their order; what stands against one stops them all. */
  items: z.array(
    z.object({
      kind: z.enum(['event', 'pack', 'holiday', 'codeWord']),
      title: z.string(),
      text: z.string(),
      problem: z.string().nullable(),
      sentences: z.array(z.string()),
    }),
  ),
})
export type ReceiptView = z.infer<typeof receiptView>

/** The entry up to which an earlier package told: its number, its head, `LAST`, or that package's or receipt's own file. */
const since = { since: text.optional(), sinceFileId: z.string().optional() }

export const PACKAGE_OPERATIONS = {
  /** What a package of the day would tell, what has changed since the last one, and what was sent before. */
  'package.read': {
    kind: 'query',
    title: '上报',
    input: z.strictObject({ asOf: askedDay.optional() }),
    output: z.object({
      asOf: day,
      township: z.object({ name: z.string(), code: z.string().nullable() }),
      counts,
      /** Open errors: the bureau sees them. */
      errors: z.number(),
      sent: z.array(sent),
      changes: z.array(contentDifference).nullable(),
    }),
  },
  /** Makes a package, reads it back, and journals it. Changes nothing else. */
  'package.make': {
    kind: 'command',
    title: '做上报数据包',
    input: z.strictObject({
      asOf: askedDay.optional(),
      ...since,
      /** 区划代码: remembered. */
      code: z
        .string()
        .regex(/^\d{6,12}$/, '应是 6 到 12 位数字')
        .optional(),
      wholeNumbersFor: reason.optional(),
      lock: lock.optional(),
      /** A folder of this machine, a USB stick: the file is put there and read back. */
      folder: text.optional(),
      taskId: z.string().optional(),
    }),
    output: z.object({
      fileName: z.string(),
      base64: z.string(),
      /** Where it was put; null: it is only handed over. */
      path: z.string().nullable(),
      bytes: z.number(),
      sha256: z.string(),
      township: z.object({ name: z.string(), code: z.string().nullable() }),
      townships: z.number(),
      people: z.number(),
      asOf: day,
      head: z.string(),
      /** Number of the entry up to which it tells. */
      toldUpTo: z.number(),
      kind: z.enum(PACKAGE_KINDS),
      base: z.object({ seq: z.number(), head: z.string() }).nullable(),
      /** Rows that the file holds. */
      rows: z.number(),
      masked: z.boolean(),
      locked: z.boolean(),
      seq: z.number(),
    }),
  },
  /** What a receipt would change, item by item; nothing is written. */
  'receipt.preview': {
    kind: 'query',
    title: '看回执',
    input: z.strictObject({ fileId: z.string(), passphrase: z.string().max(500).optional() }),
    output: receiptView,
  },
  /** Takes a receipt in: one entry, in it every event; one undo takes all of it back. */
  'receipt.take': {
    kind: 'command',
    title: '记入回执',
    input: z.strictObject({ fileId: z.string(), passphrase: z.string().max(500).optional() }),
    output: receiptView.extend({ seq: z.number() }),
  },
  /** The list alone. */
  'package.history': { kind: 'query', title: '上报记录', input: nothing, output: z.object({ sent: z.array(sent) }) },
} as const satisfies OperationTable
