import { carryFromDay } from '../planning/carry-from-day.ts'
import { refuse, type EventTools, type FactWrite, type PlanResult } from '../planning/event-plan.ts'
import { withWords } from '../told/event-words.ts'
import type { UnitVersionTable } from '../rows/fact-rows.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import {
  documentPiece,
  eventRow,
  insertRow,
  updateRow,
  type EventCommon,
  type EventDocument,
} from '../planning/pieces.ts'
import { nameTaken } from '../planning/unit-life.ts'

export interface UnitRenameEvent extends EventCommon {
  readonly document: EventDocument
  readonly unit: string
  readonly name: string
}

/** 更名 from a day on. What was before the day keeps the old name; people, posts and quotas are the same unit's. */
export function planUnitRename(event: UnitRenameEvent, ledger: LedgerBook, tools: EventTools): PlanResult {
  const unit = ledger.unitAt(event.unit, event.on)
  if (unit === undefined) return refuse('unit_not_found')
  if (unit.name === event.name) return refuse('event_impossible', { why: `${unit.name}这一天已是这个名称` })
  const taken = nameTaken(ledger, event.name, event.on, event.unit)
  if (taken !== null) return taken
  const document = documentPiece(ledger, event.document, tools)
  const words = `“${unit.name}”自 ${event.on} 起更名为“${event.name}”`
  const versions = unitFromDay(
    ledger,
    event.unit,
    event.on,
    { column: 'name', value: event.name, documentId: document.id },
    tools,
  )
  return {
    writes: [...document.writes, ...versions, eventRow(withWords(event, words), { unitId: event.unit }, tools)],
    summary: words,
    touches: [],
  }
}

export interface UnitSetting<C extends 'name' | 'managing_body' | 'parent_id'> {
  readonly column: C
  readonly value: UnitVersionTable[C]
  readonly documentId: string
}

/** One of a unit's own facts set from a day on: a new version begins there; later ones that still bear the old value take the new. */
export function unitFromDay<C extends 'name' | 'managing_body' | 'parent_id'>(
  ledger: LedgerBook,
  unitId: string,
  day: string,
  { column, value, documentId }: UnitSetting<C>,
  tools: EventTools,
): readonly FactWrite[] {
  return carryFromDay(ledger.unitVersions(unitId), day, column, value).flatMap(({ op, row }): readonly FactWrite[] => {
    if (op === 'set')
      return [
        updateRow('unit_version', row.id, {
          [column]: value,
          ...(row.valid_from === day ? { document_id: documentId } : {}),
        }),
      ]
    return [
      updateRow('unit_version', row.id, { valid_to: day }),
      insertRow('unit_version', {
        ...row,
        id: tools.newId(),
        [column]: value,
        document_id: documentId,
        valid_from: day,
        recorded_at: tools.recordedAt,
      }),
    ]
  })
}
