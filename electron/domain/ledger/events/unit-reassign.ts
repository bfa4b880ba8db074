import { refuse, type EventTools, type PlanResult } from '../planning/event-plan.ts'
import { withWords } from '../told/event-words.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { documentPiece, eventRow, textOrNull, type EventCommon, type EventDocument } from '../planning/pieces.ts'
import { unitFromDay } from './unit-rename.ts'

export interface UnitReassignEvent extends EventCommon {
  readonly document: EventDocument
  readonly unit: string
  /** Empty or not said: the township itself. */
  readonly managingBody?: string | undefined
}

/** 划转: whose people, money and goods the unit's are, from a day on. It stays in the book; its quotas and people with it. */
export function planUnitReassign(event: UnitReassignEvent, ledger: LedgerBook, tools: EventTools): PlanResult {
  const unit = ledger.unitAt(event.unit, event.on)
  if (unit === undefined) return refuse('unit_not_found')
  const body = textOrNull(event.managingBody?.trim())
  if (unit.managing_body === body)
    return refuse('event_impossible', { why: `${unit.name}这一天已由${body ?? '本乡镇'}管理` })
  const document = documentPiece(ledger, event.document, tools)
  const words = `${unit.name}自 ${event.on} 起由${unit.managing_body ?? '本乡镇'}划转${body ?? '本乡镇'}管理`
  const versions = unitFromDay(
    ledger,
    event.unit,
    event.on,
    { column: 'managing_body', value: body, documentId: document.id },
    tools,
  )
  return {
    writes: [...document.writes, ...versions, eventRow(withWords(event, words), { unitId: event.unit }, tools)],
    summary: words,
    touches: [],
  }
}
