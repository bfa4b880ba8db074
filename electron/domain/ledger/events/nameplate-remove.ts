import { refuse, type EventTools, type PlanResult } from '../planning/event-plan.ts'
import { withWords } from '../told/event-words.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { documentPiece, endRow, eventRow } from '../planning/pieces.ts'
import type { NameplateEvent } from './nameplate-hang.ts'

/** 摘牌: the plate is down from the day on; that it hung stays on record. */
export function planNameplateRemove(event: NameplateEvent, ledger: LedgerBook, tools: EventTools): PlanResult {
  const { unit: unitId, name, on } = event
  const unit = ledger.unitAt(unitId, on)
  if (unit === undefined) return refuse('unit_not_found')
  const plate = ledger.nameplatesOf(unitId, on).find((row) => row.name === name)
  if (plate === undefined) return refuse('name_unknown', { name, what: '牌子' })
  const document = documentPiece(ledger, event.document, tools)
  const words = `${unit.name}自 ${on} 起摘去“${name}”牌子`
  return {
    writes: [
      ...document.writes,
      ...endRow('nameplate', plate, on),
      eventRow(withWords(event, words), { unitId }, tools),
    ],
    summary: words,
    touches: [],
  }
}
