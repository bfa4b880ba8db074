import type { BookSnapshot } from '../../model/book-snapshot.ts'
import { changedIn, differenceOf, inOrderOf } from '../../model/changed-in.ts'
import { holdingsByPerson } from '../../model/holding-groups.ts'
import { lookupsBy } from '../../model/lookup.ts'
import { peopleById } from '../../model/snapshot-lookups.ts'
import { holdingsOfPerson, holdingsOfPost, versionsOfPerson, versionsOfPost } from '../rows/table-groups.ts'
import { sameList } from '../../model/same-list.ts'
import { RECORD_KINDS, type RecordBook } from '../../model/records.ts'
import type { FactRows, FactTable, HoldingTable, PostVersionTable } from '../rows/fact-rows.ts'
import { rowInForce } from '../rows/row-in-force.ts'
import { adoptedLawsOf, holidayTableOf, localPackOf } from './decided-here.ts'
import { decisionsAt } from './decisions-at.ts'
import { exitsAt } from './exits-at.ts'
import { holdingMaker, offQuotaUntil, postsAt } from './holdings-at.ts'
import { changesAfter, documentsAt, personChangesAt } from './learnt-at.ts'
import { areLast, listAfter, listWith } from './list-after.ts'
import { limitsAt } from './limits-at.ts'
import { noticesAt } from './notices-at.ts'
import { ownFieldOf } from './own-field-of.ts'
import { peopleAt, wantedOn } from './people-at.ts'
import { rankStarts } from './rank-starts.ts'
import { recordsAt } from './records-at.ts'
import { snapshotAt } from './snapshot-at.ts'
import { quotasAt, unitsAt } from './units-at.ts'

/** A snapshot with the rows it was made of. */
export interface MadeSnapshot {
  readonly rows: FactRows
  readonly snapshot: BookSnapshot
}

/**
 * What `snapshotAt` makes of the rows for the day of the one before, made from that one: a part whose rows are the very same is the same part,
 * and of the holdings only those of people are made anew whose rows, posts or events are others.
 */
export function snapshotAfter(before: MadeSnapshot, rows: FactRows): BookSnapshot {
  const { asOf, ...old } = before.snapshot
  const [book] = rows.book
  const touched = touchedPeople(before.rows, rows)
  const own = groupsInOrder(rows.holding, holdingsOfPerson, touched)
  const holdings = holdingsAfter(before, rows, own, touched)
  if (book === undefined || holdings === null) return snapshotAt(rows, asOf)
  const same = (...tables: readonly FactTable[]) => tables.every((table) => before.rows[table] === rows[table])
  // A paper that was added changes nothing that rests on an older one.
  const papers = differenceOf(before.rows.basis_document, rows.basis_document).gone.length === 0
  const posts = same('post_version') ? old.posts : postsAfter(before, rows)
  return {
    asOf,
    book: same('book') ? old.book : { name: book.name, packId: book.pack_id, packFrom: book.pack_from },
    localPack: same('book', 'rule_pack')
      ? old.localPack
      : localPackOf(rows.rule_pack.find((row) => row.id === book.pack_id)),
    adoptedLaws: same('setting') ? old.adoptedLaws : adoptedLawsOf(rows.setting),
    holidays: same('holiday_calendar') ? old.holidays : rows.holiday_calendar.map(holidayTableOf),
    ...(same('unit_version', 'nameplate') && papers ? pick(old, 'units', 'nameplates') : unitsAt(rows, asOf)),
    ...(same('quota', 'leadership_quota') && papers
      ? pick(old, 'quotas', 'quotaHistory', 'leadershipQuotas')
      : quotasAt(rows, asOf)),
    posts,
    people: peopleAfter(before, rows, own, touched),
    rankStarts:
      same('person_version') && !hasType(before.rows, rows, 'rank.promote') ? old.rankStarts : rankStarts(rows, asOf),
    holdings,
    offQuotaHistory: changedIn(before.rows.holding, rows.holding).some((row) => row.kind === 'offQuota')
      ? sameList(old.offQuotaHistory, offQuotaUntil(rows, asOf))
      : old.offQuotaHistory,
    ...decisionsAfter(before, rows),
    ...(same('notice', 'notice_closing', 'objection') ? pick(old, 'notices', 'objections') : noticesAt(rows, asOf)),
    exits: same('ledger_event', 'person') ? old.exits : sameList(old.exits, exitsAt(rows, asOf)),
    ...(same('run_off_plan', 'absence', 'rank_quota', 'tolerance', 'off_quota_control') && papers
      ? pick(old, 'runOffPlans', 'absences', 'rankQuotas', 'tolerances', 'offQuotaControls')
      : limitsAt(rows, asOf)),
    documents: same('basis_document') ? old.documents : documentsAt(rows),
    changes: changesAfter({ events: before.rows.ledger_event, changes: old.changes }, rows.ledger_event, asOf),
    personChanges: same('person_version') ? old.personChanges : personChangesAt(rows, asOf),
    records: same('record') ? old.records : recordsAfter(old.records, recordsAt(rows.record, asOf)),
    ownFields: same('own_field') ? old.ownFields : rows.own_field.flatMap((row) => ownFieldOf(row) ?? []),
  }
}

function pick<Whole, Name extends keyof Whole>(whole: Whole, ...names: readonly Name[]): Pick<Whole, Name> {
  return Object.fromEntries(names.map((name) => [name, whole[name]])) as unknown as Pick<Whole, Name>
}

/** True where an event of the kind is in one of the two and not in the other. */
function hasType(before: FactRows, rows: FactRows, type: string): boolean {
  return changedIn(before.ledger_event, rows.ledger_event).some((event) => event.type === type)
}

function postsAfter(before: MadeSnapshot, rows: FactRows): BookSnapshot['posts'] {
  const { asOf, posts } = before.snapshot
  const made = (row: PostVersionTable) => postsAt({ post_version: [row] }, asOf)[0]
  return listAfter(before.rows.post_version, rows.post_version, posts, made) ?? postsAt(rows, asOf)
}

/** Kinds of records of which nothing changed are the same lists. */
function recordsAfter(before: RecordBook, now: RecordBook): RecordBook {
  const same = RECORD_KINDS.filter((kind) => isSameList(before[kind], now[kind]))
  return { ...now, ...pick(before, ...same) }
}

function isSameList(before: readonly object[], now: readonly object[]): boolean {
  return before.length === now.length && before.every((thing, place) => thing === now[place])
}

function decisionsAfter(
  before: MadeSnapshot,
  rows: FactRows,
): Pick<BookSnapshot, 'approvals' | 'arrivals' | 'overQuotaChoices'> {
  const { asOf, approvals, arrivals, overQuotaChoices } = before.snapshot
  const [granted, chosen] = (['entry_approval', 'over_quota_choice'] as const).map(
    (table) => before.rows[table] === rows[table],
  )
  if (granted === true && chosen === true && (approvals.length === 0 || before.rows.holding === rows.holding))
    return { approvals, arrivals, overQuotaChoices }
  const now = decisionsAt(rows, asOf)
  return {
    approvals: granted === true ? approvals : now.approvals,
    arrivals: sameList(arrivals, now.arrivals),
    overQuotaChoices: chosen === true ? overQuotaChoices : now.overQuotaChoices,
  }
}

/** People whose own holdings, whose posts, or whose events are others than before. */
function touchedPeople(before: FactRows, rows: FactRows): ReadonlySet<string> {
  const touched = new Set(changedIn(before.holding, rows.holding).map((row) => row.person_id))
  for (const event of changedIn(before.ledger_event, rows.ledger_event))
    if (event.person_id !== null) touched.add(event.person_id)
  const posts = new Set(changedIn(before.post_version, rows.post_version).map((row) => row.post_id))
  if (posts.size > 0)
    for (const post of posts) for (const row of holdingsOfPost(rows.holding)(post)) touched.add(row.person_id)
  return touched
}

/** Null where a row stands for somebody the snapshot before did not have and nobody touched: then nothing can be taken over. */
function holdingsAfter(
  before: MadeSnapshot,
  rows: FactRows,
  own: readonly HoldingTable[],
  touched: ReadonlySet<string>,
): BookSnapshot['holdings'] | null {
  const { asOf, holdings: old } = before.snapshot
  if (touched.size === 0 && before.rows.holding === rows.holding) return old
  const posts = new Set(own.flatMap((row) => row.post_id ?? []))
  const theirs = {
    holding: own,
    post_version: groupsInOrder(rows.post_version, versionsOfPost, posts),
    ledger_event: rows.ledger_event,
  }
  const make = holdingMaker(theirs, asOf)
  const present = new Map(own.filter((row) => rowInForce(row, asOf)).map((row) => [row.id, row]))
  const theirOld = holdingsByPerson(old)
  const steps: { was: BookSnapshot['holdings'][number]; now: BookSnapshot['holdings'][number] | undefined }[] = []
  for (const holding of inOrderOf(
    old,
    [...touched].flatMap((personId) => theirOld.get(personId) ?? []),
  )) {
    const row = present.get(holding.id)
    present.delete(holding.id)
    const now = row === undefined ? undefined : make(row)
    if (now !== holding) steps.push({ was: holding, now })
  }
  return areLast([...present.values()], rows.holding) ? listWith(old, steps, [...present.values()].map(make)) : null
}

function peopleAfter(
  before: MadeSnapshot,
  rows: FactRows,
  own: readonly HoldingTable[],
  touched: ReadonlySet<string>,
): BookSnapshot['people'] {
  const { asOf, people } = before.snapshot
  const whose = new Set(touched)
  for (const table of ['person_version', 'retirement_arrangement', 'entry_approval'] as const)
    for (const { person_id } of changedIn<{ readonly person_id: string | null }>(before.rows[table], rows[table]))
      if (person_id !== null) whose.add(person_id)
  for (const row of changedIn(before.rows.person, rows.person)) whose.add(row.id)
  const approved = rows.entry_approval.filter((row) => row.person_id !== null && whose.has(row.person_id))
  const holding = whose.size === touched.size ? own : groupsInOrder(rows.holding, holdingsOfPerson, whose)
  const now = peopleAt(
    {
      person: inOrderOf(
        rows.person,
        [...whose].flatMap((id) => personRows(rows.person, before.rows.person).get(id) ?? []),
      ),
      person_version: groupsInOrder(rows.person_version, versionsOfPerson, whose),
      retirement_arrangement: ownOf(rows.retirement_arrangement, whose),
    },
    asOf,
    wantedOn({ holding, entry_approval: approved }, asOf),
  )
  const left = new Map(now.map((person) => [person.id, person]))
  const known = peopleById(people)
  const steps: { was: BookSnapshot['people'][number]; now: BookSnapshot['people'][number] | undefined }[] = []
  for (const id of whose) {
    const person = known.get(id)
    if (person === undefined) continue
    const successor = left.get(id)
    left.delete(id)
    if (successor !== person) steps.push({ was: person, now: successor })
  }
  // Somebody new stands last only if the table has them last.
  const fresh = [...left.keys()]
  const lasting = areLast(
    fresh,
    rows.person.slice(rows.person.length - fresh.length).map((row) => row.id),
  )
  if (!lasting) return peopleAt(rows, asOf, wantedOn(rows, asOf))
  const ofPerson = new Map(steps.map((step) => [step.was, step]))
  const ordered = inOrderOf(people, ofPerson.keys()).flatMap((was) => ofPerson.get(was) ?? [])
  return listWith(people, ordered, [...left.values()])
}

/* The look-ups of the ledger serve the day as well: each table is grouped once. */

function groupsInOrder<Row>(
  rows: readonly Row[],
  grouped: (rows: readonly Row[]) => (key: string) => readonly Row[],
  keys: ReadonlySet<string>,
): readonly Row[] {
  const of = grouped(rows)
  return inOrderOf(
    rows,
    [...keys].flatMap((key) => of(key)),
  )
}

const personRows = lookupsBy((row: FactRows['person'][number]) => row.id)

function ownOf<Row extends { readonly person_id: string }>(
  rows: readonly Row[],
  whose: ReadonlySet<string>,
): readonly Row[] {
  return rows.filter((row) => whose.has(row.person_id))
}
