import { refuse, type EventTools, type PlanResult } from '../planning/event-plan.ts'
import { withWords } from '../told/event-words.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { documentPiece, eventRow, insertRow, type EventCommon, type EventDocument } from '../planning/pieces.ts'
import { lifeEnd } from '../planning/unit-life.ts'

export interface NameplateEvent extends EventCommon {
  readonly document: EventDocument
  readonly unit: string
  readonly name: string
}

/** 加挂牌子 from a day on. */
export function planNameplateHang(event: NameplateEvent, ledger: LedgerBook, tools: EventTools): PlanResult {
  const { unit: unitId, name, on } = event
  const unit = ledger.unitAt(unitId, on)
  if (unit === undefined) return refuse('unit_not_found')
  if (unit.name === name) return refuse('event_impossible', { why: `“${name}”就是它自己的名称` })
  const hung = ledger.facts.nameplate.find(
    (row) => row.unit_id === unitId && row.name === name && (row.valid_to === null || row.valid_to > on),
  )
  if (hung !== undefined)
    return refuse('event_impossible', { why: `${unit.name}自 ${hung.valid_from} 起已加挂“${name}”` })
  const document = documentPiece(ledger, event.document, tools)
  const words = `${unit.name}自 ${on} 起加挂“${name}”牌子`
  return {
    writes: [
      ...document.writes,
      insertRow('nameplate', {
        id: tools.newId(),
        unit_id: unitId,
        name,
        document_id: document.id,
        valid_from: on,
        valid_to: lifeEnd(ledger, unitId, on),
        recorded_at: tools.recordedAt,
      }),
      eventRow(withWords(event, words), { unitId }, tools),
    ],
    summary: words,
    touches: [],
  }
}
