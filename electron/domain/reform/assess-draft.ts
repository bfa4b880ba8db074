import { gateSettings, mergedUnits } from '../assess/assess-event.ts'
import { continuityOf, findingsDifference } from '../findings/findings-difference.ts'
import { ledgerBook } from '../ledger/book/ledger-book.ts'
import { gateOf, NO_SEAT_RULE, seatFindings, type Act, type Gate } from '../ledger/planning/gates.ts'
import { missingExitProofs } from '../ledger/planning/exit-proofs.ts'
import { causeCode, EXIT_CAUSE_NAMES } from '../ledger/sentences/cause-names.ts'
import type { EventTools } from '../ledger/planning/event-plan.ts'
import type { FactRows } from '../ledger/rows/fact-rows.ts'
import type { Finding } from '../model/finding.ts'
import { singleTitlesInForce } from '../rules/single-titles-in-force.ts'
import type { BookState } from '../state/book-state.ts'
import { stateOn } from '../state/state-on.ts'
import { draftBook, type DraftBook } from './draft-book.ts'
import { successionsOf, type UnitSuccession } from './pair-units.ts'
import type { KeptStep, ReformFrame } from './reform-step.ts'

/** A draft laid over the book, with what it does to it on its day. */
export interface DraftAssessed extends DraftBook {
  /** The book on the draft's day without it and with it. */
  readonly before: BookState
  readonly after: BookState
  readonly successions: readonly UnitSuccession[]
  readonly created: readonly { readonly finding: Finding; readonly gate: Gate }[]
  readonly cured: readonly Finding[]
  /** 理由 and papers that are missing before it can take force. */
  readonly needs: readonly string[]
}

/**
 * A draft judged as a whole: only the book at its end is looked at, for what stands between two steps stands nowhere.
 * `reason`: whether a reason is given for what asks for one.
 */
export function assessDraft(
  facts: FactRows,
  steps: readonly KeptStep[],
  frame: ReformFrame,
  tools: EventTools,
  reason: boolean,
): DraftAssessed {
  const before = stateOn(facts, frame.on)
  void before.findings
  const singleTitles = singleTitlesInForce(before.snapshot)
  const draft = draftBook(facts, steps, frame, { ...tools, singleTitles })
  const after = stateOn(draft.facts, frame.on)
  const merged = mergedUnits(draft.writes)
  const difference = findingsDifference(
    before.findings,
    after.findings,
    continuityOf(before.snapshot, after.snapshot, merged),
  )
  // Judged as a 整建制转移: units and people go over with their seats, and a line that is full takes nobody in without a reason.
  const act: Act = { type: 'batch.transfer', reason, document: true, plannedEnd: null }
  const own = seatFindings(act, before, after)
  // What a merged unit brings along fills no seat anew.
  const taken = own.filter(({ unitId }) => unitId === null || ![...merged.values()].includes(unitId))
  const gates = gateSettings(facts)
  const created = [
    ...taken,
    ...difference.created.filter(
      (finding) => finding.rule !== NO_SEAT_RULE || taken.every((seat) => seat.unitId !== finding.unitId),
    ),
  ].map((finding) => ({ finding, gate: gateOf(finding, act, gates.get(finding.rule)) }))
  return {
    ...draft,
    before,
    after,
    successions: successionsOf(draft.writes, splitsOf(steps, draft, frame)),
    created,
    cured: difference.cured,
    needs: [
      ...(!reason && created.some(({ gate }) => gate === 'record') ? ['理由'] : []),
      ...new Set(steps.flatMap(({ step }) => missingPapers(step))),
    ],
  }
}

function missingPapers(step: KeptStep['step']): readonly string[] {
  if (step.type !== 'exit' || step.cause === undefined) return []
  const cause = causeCode(EXIT_CAUSE_NAMES, step.cause)
  return cause === null ? [] : missingExitProofs(cause, step.proofs ?? [])
}

/** The units that were taken out of others, by id. */
function splitsOf(
  steps: readonly KeptStep[],
  draft: DraftBook,
  frame: ReformFrame,
): readonly { readonly from: string; readonly to: string }[] {
  const ledger = ledgerBook(draft.facts)
  const done = new Set(draft.outcomes.filter(({ state }) => state !== 'conflict').map(({ id }) => id))
  return steps.flatMap(({ id, step }) => {
    if (step.type !== 'unit.split' || !done.has(id)) return []
    const from = ledger.unitVersions(step.unit)[0]?.unit_id ?? ledger.unitNamed(step.unit, frame.on)[0]?.unit_id ?? null
    return step.into.flatMap((part) => {
      const to = ledger.unitNamed(part.name, frame.on)[0]?.unit_id
      return from === null || to === undefined ? [] : [{ from, to }]
    })
  })
}
