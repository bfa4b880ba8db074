import { refuse, type EventRefusal, type FactWrite } from '../ledger/planning/event-plan.ts'
import type { RecordTable } from '../ledger/rows/fact-rows.ts'
import { addDays, type PlainDate } from '../model/plain-date.ts'

export interface NewRecord {
  readonly id: string
  readonly kind: string
  readonly personId: string | null
  readonly unitId: string | null
  /** JSON object. */
  readonly content: string
  readonly documentNumber: string | null
  readonly from: PlainDate
  /** Last day it holds; null: open. */
  readonly to: PlainDate | null
  readonly recordedAt: string
}

export interface RecordPlan {
  readonly writes: readonly FactWrite[]
  /** The record this one ends. */
  readonly ended: string | null
  /** The record of the same day that was renewed, as it is now. */
  readonly renewed?: RecordTable
}

/**
 * What registering a record writes. Where a subject has one at a time, the one in force ends the day before, and a later one bounds the
 * new; a second from the same day is refused: that would be a correction. `renews`: it takes the place of that one instead, because the
 * kind gathers what several papers know.
 */
export function planRecord(
  record: NewRecord,
  known: readonly RecordTable[],
  oneAtATime: boolean,
  renews = false,
): RecordPlan | EventRefusal {
  const { from, to } = record
  if (to !== null && to < from) return refuse('invalid_input', { field: '截止日期', problem: `${to} 早于 ${from}` })
  const row = (validTo: PlainDate | null): FactWrite => ({
    op: 'insert',
    table: 'record',
    row: {
      id: record.id,
      kind: record.kind,
      person_id: record.personId,
      unit_id: record.unitId,
      content: record.content,
      document_number: record.documentNumber,
      valid_from: from,
      valid_to: validTo,
      recorded_at: record.recordedAt,
    },
  })
  const end = to === null ? null : addDays(to, 1)
  if (!oneAtATime) return { writes: [row(end)], ended: null }
  const own = known.filter(
    (other) => other.kind === record.kind && other.person_id === record.personId && other.unit_id === record.unitId,
  )
  const same = own.find((other) => other.valid_from === from)
  if (same !== undefined && renews) {
    const set = { content: record.content, document_number: record.documentNumber ?? same.document_number }
    return { writes: [{ op: 'update', table: 'record', id: same.id, set }], ended: null, renewed: { ...same, ...set } }
  }
  if (same !== undefined)
    return refuse('invalid_input', { field: '起始日期', problem: `${from} 已有一条，请更正那一条` })
  const running = own.find((other) => other.valid_from < from && (other.valid_to === null || other.valid_to > from))
  const later =
    own
      .map((other) => other.valid_from)
      .filter((day) => day > from)
      .toSorted()[0] ?? null
  const bounded = later !== null && (end === null || end > later) ? later : end
  return {
    writes: [
      ...(running === undefined
        ? []
        : [{ op: 'update' as const, table: 'record' as const, id: running.id, set: { valid_to: from } }]),
      row(bounded),
    ],
    ended: running?.id ?? null,
  }
}
