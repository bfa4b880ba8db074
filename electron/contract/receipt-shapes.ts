import { z } from 'zod'
import { eventInput } from './events.ts'
import { day, requiredText, text } from './shapes.ts'

/* 回执: what the bureau hands back. One file a township, readable JSON with its checksum. */

export const RECEIPT_SCHEMA = 'dingbian-receipt'
export const RECEIPT_VERSION = 1

/** What a receipt brings beside its answer; each is taken in as its own event or table. */
export const receiptItems = z.strictObject({
  /** 核增核减, 用编核准 and whatever else the bureau decides: events as the township would register them. */
  events: z.array(eventInput).max(500).optional(),
  /** Rule pack files as `pack export` writes them. */
  packs: z.array(z.record(z.string(), z.unknown())).max(20).optional(),
  /** 放假安排 files. */
  holidays: z.array(z.record(z.string(), z.unknown())).max(20).optional(),
  /** 代码对照: which entry of a list a local word means. */
  codeWords: z
    .array(z.strictObject({ list: requiredText, word: requiredText, meant: requiredText }))
    .max(2000)
    .optional(),
})
export type ReceiptItems = z.infer<typeof receiptItems>

export const receipt = z.strictObject({
  number: requiredText,
  bureau: z.strictObject({ name: requiredText, level: text }),
  madeAt: z.string().max(40),
  madeBy: text,
  township: z.strictObject({
    name: requiredText,
    code: text.nullable(),
    /** The book it answers; null where the package could not be read. */
    book: text.nullable(),
  }),
  /** The package it answers. */
  package: z.strictObject({ head: text, asOf: day, seq: z.number().int() }).nullable(),
  accepted: z.boolean(),
  reasons: z.array(z.string().max(2000)).max(200),
  items: receiptItems,
})
export type Receipt = z.infer<typeof receipt>

export const receiptFile = z.strictObject({
  schema: z.literal(RECEIPT_SCHEMA),
  version: z.number().int(),
  sha256: z.string(),
  package: z.unknown(),
  receipt: z.unknown(),
})
