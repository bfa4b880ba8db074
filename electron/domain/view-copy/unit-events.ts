import { EVENTS, type EventType } from '../../vocabulary/events.ts'
import { ledgerBook, type LedgerBook } from '../ledger/book/ledger-book.ts'
import type { FactRows, LedgerEventTable } from '../ledger/rows/fact-rows.ts'
import type { PlainDate } from '../model/plain-date.ts'
import type { QuotaCategory } from '../model/quota-category.ts'

/*
 * What a unit registered in its copy of the book, told by names that the township's book has too: who came, who moved, who left. Corrections are
 * no events, they come as cells.
 */

export const TOLD_EVENTS = ['entry', 'move', 'exit'] as const satisfies readonly EventType[]
export type ToldEventType = (typeof TOLD_EVENTS)[number]

/** One registered change, as a unit's package tells it. */
export interface ToldEvent {
  readonly id: string
  readonly type: ToldEventType
  readonly on: PlainDate
  /** As the copy has it. */
  readonly person: string
  readonly name: string
  /** Where to, by name; null: an exit. */
  readonly unit: string | null
  readonly post: string | null
  readonly category: QuotaCategory | null
  readonly cause: string | null
  readonly document: string | null
  readonly proofs: readonly string[]
  readonly note: string | null
}

/** The changes of a unit's people, those who came to it and those who went from it, as they were registered. */
export function unitEvents(facts: FactRows, unit: string, today: PlainDate): readonly ToldEvent[] {
  const ledger = ledgerBook(facts)
  const ids = new Set(ledger.unitNamed(unit, today).map((version) => version.unit_id))
  const concerns = ({ unit_id: to, other_unit_id: from }: LedgerEventTable) =>
    (to !== null && ids.has(to)) || (from !== null && ids.has(from))
  return toldRows(facts)
    .filter(({ row }) => concerns(row))
    .map(({ row, type, person }) => ({
      id: row.id,
      type,
      on: row.effective_on,
      person,
      name: ledger.person(person)?.name ?? '',
      unit:
        type === 'exit' || row.unit_id === null ? null : (ledger.unitAt(row.unit_id, row.effective_on)?.name ?? null),
      post: type === 'exit' ? null : postOf(ledger, person, row.effective_on),
      category: row.category,
      cause: row.cause,
      document: row.document_number,
      proofs: JSON.parse(row.proofs) as readonly string[],
      note: row.note,
    }))
}

interface ToldRow {
  readonly row: LedgerEventTable
  readonly type: ToldEventType
  readonly person: string
}

function toldRows(facts: FactRows): readonly ToldRow[] {
  return facts.ledger_event.flatMap((row) => {
    const type = TOLD_EVENTS.find((one) => one === row.type)
    return type === undefined || row.person_id === null || row.is_correction === 1
      ? []
      : [{ row, type, person: row.person_id }]
  })
}

/** The post somebody took on a day; null: none. */
function postOf(ledger: LedgerBook, person: string, on: PlainDate): string | null {
  const taken = ledger.allHoldingsOf(person).find((row) => row.valid_from === on && row.kind === 'substantive')
  return taken === undefined || taken.post_id === null ? null : (ledger.postAt(taken.post_id, on)?.title ?? null)
}

/** A change of a unit's that the township's book does not have yet. */
export interface OfferedEvent {
  readonly told: ToldEvent
  /** Here; null: somebody this book does not know. */
  readonly personId: string | null
  /** Why nobody takes it without looking: both sides registered something of this person. Null: only the unit did. */
  readonly conflict: string | null
}

export interface Offers {
  readonly offered: readonly OfferedEvent[]
  /** How many the book has by now. */
  readonly settled: number
  /** Of everybody an event tells of: ids as the package has them. */
  readonly told: ReadonlySet<string>
}

/**
 * What of a unit's changes is not in the book. `base`: the facts when the two parted, null where they never were one; `idHere`: a person of the
 * package in this book. A change counts as here by its id, or where one of the same kind, day and person stands.
 */
export function offersOf(
  events: readonly ToldEvent[],
  {
    facts,
    base,
    idHere,
  }: { readonly facts: FactRows; readonly base: FactRows | null; readonly idHere: (id: string) => string | null },
): Offers {
  const known = new Set((base ?? facts).ledger_event.map((row) => row.id))
  const here = toldRows(facts)
  const ledger = ledgerBook(facts)
  const sameDay = ({ type, on }: ToldEvent) =>
    here.filter(({ row, type: own }) => own === type && row.effective_on === on)
  // Who came in anew has another id here: the entry that was taken in tells which.
  const taken = new Map<string, string>()
  for (const event of events)
    if (event.type === 'entry' && idHere(event.person) === null) {
      const twins = sameDay(event).filter(({ person }) => ledger.person(person)?.name === event.name)
      const [twin, ...others] = twins
      if (twin !== undefined && others.length === 0) taken.set(event.person, twin.person)
    }
  const personHere = (id: string) => idHere(id) ?? taken.get(id) ?? null
  const fresh = events.filter(({ id }) => !known.has(id))
  const settled = fresh.filter((event) => sameDay(event).some(({ person }) => person === personHere(event.person)))
  const twins = new Set(settled.flatMap((event) => sameDay(event).map(({ row }) => row.id)))
  const since = here.filter(({ row }) => base !== null && !known.has(row.id) && !twins.has(row.id))
  return {
    offered: fresh
      .filter((event) => !settled.includes(event))
      .toSorted((left, right) => (left.on < right.on ? -1 : left.on > right.on ? 1 : 0))
      .map((told) => {
        const personId = personHere(told.person)
        const own = since.find(({ person }) => person === personId)
        const alike = told.type === 'entry' && personId === null ? ledger.peopleNamed(told.name)[0] : undefined
        return {
          told,
          personId,
          conflict:
            own !== undefined
              ? `两边都登记了：编制本里另有 ${own.row.effective_on} 的${EVENTS[own.type].title}`
              : alike !== undefined
                ? `编制本里已有${alike.name}，请核对是不是同一人`
                : null,
        }
      }),
    settled: settled.length,
    told: new Set(fresh.map((event) => event.person)),
  }
}
