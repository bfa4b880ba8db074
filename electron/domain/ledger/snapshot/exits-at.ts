import { shanghaiDayOf } from '../../calendar/shanghai-day.ts'
import type { BookSnapshot } from '../../model/book-snapshot.ts'
import { compareText } from '../../model/counted-holding.ts'
import { EXIT_MEMORY_YEARS, type ExitEvent } from '../../model/exit-event.ts'
import { addYears, type PlainDate } from '../../model/plain-date.ts'
import type { FactRows, LedgerEventTable } from '../rows/fact-rows.ts'
import { madeOf } from '../../model/made-of.ts'
import { eventsOfType } from '../rows/table-groups.ts'

/** First day whose exits a snapshot of `asOf` still carries. */
export function exitsSince(asOf: PlainDate): PlainDate {
  return addYears(asOf, -EXIT_MEMORY_YEARS)
}

/** Exits of the remembered years up to the day, oldest first. */
export function exitsAt(rows: Pick<FactRows, 'ledger_event' | 'person'>, asOf: PlainDate): BookSnapshot['exits'] {
  const since = exitsSince(asOf)
  const exits = eventsOfType(rows.ledger_event)('exit').filter(
    (row) => row.effective_on <= asOf && row.effective_on >= since,
  )
  if (exits.length === 0) return []
  const whose = new Set(exits.map((row) => row.person_id))
  const names = new Map(rows.person.flatMap((row) => (whose.has(row.id) ? [[row.id, row.name] as const] : [])))
  return exits
    .toSorted((left, right) => compareText(left.effective_on, right.effective_on) || compareText(left.id, right.id))
    .flatMap((row) => {
      return row.person_id === null ? [] : [exitOf(row, row.person_id, names.get(row.person_id) ?? '')]
    })
}

const exitOf = madeOf((row: LedgerEventTable, personId: string, personName: string): ExitEvent => ({
  id: row.id,
  personId,
  personName,
  unitId: row.unit_id,
  on: row.effective_on,
  recordedOn: shanghaiDayOf(row.recorded_at),
  cause: row.cause,
  documentNumber: row.document_number,
  proofs: readProofs(row.proofs),
}))

/** The papers of an event row; none where the text is not a list. */
export function readProofs(json: string): readonly string[] {
  const value: unknown = JSON.parse(json)
  return Array.isArray(value) ? value.filter((proof) => typeof proof === 'string') : []
}
