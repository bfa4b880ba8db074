import { HOLDING_KIND_NAMES } from '../../model/person.ts'
import type { PlainDate } from '../../model/plain-date.ts'
import { refuse, type EventRefusal, type EventTools, type FactWrite } from './event-plan.ts'
import type { HoldingTable, UnitVersionTable } from '../rows/fact-rows.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { newPersonPiece, type Newcomer } from './pieces.ts'
import { unitTitle as unitNameOn } from './unit-life.ts'

/* Who and where an event is about, and the refusals that most personnel events share. */

/** A person of the book by id, or somebody who comes in with the event. */
export type EventPerson = string | Newcomer

export function isRefusal(value: unknown): value is EventRefusal {
  return typeof value === 'object' && value !== null && 'refusal' in value
}

/** An event that makes no sense on its day; `why` is the Chinese half-sentence behind 不能登记. */
export function impossible(why: string): EventRefusal {
  return refuse('event_impossible', { why })
}

/** A person's name for a refusal, which is shown and never kept. */
export function nameOf(ledger: LedgerBook, personId: string): string {
  return ledger.person(personId)?.name ?? '此人'
}

export function notInPost(ledger: LedgerBook, personId: string, day: PlainDate): EventRefusal {
  return refuse('not_in_post', { name: nameOf(ledger, personId), day })
}

/** The unit as it is on the day, or why nobody can be put there. */
export function unitOn(ledger: LedgerBook, unitId: string, day: PlainDate): UnitVersionTable | EventRefusal {
  return (
    ledger.unitAt(unitId, day) ??
    impossible(`${ledger.unitVersions(unitId).at(-1)?.name ?? '该机构'}在 ${day} 还没有设立，或已经撤销`)
  )
}

/** Where a holding sits on the day; null for 借出, whose place is outside. */
export function unitOfHolding(
  ledger: LedgerBook,
  holding: Pick<HoldingTable, 'post_id'>,
  day: PlainDate,
): string | null {
  return holding.post_id === null ? null : (ledger.postAt(holding.post_id, day)?.unit_id ?? null)
}

/** The unit's name on the day, for a sentence. */
export function unitTitle(ledger: LedgerBook, unitId: string | null, day: PlainDate): string {
  return unitId === null ? '原机构' : unitNameOn(ledger, unitId, day)
}

/** The holding by which a person belongs to the township: the counted one, else a 主职 that is not counted. */
export function mainHolding(ledger: LedgerBook, personId: string, day: PlainDate): HoldingTable | undefined {
  return (
    ledger.countedHolding(personId, day) ?? ledger.holdingsOf(personId, day).find((row) => row.kind === 'substantive')
  )
}

/** The person's id, with the rows of a newcomer from the day on. */
export function personPiece(
  person: EventPerson,
  day: PlainDate,
  tools: EventTools,
): { readonly id: string; readonly writes: readonly FactWrite[] } {
  return typeof person === 'string' ? { id: person, writes: [] } : newPersonPiece(person, day, tools)
}

/**
 * 一人一编: the refusal where the person, or another row with their ID number, holds a quota on the day or is registered for one later.
 * A number still in dispute counts for both who claim it.
 */
function quotaElsewhere(ledger: LedgerBook, personId: string, day: PlainDate): EventRefusal | null {
  const self = ledger.person(personId)
  const number = self?.id_number ?? self?.disputed_id_number ?? null
  const claims =
    number === null
      ? []
      : ledger.facts.person.filter(
          (row) => row.id !== personId && (row.id_number === number || row.disputed_id_number === number),
        )
  for (const id of [personId, ...claims.map((row) => row.id)]) {
    const held = ledger
      .allHoldingsOf(id)
      .find((row) => row.occupies_quota === 1 && (row.valid_to === null || row.valid_to > day))
    if (held === undefined) continue
    const seen = held.valid_from > day ? held.valid_from : day
    const unit = unitTitle(ledger, unitOfHolding(ledger, held, seen), seen)
    if (held.valid_from <= day) return refuse('already_in_post', { name: nameOf(ledger, personId), unit })
    return impossible(`${nameOf(ledger, personId)}从 ${held.valid_from} 起已登记在${unit}占用编制，一人不能占两个编制`)
  }
  return null
}

/** Why nobody can sit the person down with 编制 on the day: a quota they hold, or something they are registered to be here later without one. */
export function cannotBeSeated(ledger: LedgerBook, personId: string, day: PlainDate): EventRefusal | null {
  const held = quotaElsewhere(ledger, personId, day)
  if (held !== null) return held
  const later = ledger.allHoldingsOf(personId).find((row) => row.valid_from > day)
  return later === undefined
    ? null
    : impossible(
        `${nameOf(ledger, personId)}从 ${later.valid_from} 起已登记${HOLDING_KIND_NAMES[later.kind]}，请先撤销它`,
      )
}

/** The refusal of a term whose last day does not come after it begins; null where it does, or none is given. */
export function badTerm(from: PlainDate, until: PlainDate | undefined): EventRefusal | null {
  return until === undefined || until > from ? null : impossible(`期满日 ${until} 不晚于生效日 ${from}`)
}
