import type { PlainDate } from '../model/plain-date.ts'
import type { EventTools, FactWrite } from './event-plan.ts'
import type { HoldingTable } from './fact-rows.ts'
import { insertRow, updateRow } from './pieces.ts'

type HoldingStart = Pick<HoldingTable, 'person_id' | 'post_id' | 'kind' | 'valid_from'>

/** A new 任职 row; what is not said is empty, and nothing is counted unless said so. */
export function beginHolding(fields: HoldingStart & Partial<HoldingTable>, tools: EventTools): FactWrite {
  return insertRow('holding', {
    id: tools.newId(),
    category: null, off_quota_kind: null, occupies_quota: 0, occupies_leadership: 0, overlap_allowed: 0,
    entered_on: null, entry_route: null, entry_document_number: null, counterpart: null, remark: null,
    entry_cause: null, exit_cause: null, approval_id: null, occupied_rank: null, due_on: null,
    valid_to: null, recorded_at: tools.recordedAt,
    ...fields,
  })
}

type HoldingChange = Partial<Omit<HoldingTable, 'id' | 'person_id' | 'valid_from' | 'recorded_at'>>

/**
 * The holding as it goes on from the day: what ran before the day stays on record, an end already registered stays where it is.
 * A holding that begins on the very day is put right in place, because a range of no days is none.
 */
export function goOnAs(row: HoldingTable, day: PlainDate, change: HoldingChange, tools: EventTools): readonly FactWrite[] {
  if (row.valid_from === day) return [updateRow('holding', row.id, change)]
  return [
    // 出编 stands on the row that ends by it: the later half.
    updateRow('holding', row.id, { valid_to: day, exit_cause: null }),
    insertRow('holding', { ...row, ...change, id: tools.newId(), valid_from: day, recorded_at: tools.recordedAt }),
  ]
}
