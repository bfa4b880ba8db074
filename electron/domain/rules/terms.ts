import type { Holding, HoldingKind } from '../model/person.ts'
import type { PresentPerson, SnapshotIndex } from './rule.ts'

/** Somebody with one of the holdings asked for. */
export interface PersonTerm {
  readonly person: PresentPerson['person']
  readonly holding: Holding
}

/** Holdings in force of these kinds with their people, in the snapshot's order. Most people have none: they cost one look. */
export function termsOf(index: SnapshotIndex, ...kinds: readonly HoldingKind[]): readonly PersonTerm[] {
  return index.present
    .filter(({ holdings }) => holdings.some((holding) => kinds.includes(holding.kind)))
    .flatMap(({ person, holdings }) => holdings.filter((holding) => kinds.includes(holding.kind)).map((holding) => ({ person, holding })))
}
