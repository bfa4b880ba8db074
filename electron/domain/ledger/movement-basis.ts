import type { HolidayTable } from '../calendar/holiday-tables.ts'
import { ENTRY_CAUSE_NAMES, EXIT_CAUSE_NAMES } from './cause-names.ts'
import type { LedgerEventTable } from './fact-rows.ts'
import { isLateEntry } from './late-entry.ts'
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
const TELLING: Readonly<Record<MovementKind, readonly string[]>> = {
  in: ['arrival', 'entry', 'restore'],
  out: ['exit'],
  transferIn: ['move', 'batch.transfer', 'unit.merge'],
  transferOut: ['move', 'batch.transfer', 'unit.merge'],
  move: ['move', 'batch.transfer', 'unit.merge'],
}

/** Looks up the event behind a movement: the person's own of that day, else one of the units they moved between. */
export function movementBasis(events: readonly LedgerEventTable[], holidays: readonly HolidayTable[]): (movement: Movement) => MovementBasis {
  const byDay = Map.groupBy(events, (event) => event.effective_on)
  return (movement) => {
    const event = eventOf(movement, byDay.get(movement.on) ?? [])
    if (event !== undefined) return { cause: causeOf(movement) ?? wordsOf(event), document: event.document_number ?? documentOf(movement), late: isLateEntry(event.effective_on, event.recorded_at, holidays) }
    // Imported: what the row itself says. Its end carries no instant of its own.
    const row = movement.kind === 'in' ? movement.after : null
    return { cause: causeOf(movement), document: documentOf(movement), late: row !== null && isLateEntry(movement.on, row.recorded_at, holidays) }
  }
}

function eventOf(movement: Movement, sameDay: readonly LedgerEventTable[]): LedgerEventTable | undefined {
  const rank = (event: LedgerEventTable) => {
    const place = TELLING[movement.kind].indexOf(event.type)
    return place === -1 ? TELLING[movement.kind].length : place
  }
  const own = sameDay.filter((event) => event.person_id === movement.personId).toSorted((left, right) => rank(left) - rank(right))
  if (own[0] !== undefined) return own[0]
  const units = [movement.fromUnitId, movement.toUnitId]
  return sameDay.find((event) => event.person_id === null && event.type.startsWith('unit.') && event.unit_id !== null && units.includes(event.unit_id))
}

function causeOf({ kind, before, after }: Movement): string | null {
  if (kind === 'in' && after !== null) return nameOfCause(ENTRY_CAUSE_NAMES, after.entry_cause) ?? after.entry_route
  if (kind === 'out' && before !== null) return nameOfCause(EXIT_CAUSE_NAMES, before.exit_cause)
  return null
}

function nameOfCause(names: Readonly<Record<string, string>>, code: string | null): string | null {
  return code === null ? null : (names[code] ?? null)
}

function documentOf({ kind, after }: Movement): string | null {
  return kind === 'out' ? null : (after?.entry_document_number ?? null)
}

const EVENT_WORDS: Readonly<Record<string, string>> = {
  move: '内部调整', 'batch.transfer': '整建制转移', 'unit.merge': '机构合并', 'unit.abolish': '机构撤销', restore: '恢复入编', arrival: '到位', entry: '入编', exit: '出编', appoint: '任职', dismiss: '免职',
}

function wordsOf(event: LedgerEventTable): string | null {
  return EVENT_WORDS[event.type] ?? null
}
