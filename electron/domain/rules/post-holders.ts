import type { Person } from '../model/person.ts'
import type { SnapshotIndex } from './rule.ts'
import { postTitle } from './wording.ts'

/** Somebody in office, with everything their titles say. */
export interface PostHolder {
  readonly person: Person
  readonly unitId: string | null
  /** Titles of all holdings in force, joined: "党委委员、副乡长". */
  readonly titles: string
}

/** People one of whose titles in force matches. 借出 rows have no title and so never match. */
export function holdersOf(index: SnapshotIndex, matches: (title: string) => boolean): readonly PostHolder[] {
  return index.present.flatMap(({ person, holdings: own }) => {
    const found = own.find((holding) => matches(postTitle(index, holding)))
    if (found === undefined) return []
    const titles = own.map((holding) => postTitle(index, holding)).filter((title) => title !== '')
    return [{ person, unitId: index.unitOf(found)?.id ?? null, titles: titles.join('、') }]
  })
}

const DEPUTY_CHAIR = /人大(?:主席团)?副主席/
const CHAIR = /人大(?:主席团)?主席/

export function isCongressDeputyChair(title: string): boolean {
  return DEPUTY_CHAIR.test(title)
}

export function isCongressChair(title: string): boolean {
  return CHAIR.test(title)
}

/** 纪委书记, not 纪委副书记. */
export function isDisciplineSecretary(title: string): boolean {
  return /纪委书记/.test(title)
}

export function isDeputyHead(title: string): boolean {
  return /副[乡镇]长/.test(title)
}

/** 中共党员, probationary members too. */
export function isPartyMember(person: Person): boolean {
  return /中共(?:预备)?党员/.test(person.politicalStatus ?? '')
}
