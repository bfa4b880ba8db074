import type { LeadershipRole, Person } from '../model/person.ts'
import type { SnapshotIndex } from './rule.ts'

/** Somebody who uses a leadership post. */
export interface Leader {
  readonly person: Person
  /** Unit of that post; null outside the township. */
  readonly unitId: string | null
  readonly role: LeadershipRole | null
}

/** Everybody whose holding uses 领导职数, each once: at the 正职 post where they have both, as `leadershipFigure` counts them. */
export function leadersOf(index: SnapshotIndex): readonly Leader[] {
  return index.present.flatMap(({ person, holdings }): readonly Leader[] => {
    const held = holdings.filter((holding) => holding.occupiesLeadership).map((holding) => ({ holding, role: holding.postId === null ? null : (index.post(holding.postId)?.leadership ?? null) }))
    const place = held.find(({ role }) => role === 'chief') ?? held.find(({ role }) => role !== null) ?? held[0]
    return place === undefined ? [] : [{ person, unitId: index.unitOf(place.holding)?.id ?? null, role: place.role }]
  })
}
