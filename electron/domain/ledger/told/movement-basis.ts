import type { EventType } from '../../../vocabulary/events.ts'
import { eventWords, isEventType } from '../../../vocabulary/events.ts'
import type { HolidayTable } from '../../model/holiday-table.ts'
import { ENTRY_CAUSE_NAMES, EXIT_CAUSE_NAMES } from '../sentences/cause-names.ts'
import type { LedgerEventTable } from '../rows/fact-rows.ts'
import { isLateEntry } from '../journal/late-entry.ts'
import type { Movement, MovementKind } from './movements.ts'

/** What a movement rests on. */
export interface MovementBasis {
  /** Why, in words: the registered cause, or what the sheet said. */
  readonly cause: string | null
  readonly document: string | null
  /** 补录. */
  readonly late: boolean
}

/** Event types that say most about a movement, best first. */
const TELLING = {
  in: ['arrival', 'entry', 'restore'],
  out: ['exit'],
  transferIn: ['move', 'batch.transfer', 'unit.merge'],
  transferOut: ['move', 'batch.transfer', 'unit.merge'],
  move: ['move', 'batch.transfer', 'unit.merge'],
} satisfies Readonly<Record<MovementKind, readonly EventType[]>>

/** Looks up the event behind a movement: the person's own of that day, else one of the units they moved between. */
export function movementBasis(
  events: readonly LedgerEventTable[],
  holidays: readonly HolidayTable[],
): (movement: Movement) => MovementBasis {
  const byDay = Map.groupBy(events, (event) => event.effective_on)
  return (movement) => {
    const event = eventOf(movement, byDay.get(movement.on) ?? [])
    if (event !== undefined)
      return {
        cause: causeOf(movement) ?? wordsOf(event),
        document: event.document_number ?? documentOf(movement),
        late: isLateEntry(event.effective_on, event.recorded_at, holidays),
      }
    // Imported: what the row itself says. Its end carries no instant of its own.
    const row = movement.kind === 'in' ? movement.after : null
    return {
      cause: causeOf(movement),
      document: documentOf(movement),
      late: row !== null && isLateEntry(movement.on, row.recorded_at, holidays),
    }
  }
}

function eventOf(movement: Movement, sameDay: readonly LedgerEventTable[]): LedgerEventTable | undefined {
  const rank = (event: LedgerEventTable) => {
    const telling: readonly string[] = TELLING[movement.kind]
    const place = telling.indexOf(event.type)
    return place === -1 ? telling.length : place
  }
  const own = sameDay
    .filter((event) => event.person_id === movement.personId)
    .toSorted((left, right) => rank(left) - rank(right))
  if (own[0] !== undefined) return own[0]
  const units = [movement.fromUnitId, movement.toUnitId]
  return sameDay.find(
    (event) =>
      event.person_id === null &&
      event.type.startsWith('unit.') &&
      event.unit_id !== null &&
      units.includes(event.unit_id),
  )
}

function causeOf({ kind, before, after }: Movement): string | null {
  if (kind === 'in' && after !== null) return nameOfCause(ENTRY_CAUSE_NAMES, after.entry_cause) ?? after.entry_route
  if (kind === 'out' && before !== null) return nameOfCause(EXIT_CAUSE_NAMES, before.exit_cause)
  return null
}

function nameOfCause(names: Readonly<Record<string, string>>, code: string | null): string | null {
  return code === null ? null : (names[code] ?? null)
}

function documentOf({ after }: Movement): string | null {
  return after?.entry_document_number ?? null
}

function wordsOf(event: LedgerEventTable): string | null {
  return isEventType(event.type) ? eventWords(event.type).movement : null
}
