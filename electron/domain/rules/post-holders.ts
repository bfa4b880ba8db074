import type { Person } from '../model/person.ts'
import { madeOf } from '../model/made-of.ts'
import { rememberText } from '../model/remember-text.ts'
import type { PresentPerson, SnapshotIndex } from '../model/snapshot-index.ts'

/** Somebody in office, with everything their titles say. */
export interface PostHolder {
  readonly person: Person
  readonly unitId: string | null
  /** Titles of all holdings in force, joined: "党委委员、副乡长". */
  readonly titles: string
}

/** People one of whose titles in force matches. 借出 rows have no title and so never match. */
export function holdersOf(index: SnapshotIndex, matches: (title: string) => boolean): readonly PostHolder[] {
  const people = new Map<number, PresentPerson>()
  for (const [title, holders] of peopleByTitle(index.present))
    if (matches(title)) for (const { place, present } of holders) people.set(place, present)
  const inOrder = [...people].toSorted(([left], [right]) => left - right).map(([, present]) => present)
  return holdersAmong(inOrder, matches)
}

/** The same of some people. */
export function holdersAmong(
  people: readonly PresentPerson[],
  matches: (title: string) => boolean,
): readonly PostHolder[] {
  return people.flatMap(({ person, seats }) => {
    const found = seats.find(({ post }) => post !== undefined && matches(post.title))
    if (found === undefined) return []
    const titles = seats.map(({ post }) => post?.title ?? '').filter((title) => title !== '')
    return [{ person, unitId: found.unit?.id ?? null, titles: titles.join('、') }]
  })
}

interface Placed {
  readonly place: number
  readonly present: PresentPerson
}

/** Many share few titles: each is looked at once, whoever asks. */
const peopleByTitle = madeOf((present: readonly PresentPerson[]): ReadonlyMap<string, readonly Placed[]> => {
  const titles = new Map<string, Placed[]>()
  for (const [place, one] of present.entries())
    for (const { post } of one.seats) {
      if (post === undefined) continue
      const known = titles.get(post.title)
      if (known === undefined) titles.set(post.title, [{ place, present: one }])
      else known.push({ place, present: one })
    }
  return titles
})

const DEPUTY_CHAIR = /人大(?:主席团)?副主席/
const CHAIR = /人大(?:主席团)?主席/

export const isCongressDeputyChair = rememberText((title) => DEPUTY_CHAIR.test(title))

export const isCongressChair = rememberText((title) => CHAIR.test(title))

/** 纪委书记, not 纪委副书记. */
export const isDisciplineSecretary = rememberText((title) => /纪委书记/.test(title))

export const isDeputyHead = rememberText((title) => /副[乡镇]长/.test(title))

/** 中共党员, probationary members too. */
export function isPartyMember(person: Person): boolean {
  return /中共(?:预备)?党员/.test(person.politicalStatus ?? '')
}
