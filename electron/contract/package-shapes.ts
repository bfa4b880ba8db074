import { z } from 'zod'
import { COUNTY_LEVELS, PACKAGE_KINDS, PACKAGE_NUMBERS } from '../vocabulary/county.ts'
import { LEADERSHIP_ROLES, QUOTA_ROLES } from '../vocabulary/establishment.ts'
import { POST_STATES, HOLDING_KINDS } from '../vocabulary/standing.ts'
import { categoryCode, day, rosterList, severity, unitKind } from './shapes.ts'

/* The rows and the manifest of a 上报数据包, as its reader checks them. What a package says comes from outside. */

const id = z.string().min(1).max(200)
const words = z.string().max(2000)
const count = z.number().int().min(0).max(10_000_000)
const optional = words.nullable()

export const packageRows = {
  units: z.object({
    id,
    parent: id.nullable(),
    name: words,
    kind: unitKind,
    managingBody: optional,
    nameplates: z.array(words),
    order: z.number(),
  }),
  lines: z.object({
    id,
    unit: id,
    category: categoryCode,
    quota: count,
    actual: count,
    reserved: count,
    vacancy: count,
    over: count,
    tolerance: count,
  }),
  quotas: z.object({
    id,
    unit: id,
    category: categoryCode,
    role: z.enum(QUOTA_ROLES),
    amount: count,
    documentNumber: words,
    from: day,
  }),
  leadership: z.object({
    id,
    unit: id,
    amount: count,
    chief: count.nullable(),
    deputy: count.nullable(),
    documentNumber: words,
    from: day,
    counts: z.boolean(),
  }),
  seats: z.object({
    id,
    post: id,
    unit: id,
    title: words,
    leadership: z.enum(LEADERSHIP_ROLES).nullable(),
    state: z.enum(POST_STATES),
    person: id.nullable(),
    kind: z.enum(HOLDING_KINDS).nullable(),
  }),
  people: z.object({
    id,
    name: words,
    number: words.nullable(),
    sex: optional,
    birth: optional,
    unit: id.nullable(),
    post: words,
    category: categoryCode.nullable(),
    list: rosterList,
    status: words,
    counted: z.boolean(),
    leads: z.enum([...LEADERSHIP_ROLES, 'undivided']).nullable(),
    politicalStatus: optional,
    education: optional,
    enteredOn: optional,
    secondedTo: optional,
    retires: optional,
  }),
  findings: z.object({
    id: z.string().min(1).max(400),
    rule: words,
    title: words,
    severity,
    state: z.enum(['open', 'explained']),
    unit: id.nullable(),
    person: id.nullable(),
    text: words,
  }),
  duties: z.object({ id: z.string().min(1).max(400), title: words, dueOn: day.nullable(), text: words }),
} as const

const leadershipPart = z.object({ quota: count.nullable(), actual: count })

const totals = z.object({
  categories: z.array(
    z.object({
      category: categoryCode,
      ceiling: count.nullable(),
      quota: count,
      actual: count,
      reserved: count,
      vacancy: count,
      over: count,
    }),
  ),
  leadership: z.object({
    quota: count,
    actual: count,
    vacancy: count,
    over: count,
    chief: leadershipPart,
    deputy: leadershipPart,
  }),
  lists: z.record(rosterList, count),
})

const journal = z.object({ seq: z.number().int().min(0), head: z.string().min(1).max(200) })

export const packageManifest = z.object({
  format: z.string(),
  version: z.number().int(),
  kind: z.enum(PACKAGE_KINDS),
  /** For 变动部分: the entry at which the earlier package was made. */
  base: journal.nullable(),
  township: z.object({ code: words.nullable(), name: words.min(1), type: words.nullable(), ethnic: z.boolean() }),
  book: z.string().min(1).max(200),
  asOf: day,
  madeAt: z.string(),
  madeBy: words,
  program: words,
  journal,
  numbers: z.enum(PACKAGE_NUMBERS),
  rulePack: words,
  totals,
  /** Rows, bytes and SHA-256 of each part as it stands in the file. */
  parts: z.array(
    z.object({ name: z.string(), file: z.string(), rows: count, bytes: count, sha256: z.string().length(64) }),
  ),
  /** SHA-256 of each part's whole rows: for 变动部分, what it must give on top of the earlier package. */
  whole: z.record(z.string(), z.string().length(64)).optional(),
})
export type PackageManifest = z.infer<typeof packageManifest>

/** What stands first in a package of packages. */
export const packageBundle = z.object({
  format: z.string(),
  version: z.number().int(),
  name: words.min(1),
  level: z.enum(COUNTY_LEVELS),
  code: words.nullable(),
  regions: z
    .array(
      z.object({
        id: z.number().int(),
        parentId: z.number().int().nullable(),
        level: z.enum(COUNTY_LEVELS),
        name: words.min(1),
        code: words.nullable(),
      }),
    )
    .max(100_000),
})
