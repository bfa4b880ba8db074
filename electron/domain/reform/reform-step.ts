import type { LeadershipRole, UnitKind } from '../../vocabulary/establishment.ts'
import type { DraftAct, DraftEvent, ServiceMode } from '../../vocabulary/reform.ts'
import type { NamedEvent } from '../assess/named-event.ts'
import type { EventDocument } from '../ledger/planning/pieces.ts'
import type { QuotaCategory } from '../model/quota-category.ts'

/* A step of a 改革方案. Units and people are named as an event names them: by id, or by the name they bear when the step's turn comes. */

/** An event of a draft: its day is the draft's, and so is its document where it brings none of its own. */
export type DraftedEvent = Omit<NamedEvent, 'on' | 'type'> & { readonly type: DraftEvent }

interface ActCommon {
  readonly document?: EventDocument | undefined
  readonly note?: string | undefined
  readonly reason?: string | undefined
}

/** 重新核定: the line has this many seats from the day, whatever it had. */
export interface QuotaRecut extends ActCommon {
  readonly type: 'quota.recut'
  readonly unit: string
  readonly category: QuotaCategory
  readonly amount: number
}

/** One of the units that a split sets up. */
export interface SplitPart {
  readonly name: string
  readonly kind: UnitKind
  readonly quotas?: readonly { readonly category: QuotaCategory; readonly amount: number }[] | undefined
  readonly nameplates?: readonly string[] | undefined
  /** Who goes over with their posts. */
  readonly people?: readonly string[] | undefined
}

/** 拆分: new units are set up out of one that stays, each with seats and people of its own. */
export interface UnitSplit extends ActCommon {
  readonly type: 'unit.split'
  readonly unit: string
  readonly into: readonly SplitPart[]
}

/** 岗位划转: a post goes to another unit, with whoever holds it. */
export interface PostTransfer extends ActCommon {
  readonly type: 'post.transfer'
  readonly unit: string
  readonly post: string
  readonly to: string
  readonly leadership?: LeadershipRole | null | undefined
}

/** 服务方式: a service of a unit is seen to by posts, by a body that is stationed, bought, or entrusted to others. */
export interface ServiceModeSet extends ActCommon {
  readonly type: 'service.mode'
  readonly unit: string
  readonly service: string
  readonly mode: ServiceMode
  /** Who does it, where it is not the unit itself. */
  readonly provider?: string | undefined
}

export type DraftedAct = QuotaRecut | UnitSplit | PostTransfer | ServiceModeSet
export type ReformStep = DraftedEvent | DraftedAct

/** Compiles only while every act has its shape, and no other. */
export const EVERY_ACT_HAS_ITS_SHAPE = true satisfies [DraftAct] extends [DraftedAct['type']]
  ? [DraftedAct['type']] extends [DraftAct]
    ? true
    : never
  : never

/** A step as the draft keeps it. */
export interface KeptStep {
  readonly id: string
  readonly step: ReformStep
  /** What it said when it was written: `stepSentence`. */
  readonly said: string
}

/** When a draft takes force, and on what paper. */
export interface ReformFrame {
  readonly on: string
  readonly document: EventDocument
}

const DAY_MARK = '{day}'

/** A sentence of a step as it is kept: the draft's day may still change. */
export function keptSentence(summary: string, on: string): string {
  return summary.replaceAll(on, DAY_MARK)
}

/** A kept sentence with the draft's day. */
export function sentenceOn(said: string, on: string): string {
  return said.replaceAll(DAY_MARK, on)
}
