import type { BookSnapshot } from './book-snapshot.ts'
import { changedIn, differenceOf } from './changed-in.ts'
import { postsById } from './snapshot-lookups.ts'
import { Succession } from './succession.ts'

/** Snapshots of one day made from others by a change of the book. */
export const SNAPSHOT_SUCCESSION = new Succession<BookSnapshot>()

const CHANGES = new WeakMap<BookSnapshot, WeakMap<BookSnapshot, ReadonlySet<string> | null>>()

/** People of whom anything is another than in the snapshot before; null where units are, which may touch everybody. Worked out once a pair. */
export function touchedPeople(before: BookSnapshot, now: BookSnapshot): ReadonlySet<string> | null {
  const known = CHANGES.get(now)?.get(before)
  if (known !== undefined) return known
  const touched = before.units === now.units ? findTouched(before, now) : null
  CHANGES.set(now, new WeakMap([[before, touched]]))
  return touched
}

function findTouched(before: BookSnapshot, now: BookSnapshot): ReadonlySet<string> {
  const touched = new Set(changedIn(before.holdings, now.holdings).map((holding) => holding.personId))
  for (const person of changedIn(before.people, now.people)) touched.add(person.id)
  for (const exit of changedIn(before.exits, now.exits)) touched.add(exit.personId)
  for (const kind of ['personFile', 'personGrade'] as const)
    for (const { personId } of changedIn<{ readonly personId: string | null }>(before.records[kind], now.records[kind]))
      if (personId !== null) touched.add(personId)
  const { gone, come } = differenceOf(before.posts, now.posts)
  const had = postsById(before.posts)
  // Nobody sits yet in a post that was not there before, but by a holding that is new too.
  const posts = new Set([...gone, ...come.filter((post) => had.get(post.id) !== undefined)].map((post) => post.id))
  if (posts.size > 0)
    for (const { postId, personId } of now.holdings) if (postId !== null && posts.has(postId)) touched.add(personId)
  return touched
}
