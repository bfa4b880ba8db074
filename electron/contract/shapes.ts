import { z } from 'zod'
import { QUOTA_CATEGORIES, UNIT_KINDS, type QuotaCategory, type UnitKind } from '../vocabulary/establishment.ts'
import { FINDING_EFFECTS, SEVERITIES, type Severity } from '../vocabulary/findings.ts'
import { SEXES } from '../vocabulary/people.ts'
import { RETIREMENT_CATEGORIES, type RetirementCategory } from '../vocabulary/retirement.ts'
import { ROSTER_LISTS, type RosterList } from '../vocabulary/standing.ts'
import { sayProblem } from './say-problem.ts'

// Schema problems are read by the clerk, in her words wherever a schema does not bring a sentence of its own.
// `jitless`: zod otherwise tries `new Function` once, which the page's content security policy forbids and reports.
z.config({ localeError: sayProblem, jitless: true })

/* Shapes that several operations share. Everything that crosses a door is plain JSON. */

/** A real calendar day, `YYYY-MM-DD`. */
export const day = z.iso.date('应写成 2026-11-22')
export const text = z
  .string()
  .trim()
  .max(500)
  // Neither a file's name nor a cell of a sheet can hold it.
  .refine((value) => !value.includes('\u0000'), '含有不能用的字符')
export const requiredText = text.min(1, '不能为空')

export const rosterList = z.enum(ROSTER_LISTS)
export type RosterListName = RosterList
export { ROSTER_LIST_NAMES as ROSTER_LIST_TITLES } from '../vocabulary/standing.ts'

export const categoryCode = z.enum(QUOTA_CATEGORIES)
export type CategoryCode = QuotaCategory
export { QUOTA_CATEGORY_NAMES as CATEGORY_TITLES } from '../vocabulary/establishment.ts'

export const retirementCategory = z.enum(RETIREMENT_CATEGORIES)
export type RetirementCategoryCode = RetirementCategory
export { RETIREMENT_CATEGORY_NAMES as RETIREMENT_CATEGORY_TITLES } from '../vocabulary/retirement.ts'

export const unitKind = z.enum(UNIT_KINDS)
export type UnitKindCode = UnitKind
export { UNIT_KIND_NAMES as UNIT_KIND_TITLES } from '../vocabulary/establishment.ts'

export const sex = z.enum(SEXES)

export const severity = z.enum(SEVERITIES)
export type SeverityCode = Severity
export { SEVERITY_NAMES as SEVERITY_TITLES } from '../vocabulary/findings.ts'
export const effect = z.enum(FINDING_EFFECTS)

/** A place in a text of law, as a rule cites it. */
export const lawPlace = z.object({ lawId: z.string(), title: z.string(), article: z.string().nullable() })

export const ruleSource = z.object({
  /** 《…条例》（国务院令第486号）第六条第二款, one paper after another. */
  cited: z.string(),
  document: z.string(),
  documentNumber: z.string().nullable(),
  article: z.string().nullable(),
  clause: z.string(),
  inForceFrom: z.string().nullable(),
  /** What must be said beside the clause: 要点，非原文; 二手文本. */
  note: z.string().optional(),
  /** Where several papers speak: each with its own words. */
  parts: z
    .array(
      z.object({
        cited: z.string(),
        clause: z.string(),
        inForceFrom: z.string().nullable(),
        note: z.string().optional(),
      }),
    )
    .optional(),
  places: z.array(lawPlace).optional(),
})

export const finding = z.object({
  rule: z.string(),
  title: z.string(),
  severity,
  effect,
  unitId: z.string().nullable(),
  unit: z.string().nullable(),
  personId: z.string().nullable(),
  person: z.string().nullable(),
  text: z.string(),
  remedy: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  source: ruleSource,
})
export type FindingView = z.infer<typeof finding>

/** Another rule that says the same of the same subject: one fact is one finding. */
export const alsoBy = z.object({
  rule: z.string(),
  title: z.string(),
  severity,
  text: z.string(),
  remedy: z.string(),
  source: ruleSource,
})
export type AlsoByView = z.infer<typeof alsoBy>

export const figureLine = z.object({
  unitId: z.string(),
  unit: z.string(),
  unitKind,
  category: z.string(),
  categoryCode,
  quota: z.number(),
  actual: z.number(),
  reserved: z.number(),
  vacancy: z.number(),
  over: z.number(),
  /** 允许溢出: seats allowed above the quota for a time; `over` stays the true number. */
  tolerance: z.number(),
  /** Names of the counted people in roster order, and where each stands: what the seats are drawn from. */
  seats: z.array(z.object({ personId: z.string(), name: z.string(), list: rosterList, secondedOut: z.boolean() })),
})
export type FigureLineView = z.infer<typeof figureLine>

const leadershipPart = z.object({ quota: z.number().nullable(), actual: z.number() })
export const figures = z.object({
  asOf: day,
  lines: z.array(figureLine),
  totals: z.array(
    z.object({
      category: z.string(),
      categoryCode,
      ceiling: z.number().nullable(),
      quota: z.number(),
      actual: z.number(),
      reserved: z.number(),
      vacancy: z.number(),
      over: z.number(),
    }),
  ),
  /** 混编: people whose 编制 the unit's nature forbids; counted against no quota. */
  misplaced: z.array(
    z.object({
      unitId: z.string(),
      unit: z.string(),
      category: z.string(),
      categoryCode,
      people: z.array(z.object({ personId: z.string(), name: z.string() })),
    }),
  ),
  /** 职级职数, one a pool; `retained` 保留待遇: enjoyed outside the count. */
  ranks: z.array(
    z.object({
      unit: z.string(),
      pool: z.string(),
      documentNumber: z.string(),
      quota: z.number(),
      actual: z.number(),
      vacancy: z.number(),
      over: z.number(),
      people: z.array(z.string()),
      retained: z.array(z.string()),
    }),
  ),
  leadership: z.object({
    quota: z.number(),
    actual: z.number(),
    vacancy: z.number(),
    over: z.number(),
    chief: leadershipPart,
    deputy: leadershipPart,
  }),
})
export type FiguresView = z.infer<typeof figures>

/** The numbers alone: nobody by name but 混编, and no list that a rule would have to be asked for. */
export const figureCounts = figures
  .omit({ ranks: true, lines: true })
  .extend({ lines: z.array(figureLine.omit({ seats: true })) })
export type FigureCountsView = z.infer<typeof figureCounts>

/** One person as the roster shows them. ID numbers are masked here, in the core. */
export const rosterPerson = z.object({
  personId: z.string(),
  name: z.string(),
  unitId: z.string().nullable(),
  unit: z.string(),
  unitKind: unitKind.nullable(),
  post: z.string(),
  /** 编制类型 or, for 编外 and 借入 people, what they are instead. */
  category: z.string(),
  categoryCode: categoryCode.nullable(),
  list: rosterList,
  /** 在编 · 借出 · 超编 · 不合规 · 编外 · 借入 · 挂职 */
  status: z.string(),
  why: z.string().nullable(),
  sex: z.string().nullable(),
  birth: z.string().nullable(),
  idNumberMasked: z.string().nullable(),
  politicalStatus: z.string().nullable(),
  education: z.string().nullable(),
  professionalTitle: z.string().nullable(),
  enteredOn: z.string().nullable(),
  entryRoute: z.string().nullable(),
  entryDocumentNumber: z.string().nullable(),
  concurrent: z.array(z.object({ unit: z.string(), post: z.string() })),
  secondedTo: z.string().nullable(),
  remark: z.string().nullable(),
  flags: z.array(z.object({ rule: z.string(), severity, effect, text: z.string() })),
})
export type RosterPersonView = z.infer<typeof rosterPerson>

/** The same with the fields of the catalogue that were asked for: words, personal numbers masked, null where nothing is known. */
export const listedPerson = rosterPerson.extend({ fields: z.record(z.string(), z.string().nullable()) })
export type ListedPersonView = z.infer<typeof listedPerson>

/** What of somebody on the list is another than before: only that, and of the fields only those that are. */
export const changedPerson = listedPerson.partial().required({ personId: true })
export type ChangedPersonView = z.infer<typeof changedPerson>

export const refusedRow = z.object({
  sheet: z.string(),
  row: z.number(),
  column: z.string(),
  code: z.string(),
  message: z.string(),
})
export const repairedCell = z.object({
  sheet: z.string(),
  row: z.number(),
  column: z.string(),
  from: z.string(),
  to: z.string(),
  message: z.string(),
})

export const journalEntry = z.object({
  seq: z.number(),
  recordedAt: z.string(),
  actor: z.string(),
  operation: z.string(),
  title: z.string(),
  effectiveOn: z.string().nullable(),
  documentNumber: z.string().nullable(),
  reason: z.string().nullable(),
  summary: z.string(),
  changes: z.number(),
  hash: z.string(),
})
export type JournalEntryView = z.infer<typeof journalEntry>
