import type { CountedBook, HeldSeat } from '../model/counted-book.ts'
import type { LeadershipFigure } from '../model/figures.ts'
import type { HoldingsByPerson } from '../model/holding-groups.ts'
import type { LeadershipRole } from '../model/person.ts'
import { postsById } from '../model/snapshot-lookups.ts'

/**
 * 领导职数 on the snapshot's day. 核定: the sum of the units' entries in force; where only the township itself has one, that one
 * (it is the same number seen from above, never added). 正职/副职 numbers are null where a document does not divide them.
 * 实配: people with a holding in force that uses a leadership post, each once; the chief post counts where somebody has both.
 */
export function leadershipFigure(book: CountedBook, holdingsOf: HoldingsByPerson<HeldSeat>): LeadershipFigure {
  const entries = entriesInUse(book)
  const quota = entries.reduce((total, entry) => total + entry.amount, 0)
  const leaders = leadersOf(book, holdingsOf)
  const count = (role: LeadershipRole) => leaders.filter((leader) => leader.role === role).length
  return {
    quota,
    actual: leaders.length,
    vacancy: Math.max(0, quota - leaders.length),
    over: Math.max(0, leaders.length - quota),
    chief: { quota: dividedSum(entries.map((entry) => entry.chief)), actual: count('chief') },
    deputy: { quota: dividedSum(entries.map((entry) => entry.deputy)), actual: count('deputy') },
    personIds: leaders.map((leader) => leader.personId),
  }
}

/** Entries that make up the number: the units' own, else the township's. */
export function entriesInUse<Entry extends CountedBook['leadershipQuotas'][number]>(
  book: Pick<CountedBook, 'units'> & { readonly leadershipQuotas: readonly Entry[] },
): readonly Entry[] {
  const kinds = new Map(book.units.map((unit) => [unit.id, unit.kind]))
  const known = book.leadershipQuotas.filter((entry) => kinds.has(entry.unitId))
  const own = known.filter((entry) => kinds.get(entry.unitId) !== 'township')
  return own.length > 0 ? own : known
}

function dividedSum(parts: readonly (number | null)[]): number | null {
  if (parts.length === 0) return null
  let total = 0
  for (const part of parts) {
    if (part === null) return null
    total += part
  }
  return total
}

/** Somebody who uses a leadership post, and where. */
export interface Leader {
  readonly personId: string
  /** Null where the post says neither 正职 nor 副职. */
  readonly role: LeadershipRole | null
  readonly unitId: string | null
}

/** Each leader once, at the chief post where they have one, else at the first that says what it is, else at the first. */
export function leadersOf(
  book: Pick<CountedBook, 'posts' | 'people' | 'holdings'>,
  holdingsOf: HoldingsByPerson<HeldSeat>,
): readonly Leader[] {
  const leading = new Set<string>()
  for (const { occupiesLeadership, personId } of book.holdings) if (occupiesLeadership) leading.add(personId)
  if (leading.size === 0) return []
  const posts = postsById(book.posts)
  return book.people.flatMap((person) => {
    if (!leading.has(person.id)) return []
    const held = (holdingsOf.get(person.id) ?? [])
      .filter((holding) => holding.occupiesLeadership)
      .map((holding) => posts.get(holding.postId ?? ''))
    if (held.length === 0) return []
    const post =
      held.find((own) => own?.leadership === 'chief') ??
      held.find((own) => (own?.leadership ?? null) !== null) ??
      held[0]
    return [{ personId: person.id, role: post?.leadership ?? null, unitId: post?.unitId ?? null }]
  })
}
