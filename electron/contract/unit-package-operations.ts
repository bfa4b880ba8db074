import { z } from 'zod'
import { PERSON_FIELD_NAMES } from '../vocabulary/person-fields.ts'
import type { OperationTable } from './operation-table.ts'
import { reason } from './operation-parts.ts'
import { eventInput } from './events.ts'
import { categoryCode, day, requiredText } from './shapes.ts'

/* A unit's small package: what a copy of the book says of the unit's people, and what comes of taking it into the township's book. */

export const UNIT_PACKAGE_SCHEMA = 'dingbian-unit-package'
export const UNIT_PACKAGE_VERSION = 1

const field = z.enum(PERSON_FIELD_NAMES)

/** What the file says. */
export const unitPackage = z.object({
  /** Of the township's book, as the copy has it. */
  township: z.string(),
  unit: z.string(),
  asOf: day,
  madeAt: z.string(),
  madeBy: z.string(),
  /** Hash of every entry of the copy's journal, from the first: by them the township's book finds where the two parted. */
  journal: z.array(z.string()),
  fields: z.array(field).min(1),
  /** Titles of the columns that are kept masked and are not told. */
  untold: z.array(z.string()),
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** With stars; null: not on record. Only to find the person where the books never were one. */
      number: z.string().nullable(),
      /** A text a field. */
      texts: z.array(z.string()),
    }),
  ),
  /** Who came, moved and left, as the copy registered it; a version before this one told none. */
  events: z
    .array(
      z.object({
        id: z.string(),
        type: z.enum(['entry', 'move', 'exit']),
        on: day,
        person: z.string(),
        name: z.string(),
        unit: z.string().nullable(),
        post: z.string().nullable(),
        category: categoryCode.nullable(),
        cause: z.string().nullable(),
        document: z.string().nullable(),
        proofs: z.array(z.string()),
        note: z.string().nullable(),
      }),
    )
    .default([]),
})
export type UnitPackage = z.infer<typeof unitPackage>

export const unitPackageFile = z.object({
  schema: z.literal(UNIT_PACKAGE_SCHEMA),
  version: z.number(),
  sha256: z.string(),
  package: z.unknown(),
})

const who = { personId: z.string(), person: z.string(), field, title: z.string(), from: z.string() }

/** A change a unit registered and the book has not: what it would come to, and `event` as `event.add` takes it. Nothing is written by asking. */
const offer = z.object({
  id: z.string(),
  title: z.string(),
  person: z.string(),
  personId: z.string().nullable(),
  on: day,
  from: z.string(),
  /** Null where the package does not say enough to register it. */
  event: eventInput.nullable(),
  /** What goes into the history; null where it cannot be as it stands. */
  text: z.string().nullable(),
  sentences: z.array(z.string()),
  /** Findings it would bring, in words. */
  created: z.array(z.string()),
  problem: z.string().nullable(),
  /** Both sides registered something: taken only by hand. */
  conflict: z.string().nullable(),
})
export type UnitOffer = z.infer<typeof offer>

export const UNIT_PACKAGE_OPERATIONS = {
  /** Changes a unit's package tells of that the book does not have, each laid over those before it. */
  'unitPackage.events': {
    kind: 'query',
    title: '机构报来的变动',
    /** `reason`: said of each that asks why. */
    input: z.strictObject({ fileId: z.string(), reason: reason.optional() }),
    output: z.object({ from: z.string(), offers: z.array(offer), settled: z.number() }),
  },
  /** The people of a unit as the book has them, to be merged into the township's book. */
  'unitPackage.file': {
    kind: 'query',
    title: '做机构数据包',
    input: z.strictObject({ unit: requiredText.max(200) }),
    output: z.object({ fileName: z.string(), base64: z.string(), unit: z.string(), people: z.number(), asOf: day }),
  },
  /** Takes in what only the units changed since the books were one, as one entry; what both changed is told and left. */
  'unitPackage.merge': {
    kind: 'command',
    title: '合并机构数据包',
    input: z.strictObject({ fileIds: z.array(z.string()).min(1).max(500), reason: reason.optional() }),
    output: z.object({
      /** The entry; null: there was nothing to take in. */
      seq: z.number().nullable(),
      merged: z.array(z.object({ ...who, was: z.string(), theirs: z.string() })),
      /** `both`: changed on both sides. `event`: a change to be registered. `refused`: cannot be taken in. `why` says it in words. */
      conflicts: z.array(
        z.object({
          ...who,
          kind: z.enum(['both', 'event', 'refused']),
          was: z.string(),
          mine: z.string(),
          theirs: z.string(),
          why: z.string(),
        }),
      ),
      /** Cells that the book says already. */
      settled: z.number(),
      /** People whom only the unit has, and those it has no more: registered by hand. */
      added: z.array(z.object({ person: z.string(), from: z.string() })),
      gone: z.array(z.object({ person: z.string(), from: z.string() })),
      /** Columns nobody compared: masked ones. */
      untold: z.array(z.string()),
    }),
  },
} as const satisfies OperationTable
