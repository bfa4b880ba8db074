import { addDays, type PlainDate } from '../../model/plain-date.ts'
import type { QuotaCategory } from '../../model/quota-category.ts'
import { canBeCounted, compareText } from '../../model/counted-holding.ts'
import type { HoldingTable } from '../rows/fact-rows.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { rowInForce } from '../rows/row-in-force.ts'

/*
 * Who came, left or changed 编制 within a period, read from the boundaries of the holdings alone. It counts nobody: the change sheet
 * sets it against the figures of both ends, and what does not agree is a row at fault.
 */

export type MovementKind = 'in' | 'out' | 'transferIn' | 'transferOut' | 'move'

/** One step of one person on one day. */
export interface Movement {
  readonly kind: MovementKind
  readonly personId: string
  readonly on: PlainDate
  /** The category it counts in. */
  readonly category: QuotaCategory
  readonly fromUnitId: string | null
  readonly toUnitId: string | null
  /** The holding that ended or changed; null when somebody came. */
  readonly before: HoldingTable | null
  /** The holding from that day on; null when somebody left. */
  readonly after: HoldingTable | null
}

/** A holding that uses 编制. */
export type CountedRow = HoldingTable & { readonly category: QuotaCategory; readonly post_id: string }

/** Counted holdings by person. */
export function countedRows(ledger: LedgerBook): ReadonlyMap<string, readonly CountedRow[]> {
  return Map.groupBy(ledger.facts.holding.filter(isCounted), (row) => row.person_id)
}

/** The one by which somebody with these rows is counted on the day: the 主职 first, then the one that began first (rule D7). */
export function countedOn(rows: readonly CountedRow[], day: PlainDate): CountedRow | undefined {
  const running = rows.filter((row) => rowInForce(row, day))
  return running.length < 2
    ? running[0]
    : running.toSorted(
        (left, right) =>
          Number(left.kind !== 'substantive') - Number(right.kind !== 'substantive') ||
          compareText(left.valid_from, right.valid_from) ||
          compareText(left.id, right.id),
      )[0]
}

/**
 * Movements with a day in (from, to], in date order. Somebody who leaves and comes back is one out and one in; a change of category is
 * a transfer out of one and into the other; a change of unit within a category is a move; another post in the same unit is nothing.
 */
export function movementsBetween(
  ledger: LedgerBook,
  counted: ReadonlyMap<string, readonly CountedRow[]>,
  from: PlainDate,
  to: PlainDate,
): readonly Movement[] {
  const within = (day: PlainDate | null): day is PlainDate => day !== null && from < day && day <= to
  // A post that passes to another unit takes its holder along without a boundary in the holding.
  const movedPosts = Map.groupBy(
    ledger.facts.post_version.filter((row) => within(row.valid_from)),
    (row) => row.post_id,
  )
  const movements: Movement[] = []
  for (const [personId, rows] of counted) {
    const days = new Set<PlainDate>()
    for (const row of rows) {
      if (within(row.valid_from)) days.add(row.valid_from)
      if (within(row.valid_to)) days.add(row.valid_to)
      for (const version of movedPosts.get(row.post_id) ?? []) days.add(version.valid_from)
    }
    for (const day of days) movements.push(...stepsOn(ledger, personId, rows, day))
  }
  return movements.toSorted((left, right) => compareText(left.on, right.on))
}

function isCounted(row: HoldingTable): row is CountedRow {
  return row.occupies_quota === 1 && row.category !== null && row.post_id !== null && canBeCounted(row.kind)
}

function stepsOn(
  ledger: LedgerBook,
  personId: string,
  rows: readonly CountedRow[],
  day: PlainDate,
): readonly Movement[] {
  const eve = addDays(day, -1)
  const before = countedOn(rows, eve) ?? null
  const after = countedOn(rows, day) ?? null
  const fromUnitId = before === null ? null : (ledger.postAt(before.post_id, eve)?.unit_id ?? null)
  const toUnitId = after === null ? null : (ledger.postAt(after.post_id, day)?.unit_id ?? null)
  const step = (kind: MovementKind, category: QuotaCategory): Movement => ({
    kind,
    personId,
    on: day,
    category,
    fromUnitId,
    toUnitId,
    before,
    after,
  })
  if (before === null) return after === null ? [] : [step('in', after.category)]
  if (after === null) return [step('out', before.category)]
  if (before.category !== after.category)
    return [step('transferOut', before.category), step('transferIn', after.category)]
  return fromUnitId === toUnitId ? [] : [step('move', after.category)]
}
