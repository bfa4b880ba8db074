import type { BookSnapshot } from '../model/book-snapshot.ts'
import type { Holding } from '../model/person.ts'
import { countedHolding } from '../quota/counted-holding.ts'
import { holdingsByPerson } from '../quota/holding-groups.ts'
import type { PresentPerson, SnapshotIndex } from './rule.ts'

const NONE: readonly Holding[] = []

const BUILT = new WeakMap<BookSnapshot, SnapshotIndex>()

/** The look-ups of one snapshot; built once, linear in its size, and kept as long as the snapshot, which never changes. */
export function indexSnapshot(snapshot: BookSnapshot): SnapshotIndex {
  const known = BUILT.get(snapshot)
  if (known !== undefined) return known
  const index = buildIndex(snapshot)
  BUILT.set(snapshot, index)
  return index
}

function buildIndex(snapshot: BookSnapshot): SnapshotIndex {
  const units = new Map(snapshot.units.map((unit) => [unit.id, unit]))
  const people = new Map(snapshot.people.map((person) => [person.id, person]))
  const posts = new Map(snapshot.posts.map((post) => [post.id, post]))
  const holdings = holdingsByPerson(snapshot.holdings)
  const present: PresentPerson[] = []
  for (const person of snapshot.people) {
    const own = holdings.get(person.id)
    if (own !== undefined) present.push({ person, holdings: own, counted: countedHolding(own) })
  }
  return {
    unit: (id) => units.get(id),
    person: (id) => people.get(id),
    post: (id) => posts.get(id),
    holdingsOf: (personId) => holdings.get(personId) ?? NONE,
    unitOf: (holding) => {
      const post = holding.postId === null ? undefined : posts.get(holding.postId)
      return post === undefined ? undefined : units.get(post.unitId)
    },
    countedHoldingOf: (personId) => countedHolding(holdings.get(personId) ?? NONE),
    present,
  }
}
