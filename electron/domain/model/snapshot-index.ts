import { catalogueOf, type Catalogue } from '../../vocabulary/catalogue.ts'
import type { BookSnapshot } from './book-snapshot.ts'
import type { Holding, Person, Post } from './person.ts'
import type { RecordOf } from './records.ts'
import type { Unit } from './unit.ts'
import type { ExitEvent } from './exit-event.ts'
import { Succession } from './succession.ts'
import { countedHolding } from './counted-holding.ts'
import { inOrderOf, noteDifference } from './changed-in.ts'
import { keptWith } from './kept-with.ts'
import { lookupsBy } from './lookup.ts'
import { madeOf } from './made-of.ts'
import { SNAPSHOT_SUCCESSION, touchedPeople } from './snapshot-change.ts'
import { filesByPerson, gradesByPerson, peopleById, postsById, unitsById } from './snapshot-lookups.ts'
import { holdingsByPerson, regroupHoldings } from './holding-groups.ts'

/** Somebody with a holding in force. */
export interface PresentPerson {
  readonly person: Person
  /** In force, 主职 first; at least one. */
  readonly holdings: readonly Holding[]
  /** The holding by which they are counted, if any. */
  readonly counted: Holding | undefined
  /** Where each of `holdings` is, as far as the book has it. */
  readonly seats: readonly Seat[]
  /** 档案补充 and 人员类别与岗位等级 in force. */
  readonly file: RecordOf<'personFile'> | undefined
  readonly grade: RecordOf<'personGrade'> | undefined
  /** Their 出编 that the snapshot still carries. */
  readonly exits: readonly ExitEvent[]
}

/** Post and unit of a holding. */
export interface Seat {
  readonly post: Post | undefined
  readonly unit: Unit | undefined
}

/** Lists of people made from others by a change of the book: whoever it did not touch is the same object in both. */
export const PRESENT_SUCCESSION = new Succession<readonly PresentPerson[]>()

/** Look-ups over one snapshot, built once and shared by every rule of a run. */
export interface SnapshotIndex {
  readonly unit: (id: string) => Unit | undefined
  readonly person: (id: string) => Person | undefined
  readonly post: (id: string) => Post | undefined
  /** Holdings in force of a person, 主职 first. */
  readonly holdingsOf: (personId: string) => readonly Holding[]
  /** The unit a holding sits in; undefined for 借出. */
  readonly unitOf: (holding: Holding) => Unit | undefined
  /** The holding by which a person is counted, if any. */
  readonly countedHoldingOf: (personId: string) => Holding | undefined
  /** 档案补充 in force. */
  readonly fileOf: (personId: string) => RecordOf<'personFile'> | undefined
  /** 人员类别与岗位等级 in force. */
  readonly gradeOf: (personId: string) => RecordOf<'personGrade'> | undefined
  /** Every field of a person this book knows. */
  readonly catalogue: Catalogue
  /** People with a holding in force, in the snapshot's order, with what most rules ask of each. */
  readonly present: readonly PresentPerson[]
}

const NONE: readonly Holding[] = []
const NO_EXITS: readonly ExitEvent[] = []

const BUILT = new WeakMap<BookSnapshot, SnapshotIndex>()

/** The look-ups of one snapshot; built once, linear in its size, and kept as long as the snapshot, which never changes. */
export function indexSnapshot(snapshot: BookSnapshot): SnapshotIndex {
  const known = BUILT.get(snapshot)
  if (known !== undefined) return known
  const index = buildIndex(snapshot)
  BUILT.set(snapshot, index)
  return index
}

function buildIndex(snapshot: BookSnapshot): SnapshotIndex {
  const origin = SNAPSHOT_SUCCESSION.take(snapshot)
  const touched = origin === undefined ? null : touchedPeople(origin, snapshot)
  const units = unitsById(snapshot.units, origin?.units)
  const people = peopleById(snapshot.people, origin?.people)
  const posts = postsById(snapshot.posts, origin?.posts)
  const holdings =
    origin === undefined || touched === null
      ? holdingsByPerson(snapshot.holdings)
      : regroupHoldings(origin.holdings, snapshot.holdings, touched)
  const files = filesByPerson(snapshot.records.personFile)
  const grades = gradesByPerson(snapshot.records.personGrade)
  const exits = exitsByPerson(snapshot.exits)
  const seatOf = (holding: Holding): Seat => {
    const post = holding.postId === null ? undefined : posts.get(holding.postId)
    return { post, unit: post === undefined ? undefined : units.get(post.unitId) }
  }
  const unitOf = (holding: Holding) => {
    const post = holding.postId === null ? undefined : posts.get(holding.postId)
    return post === undefined ? undefined : units.get(post.unitId)
  }
  const presentOf = (person: Person): PresentPerson | undefined => {
    const own = holdings.get(person.id)
    if (own === undefined) return undefined
    const seats = own.map(seatOf)
    return asKnown({
      person,
      holdings: own,
      seats,
      file: files.get(person.id),
      grade: grades.get(person.id),
      exits: exits.get(person.id) ?? NO_EXITS,
      counted: countedHolding(own),
    })
  }
  const before = origin === undefined ? undefined : BUILT.get(origin)?.present
  const present =
    before === undefined
      ? snapshot.people.flatMap((person) => presentOf(person) ?? [])
      : presentAfter(before, snapshot, touched, (id) => people.get(id), presentOf)
  if (before !== undefined) PRESENT_SUCCESSION.note(present, before)
  return {
    unit: (id) => units.get(id),
    person: (id) => people.get(id),
    post: (id) => posts.get(id),
    holdingsOf: (personId) => holdings.get(personId) ?? NONE,
    unitOf,
    countedHoldingOf: (personId) => countedHolding(holdings.get(personId) ?? NONE),
    fileOf: (personId) => files.get(personId),
    gradeOf: (personId) => grades.get(personId),
    catalogue: catalogueOf(snapshot.ownFields),
    present,
  }
}

const exitsByPerson = madeOf((exits: BookSnapshot['exits']) => Map.groupBy(exits, (exit) => exit.personId))

const PRESENT = keptWith<Person, PresentPerson>()

/** The one made of the same facts before, for another day or another book as it would be: most people are the same in all of them. */
function asKnown(now: PresentPerson): PresentPerson {
  const known = PRESENT.get(now.person)
  if (known !== undefined && isSame(known, now)) return known
  PRESENT.set(now.person, now)
  return now
}

/** The people present, whoever is not touched (null: anybody may be) as the same object and in the same place. */
function presentAfter(
  before: readonly PresentPerson[],
  snapshot: BookSnapshot,
  touched: ReadonlySet<string> | null,
  personOf: (id: string) => Person | undefined,
  presentOf: (person: Person) => PresentPerson | undefined,
): readonly PresentPerson[] {
  const quick = touched === null ? null : fewPresentAfter(before, snapshot, touched, personOf, presentOf)
  if (quick !== null) return quick
  const fresh = new Set(touched)
  const presentOfId = (id: string) => {
    const person = personOf(id)
    return person === undefined ? undefined : presentOf(person)
  }
  const present: PresentPerson[] = []
  for (const old of before) {
    const { id } = old.person
    if (touched !== null && !touched.has(id)) {
      present.push(old)
      continue
    }
    fresh.delete(id)
    const now = presentOfId(id)
    if (now !== undefined) present.push(isSame(old, now) ? old : now)
  }
  const all = [...present, ...[...fresh].flatMap((id) => presentOfId(id) ?? [])]
  if (touched !== null && followsOrder(all, snapshot.people)) return all
  // Somebody is back among the others: their place is that of the snapshot.
  const known = new Map(all.map((one) => [one.person.id, one]))
  return snapshot.people.flatMap((person) => known.get(person.id) ?? presentOf(person) ?? [])
}

/** So few are put in their places one by one. */
const FEW = 32

/**
 * The same where a few people are touched, by looking for each in the list as an object; null where somebody is not found there as they were
 * last made, or comes anew: then everybody is gone through.
 */
function fewPresentAfter(
  before: readonly PresentPerson[],
  snapshot: BookSnapshot,
  touched: ReadonlySet<string>,
  personOf: (id: string) => Person | undefined,
  presentOf: (person: Person) => PresentPerson | undefined,
): readonly PresentPerson[] | null {
  if (touched.size > FEW) return null
  const places = placesById(before)
  const steps: { readonly old: PresentPerson; readonly now: PresentPerson | undefined }[] = []
  for (const id of touched) {
    const old = places.get(id)
    const person = personOf(id)
    const now = person === undefined ? undefined : presentOf(person)
    if (old === undefined && now === undefined) continue
    if (old === undefined) return null
    if (now === undefined || !isSame(old, now)) steps.push({ old, now })
  }
  if (steps.length === 0) return before
  const next = [...before]
  for (const { old, now } of steps) {
    const place = next.indexOf(old)
    if (now === undefined) next.splice(place, 1)
    else next[place] = now
  }
  const [gone, come] = [steps.map(({ old }) => old), steps.flatMap(({ now }) => now ?? [])]
  if (!come.every((one) => standsInOrder(one, next, snapshot.people))) return null
  noteDifference(before, next, { gone: inOrderOf(before, gone), come: inOrderOf(next, come) })
  placesById.carry(next, before)
  return next
}

const placesById = lookupsBy((one: PresentPerson) => one.person.id)

/** True where the person stands in the list behind whom and before whom they stand among the people. */
function standsInOrder(one: PresentPerson, present: readonly PresentPerson[], people: readonly Person[]): boolean {
  const at = present.indexOf(one)
  const [earlier, later] = [present[at - 1], present[at + 1]]
  const place = people.indexOf(one.person)
  return (
    place !== -1 &&
    (earlier === undefined || people.indexOf(earlier.person) < place) &&
    (later === undefined || place < people.indexOf(later.person))
  )
}

/** True where the people come in the order of the list. */
function followsOrder(present: readonly PresentPerson[], people: readonly Person[]): boolean {
  let place = 0
  for (const { person } of present) {
    while (place < people.length && people[place] !== person) place += 1
    if (place === people.length) return false
    place += 1
  }
  return true
}

/** True where everything known of the person is the very same. */
function isSame(old: PresentPerson, now: PresentPerson): boolean {
  return (
    old.person === now.person &&
    old.file === now.file &&
    old.grade === now.grade &&
    old.holdings.length === now.holdings.length &&
    old.holdings.every((holding, place) => holding === now.holdings[place]) &&
    old.seats.every((seat, place) => seat.post === now.seats[place]?.post && seat.unit === now.seats[place]?.unit) &&
    old.exits.length === now.exits.length &&
    old.exits.every((exit, place) => exit === now.exits[place])
  )
}

/** '' for a holding outside the township. */
export function postTitle(index: SnapshotIndex, holding: Holding): string {
  return holding.postId === null ? '' : (index.post(holding.postId)?.title ?? '')
}
