import { z } from 'zod'
import { dueFilter } from './due-operations.ts'
import { sheetPreview } from './notice-operations.ts'
import { askedDay, asOf, LONGEST_YEARS, withinYears } from './operation-parts.ts'
import { offRule } from './pack-shapes.ts'
import type { OperationTable } from './operation-table.ts'
import { alsoBy, categoryCode, day, finding, requiredText, ruleSource, severity, text } from './shapes.ts'

/* Findings as an inbox: open, explained, cured; and the papers made of them. */

/** Where a finding is put right: a form of the window with what it can already be told. */
export const cure = z.object({
  kind: z.enum([
    'event',
    'person',
    'unit',
    'figure',
    'history',
    'notice',
    'import',
    'units',
    'people',
    'rules',
    'off-quota',
    'records',
  ]),
  label: z.string(),
  event: z.string().optional(),
  /** Fields of the event's form: person, unit and category by id and code. */
  fields: z.record(z.string(), z.string()).optional(),
  personId: z.string().nullable().optional(),
  unitId: z.string().nullable().optional(),
  category: categoryCode.optional(),
  form: z.enum(['correct', 'settle']).nullable().optional(),
  field: z.string().nullable().optional(),
  /** Kind of the 资料 to add. */
  record: z.string().optional(),
})
export type CureView = z.infer<typeof cure>

export const findingState = z.enum(['open', 'explained', 'cured'])
export type FindingStateName = z.infer<typeof findingState>

const mark = z.object({
  kind: z.enum(['explained', 'reopened']),
  on: day,
  until: day.nullable(),
  by: z.string().nullable(),
  reason: z.string(),
  documentNumber: z.string().nullable(),
})
export type FindingMarkView = z.infer<typeof mark>

/** A finding as a check reports it: an explained one counts like any other and carries its state. `key` names it from day to day. */
export const checkedFinding = finding.extend({
  key: z.string(),
  /** The other rules that speak of this fact, gravest first, each with its own key: an explanation of any of them covers all. */
  alsoBy: z.array(alsoBy.extend({ key: z.string() })),
  state: z.enum(['open', 'explained']),
  explanation: mark.nullable(),
})

/** A finding with what became of it and how it is put right. */
export const statedFinding = checkedFinding.extend({
  /** An explanation that has run out: the finding is open again. */
  lapsed: mark.nullable(),
  history: z.array(mark),
  cures: z.array(cure),
})
export type StatedFindingView = z.infer<typeof statedFinding>

/** A finding that is not there any more. */
const goneFinding = z.object({
  key: z.string(),
  rule: z.string(),
  title: z.string(),
  severity: severity.nullable(),
  unitId: z.string().nullable(),
  unit: z.string().nullable(),
  personId: z.string().nullable(),
  person: z.string().nullable(),
  /** What it said last; null where nothing was written down. */
  text: z.string().nullable(),
  source: ruleSource.nullable(),
  /** The other rules that had spoken of the same fact. */
  alsoBy: z.array(z.object({ key: z.string(), rule: z.string(), title: z.string() })),
  /** The entry that cured it; null: it went by itself. */
  entry: z
    .object({
      seq: z.number(),
      title: z.string(),
      text: z.string(),
      recordedAt: z.string(),
      effectiveOn: z.string().nullable(),
      documentNumber: z.string().nullable(),
    })
    .nullable(),
  history: z.array(mark),
})
export type GoneFindingView = z.infer<typeof goneFinding>

/**
 * Papers of 核查. `from` and `to` bound the 待办, `years` the 预测, kind, unit, month and `until` the 到期; `unitId`, number and issuer are the 整改通知's
 * (no unit: what is about the whole township).
 */
const checkPaper = {
  paper: z.enum(['problem-list', 'rectification', 'forecast', 'duties', 'due']),
  unitId: z.string().optional(),
  deadline: day.optional(),
  number: text.optional(),
  issuer: text.optional(),
  years: z.number().int().min(1, '至少 1 年').max(LONGEST_YEARS, `至多 ${LONGEST_YEARS} 年`).optional(),
  from: askedDay.optional(),
  to: askedDay.optional(),
  ...dueFilter,
  ...asOf,
}

export const FINDING_OPERATIONS = {
  'findings.read': {
    kind: 'query',
    title: '问题清单',
    input: z.strictObject({ state: findingState.optional(), ...asOf }),
    output: z.object({
      asOf: day,
      pack: z.object({ id: z.string(), title: z.string() }),
      rulesRun: z.number(),
      /** Rules the locality has switched off, with who and why. */
      off: z.array(offRule),
      counts: z.object({
        open: z.number(),
        explained: z.number(),
        cured: z.number(),
        error: z.number(),
        warning: z.number(),
        info: z.number(),
      }),
      findings: z.array(statedFinding),
      cured: z.array(goneFinding),
    }),
  },
  'checkPaper.preview': {
    kind: 'query',
    title: '核查文书预览',
    input: withinYears(z.strictObject(checkPaper), LONGEST_YEARS),
    output: z.object({ title: z.string(), preview: sheetPreview }),
  },
  'checkPaper.file': {
    kind: 'query',
    title: '取核查文书',
    input: withinYears(z.strictObject(checkPaper), LONGEST_YEARS),
    output: z.object({ fileName: z.string(), base64: z.string() }),
  },
  /** 说明: the finding stands, and why. It counts on; after `until` it is open again. */
  'finding.explain': {
    kind: 'command',
    title: '说明问题',
    input: z.strictObject({
      keys: z.array(requiredText).min(1, '请选问题').max(1000),
      reason: requiredText,
      by: text.optional(),
      documentNumber: text.optional(),
      until: day.optional(),
    }),
    output: z.object({ seq: z.number(), explained: z.number() }),
  },
  'finding.reopen': {
    kind: 'command',
    title: '重新打开问题',
    input: z.strictObject({ keys: z.array(requiredText).min(1, '请选问题').max(1000), reason: requiredText }),
    output: z.object({ seq: z.number(), reopened: z.number() }),
  },
} as const satisfies OperationTable
