import { factsOfDay } from '../findings/finding-states.ts'
import type { Finding, RosterEntry } from '../model/finding.ts'
import type { Holding } from '../model/person.ts'
import { once } from '../model/once.ts'
import { keyed } from '../model/lookup.ts'
import { placesOf } from '../model/places-of.ts'
import { indexSnapshot, type SnapshotIndex } from '../model/snapshot-index.ts'
import type { BookState } from '../state/book-state.ts'

/** Look-ups that the contract's shapes are filled from, built once for a reply. */
export interface BookView {
  readonly state: BookState
  readonly index: SnapshotIndex
  /** In the order people are shown: units by their order; leaders first, then as entered. */
  readonly roster: readonly RosterEntry[]
  readonly entryOf: (personId: string) => RosterEntry | undefined
  /** One a fact, the gravest of the rules that speak of it. */
  readonly findingsOf: (personId: string) => readonly Finding[]
  readonly holding: (holdingId: string) => Holding | undefined
  /** Name on the day; '' for a unit that did not exist then. */
  readonly unitName: (unitId: string) => string
  readonly personName: (personId: string) => string
}

const NO_FINDINGS: readonly Finding[] = []

const BUILT = new WeakMap<BookState, BookView>()

/** The look-ups of one state; built once and kept as long as the state, which never changes. */
export function viewBook(state: BookState): BookView {
  const known = BUILT.get(state)
  if (known !== undefined) return known
  const view = buildView(state)
  BUILT.set(state, view)
  return view
}

function buildView(state: BookState): BookView {
  const { snapshot } = state
  const index = indexSnapshot(snapshot)
  const places = once(() => placesOf(snapshot.holdings, (holding) => holding.id))
  const entries = once(() => keyed(state.roster, (entry) => entry.personId))
  const findings = once(() => findingsByPerson(state.findings))
  const roster = once(() => orderRoster(state, index, places()))
  return {
    state,
    index,
    get roster() {
      return roster()
    },
    entryOf: (personId) => entries().get(personId),
    findingsOf: (personId) => findings().get(personId) ?? NO_FINDINGS,
    holding: (holdingId) => snapshot.holdings[places().get(holdingId) ?? -1],
    unitName: (unitId) => index.unit(unitId)?.name ?? '',
    personName: (personId) => index.person(personId)?.name ?? '',
  }
}

/** Makes a book's look-ups one after another: each goes through everybody. */
export function* viewInSteps(view: BookView): Generator<void, void> {
  void view.roster
  yield
  view.entryOf('')
  yield
  view.findingsOf('')
  yield
}

function findingsByPerson(all: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const findings = new Map<string, Finding[]>()
  for (const { finding } of factsOfDay(all)) {
    if (finding.personId === null) continue
    const known = findings.get(finding.personId)
    if (known === undefined) findings.set(finding.personId, [finding])
    else known.push(finding)
  }
  return findings
}

/** `entered`: the places of the holdings in the book. */
function orderRoster(
  state: BookState,
  index: SnapshotIndex,
  entered: ReadonlyMap<string, number>,
): readonly RosterEntry[] {
  const { snapshot } = state
  const unitRank = new Map(
    snapshot.units.toSorted((left, right) => left.sortOrder - right.sortOrder).map((unit, rank) => [unit.id, rank]),
  )
  const last = snapshot.units.length
  const placed = state.roster.map((entry) => {
    const place = entered.get(entry.holdingId) ?? snapshot.holdings.length
    const holding = snapshot.holdings[place]
    const unit = holding === undefined ? undefined : index.unitOf(holding)
    const leader =
      holding !== undefined &&
      (holding.occupiesLeadership ||
        (holding.postId !== null && (index.post(holding.postId)?.leadership ?? null) !== null))
    return {
      entry,
      unit: unit === undefined ? last : (unitRank.get(unit.id) ?? last),
      leader: leader ? 0 : 1,
      entered: place,
    }
  })
  return placed
    .sort((left, right) => left.unit - right.unit || left.leader - right.leader || left.entered - right.entered)
    .map(({ entry }) => entry)
}
