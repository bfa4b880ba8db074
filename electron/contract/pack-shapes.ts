import { z } from 'zod'
import { GATES, type Gate } from '../vocabulary/findings.ts'
import { day, finding, requiredText, ruleSource, severity, text } from './shapes.ts'

/* What a rule pack is to a screen, a file and the command line. */

/** A threshold, a list, or named numbers (a unit and its seats). */
export const parameterValue = z.union([
  z.number().min(0, '不能小于 0').max(100_000_000),
  requiredText,
  z.array(requiredText).min(1, '至少一项').max(200),
  z.record(requiredText, z.int('应是整数').min(0, '不能小于 0').max(100_000)),
])
export type ParameterValueView = z.infer<typeof parameterValue>

/** A local pack as it is written: a shipped one, own thresholds with their document, rules weighed or switched off. */
export const localPackDraft = z.strictObject({
  /** Left out: a new one. */
  id: text.optional(),
  basePackId: requiredText,
  title: requiredText.max(60, '至多 60 个字'),
  locality: text,
  note: text,
  /** Day from which it applies; '' where it has none. */
  date: z.union([day, z.literal('')], '应写成 2026-11-22，或留空'),
  packFrom: day.nullable(),
  parameters: z.record(
    z.string(),
    z.strictObject({
      value: parameterValue,
      document: text.nullable(),
      documentNumber: requiredText,
      date: day,
      clause: text.nullable(),
    }),
  ),
  /** `off`: why it is switched off; null: it runs. */
  rules: z.record(z.string(), z.strictObject({ severity: severity.nullable(), off: requiredText.nullable() })),
})
export type LocalPackDraft = z.infer<typeof localPackDraft>

export const gate = z.enum(GATES)
export type GateName = Gate
export { GATE_NAMES as GATE_TITLES } from '../vocabulary/findings.ts'

const switchedOff = z.object({ reason: z.string(), by: z.string(), on: day })

/** A rule the locality has switched off, as the check screen lists it. */
export const offRule = switchedOff.extend({ rule: z.string(), title: z.string() })
export type OffRuleView = z.infer<typeof offRule>

const packParameter = z.object({
  name: z.string(),
  title: z.string(),
  unit: z.string().nullable(),
  shape: z.enum(['number', 'text', 'list', 'numbers']),
  /** Null: masked in the document. */
  value: parameterValue.nullable(),
  /** The value in words: `9 名`. */
  text: z.string(),
  document: z.string(),
  documentNumber: z.string().nullable(),
  date: z.string().nullable(),
  clause: z.string().nullable(),
  /** The locality's own; `baseText`: what the shipped pack says. */
  own: z.boolean(),
  baseText: z.string(),
  /** Rules that read it. */
  rules: z.array(z.string()),
})
export type PackParameterView = z.infer<typeof packParameter>

const packRule = z.object({
  id: z.string(),
  title: z.string(),
  national: z.boolean(),
  source: ruleSource,
  severity,
  baseSeverity: severity,
  off: switchedOff.nullable(),
  /** What it does to an event about to be saved; `gateOwn`: chosen by the book. */
  gate,
  gateDefault: gate,
  gateOwn: z.boolean(),
})
export type PackRuleView = z.infer<typeof packRule>

export const packSummary = z.object({
  id: z.string(),
  title: z.string(),
  locality: z.string(),
  date: z.string(),
  note: z.string(),
  local: z.boolean(),
  basePackId: z.string(),
  base: z.string(),
  inForce: z.boolean(),
  /** Rules it runs, national ones among them; those off and own thresholds are the locality's. */
  rules: z.number(),
  off: z.number(),
  ownParameters: z.number(),
  masked: z.number(),
})
export type PackSummaryView = z.infer<typeof packSummary>

export const packDetail = packSummary.extend({
  packFrom: day.nullable(),
  parameters: z.array(packParameter),
  ruleList: z.array(packRule),
})
export type PackDetailView = z.infer<typeof packDetail>

/** What choosing a pack would change today: findings that come, go and read differently; people who change lists; gates. */
export const packDifference = z.object({
  from: z.object({ id: z.string(), title: z.string() }),
  to: z.object({ id: z.string(), title: z.string() }),
  /** Figures follow from quotas and people alone. */
  figuresSame: z.boolean(),
  rulesAdded: z.number(),
  rulesGone: z.number(),
  created: z.array(finding),
  cured: z.array(finding),
  changed: z.array(z.object({ before: finding, after: finding })),
  moved: z.array(z.object({ personId: z.string(), name: z.string(), from: z.string(), to: z.string() })),
  gates: z.array(z.object({ rule: z.string(), title: z.string(), from: gate.nullable(), to: gate.nullable() })),
  off: z.array(offRule),
})
export type PackDifferenceView = z.infer<typeof packDifference>

/** The content of a pack file: `sha256` is over the pack with its keys sorted, so that a slip of the pen or the disk is seen. */
export const packFile = z.strictObject({
  schema: z.literal('dingbian-rule-pack'),
  version: z.literal(1),
  sha256: z.string(),
  pack: localPackDraft.extend({
    id: requiredText.regex(/^local-[\w-]{1,64}$/, '编号不对'),
    rules: z.record(
      z.string(),
      z.strictObject({
        severity: severity.nullable(),
        off: z.strictObject({ reason: requiredText, by: text, on: day }).nullable(),
      }),
    ),
  }),
})

const holidayRange = z.tuple([day, day])
export const holidayYear = z.object({
  year: z.number(),
  notice: z.string(),
  issuedOn: day.nullable(),
  imported: z.boolean(),
  /** Inclusive ranges. */
  off: z.array(holidayRange),
  worked: z.array(day),
})
export type HolidayYearView = z.infer<typeof holidayYear>
