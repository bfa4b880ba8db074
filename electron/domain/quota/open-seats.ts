import type { BookSnapshot } from '../model/book-snapshot.ts'
import type { EntryApproval } from '../model/quota.ts'

/** How many seats of an approval nobody has come to yet: its number less the people who came by it, each once, gone again or not. */
export function openSeats(snapshot: Pick<BookSnapshot, 'arrivals'>): (approval: EntryApproval) => number {
  const people = new Map<string, Set<string>>()
  for (const { approvalId, personId } of snapshot.arrivals) {
    const known = people.get(approvalId)
    if (known === undefined) people.set(approvalId, new Set([personId]))
    else known.add(personId)
  }
  return (approval) => Math.max(0, approval.amount - (people.get(approval.id)?.size ?? 0))
}
