import { z } from 'zod'
import { PAPER_PACK_KINDS } from '../vocabulary/paper-packs.ts'
import { askedDay, LONGEST_YEARS, reason, withinYears } from './operation-parts.ts'
import type { OperationTable } from './operation-table.ts'
import { day } from './shapes.ts'

/* 交接包 and 核查包: papers of the book gathered into one folder or zip, with an index. */

const packedFile = z.object({
  /** Folders and name below the pack's own folder. */
  path: z.string(),
  about: z.string(),
  pages: z.number().nullable(),
  bytes: z.number(),
  sha256: z.string(),
  /** '' where the whole pack is one archive. */
  base64: z.string(),
})

const pack = z.object({
  kind: z.enum(PAPER_PACK_KINDS),
  /** What its folder is called. */
  name: z.string(),
  asOf: day,
  from: day.nullable(),
  /** 目录.html and 目录.xlsx first. */
  files: z.array(packedFile),
  /** What was not put in, and why. */
  leftOut: z.array(z.object({ what: z.string(), why: z.string() })),
  /** ID and mobile numbers are masked in every sheet. */
  masked: z.boolean(),
  archive: z.object({ fileName: z.string(), base64: z.string() }).nullable(),
  seq: z.number(),
})
export type PaperPackView = z.infer<typeof pack>

const asked = {
  /** Whole ID numbers, and why: told in the journal and on the index. Absent: masked. */
  wholeNumbersFor: reason.optional(),
  /** One .zip instead of the files. */
  archive: z.boolean().optional(),
  taskId: z.string().optional(),
}

export const PAPER_PACK_OPERATIONS = {
  /** For the next clerk, as the book is today. Changes nothing, yet is journalled: that it was made, by whom, masked or not. */
  'handoverPack.make': { kind: 'command', title: '做交接包', input: z.strictObject({ ...asked }), output: pack },
  /** For an inspection of a range; the roster is that of its last day. Journalled likewise. */
  'inspectionPack.make': {
    kind: 'command',
    title: '做核查包',
    input: withinYears(z.strictObject({ from: askedDay, to: askedDay, ...asked }), LONGEST_YEARS),
    output: pack,
  },
} as const satisfies OperationTable
