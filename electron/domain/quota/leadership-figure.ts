import type { BookSnapshot } from '../model/book-snapshot.ts'
import type { LeadershipFigure } from '../model/figures.ts'
import type { Holding, LeadershipRole } from '../model/person.ts'
import type { LeadershipQuotaEntry } from '../model/quota.ts'

/**
 * 领导职数 on the snapshot's day. 核定: the sum of the units' entries in force; where only the township itself has one, that one
 * (it is the same number seen from above, never added). 正职/副职 numbers are null where a document does not divide them.
 * 实配: people with a holding in force that uses a leadership post, each once; the chief post counts where somebody has both.
 */
export function leadershipFigure(snapshot: BookSnapshot, holdingsOf: ReadonlyMap<string, readonly Holding[]>): LeadershipFigure {
  const entries = entriesInUse(snapshot)
  const quota = entries.reduce((total, entry) => total + entry.amount, 0)
  const roles = leadersByRole(snapshot, holdingsOf)
  const count = (role: LeadershipRole) => [...roles.values()].filter((own) => own === role).length
  return {
    quota,
    actual: roles.size,
    vacancy: Math.max(0, quota - roles.size),
    over: Math.max(0, roles.size - quota),
    chief: { quota: dividedSum(entries.map((entry) => entry.chief)), actual: count('chief') },
    deputy: { quota: dividedSum(entries.map((entry) => entry.deputy)), actual: count('deputy') },
    personIds: [...roles.keys()],
  }
}

/** Entries that make up the number: the units' own, else the township's. */
function entriesInUse(snapshot: BookSnapshot): readonly LeadershipQuotaEntry[] {
  const kinds = new Map(snapshot.units.map((unit) => [unit.id, unit.kind]))
  const known = snapshot.leadershipQuotas.filter((entry) => kinds.has(entry.unitId))
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

function leadersByRole(snapshot: BookSnapshot, holdingsOf: ReadonlyMap<string, readonly Holding[]>): ReadonlyMap<string, LeadershipRole | null> {
  const roleOfPost = new Map(snapshot.posts.map((post) => [post.id, post.leadership]))
  const roles = new Map<string, LeadershipRole | null>()
  for (const person of snapshot.people) {
    const own = (holdingsOf.get(person.id) ?? []).filter((holding) => holding.occupiesLeadership)
    if (own.length === 0) continue
    const held = own.map((holding) => (holding.postId === null ? null : (roleOfPost.get(holding.postId) ?? null)))
    roles.set(person.id, held.includes('chief') ? 'chief' : (held.find((role) => role !== null) ?? null))
  }
  return roles
}
