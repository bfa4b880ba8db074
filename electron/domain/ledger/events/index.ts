import type { EventType } from '../../../vocabulary/events.ts'
import type { EventTools, PlanResult } from '../planning/event-plan.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { planTitled } from './title-guard.ts'
import { planAbsenceBegin } from './absence-begin.ts'
import { planAbsenceEnd } from './absence-end.ts'
import { planAppoint } from './appoint.ts'
import { planApprovalCancel } from './approval-cancel.ts'
import { planApprovalGrant } from './approval-grant.ts'
import { planArrival } from './arrival.ts'
import { planAttachmentIn } from './attachment-in.ts'
import { planAttachmentOut } from './attachment-out.ts'
import { planBatchTransfer } from './batch-transfer.ts'
import { planConcurrentBegin } from './concurrent-begin.ts'
import { planConcurrentEnd } from './concurrent-end.ts'
import { planDismiss } from './dismiss.ts'
import { planEntry } from './entry.ts'
import { planExit } from './exit.ts'
import { planLeadershipQuotaSet } from './leadership-quota-set.ts'
import { planMove } from './move.ts'
import { planNameplateHang } from './nameplate-hang.ts'
import { planNameplateRemove } from './nameplate-remove.ts'
import { planOffQuotaBegin } from './off-quota-begin.ts'
import { planOffQuotaControlSet } from './off-quota-control-set.ts'
import { planOffQuotaEnd } from './off-quota-end.ts'
import { planPostAbolish } from './post-abolish.ts'
import { planPostFreeze } from './post-freeze.ts'
import { planPostPlan } from './post-plan.ts'
import { planPostUnfreeze } from './post-unfreeze.ts'
import { planQuotaDecrease } from './quota-decrease.ts'
import { planQuotaIncrease } from './quota-increase.ts'
import { planQuotaTransfer } from './quota-transfer.ts'
import { planRankPromote } from './rank-promote.ts'
import { planRankQuotaSet } from './rank-quota-set.ts'
import { planRestore } from './restore.ts'
import { planRetirementArrange } from './retirement-arrange.ts'
import { planRunOffPlan } from './run-off-plan.ts'
import { planSecondmentIn } from './secondment-in.ts'
import { planSecondmentOut } from './secondment-out.ts'
import { planTermEnd } from './term-end.ts'
import { planTermRenew } from './term-renew.ts'
import { planToleranceSet } from './tolerance-set.ts'
import { planUnitAbolish } from './unit-abolish.ts'
import { planUnitEstablish } from './unit-establish.ts'
import { planUnitMerge } from './unit-merge.ts'
import { planUnitReassign } from './unit-reassign.ts'
import { planUnitRename } from './unit-rename.ts'

/*
 * What stands where in a planned event, its names resolved: `unit`, `units`, `people`, `to` of quota.transfer are ids; `person` an id, or a
 * newcomer where the event brings one; `into` of unit.merge an id, or the name of the unit to be set up; `post` of post.freeze, post.unfreeze
 * and post.abolish an id, of all others a title (or an id) to be sought in the unit.
 */

const PLANNERS = {
  'quota.increase': planQuotaIncrease,
  'quota.decrease': planQuotaDecrease,
  'quota.transfer': planQuotaTransfer,
  'unit.establish': planUnitEstablish,
  'unit.rename': planUnitRename,
  'unit.merge': planUnitMerge,
  'unit.abolish': planUnitAbolish,
  'unit.reassign': planUnitReassign,
  'nameplate.hang': planNameplateHang,
  'nameplate.remove': planNameplateRemove,
  'leadershipQuota.set': planLeadershipQuotaSet,
  'rankQuota.set': planRankQuotaSet,
  'tolerance.set': planToleranceSet,
  'offQuotaControl.set': planOffQuotaControlSet,
  'post.plan': planPostPlan,
  'post.freeze': planPostFreeze,
  'post.unfreeze': planPostUnfreeze,
  'post.abolish': planPostAbolish,
  'approval.grant': planApprovalGrant,
  'approval.cancel': planApprovalCancel,
  entry: planEntry,
  arrival: planArrival,
  move: planMove,
  appoint: planAppoint,
  dismiss: planDismiss,
  'rank.promote': planRankPromote,
  'concurrent.begin': planConcurrentBegin,
  'concurrent.end': planConcurrentEnd,
  'secondment.out': planSecondmentOut,
  'secondment.in': planSecondmentIn,
  'attachment.in': planAttachmentIn,
  'attachment.out': planAttachmentOut,
  'term.renew': planTermRenew,
  'term.end': planTermEnd,
  'absence.begin': planAbsenceBegin,
  'absence.end': planAbsenceEnd,
  'retirement.arrange': planRetirementArrange,
  exit: planExit,
  restore: planRestore,
  'batch.transfer': planBatchTransfer,
  'offQuota.begin': planOffQuotaBegin,
  'offQuota.end': planOffQuotaEnd,
  'runOff.plan': planRunOffPlan,
} as const satisfies Readonly<Record<EventType, unknown>>

type Planners = typeof PLANNERS
/** An event whose names are ids: what its planner takes. */
export type LedgerEventOf<T extends EventType> = Parameters<Planners[T]>[0] & { readonly type: T }
export type LedgerEvent = { readonly [T in EventType]: LedgerEventOf<T> }[EventType]

type Handing = { readonly [T in EventType]: 'handover' extends keyof LedgerEventOf<T> ? T : never }[EventType]
const SEATING = ['entry', 'arrival', 'move', 'appoint', 'dismiss', 'concurrent.begin', 'restore'] as const
type Guarded = [Handing] extends [(typeof SEATING)[number]] ? true : never
/** Compiles only while every event that may say a handover is judged as one that sits somebody down. */
export const EVERY_HANDOVER_IS_GUARDED = true satisfies Guarded

/** Events that sit one person down: a merger and a 整建制转移 take posts along as they are, and the rules say what that brings. */
function isSeating(event: LedgerEvent): event is LedgerEventOf<(typeof SEATING)[number]> {
  return SEATING.some((type) => type === event.type)
}

/** What an event would write, or why it cannot be. Pure. */
export function planEvent(event: LedgerEvent, ledger: LedgerBook, tools: EventTools): PlanResult {
  // The planner found under an event's type takes that event; TypeScript cannot follow the table.
  const planner = PLANNERS[event.type] as (event: LedgerEvent, ledger: LedgerBook, tools: EventTools) => PlanResult
  const plan = (book: LedgerBook) => planner(event, book, tools)
  return isSeating(event) ? planTitled(event, ledger, tools, plan) : plan(ledger)
}
