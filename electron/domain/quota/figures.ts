import type { BookSnapshot } from '../model/book-snapshot.ts'
import type { CategoryTotal, FigureLine, Figures, MisplacedLine } from '../model/figures.ts'
import { inForceOn } from '../model/plain-date.ts'
import { natureOfCategory, QUOTA_CATEGORIES, type QuotaCategory } from '../model/quota-category.ts'
import type { EntryApproval, QuotaEntry } from '../model/quota.ts'
import { natureOfUnit, type Unit } from '../model/unit.ts'
import { countedHolding } from './counted-holding.ts'
import { holdingsByPerson, lineKey } from './holding-groups.ts'
import { leadershipFigure } from './leadership-figure.ts'
import { openSeats } from './open-seats.ts'
import { toleranceOf, toleratedSeats } from './tolerance.ts'

/**
 * Every figure of the book on `snapshot.asOf`, per unit and category and never netted (国务院令第486号 第15条):
 * 核定 quota: sum of the allocation entries in force; a `ceiling` is the township's approved total and allots nothing.
 * 实有 actual: people with a counted holding in force, each once (兼任 not again; 借入, 挂职 and 编外 never; 借出 stays).
 * 已核准未到位 reserved: seats of approvals in force and not past their last day, less the people who have come by them (each once;
 * a seat once taken is not free again when its holder moves on).
 * 空编 vacancy: quota − actual − reserved, at least 0. 超编 over: actual − quota, at least 0, whatever 允许溢出 (tolerance) allows.
 * A person whose category the unit's nature forbids and for which the unit has no quota stands in `misplaced` (混编), in no line.
 * Lines come in unit order, then in the order of the categories; people in the snapshot's order. Linear in the snapshot's size.
 */
export function computeFigures(snapshot: BookSnapshot): Figures {
  const holdingsOf = holdingsByPerson(snapshot.holdings)
  const seats = countSeats(snapshot, holdingsOf)
  const quotas = Map.groupBy(snapshot.quotas.filter((entry) => entry.role === 'allocation'), (entry) => lineKey(entry.unitId, entry.category))
  const approvals = Map.groupBy(snapshot.approvals.filter((approval) => isReserving(approval, snapshot.asOf)), (approval) => lineKey(approval.unitId, approval.category))
  const open = openSeats(snapshot)
  const lines: FigureLine[] = []
  const misplaced: MisplacedLine[] = []
  for (const unit of snapshot.units) {
    for (const category of QUOTA_CATEGORIES) {
      const key = lineKey(unit.id, category)
      const entries = quotas.get(key)
      const granted = approvals.get(key)
      const personIds = seats.get(key)
      const forbidden = entries === undefined && isForbidden(unit, category)
      if (forbidden && personIds !== undefined) misplaced.push({ unitId: unit.id, category, personIds })
      const counted = forbidden ? [] : (personIds ?? [])
      if (entries === undefined && granted === undefined && counted.length === 0) continue
      lines.push(toLine({ unitId: unit.id, category, entries: entries ?? [], personIds: counted, approvals: granted ?? [], open, tolerances: snapshot.tolerances }))
    }
  }
  return { asOf: snapshot.asOf, lines, totals: totalsOf(lines, ceilingsOf(snapshot)), misplaced, leadership: leadershipFigure(snapshot, holdingsOf) }
}

/** True where the unit may not use the category at all without a quota that says so: 机关 with 事业编制, 事业单位 with 行政编制. */
function isForbidden(unit: Unit, category: QuotaCategory): boolean {
  const nature = natureOfCategory(category)
  return nature !== 'either' && nature !== natureOfUnit(unit.kind)
}

/** An approval reserves seats from its first day to the last day it may be used, that day included. */
function isReserving(approval: EntryApproval, asOf: string): boolean {
  return inForceOn(approval, asOf) && (approval.expiresOn === null || asOf <= approval.expiresOn)
}

function countSeats(snapshot: BookSnapshot, holdingsOf: ReturnType<typeof holdingsByPerson>): ReadonlyMap<string, readonly string[]> {
  const unitOfPost = new Map(snapshot.posts.map((post) => [post.id, post.unitId]))
  const seats = new Map<string, string[]>()
  for (const person of snapshot.people) {
    const counted = countedHolding(holdingsOf.get(person.id) ?? [])
    if (counted === undefined || counted.category === null || counted.postId === null) continue
    const unitId = unitOfPost.get(counted.postId)
    if (unitId === undefined) continue
    const key = lineKey(unitId, counted.category)
    const seat = seats.get(key)
    if (seat === undefined) seats.set(key, [person.id])
    else seat.push(person.id)
  }
  return seats
}

interface LineParts {
  readonly unitId: string
  readonly category: QuotaCategory
  readonly entries: readonly QuotaEntry[]
  readonly personIds: readonly string[]
  readonly approvals: readonly EntryApproval[]
  readonly open: (approval: EntryApproval) => number
  readonly tolerances: BookSnapshot['tolerances']
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

/** Approved total of the township per category: the sum of its ceiling entries in force. */
function ceilingsOf(snapshot: BookSnapshot): ReadonlyMap<QuotaCategory, number> {
  const ceilings = new Map<QuotaCategory, number>()
  for (const entry of snapshot.quotas) {
    if (entry.role === 'ceiling') ceilings.set(entry.category, (ceilings.get(entry.category) ?? 0) + entry.amount)
  }
  return ceilings
}

/** Totals are sums of lines: a vacancy in one line never hides an 超编 in another. */
function totalsOf(lines: readonly FigureLine[], ceilings: ReadonlyMap<QuotaCategory, number>): readonly CategoryTotal[] {
  const byCategory = Map.groupBy(lines, (line) => line.category)
  return QUOTA_CATEGORIES.filter((category) => byCategory.has(category) || ceilings.has(category)).map((category) => {
    const own = byCategory.get(category) ?? []
    return {
      category,
      ceiling: ceilings.get(category) ?? null,
      quota: sum(own.map((line) => line.quota)),
      actual: sum(own.map((line) => line.actual)),
      reserved: sum(own.map((line) => line.reserved)),
      vacancy: sum(own.map((line) => line.vacancy)),
      over: sum(own.map((line) => line.over)),
    }
  })
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, value) => total + value, 0)
}
