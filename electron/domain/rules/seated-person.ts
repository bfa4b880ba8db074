import type { Holding, Person } from '../model/person.ts'
import type { Unit } from '../model/unit.ts'
import type { SnapshotIndex } from '../model/snapshot-index.ts'

/** Somebody counted in a unit of the book. */
export interface SeatedPerson {
  readonly person: Person
  /** The holding by which they are counted. */
  readonly counted: Holding
  /** Where that seat is. */
  readonly unit: Unit
}

/** The person of an id with their seat; undefined where they are not counted, or their seat's unit is gone. Null is nobody. */
export function seatedPerson(index: SnapshotIndex, personId: string | null): SeatedPerson | undefined {
  const person = index.person(personId ?? '')
  const counted = person === undefined ? undefined : index.countedHoldingOf(person.id)
  const unit = counted === undefined ? undefined : index.unitOf(counted)
  return person === undefined || counted === undefined || unit === undefined ? undefined : { person, counted, unit }
}
