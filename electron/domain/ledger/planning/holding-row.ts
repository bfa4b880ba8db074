import { noColumns } from '../../../vocabulary/person-fields.ts'
import type { PlainDate } from '../../model/plain-date.ts'
import type { EventTools, FactWrite } from './event-plan.ts'
import type { HoldingTable } from '../rows/fact-rows.ts'
import { insertRow, updateRow } from './pieces.ts'

type HoldingStart = Pick<HoldingTable, 'person_id' | 'post_id' | 'kind' | 'valid_from'>

/** A new 任职 row: fields that are not given are empty, and the row is counted only if asked for. */
export function beginHolding(fields: HoldingStart & Partial<HoldingTable>, tools: EventTools): FactWrite {
  return insertRow('holding', {
    ...noColumns('holding'),
    id: tools.newId(),
    off_quota_kind: null,
    occupies_quota: 0,
    occupies_leadership: 0,
    overlap_allowed: 0,
    counterpart: null,
    entry_cause: null,
    exit_cause: null,
    approval_id: null,
    occupied_rank: null,
    due_on: null,
    valid_to: null,
    recorded_at: tools.recordedAt,
    ...fields,
  })
}

type HoldingChange = Partial<Omit<HoldingTable, 'id' | 'person_id' | 'valid_from' | 'recorded_at'>>

/**
 * The holding as it goes on from the day: what ran before the day stays on record, an end already registered stays where it is.
 * A holding that begins on the very day is put right in place, because a range of no days is none.
 */
export function goOnAs(
  row: HoldingTable,
  day: PlainDate,
  change: HoldingChange,
  tools: EventTools,
): readonly FactWrite[] {
  // 任现职时间 belongs to the post: who sits down in another begins anew, unless the whole post went along.
  const began = change.post_id === undefined || change.post_id === row.post_id ? {} : { post_since: null }
  if (row.valid_from === day) return [updateRow('holding', row.id, { ...began, ...change })]
  return [
    // 出编 stands on the row that ends by it: the later half.
    updateRow('holding', row.id, { valid_to: day, exit_cause: null }),
    insertRow('holding', {
      ...row,
      ...began,
      ...change,
      id: tools.newId(),
      valid_from: day,
      recorded_at: tools.recordedAt,
    }),
  ]
}
