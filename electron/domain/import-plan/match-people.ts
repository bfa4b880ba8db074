import type { HoldingKind } from '../../vocabulary/standing.ts'
import type { StateHolding, StatePerson } from './book-state.ts'
import type { RosterRow } from './read-roster-row.ts'

/** How a row was found to be somebody in the book. */
export type MatchKind = 'number' | 'disputedNumber' | 'standing'

export interface PersonMatch {
  readonly person: StatePerson
  readonly by: MatchKind
}

/** Kinds that place somebody: any but 兼任 and 借出. */
const PLACES: Readonly<Record<HoldingKind, boolean>> = {
  substantive: true,
  offQuota: true,
  secondedIn: true,
  attached: true,
  concurrent: false,
  secondedOut: false,
}

/** The holding that places somebody: one of the row's kind first, else any but 兼任 and 借出. */
export function mainHolding(person: StatePerson, kind: RosterRow['holdingKind']): StateHolding | undefined {
  return (
    person.holdings.find((holding) => holding.kind === kind) ?? person.holdings.find((holding) => PLACES[holding.kind])
  )
}

/**
 * Finds each row's person: by ID number and name; then by disputed number and name; then by name, unit and kind (of namesakes also the post)
 * where that is one person only.
 * Everybody is matched once. Rows in `rows` are the good ones, without 兼任.
 */
export function matchPeople(
  rows: readonly RosterRow[],
  people: readonly StatePerson[],
  unitNameOf: (unitId: string) => string,
): ReadonlyMap<RosterRow, PersonMatch> {
  if (people.length === 0) return new Map()
  const byNumber = new Map<string, StatePerson>()
  const byDisputed = new Map<string, StatePerson>()
  const byStanding = new Map<string, StatePerson[]>()
  for (const person of people) {
    if (person.idNumber !== null) byNumber.set(key(person.idNumber, person.name), person)
    if (person.disputedIdNumber !== null) byDisputed.set(key(person.disputedIdNumber, person.name), person)
    for (const holding of person.holdings) {
      if (holding.unitId === null || !PLACES[holding.kind]) continue
      const standing = key(person.name, unitNameOf(holding.unitId), holding.kind)
      const same = byStanding.get(standing)
      if (same === undefined) byStanding.set(standing, [person])
      else same.push(person)
    }
  }
  // A row that does not say its office or its 编制 may be anybody of the name who holds one.
  const candidatesOf = (row: RosterRow): readonly StatePerson[] =>
    row.unit !== '' && row.standingTold
      ? (byStanding.get(key(row.name, row.unit, row.holdingKind)) ?? [])
      : people.filter(
          (person) => person.name === row.name && person.holdings.some((holding) => isMeant(row, holding, unitNameOf)),
        )
  const matches = new Map<RosterRow, PersonMatch>()
  const taken = new Set<string>()
  const take = (row: RosterRow, person: StatePerson | undefined, by: MatchKind) => {
    if (person === undefined || taken.has(person.id) || matches.has(row)) return
    taken.add(person.id)
    matches.set(row, { person, by })
  }
  for (const row of rows) if (row.idNumber !== null) take(row, byNumber.get(key(row.idNumber, row.name)), 'number')
  for (const row of rows)
    if (row.name === '')
      take(
        row,
        people.find((person) => person.idNumber === row.idNumber && row.idNumber !== null),
        'number',
      )
  for (const row of rows)
    if (row.idNumber !== null) take(row, byDisputed.get(key(row.idNumber, row.name)), 'disputedNumber')
  for (const row of rows) {
    const candidates = candidatesOf(row).filter((person) => !taken.has(person.id))
    const meant =
      candidates.length > 1
        ? candidates.filter((person) =>
            person.holdings.some((holding) => holding.kind === row.holdingKind && holding.postTitle === row.post),
          )
        : candidates
    if (meant.length === 1) take(row, meant[0], 'standing')
  }
  return matches
}

function isMeant(row: RosterRow, holding: StateHolding, unitNameOf: (unitId: string) => string): boolean {
  if (holding.unitId === null || !PLACES[holding.kind]) return false
  return (
    (row.unit === '' || unitNameOf(holding.unitId) === row.unit) &&
    (!row.standingTold || holding.kind === row.holdingKind)
  )
}

function key(...parts: readonly string[]): string {
  return parts.join('\u0001')
}
