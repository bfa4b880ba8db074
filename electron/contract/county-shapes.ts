import { z } from 'zod'
import { COUNTY_LEVELS, PACKAGE_KINDS } from '../vocabulary/county.ts'
import { categoryCode, day, requiredText } from './shapes.ts'

/* Shapes that the operations of a 主管本 share. */

export const township = z.object({ id: z.number(), name: z.string(), code: z.string().nullable(), region: z.string() })

export const sums = {
  quota: z.number(),
  actual: z.number(),
  reserved: z.number(),
  vacancy: z.number(),
  over: z.number(),
}

export const leadership = z.object({
  quota: z.number(),
  actual: z.number(),
  vacancy: z.number(),
  over: z.number(),
  chief: z.object({ quota: z.number().nullable(), actual: z.number() }),
  deputy: z.object({ quota: z.number().nullable(), actual: z.number() }),
})

export const status = z.object({
  open: z.boolean(),
  path: z.string().nullable(),
  name: z.string().nullable(),
  level: z.enum(COUNTY_LEVELS).nullable(),
  code: z.string().nullable(),
  /** Townships lock packages to it. */
  publicKey: z.string().nullable(),
  encrypted: z.boolean(),
  townships: z.number(),
  people: z.number(),
  today: day,
})
export type CountyStatusView = z.infer<typeof status>

/** A file of the host's disk, or one handed in through the window. */
export const file = z.union([z.strictObject({ path: requiredText }), z.strictObject({ fileId: z.string() })])

export const accepted = z.object({
  file: z.string(),
  township: z.string(),
  code: z.string().nullable(),
  region: z.string(),
  people: z.number(),
  asOf: day,
  kind: z.enum(PACKAGE_KINDS),
  /** It was read as if it were of the present format. */
  upgradedFrom: z.number().nullable(),
  /** This very content was there already: nothing was written. */
  unchanged: z.boolean(),
  /** False: of an earlier day than what the township shows. */
  current: z.boolean(),
  /** To what it handed in before; null: nothing. */
  differences: z.number().nullable(),
  /** Units that could not be matched with one of before, by name. */
  unmatched: z.array(z.string()),
  notes: z.array(z.string()),
})
export type AcceptedPackageView = z.infer<typeof accepted>
export const refusedFile = z.object({
  file: z.string(),
  township: z.string().nullable(),
  code: z.string(),
  message: z.string(),
})
export type RefusedPackageView = z.infer<typeof refusedFile>

export const figureLine = z.object({
  township: z.string().nullable(),
  townshipCode: z.string().nullable(),
  townshipId: z.number().nullable(),
  region: z.string().nullable(),
  /** What opens it further down; for a township, where it lies. */
  regionId: z.number().nullable(),
  category: z.string(),
  categoryCode,
  ...sums,
})
export type CountyFigureLine = z.infer<typeof figureLine>

export const standing = z.object({
  inQuota: z.number(),
  overQuota: z.number(),
  nonCompliant: z.number(),
  offQuota: z.number(),
  seconded: z.number(),
})

export const submission = z.object({
  id: z.number(),
  asOf: day,
  madeAt: z.string(),
  receivedAt: z.string(),
  kind: z.enum(PACKAGE_KINDS),
  people: z.number(),
  masked: z.boolean(),
  fileName: z.string(),
  current: z.boolean(),
  answer: z.object({ number: z.string(), accepted: z.boolean() }).nullable(),
})

export const comparedRow = z.object({
  what: z.string(),
  before: z.number(),
  after: z.number(),
  /** after − before. */
  change: z.number(),
  /** Percent of `before`, one decimal, without a sign; null where there was nothing before. */
  rate: z.string().nullable(),
})
export type ComparedRowView = z.infer<typeof comparedRow>

/** Somebody behind a figure. */
export const namedPerson = z.object({
  id: z.string(),
  township: z.string(),
  unit: z.string(),
  name: z.string(),
  number: z.string().nullable(),
  sex: z.string().nullable(),
  birth: z.string().nullable(),
  post: z.string(),
  category: z.string(),
  status: z.string(),
  retires: z.string().nullable(),
})
