import type { Holding, HoldingKind } from '../model/person.ts'
import type { PresentPerson, SnapshotIndex } from '../model/snapshot-index.ts'
import { chosenAmong } from './chosen-among.ts'

/** Somebody with one of the holdings asked for. */
export interface PersonTerm {
  readonly person: PresentPerson['person']
  readonly holding: Holding
}

/** Holdings in force of these kinds with their people, in the snapshot's order. Most people have none: they cost one look. */
export function termsOf(index: SnapshotIndex, ...kinds: readonly HoldingKind[]): readonly PersonTerm[] {
  const people = kinds.includes('substantive') ? index.present : besides(index.present)
  return people.flatMap(({ person, holdings }) =>
    holdings.filter((holding) => kinds.includes(holding.kind)).map((holding) => ({ person, holding })),
  )
}

/** People who have anything beside a 主职; found once for all who ask. */
const besides = chosenAmong(({ holdings }) => holdings.some((holding) => holding.kind !== 'substantive'))
