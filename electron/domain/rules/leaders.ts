import type { LeadershipRole, Person } from '../model/person.ts'
import { madeOf } from '../model/made-of.ts'
import type { PresentPerson, SnapshotIndex } from '../model/snapshot-index.ts'
import { chosenAmong } from './chosen-among.ts'

/** Somebody who uses a leadership post. */
export interface Leader {
  readonly person: Person
  /** Unit of that post; null outside the township. */
  readonly unitId: string | null
  readonly role: LeadershipRole | null
}

/** Everybody whose holding uses 领导职数, each once: at the 正职 post where they have both, as `leadershipFigure` counts them. */
export function leadersOf({ present }: SnapshotIndex): readonly Leader[] {
  return placesOf(leading(present))
}

/** Most people lead nothing: they cost one look, once. */
const leading = chosenAmong(({ holdings }) => holdings.some((holding) => holding.occupiesLeadership))

const placesOf = madeOf((leaders: readonly PresentPerson[]): readonly Leader[] =>
  leaders.flatMap(({ person, holdings, seats }): readonly Leader[] => {
    const held = holdings
      .map((holding, at) => ({ holding, seat: seats[at], role: seats[at]?.post?.leadership ?? null }))
      .filter(({ holding }) => holding.occupiesLeadership)
    const place = held.find(({ role }) => role === 'chief') ?? held.find(({ role }) => role !== null) ?? held[0]
    return place === undefined ? [] : [{ person, unitId: place.seat?.unit?.id ?? null, role: place.role }]
  }),
)
