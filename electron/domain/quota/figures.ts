import type { BookSnapshot } from '../model/book-snapshot.ts'
import type { FigureLine, Figures, MisplacedLine } from '../model/figures.ts'
import type { Lookup } from '../model/lookup.ts'
import { madeOf } from '../model/made-of.ts'
import { inForceOn } from '../model/plain-date.ts'
import { natureOfCategory, QUOTA_CATEGORIES, type QuotaCategory } from '../model/quota-category.ts'
import type { CountedBook } from '../model/counted-book.ts'
import type { EntryApproval } from '../model/quota.ts'
import { natureOfUnit } from '../model/unit.ts'
import { countedHolding } from '../model/counted-holding.ts'
import { holdingsByPerson, regroupHoldings } from '../model/holding-groups.ts'
import { changedIn, inOrderOf } from '../model/changed-in.ts'
import { sameList } from '../model/same-list.ts'
import { touchedPeople } from '../model/snapshot-change.ts'
import { peopleById, postsById, unitsById } from '../model/snapshot-lookups.ts'
import { leadershipFigure } from './leadership-figure.ts'
import { openSeats } from './open-seats.ts'
import { linesByUnit, putIn } from './put-lines.ts'
import { ceilingsOf, totalsAfter, totalsOf } from './totals.ts'
import { toleranceOf, toleratedSeats } from './tolerance.ts'

/**
 * Every figure of the book on `book.asOf`, per unit and category and never netted (国务院令第486号 第15条):
 * 核定 quota: sum of the allocation entries in force; a `ceiling` is the township's approved total and allots nothing.
 * 实有 actual: people with a counted holding in force, each once (兼任 not again; 借入, 挂职 and 编外 never; 借出 stays).
 * 已核准未到位 reserved: seats of approvals in force and not past their last day, less the people who have come by them (each once;
 * a seat once taken is not free again when its holder moves on).
 * 空编 vacancy: quota − actual − reserved, at least 0. 超编 over: actual − quota, at least 0, whatever 允许溢出 (tolerance) allows.
 * A person whose category the unit's nature forbids and for which the unit has no quota stands in `misplaced` (混编), in no line.
 * Lines come in unit order, then in the order of the categories; people in the book's order. Linear in the book's size.
 */
export function computeFigures(book: CountedBook): Figures {
  const { lines, misplaced } = linesOf(book, book.units, book.people)
  return figuresOf(book, lines, misplaced, leadershipFigure(book, holdingsByPerson(book.holdings)))
}

function figuresOf(
  { asOf, quotas }: CountedBook,
  lines: readonly FigureLine[],
  misplaced: readonly MisplacedLine[],
  leadership: Figures['leadership'],
): Figures {
  return { asOf, lines, totals: totalsOf(lines, ceilingsOf(quotas)), misplaced, leadership }
}

/** The book before, of the same day, with its figures. */
export interface FiguredSnapshot {
  readonly snapshot: BookSnapshot
  readonly figures: Figures
}

/** The same from those of a snapshot this one was made from: only the lines of units are counted again that a change touched. */
export function recomputeFigures(snapshot: BookSnapshot, before: FiguredSnapshot): Figures {
  const old = before.snapshot
  const people = touchedPeople(old, snapshot)
  const alike = (['tolerances', 'approvals', 'arrivals'] as const).every((part) => old[part] === snapshot[part])
  if (people === null || !alike) return computeFigures(snapshot)
  // Grouped from those before; all that follows asks for these.
  regroupHoldings(old.holdings, snapshot.holdings, people)
  postsById(snapshot.posts, old.posts)
  const units = new Set(changedIn(old.quotas, snapshot.quotas).map((entry) => entry.unitId))
  for (const book of [old, snapshot]) for (const unit of unitsOf(book, people)) units.add(unit)
  const counted = new Set(people)
  for (const list of [before.figures.lines, before.figures.misplaced])
    for (const unit of units)
      for (const line of linesByUnit(list).get(unit) ?? NOTHING)
        for (const personId of line.personIds) counted.add(personId)
  const own = linesOf(
    snapshot,
    among(snapshot.units, unitsById(snapshot.units), units),
    among(snapshot.people, peopleById(snapshot.people), counted),
  )
  const lines = putIn(before.figures.lines, own.lines, units)
  const misplaced = putIn(before.figures.misplaced, own.misplaced, units)
  if (lines === null || misplaced === null) return computeFigures(snapshot)
  const totals = totalsAfter(before, lines, snapshot.quotas) ?? totalsOf(lines, ceilingsOf(snapshot.quotas))
  return {
    asOf: snapshot.asOf,
    lines,
    totals: sameList(before.figures.totals, totals),
    misplaced,
    leadership: leadershipAfter(snapshot, before, people),
  }
}

/** So few are looked for one by one. */
const FEW = 64

/** Some things of a list in its order, by their ids. */
function among<Thing extends { readonly id: string }>(
  list: readonly Thing[],
  known: Lookup<Thing>,
  some: ReadonlySet<string>,
): readonly Thing[] {
  if (some.size > FEW) return list.filter((thing) => some.has(thing.id))
  return inOrderOf(
    list,
    [...some].flatMap((id) => known.get(id) ?? []),
  )
}

/** Units in which some of the people are counted. */
function unitsOf(snapshot: BookSnapshot, people: ReadonlySet<string>): readonly string[] {
  const [holdings, posts] = [holdingsByPerson(snapshot.holdings), postsById(snapshot.posts)]
  return [...people].flatMap((personId) => {
    const counted = countedHolding(holdings.get(personId) ?? NOTHING)
    return counted === undefined ? [] : (posts.get(counted.postId)?.unitId ?? [])
  })
}

const NOTHING: readonly never[] = []

function leadershipAfter(
  snapshot: BookSnapshot,
  { snapshot: old, figures }: FiguredSnapshot,
  people: ReadonlySet<string>,
): Figures['leadership'] {
  const leads = (book: BookSnapshot) => {
    const holdings = holdingsByPerson(book.holdings)
    return [...people].some((id) => (holdings.get(id) ?? NOTHING).some((holding) => holding.occupiesLeadership))
  }
  return old.leadershipQuotas === snapshot.leadershipQuotas && !leads(old) && !leads(snapshot)
    ? figures.leadership
    : leadershipFigure(snapshot, holdingsByPerson(snapshot.holdings))
}

/** Lines and 混编 of some units, in their order; `people` are at least all who are counted there. */
function linesOf(
  book: CountedBook,
  units: CountedBook['units'],
  people: CountedBook['people'],
): Pick<Figures, 'lines' | 'misplaced'> {
  const seats = countSeats(book, people)
  const quotas = allotted(book.quotas)
  const approvals = byLine(book.approvals.filter((approval) => isReserving(approval, book.asOf)))
  const open = openSeats(book)
  const lines: FigureLine[] = []
  const misplaced: MisplacedLine[] = []
  for (const unit of units) {
    const [ownQuotas, ownApprovals, ownSeats] = [quotas.get(unit.id), approvals.get(unit.id), seats.get(unit.id)]
    if (ownQuotas === undefined && ownApprovals === undefined && ownSeats === undefined) continue
    for (const category of QUOTA_CATEGORIES) {
      const entries = ownQuotas?.get(category)
      const granted = ownApprovals?.get(category)
      const personIds = ownSeats?.get(category)
      const forbidden = entries === undefined && isForbidden(unit, category)
      if (forbidden && personIds !== undefined) misplaced.push({ unitId: unit.id, category, personIds })
      const counted = forbidden ? [] : (personIds ?? [])
      if (entries === undefined && granted === undefined && counted.length === 0) continue
      lines.push(
        toLine({
          unitId: unit.id,
          category,
          entries: entries ?? [],
          personIds: counted,
          approvals: granted ?? [],
          open,
          tolerances: book.tolerances,
        }),
      )
    }
  }
  return { lines, misplaced }
}

/** True where the unit may not use the category at all without a quota that says so: 机关 with 事业编制, 事业单位 with 行政编制. */
function isForbidden(unit: CountedBook['units'][number], category: QuotaCategory): boolean {
  const nature = natureOfCategory(category)
  return nature !== 'either' && nature !== natureOfUnit(unit.kind)
}

/** An approval reserves seats from its first day to the last day it may be used, that day included. */
function isReserving(approval: EntryApproval, asOf: string): boolean {
  return inForceOn(approval, asOf) && (approval.expiresOn === null || asOf <= approval.expiresOn)
}

function countSeats(book: CountedBook, people: CountedBook['people']): ByLine<string> {
  const [holdingsOf, posts] = [holdingsByPerson(book.holdings), postsById(book.posts)]
  const seats = new Map<string, Map<QuotaCategory, string[]>>()
  for (const person of people) {
    const counted = countedHolding(holdingsOf.get(person.id) ?? NOTHING)
    if (counted === undefined) continue
    const unitId = posts.get(counted.postId)?.unitId
    if (unitId === undefined) continue
    put(seats, unitId, counted.category, person.id)
  }
  return seats
}

/** What belongs to each line: by unit, then by category. */
type ByLine<Thing> = ReadonlyMap<string, ReadonlyMap<QuotaCategory, readonly Thing[]>>

function byLine<Thing extends { readonly unitId: string; readonly category: QuotaCategory }>(
  things: readonly Thing[],
): ByLine<Thing> {
  const lines = new Map<string, Map<QuotaCategory, Thing[]>>()
  for (const thing of things) put(lines, thing.unitId, thing.category, thing)
  return lines
}

type AllottedQuota = CountedBook['quotas'][number]

const allotted = madeOf((quotas: CountedBook['quotas']): ByLine<AllottedQuota> =>
  byLine(quotas.filter((entry) => entry.role === 'allocation')),
)

function put<Thing>(
  lines: Map<string, Map<QuotaCategory, Thing[]>>,
  unitId: string,
  category: QuotaCategory,
  thing: Thing,
): void {
  const unit = lines.get(unitId)
  if (unit === undefined) {
    lines.set(unitId, new Map([[category, [thing]]]))
    return
  }
  const own = unit.get(category)
  if (own === undefined) unit.set(category, [thing])
  else own.push(thing)
}

interface LineParts {
  readonly unitId: string
  readonly category: QuotaCategory
  readonly entries: readonly AllottedQuota[]
  readonly personIds: readonly string[]
  readonly approvals: readonly EntryApproval[]
  readonly open: (approval: EntryApproval) => number
  readonly tolerances: CountedBook['tolerances']
}

function toLine({ unitId, category, entries, personIds, approvals, open, tolerances }: LineParts): FigureLine {
  const quota = sum(entries.map((entry) => entry.amount))
  const reserved = sum(approvals.map(open))
  const actual = personIds.length
  return {
    unitId,
    category,
    quota,
    actual,
    reserved,
    vacancy: Math.max(0, quota - actual - reserved),
    over: Math.max(0, actual - quota),
    tolerance: toleratedSeats(toleranceOf(tolerances, unitId, category), quota),
    personIds,
    quotaIds: entries.map((entry) => entry.id),
    approvalIds: approvals.map((approval) => approval.id),
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, value) => total + value, 0)
}
