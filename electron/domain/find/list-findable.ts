import { HOLDING_KIND_LIST } from '../../vocabulary/standing.ts'
import type { FactRows, HoldingTable, PostVersionTable, UnitVersionTable } from '../ledger/rows/fact-rows.ts'
import { ledgerBook, type LedgerBook } from '../ledger/book/ledger-book.ts'
import { rowInForce } from '../ledger/rows/row-in-force.ts'
import { lifeEnd } from '../ledger/planning/unit-life.ts'
import { HOLDING_KIND_NAMES, OFF_QUOTA_KIND_NAMES } from '../model/person.ts'
import type { PlainDate } from '../model/plain-date.ts'
import { QUOTA_CATEGORY_NAMES } from '../model/quota-category.ts'

/* What of the book has a name or a number, as of a day: also who has left and what was abolished, for they are asked after longest. */

export interface FindablePerson {
  readonly personId: string
  readonly name: string
  readonly unit: string
  readonly post: string
  readonly standing: string
  /** Last four of the ID number: what tells namesakes apart and may stand in a list. */
  readonly idTail: string | null
  readonly leftOn: PlainDate | null
  readonly comesOn: PlainDate | null
}

export interface FindableUnit {
  readonly unitId: string
  readonly name: string
  readonly also: string[]
  readonly endedOn: PlainDate | null
}

export interface FindablePost {
  readonly postId: string
  readonly title: string
  readonly unit: string
  readonly state: PostVersionTable['state']
  readonly holder: string | null
}

export interface Findable {
  readonly people: FindablePerson[]
  readonly units: FindableUnit[]
  readonly posts: FindablePost[]
}

const TAIL = 4

/** Everybody and everything that was ever in the book, as it stands on a day: those of the day first, then who came and went. */
export function listFindable(facts: FactRows, day: PlainDate): Findable {
  const ledger = ledgerBook(facts)
  const units = unitsOf(ledger, day)
  const unitNames = new Map(units.map(({ unitId, name }) => [unitId, name]))
  const titles = newestVersions(facts.post_version, (row) => row.post_id, day)
  const holdings = Map.groupBy(facts.holding, (row) => row.person_id)
  const people = facts.person.map((person): FindablePerson => {
    const { holding, leftOn, comesOn } = placeOn(holdings.get(person.id) ?? [], day)
    const post = holding?.post_id === null || holding === undefined ? undefined : titles.get(holding.post_id)
    return {
      personId: person.id,
      name: person.name,
      unit: (post === undefined ? undefined : unitNames.get(post.unit_id)) ?? '',
      post: post?.title ?? '',
      standing: holding === undefined ? '' : standingOf(holding),
      idTail: person.id_number?.slice(-TAIL) ?? null,
      leftOn,
      comesOn,
    }
  })
  return {
    people: people.toSorted((left, right) => Number(left.leftOn !== null) - Number(right.leftOn !== null)),
    units,
    posts: postsOf(facts, titles, unitNames, day),
  }
}

/** The holding that places somebody on the day; of a leaver the last they had, of a newcomer the first. */
function placeOn(
  own: readonly HoldingTable[],
  day: PlainDate,
): { holding: HoldingTable | undefined; leftOn: PlainDate | null; comesOn: PlainDate | null } {
  const now = own.filter((row) => rowInForce(row, day)).toSorted(byRank)
  if (now[0] !== undefined) return { holding: now[0], leftOn: null, comesOn: null }
  const over = own.filter((row) => row.valid_to !== null && row.valid_to <= day)
  const leftOn = over.reduce<PlainDate | null>(
    (last, { valid_to: to }) => (last === null || (to ?? '') > last ? to : last),
    null,
  )
  if (leftOn !== null)
    return { holding: over.filter((row) => row.valid_to === leftOn).toSorted(byRank)[0], leftOn, comesOn: null }
  const first = own.toSorted((left, right) => (left.valid_from < right.valid_from ? -1 : 1))[0]
  return { holding: first, leftOn: null, comesOn: first?.valid_from ?? null }
}

const byRank = (left: HoldingTable, right: HoldingTable) =>
  right.occupies_quota - left.occupies_quota || HOLDING_KIND_LIST[left.kind].order - HOLDING_KIND_LIST[right.kind].order

function standingOf(holding: HoldingTable): string {
  if (holding.off_quota_kind !== null) return OFF_QUOTA_KIND_NAMES[holding.off_quota_kind]
  if (holding.kind !== 'substantive' || holding.category === null) return HOLDING_KIND_NAMES[holding.kind]
  return QUOTA_CATEGORY_NAMES[holding.category]
}

/** The version of the day, else the last before it, else the first. */
function newestVersions<R extends { readonly valid_from: string; readonly valid_to: string | null }>(
  rows: readonly R[],
  keyOf: (row: R) => string,
  day: PlainDate,
): ReadonlyMap<string, R> {
  const chosen = new Map<string, R>()
  for (const row of rows) {
    const known = chosen.get(keyOf(row))
    if (known === undefined || isNearer(row, known, day)) chosen.set(keyOf(row), row)
  }
  return chosen
}

function isNearer(
  row: { readonly valid_from: string },
  known: { readonly valid_from: string },
  day: PlainDate,
): boolean {
  if (known.valid_from > day) return row.valid_from < known.valid_from
  return row.valid_from <= day && row.valid_from > known.valid_from
}

function unitsOf(ledger: LedgerBook, day: PlainDate): FindableUnit[] {
  const { facts } = ledger
  const versions = Map.groupBy(facts.unit_version, (row) => row.unit_id)
  const plates = Map.groupBy(facts.nameplate, (row) => row.unit_id)
  const named = newestVersions(facts.unit_version, (row) => row.unit_id, day)
  const units = [...named.values()].map((version): FindableUnit & { readonly order: number } => {
    const names = [...(versions.get(version.unit_id) ?? []), ...(plates.get(version.unit_id) ?? [])].map(
      (row) => row.name,
    )
    return {
      unitId: version.unit_id,
      name: version.name,
      also: [...new Set(names)].filter((name) => name !== version.name),
      endedOn: endOf(ledger, version, day),
      order: version.sort_order,
    }
  })
  return units
    .toSorted(
      (left, right) => Number(left.endedOn !== null) - Number(right.endedOn !== null) || left.order - right.order,
    )
    .map(({ order: _order, ...unit }) => unit)
}

/** The day a unit ended, where that is not after `day`. */
function endOf(ledger: LedgerBook, version: UnitVersionTable, day: PlainDate): PlainDate | null {
  const end = lifeEnd(ledger, version.unit_id, version.valid_from)
  return end !== null && end <= day ? end : null
}

function postsOf(
  facts: FactRows,
  titles: ReadonlyMap<string, PostVersionTable>,
  unitNames: ReadonlyMap<string, string>,
  day: PlainDate,
): FindablePost[] {
  const names = new Map(facts.person.map(({ id, name }) => [id, name]))
  const holders = new Map<string, string>()
  for (const row of facts.holding)
    if (row.post_id !== null && row.kind === 'substantive' && rowInForce(row, day))
      holders.set(row.post_id, names.get(row.person_id) ?? '')
  return [...titles.values()]
    .filter((post) => rowInForce(post, day) && post.state !== 'abolished')
    .map((post) => ({
      postId: post.post_id,
      title: post.title,
      unit: unitNames.get(post.unit_id) ?? '',
      state: post.state,
      holder: holders.get(post.post_id) ?? null,
    }))
}
