import type { RosterEntry, RosterList } from '../model/finding.ts'
import type { Holding, Person } from '../model/person.ts'
import type { FormFacts } from './form.ts'

/** Somebody on the roster with the holding that places them there. */
export interface RosterPerson {
  readonly entry: RosterEntry
  readonly person: Person
  readonly holding: Holding
}

/** People of the lists, in the order people are shown: units by their order; leaders first, then as entered. Narrowed to the unit asked for. */
export function rosterPeople(facts: FormFacts, lists: readonly RosterList[]): readonly RosterPerson[] {
  const { snapshot, index } = facts
  const holdings = new Map(snapshot.holdings.map((holding, place) => [holding.id, { holding, place }]))
  const rank = new Map(snapshot.units.map((unit, place) => [unit.id, place]))
  return facts.roster
    .filter((entry) => lists.includes(entry.list))
    .flatMap((entry) => {
      const person = index.person(entry.personId)
      const held = holdings.get(entry.holdingId)
      if (person === undefined || held === undefined) return []
      const unit = index.unitOf(held.holding)
      if (facts.unitId !== null && unit?.id !== facts.unitId) return []
      return [
        {
          entry,
          person,
          holding: held.holding,
          place: held.place,
          unit: rank.get(unit?.id ?? '') ?? rank.size,
          leader: isLeader(facts, held.holding) ? 0 : 1,
        },
      ]
    })
    .toSorted((left, right) => left.unit - right.unit || left.leader - right.leader || left.place - right.place)
}

function isLeader({ index }: FormFacts, holding: Holding): boolean {
  return (
    holding.occupiesLeadership || (holding.postId !== null && (index.post(holding.postId)?.leadership ?? null) !== null)
  )
}
