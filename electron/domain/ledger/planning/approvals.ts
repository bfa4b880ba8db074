import type { PlainDate } from '../../model/plain-date.ts'
import type { QuotaCategory } from '../../model/quota-category.ts'
import { refuse, type EventRefusal, type EventTools, type FactWrite } from './event-plan.ts'
import type { EntryApprovalTable, HoldingTable } from '../rows/fact-rows.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { impossible } from './people-in-events.ts'
import { insertRow, updateRow } from './pieces.ts'
import { lifeEnd, mergedInto, unitTitle } from './unit-life.ts'

/* 用编核准 and the seats taken by it. What it still reserves on a day: its amount less the counted holdings by it that have begun. */

/** The holdings by which seats of the approval were taken, or are registered to be: each person's first, for somebody who moved on took no second one. */
export function takenBy(ledger: LedgerBook, approvalId: string): readonly HoldingTable[] {
  const first = new Map<string, HoldingTable>()
  for (const row of ledger.facts.holding) {
    if (row.approval_id !== approvalId || row.occupies_quota === 0) continue
    const known = first.get(row.person_id)
    if (known === undefined || row.valid_from < known.valid_from) first.set(row.person_id, row)
  }
  return [...first.values()]
}

/**
 * The day on which an approval registered for a unit goes out of force by itself: a unit that is abolished takes its approvals along.
 * One that would still run when the unit is merged belongs to the unit that takes over, and is refused here.
 */
export function approvalEnd(
  ledger: LedgerBook,
  unitId: string,
  from: PlainDate,
  lastDay: PlainDate | null,
): { readonly validTo: PlainDate | null } | EventRefusal {
  const end = lifeEnd(ledger, unitId, from)
  const heir = end === null ? null : mergedInto(ledger, unitId, end)
  if (end === null || heir === null || (lastDay !== null && lastDay < end)) return { validTo: end }
  return impossible(
    `${unitTitle(ledger, unitId, from)}自 ${end} 起并入${unitTitle(ledger, heir, end)}，用编核准请登记在${unitTitle(ledger, heir, end)}`,
  )
}

export interface ApprovalWish {
  readonly number: string
  readonly unitId: string
  readonly category: QuotaCategory
  readonly personId: string
  readonly on: PlainDate
  /** The day the seat is taken; null: not yet. */
  readonly arrivesOn: PlainDate | null
}

/** The approval with a seat left for the person, in the line the entry goes to: the one bound to them first, else one bound to nobody. */
export function usableApproval(ledger: LedgerBook, wish: ApprovalWish): EntryApprovalTable | EventRefusal {
  const open = ledger
    .approvalsByNumber(wish.number, wish.on)
    .filter((row) => takenBy(ledger, row.id).length < row.amount)
  const theirs = open.filter((row) => row.person_id === wish.personId || row.person_id === null)
  if (theirs.length === 0) {
    if (open.length > 0) return impossible(`用编核准“${wish.number}”已核定给他人`)
    return refuse('approval_not_found', { number: wish.number })
  }
  const fitting = theirs.filter((row) => row.unit_id === wish.unitId && row.category === wish.category)
  const found = fitting.find((row) => row.person_id === wish.personId) ?? fitting[0]
  if (found === undefined) return impossible(`用编核准“${wish.number}”核准的不是这个机构的这类编制`)
  const carriedOver = ledger.facts.entry_approval.find(
    (row) =>
      row.number === found.number &&
      row.category === found.category &&
      row.valid_from === found.valid_to &&
      row.unit_id !== found.unit_id,
  )
  if (carriedOver !== undefined)
    return impossible(
      `用编核准“${wish.number}”自 ${carriedOver.valid_from} 起已随机构合并转到${unitTitle(ledger, carriedOver.unit_id, carriedOver.valid_from)}，请登记在那里`,
    )
  if (wish.arrivesOn !== null && !usableOn(found, wish.arrivesOn))
    return impossible(
      `用编核准“${wish.number}”到 ${found.expires_on ?? found.valid_to ?? ''} 为止，到位日 ${wish.arrivesOn} 已过期`,
    )
  return found
}

function usableOn(row: EntryApprovalTable, day: PlainDate): boolean {
  return (row.expires_on === null || day <= row.expires_on) && (row.valid_to === null || day < row.valid_to)
}

/** Binds one seat of the approval to the person. The split-off row has the same range, so what is reserved on any day does not change. */
export function bindApproval(
  row: EntryApprovalTable,
  personId: string,
  tools: EventTools,
): { readonly row: EntryApprovalTable; readonly writes: readonly FactWrite[] } {
  if (row.person_id === personId) return { row, writes: [] }
  if (row.amount === 1)
    return {
      row: { ...row, person_id: personId },
      writes: [updateRow('entry_approval', row.id, { person_id: personId })],
    }
  const bound: EntryApprovalTable = {
    ...row,
    id: tools.newId(),
    amount: 1,
    person_id: personId,
    recorded_at: tools.recordedAt,
  }
  return {
    row: bound,
    writes: [updateRow('entry_approval', row.id, { amount: row.amount - 1 }), insertRow('entry_approval', bound)],
  }
}

/** Ends an approval on the day its last seat is taken. One that began that very day stays as it is: nothing is left of it by the count. */
export function closeUsedUp(ledger: LedgerBook, row: EntryApprovalTable, day: PlainDate): readonly FactWrite[] {
  const days = [...takenBy(ledger, row.id).map((holding) => holding.valid_from), day]
  const last = days.toSorted().at(-1) ?? day
  if (days.length < row.amount || row.valid_from >= last || (row.valid_to !== null && row.valid_to <= last)) return []
  return [updateRow('entry_approval', row.id, { valid_to: last })]
}
