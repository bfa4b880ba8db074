import { curesOf, type Cure } from '../findings/cures.ts'
import { keyText } from '../findings/finding-key.ts'
import type { FindingMark, StatedFinding } from '../findings/finding-states.ts'
import type { BookView } from './book-view.ts'
import { alsoByView, findingView } from './finding-view.ts'

/** A finding with what became of it and the ways to put it right. */
export function statedFindingView(view: BookView, stated: StatedFinding) {
  return {
    ...checkedFindingView(view, stated),
    lapsed: stated.lapsed === null ? null : markView(stated.lapsed),
    history: stated.history.map(markView),
    cures: curesOf(stated.finding).map(cureView),
  }
}

/** A finding with its key and state, as a check reports it. */
export function checkedFindingView(view: BookView, stated: StatedFinding) {
  return {
    ...findingView(view, stated.finding),
    key: keyText(stated),
    alsoBy: stated.alsoBy.map((other) => ({ ...alsoByView(view, other.finding), key: keyText(other) })),
    state: stated.state,
    explanation: stated.explanation === null ? null : markView(stated.explanation),
  }
}

export function markView({ kind, markedOn, untilOn, saidBy, reason, documentNumber }: FindingMark) {
  return { kind, on: markedOn, until: untilOn, by: saidBy, reason, documentNumber }
}

function cureView(cure: Cure) {
  return cure.kind === 'event' ? { ...cure, fields: { ...cure.fields } } : { ...cure }
}
