import { z } from 'zod'
import { REFORM_STATES, SERVICE_MODES, STEP_STATES } from '../vocabulary/reform.ts'
import { eventDocument } from './events.ts'
import type { OperationTable } from './operation-table.ts'
import { askedDay } from './operation-parts.ts'
import { gate } from './pack-shapes.ts'
import { itemTotal, judgedChange, staffing, statedChange } from './reform-shapes.ts'
import { reformStep } from './reform-steps.ts'
import { categoryCode, day, finding, requiredText, text, unitKind } from './shapes.ts'

/* 改革方案: drafts beside the book, what they do to it, and taking one into force. */

const state = z.enum(REFORM_STATES)

const plan = z.object({
  id: z.string(),
  title: z.string(),
  /** 施行日. */
  day,
  document: eventDocument.nullable(),
  state,
  steps: z.number(),
  /** Entries of the book that are not the drafts' own, since the draft was last held against it. */
  movedOn: z.number(),
})
export type ReformPlanView = z.infer<typeof plan>

const step = z.object({
  id: z.string(),
  place: z.number(),
  type: z.string(),
  title: z.string(),
  state: z.enum(STEP_STATES),
  /** What it does, with people's names; what it did when it was written, where it can no longer be done. */
  text: z.string(),
  /** What it said when it was written, where that is something else now. */
  was: z.string().nullable(),
  /** Why it cannot be done. */
  problem: z.string().nullable(),
  content: z.record(z.string(), z.unknown()),
})
export type ReformStepView = z.infer<typeof step>

const line = z.object({ category: z.string(), categoryCode, quota: z.number(), actual: z.number() })
const counts = z.object({
  offices: z.number(),
  institutions: z.number(),
  units: z.number(),
  plates: z.number(),
  quota: z.number(),
  people: z.number(),
  over: z.number(),
  vacant: z.number(),
  leaderQuota: z.number(),
  leaders: z.number(),
  offQuota: z.number(),
  errors: z.number(),
  warnings: z.number(),
  hints: z.number(),
})
export type ReformCounts = z.infer<typeof counts>

const unit = z.object({
  id: z.string(),
  name: z.string(),
  kind: unitKind,
  managingBody: z.string().nullable(),
  plates: z.array(z.string()),
  lines: z.array(line),
  leaders: z
    .object({ quota: z.number(), chief: z.number().nullable(), deputy: z.number().nullable(), actual: z.number() })
    .nullable(),
  services: z.array(z.object({ service: z.string(), mode: z.enum(SERVICE_MODES) })),
})
export type ReformUnitView = z.infer<typeof unit>

const shape = z.object({ asOf: day, counts, categories: z.array(line), units: z.array(unit) })
export type ReformShapeView = z.infer<typeof shape>

const pair = z.object({
  kind: z.enum(['kept', 'renamed', 'merged', 'created', 'split', 'ended']),
  before: z.array(unit),
  after: unit.nullable(),
})
export type ReformPairView = z.infer<typeof pair>

/** A post of the draft's board and who sits in it. */
const seat = z.object({
  post: z.string(),
  postId: z.string(),
  state: z.string(),
  people: z.array(
    z.object({ personId: z.string(), name: z.string(), category: z.string().nullable(), main: z.boolean() }),
  ),
})

const shown = z.object({
  plan,
  steps: z.array(step),
  /** What the draft brings and what it settles, on its day. */
  created: z.array(finding.extend({ gate })),
  cured: z.array(finding),
  /** What is missing before it can take force: 理由, 证明材料. */
  needs: z.array(z.string()),
  before: shape,
  after: shape,
  board: z.array(z.object({ unitId: z.string(), unit: z.string(), kind: unitKind, seats: z.array(seat) })),
  /** Stands for all of this: what is taken into force is what was looked at. */
  fingerprint: z.string(),
  /** What was registered since the draft was last held against the book. */
  moved: z.array(z.object({ seq: z.number(), text: z.string() })),
})
export type ReformShown = z.infer<typeof shown>

/** The file of a draft. Its steps are checked as those typed here are. */
export const reformFile = z.looseObject({
  schema: z.string(),
  version: z.number(),
  sha256: z.string(),
  plan: z.strictObject({
    township: z.string(),
    title: requiredText,
    day: askedDay,
    document: eventDocument.nullable(),
    steps: z.array(z.strictObject({ step: reformStep, said: z.string() })).max(5000),
    names: z.record(z.string(), z.string()),
  }),
})

const planId = { plan: requiredText }
const saved = z.object({ id: z.string(), seq: z.number() })

export const REFORM_OPERATIONS = {
  'reform.list': {
    kind: 'query',
    title: '改革方案',
    input: z.strictObject({}),
    output: z.object({ plans: z.array(plan) }),
  },
  'reform.show': { kind: 'query', title: '改革方案内容', input: z.strictObject(planId), output: shown },
  'reform.create': {
    kind: 'command',
    title: '新建改革方案',
    input: z.strictObject({ title: requiredText, day: askedDay, document: eventDocument.optional() }),
    output: saved,
  },
  'reform.change': {
    kind: 'command',
    title: '修改改革方案',
    input: z.strictObject({
      ...planId,
      title: requiredText.optional(),
      day: askedDay.optional(),
      document: eventDocument.nullable().optional(),
    }),
    output: saved,
  },
  'reform.remove': { kind: 'command', title: '删去改革方案', input: z.strictObject(planId), output: saved },
  /** Adds steps at the end, or before the step `before`. A step that cannot be done on the draft as it stands is refused, and none is added. */
  'reform.addSteps': {
    kind: 'command',
    title: '改革方案加入步骤',
    input: z.strictObject({ ...planId, steps: z.array(reformStep).min(1).max(2000), before: z.string().optional() }),
    output: z.object({ ids: z.array(z.string()), seq: z.number(), texts: z.array(z.string()) }),
  },
  'reform.dropSteps': {
    kind: 'command',
    title: '改革方案去掉步骤',
    input: z.strictObject({ ...planId, steps: z.array(z.string()).min(1) }),
    output: z.object({ dropped: z.number(), seq: z.number() }),
  },
  /** Holds the draft against the book of now: changed steps take their new sentence, those that cannot be done are refused by name, or dropped. */
  'reform.rebase': {
    kind: 'command',
    title: '改革方案重新核对',
    input: z.strictObject({ ...planId, dropConflicts: z.boolean().optional() }),
    output: z.object({ seq: z.number(), changed: z.array(z.string()), dropped: z.array(z.string()) }),
  },
  'reform.export': {
    kind: 'query',
    title: '导出改革方案',
    input: z.strictObject(planId),
    output: z.object({ fileName: z.string(), base64: z.string() }),
  },
  'reform.import': {
    kind: 'command',
    title: '导入改革方案',
    input: z.strictObject({ fileId: z.string(), title: requiredText.optional() }),
    output: z.object({
      id: z.string(),
      seq: z.number(),
      title: z.string(),
      steps: z.number(),
      /** Steps that cannot be done in this book, with why. */
      conflicts: z.array(z.string()),
    }),
  },
  /** 施行: everything in one entry. `fingerprint` of what was looked at; without it, what is there now. */
  'reform.force': {
    kind: 'command',
    title: '施行改革方案',
    input: z.strictObject({
      ...planId,
      on: askedDay.optional(),
      document: eventDocument.optional(),
      reason: text.optional(),
      fingerprint: z.string().optional(),
    }),
    output: z.object({
      seq: z.number(),
      steps: z.number(),
      changes: z.number(),
      text: z.string(),
      before: counts,
      after: counts,
    }),
  },
  /** 改革前 | 方案 | 改革后. Of a draft, `after` is null; of one in force, `before` and `draft` are as they were then. */
  'reform.compare': {
    kind: 'query',
    title: '改革前后对照',
    input: z.strictObject({ ...planId, asOf: askedDay.optional() }),
    output: z.object({
      plan,
      before: shape,
      draft: shape,
      after: shape.nullable(),
      /** Units of before and of the draft. */
      pairs: z.array(pair),
      /** Where the book of now is something else than the draft said, one sentence each. */
      drift: z.array(z.string()),
    }),
  },
  /** 竞聘定岗、未竞聘上岗、分流、清退、自聘消化. */
  'reform.staffing': {
    kind: 'query',
    title: '竞聘和分流',
    input: z.strictObject({ asOf: askedDay.optional() }),
    output: staffing,
  },
  /** The chosen of one competition take their post, in one entry. */
  'reform.appoint': {
    kind: 'command',
    title: '竞聘结果任职',
    input: z.strictObject({ code: requiredText, on: askedDay, document: eventDocument, reason: text.optional() }),
    output: z.object({ seq: z.number(), texts: z.array(z.string()) }),
  },
  /** Figures of many townships, typed or from a sheet, each recomputed. */
  'reform.figures': {
    kind: 'query',
    title: '改革前后数字核对',
    input: z.strictObject({ rows: z.array(statedChange).max(5000).optional(), fileId: z.string().optional() }),
    output: z.object({ rows: z.array(judgedChange), totals: z.array(itemTotal), problems: z.array(z.string()) }),
  },
  /** One township between two days of its own book. */
  'reform.between': {
    kind: 'query',
    title: '两个日子对照',
    input: z.strictObject({ from: askedDay, to: askedDay }),
    output: z.object({ before: shape, after: shape, pairs: z.array(pair) }),
  },
} as const satisfies OperationTable
