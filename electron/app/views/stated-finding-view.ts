import type { CureView, FindingMarkView, StatedFindingView } from '../../contract/finding-operations.ts'
import type { Output } from '../../contract/operations.ts'
import { curesOf, type Cure } from '../../domain/findings/cures.ts'
import { keyText } from '../../domain/findings/finding-key.ts'
import type { FindingMark, StatedFinding } from '../../domain/findings/finding-states.ts'
import type { BookView } from './book-view.ts'
import { findingView } from './finding-view.ts'

/** A finding with what became of it and the ways to put it right. */
export function statedFindingView(view: BookView, stated: StatedFinding): StatedFindingView {
  return {
    ...checkedFindingView(view, stated),
    lapsed: stated.lapsed === null ? null : markView(stated.lapsed),
    history: stated.history.map(markView),
    cures: curesOf(stated.finding).map(cureView),
  }
}

/** A finding with its key and state, as a check reports it. */
export function checkedFindingView(view: BookView, stated: StatedFinding): Output<'check.run'>['findings'][number] {
  return { ...findingView(view, stated.finding), key: keyText(stated), state: stated.state, explanation: stated.explanation === null ? null : markView(stated.explanation) }
}

export function markView({ kind, markedOn, untilOn, saidBy, reason, documentNumber }: FindingMark): FindingMarkView {
  return { kind, on: markedOn, until: untilOn, by: saidBy, reason, documentNumber }
}

function cureView(cure: Cure): CureView {
  return cure.kind === 'event' ? { ...cure, fields: { ...cure.fields } } : { ...cure }
}
