import type { Figures, MisplacedLine } from '../../model/figures.ts'
import type { PlainDate } from '../../model/plain-date.ts'
import { QUOTA_CATEGORIES, QUOTA_CATEGORY_NAMES, type QuotaCategory } from '../../model/quota-category.ts'
import { computeFigures } from '../../quota/figures.ts'
import { lineKey } from '../../model/holding-groups.ts'
import type { FactRows } from '../rows/fact-rows.ts'
import { ledgerBook, type LedgerBook } from '../book/ledger-book.ts'
import { holidayTableOf } from '../snapshot/decided-here.ts'
import { movementBasis, type MovementBasis } from './movement-basis.ts'
import { countedOn, countedRows, movementsBetween, type CountedRow, type Movement } from './movements.ts'
import { snapshotAt } from '../snapshot/snapshot-at.ts'

/**
 * One category of the township: opening + in − out + transfers + mixed = closing. Opening and closing are the 实有 every other figure says;
 * 混编 people, who are in the book and counted against no line, stand beside them.
 */
export interface CategoryChange {
  readonly category: QuotaCategory
  readonly opening: number
  readonly in: number
  readonly out: number
  /** Signed; over all categories they come to 0. */
  readonly transfers: number
  /** Signed: who stopped being 混编 less who became so, coming, going and staying. */
  readonly mixed: number
  readonly closing: number
  /** 混编 beside the opening and beside the closing number. */
  readonly openingMisplaced: number
  readonly misplaced: number
  readonly balanced: boolean
}

/** A movement with what it rests on. */
export interface ChangeRow extends Movement, MovementBasis {}

/** Somebody who is counted at one end of the period otherwise than their holdings say. */
export interface ChangeFault {
  readonly personId: string
  readonly holdingId: string | null
  readonly text: string
}

/** 月末减员空编: one unit and category over the period. */
export interface VacancyLine {
  readonly unitId: string
  readonly category: QuotaCategory
  /** 核定 at the end. */
  readonly quota: number
  readonly opening: number
  readonly closing: number
  /** People who left the line: out of the township, into another category, or to another unit. */
  readonly left: number
  readonly vacancy: number
}

export interface ChangeSheet {
  readonly from: PlainDate
  readonly to: PlainDate
  readonly categories: readonly CategoryChange[]
  readonly rows: readonly ChangeRow[]
  readonly faults: readonly ChangeFault[]
  /** 混编 at the end, by name. */
  readonly misplaced: readonly MisplacedLine[]
  readonly vacancies: readonly VacancyLine[]
}

/**
 * 增减变动表 between two days. Opening: everybody counted on `from`; closing: everybody counted on `to`, both by the figures of the day
 * (混编 people too, who are counted against no line); movements: those whose day is after `from` and up to `to`, from the holdings'
 * own boundaries. So a month is (last day of the month before, last day of the month], and periods that meet in a day add up.
 * The two sides are worked out apart; where they disagree the people concerned are named. `from` must not be after `to`.
 */
export function changeSheet(facts: FactRows, from: PlainDate, to: PlainDate): ChangeSheet {
  const ledger = ledgerBook(facts)
  const opening = computeFigures(snapshotAt(facts, from))
  const closing = computeFigures(snapshotAt(facts, to))
  const counted = countedRows(ledger)
  const movements = movementsBetween(ledger, counted, from, to)
  const basis = movementBasis(facts.ledger_event, facts.holiday_calendar.map(holidayTableOf))
  const ends = { from, to, opening: categoryOfPerson(opening), closing: categoryOfPerson(closing) }
  return {
    from,
    to,
    categories: categoriesOf(ends, movements, { opening: mixedOf(opening), closing: mixedOf(closing) }),
    misplaced: closing.misplaced,
    rows: movements.map((movement) => ({ ...movement, ...basis(movement) })),
    faults: faultsOf(ledger, counted, ends, movements),
    vacancies: vacanciesOf(opening, closing, movements),
  }
}

interface Ends {
  readonly from: PlainDate
  readonly to: PlainDate
  readonly opening: ReadonlyMap<string, QuotaCategory>
  readonly closing: ReadonlyMap<string, QuotaCategory>
}

function categoryOfPerson(figures: Figures): ReadonlyMap<string, QuotaCategory> {
  return new Map(
    [...figures.lines, ...figures.misplaced].flatMap((line) =>
      line.personIds.map((personId) => [personId, line.category] as const),
    ),
  )
}

/** The category of every 混编 person, one entry each. */
function mixedOf(figures: Figures): readonly QuotaCategory[] {
  return figures.misplaced.flatMap((line) => line.personIds.map(() => line.category))
}

function categoriesOf(
  ends: Ends,
  movements: readonly Movement[],
  mixedAt: { readonly opening: readonly QuotaCategory[]; readonly closing: readonly QuotaCategory[] },
): readonly CategoryChange[] {
  const tally = (categories: Iterable<QuotaCategory>) => {
    const counts = new Map<QuotaCategory, number>()
    for (const category of categories) counts.set(category, (counts.get(category) ?? 0) + 1)
    return (category: QuotaCategory) => counts.get(category) ?? 0
  }
  const ofKind = (kind: Movement['kind']) =>
    tally(movements.filter((movement) => movement.kind === kind).map((movement) => movement.category))
  const [opening, closing] = [tally(ends.opening.values()), tally(ends.closing.values())]
  const [mixedBefore, mixedAfter] = [tally(mixedAt.opening), tally(mixedAt.closing)]
  const [came, left, into, outOf] = [ofKind('in'), ofKind('out'), ofKind('transferIn'), ofKind('transferOut')]
  return QUOTA_CATEGORIES.flatMap((category) => {
    const line = {
      category,
      opening: opening(category) - mixedBefore(category),
      in: came(category),
      out: left(category),
      transfers: into(category) - outOf(category),
      mixed: mixedBefore(category) - mixedAfter(category),
      closing: closing(category) - mixedAfter(category),
      openingMisplaced: mixedBefore(category),
      misplaced: mixedAfter(category),
    }
    const idle = opening(category) + line.in + line.out + closing(category) + into(category) + outOf(category) === 0
    const balanced = line.opening + line.in - line.out + line.transfers + line.mixed === line.closing
    return idle ? [] : [{ ...line, balanced }]
  })
}

const EFFECT: Readonly<Record<Movement['kind'], number>> = { in: 1, out: -1, transferIn: 1, transferOut: -1, move: 0 }

/** The same equation for each person and category: it names who makes the township's not come out. */
function faultsOf(
  ledger: LedgerBook,
  counted: ReadonlyMap<string, readonly CountedRow[]>,
  ends: Ends,
  movements: readonly Movement[],
): readonly ChangeFault[] {
  const balance = new Map<string, number>()
  const add = (personId: string, category: QuotaCategory, by: number) =>
    balance.set(lineKey(personId, category), (balance.get(lineKey(personId, category)) ?? 0) + by)
  for (const [personId, category] of ends.opening) add(personId, category, 1)
  for (const movement of movements) add(movement.personId, movement.category, EFFECT[movement.kind])
  for (const [personId, category] of ends.closing) add(personId, category, -1)
  const involved = [
    ...new Set([...ends.opening.keys(), ...movements.map((movement) => movement.personId), ...ends.closing.keys()]),
  ]
  return involved
    .filter((personId) => QUOTA_CATEGORIES.some((category) => (balance.get(lineKey(personId, category)) ?? 0) !== 0))
    .map((personId) => faultOf(ledger, counted.get(personId) ?? [], personId, ends))
}

function faultOf(ledger: LedgerBook, rows: readonly CountedRow[], personId: string, ends: Ends): ChangeFault {
  const atOpening = countedOn(rows, ends.from)
  const wrongAtOpening = atOpening?.category !== ends.opening.get(personId)
  const day = wrongAtOpening ? ends.from : ends.to
  const row = wrongAtOpening ? atOpening : countedOn(rows, ends.to)
  const figure = (wrongAtOpening ? ends.opening : ends.closing).get(personId)
  const name = ledger.person(personId)?.name ?? '（没有人员档案）'
  const counts = figure === undefined ? '未计入实有' : `计入${QUOTA_CATEGORY_NAMES[figure]}`
  if (row === undefined) return { personId, holdingId: null, text: `${name}：${day} ${counts}，但没有占编的任职记录。` }
  const range = `${row.valid_from} 起${row.valid_to === null ? '' : `至 ${row.valid_to}`}`
  return {
    personId,
    holdingId: row.id,
    text: `${name}：${day} ${counts}，任职记录（${QUOTA_CATEGORY_NAMES[row.category]}，${range}）却占编；${whyNot(ledger, row, day)}。`,
  }
}

/** What keeps a counted holding out of the figures. */
function whyNot(ledger: LedgerBook, row: CountedRow, day: PlainDate): string {
  if (ledger.person(row.person_id) === undefined) return '人员档案缺失'
  const post = ledger.postAt(row.post_id, day)
  if (post === undefined) return '所在岗位当天没有有效记录'
  const unit = ledger.unitAt(post.unit_id, day)
  return unit === undefined
    ? `岗位“${post.title}”所在机构当天不在册`
    : `${unit.name}“${post.title}”的任职与另一条占编任职重叠`
}

function vacanciesOf(opening: Figures, closing: Figures, movements: readonly Movement[]): readonly VacancyLine[] {
  const left = new Map<string, number>()
  for (const movement of movements) {
    if (movement.fromUnitId === null || movement.kind === 'transferIn') continue
    const key = lineKey(movement.fromUnitId, movement.category)
    left.set(key, (left.get(key) ?? 0) + 1)
  }
  const before = new Map(opening.lines.map((line) => [lineKey(line.unitId, line.category), line]))
  const after = new Map(closing.lines.map((line) => [lineKey(line.unitId, line.category), line]))
  return [...closing.lines, ...opening.lines.filter((line) => !after.has(lineKey(line.unitId, line.category)))].map(
    ({ unitId, category }) => {
      const key = lineKey(unitId, category)
      const end = after.get(key)
      return {
        unitId,
        category,
        quota: end?.quota ?? 0,
        opening: before.get(key)?.actual ?? 0,
        closing: end?.actual ?? 0,
        left: left.get(key) ?? 0,
        vacancy: end?.vacancy ?? 0,
      }
    },
  )
}
