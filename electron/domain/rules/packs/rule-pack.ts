import { madeOf } from '../../model/made-of.ts'
import type { PlainDate } from '../../model/plain-date.ts'
import type { QuotaCategory } from '../../model/quota-category.ts'
import type { WorkTask } from '../../model/records.ts'
import { concernOf } from '../../tasks/task-concern.ts'
import type { UnitKind } from '../../model/unit.ts'
import type { RuleParameter, RuleParameters } from '../rule.ts'

export interface CategoryAmount {
  readonly category: QuotaCategory
  readonly amount: number
}

export interface TemplateUnit {
  readonly name: string
  readonly kind: UnitKind
  readonly nameplates: readonly string[]
  /** 人财物归属 where it is not the township. */
  readonly managingBody: string | null
  readonly quotas: readonly CategoryAmount[]
  /** `chief`/`deputy` null where the document does not divide the number. */
  readonly leadership: { readonly amount: number; readonly chief: number | null; readonly deputy: number | null } | null
}

/** What a book made from a pack begins with. */
export interface TownshipTemplate {
  /** Kind of the root unit, which takes the book's name and carries the ceilings. */
  readonly townshipKind: UnitKind
  /** In sheet order, all below the root. */
  readonly units: readonly TemplateUnit[]
  readonly ceilings: readonly CategoryAmount[]
  readonly leadershipCeiling: number | null
  readonly documentTitle: string
}

/** One threshold or list of a pack, with the document that gives it. */
export interface PackParameter {
  /** Null: masked in the document (`x万人`), to be asked for and entered in a local pack. */
  readonly value: RuleParameter | null
  /** What the screen calls it: 领导职数一般上限. */
  readonly title: string
  /** 名, 个, 个月, % …; null for lists. */
  readonly unit: string | null
  readonly document: string
  readonly documentNumber: string | null
  /** Day of the document; null where the text has none. */
  readonly date: string | null
  /** Words of the document the value is taken from, verbatim; null for what is habit, not norm. */
  readonly clause: string | null
  /** What a masked value is once it is known; a number where it does not say. */
  readonly shape?: ParameterShape
}

export type ParameterShape = 'number' | 'text' | 'list' | 'numbers'

/** Parameters by the names rules use. */
export type PackParameters = Readonly<Record<string, PackParameter>>

/** A task, stage or report of the document, as a record of the book will hold it once somebody takes it in. */
export interface PackTask {
  readonly code: string
  readonly title: string
  readonly taskKind: WorkTask['taskKind']
  readonly leadUnit: string | null
  /** 责任单位, where the document names that instead of a 牵头单位. */
  readonly responsibleUnit: string | null
  readonly supportingUnits: string | null
  /** Last day; null where the document gives none. */
  readonly dueOn: PlainDate | null
  /** The document's own words for the time; null where it has none. */
  readonly dueText: string | null
  readonly windowFrom: PlainDate | null
  readonly windowTo: PlainDate | null
}

/** The rules and thresholds of one locality, with their document. One is in force at a time. */
export interface RulePack {
  readonly id: string
  readonly title: string
  readonly locality: string
  /** Day from which the document applies; empty where there is none. */
  readonly date: string
  readonly note: string
  readonly parameters: PackParameters
  /** First day of rules that run for a time, 只减不增; null: none. */
  readonly packFrom: PlainDate | null
  readonly template: TownshipTemplate | null
  /** Tasks the document hands out, in its order; left out: none. */
  readonly tasks?: readonly PackTask[]
}

/** The record a task becomes in a township: its bodies kept, marked where it concerns the township; begun, not done, without an approval. */
export function workTaskOf(task: PackTask, township: string): WorkTask {
  return {
    ...task,
    ours: concernOf({ ...task, ours: null }, township) !== 'none',
    doneOn: null,
    approvalNumber: null,
  }
}

/** What rules read: the plain values; a masked one says that it is. */
export const parameterValues = madeOf((parameters: PackParameters): RuleParameters =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, { value, title, clause }]) => [
      name,
      value ?? { masked: true as const, title, clause: clause ?? '' },
    ]),
  ),
)

/** What kind of value a parameter has, or will have once it is unmasked. */
export function parameterShape({ value, shape }: Pick<PackParameter, 'value' | 'shape'>): ParameterShape {
  return value === null ? (shape ?? 'number') : shapeOf(value)
}

/** What kind of value it is. */
export function shapeOf(value: RuleParameter): ParameterShape {
  if (typeof value === 'number') return 'number'
  if (typeof value === 'string') return 'text'
  return Array.isArray(value) ? 'list' : 'numbers'
}
