import type { HoldingKind } from '../../model/person.ts'
import type { PlainDate } from '../../model/plain-date.ts'
import type { FactWrite } from './event-plan.ts'
import type { HoldingTable } from '../rows/fact-rows.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { endRow, removeRow, updateRow } from './pieces.ts'
import { rowInForce } from '../rows/row-in-force.ts'

/** Title of the seat of somebody who is counted in a unit and has no post there. */
export const WAITING = '待安排'

/** Kinds whose people bring no 编制 along: they are given no leadership post, and a seat made for one of them is no post of the establishment. */
export const IS_GUEST: Readonly<Record<HoldingKind, boolean>> = {
  substantive: false,
  concurrent: false,
  secondedOut: false,
  attached: true,
  secondedIn: true,
  offQuota: true,
}

/** True for a seat that goes with the person it was made for. */
export function goesWithPerson(kind: HoldingKind, title: string): boolean {
  return IS_GUEST[kind] || title === WAITING
}

/** What ends with a holding on the day: the row, and the seat where it was made for its guest alone. The post otherwise stays, vacant. */
export function leavePost(
  ledger: LedgerBook,
  row: HoldingTable,
  day: PlainDate,
  change: Partial<Pick<HoldingTable, 'exit_cause'>> = {},
): readonly FactWrite[] {
  const ended: readonly FactWrite[] =
    row.valid_from < day ? [updateRow('holding', row.id, { valid_to: day, ...change })] : [removeRow('holding', row.id)]
  return [...ended, ...closeMadeSeat(ledger, row, day)]
}

/** The same for somebody who sits down elsewhere on that day, or goes on in the very seat they had as a guest: that one stays open. */
export function leaveForSeat(
  ledger: LedgerBook,
  row: HoldingTable,
  day: PlainDate,
  seatPostId: string,
): readonly FactWrite[] {
  return row.post_id === seatPostId ? endRow('holding', row, day) : leavePost(ledger, row, day)
}

/**
 * A seat made for somebody who is not counted, or a 待安排 seat, is no post of the establishment: it goes with the person.
 * Posts somebody planned, or a counted person ever held, stay.
 */
export function closeMadeSeat(ledger: LedgerBook, row: HoldingTable, day: PlainDate): readonly FactWrite[] {
  if (row.post_id === null) return []
  const [postId, versions, holders] = [row.post_id, ledger.postVersions(row.post_id), ledger.allHoldersOf(row.post_id)]
  const present = ledger.postAt(postId, day)
  const made = present?.title === WAITING || holders.every((holder) => IS_GUEST[holder.kind])
  const needed = holders.some((holder) => holder.id !== row.id && (holder.valid_to === null || holder.valid_to > day))
  if (present === undefined || !made || needed || versions.some((version) => version.state === 'planned')) return []
  const open = versions.filter((version) => version.valid_to === null || version.valid_to > day)
  const unused =
    open.length === versions.length &&
    open.every((version) => version.valid_from >= day) &&
    holders.every((holder) => holder.id === row.id)
  return [
    ...open.flatMap((version) => endRow('post_version', version, day)),
    ...(unused ? [removeRow('post', postId)] : []),
  ]
}

/** The clerk's choice of who stands over quota in a line ends when the person leaves the line. */
export function leaveLine(ledger: LedgerBook, personId: string, day: PlainDate): readonly FactWrite[] {
  return ledger.facts.over_quota_choice
    .filter((row) => row.person_id === personId && rowInForce(row, day))
    .flatMap((row) => endRow('over_quota_choice', row, day))
}
