import type { FigureLine, Figures, MisplacedLine } from '../model/figures.ts'
import { mapInSteps } from '../model/in-steps.ts'
import { placesOf } from '../model/places-of.ts'
import { QUOTA_CATEGORY_NAMES } from '../model/quota-category.ts'
import type { UnitKind } from '../model/unit.ts'
import { rankFigures } from '../quota/rank-figures.ts'
import { viewInSteps, type BookView } from './book-view.ts'

/** A line with its names; the seats in the order people are shown. */
export function figureLineView(view: BookView, line: FigureLine) {
  const counted = new Set(line.personIds)
  return lineView(
    view,
    line,
    view.roster.filter((entry) => counted.has(entry.personId)).map((entry) => entry.personId),
  )
}

type FiguresView = ReturnType<typeof sayFigures> extends Generator<unknown, infer Said> ? Said : never

const SAID = new WeakMap<BookView, FiguresView>()

/** All figures of the day with their names, so many lines at a time; said once of a book as it stands. */
export function* figuresViewInSteps(view: BookView): Generator<void, FiguresView> {
  const known = SAID.get(view)
  if (known !== undefined) return known
  const said = yield* sayFigures(view)
  SAID.set(view, said)
  return said
}

function* sayFigures(view: BookView) {
  const { figures } = view.state
  yield* viewInSteps(view)
  const place = placesOf(view.roster, (entry) => entry.personId)
  const inOrder = (ids: readonly string[]) =>
    ids.length < 2
      ? ids
      : ids.toSorted((left, right) => (place.get(left) ?? place.size) - (place.get(right) ?? place.size))
  const lines = yield* mapInSteps(figures.lines, (line) => lineView(view, line, inOrder(line.personIds)))
  return {
    asOf: figures.asOf,
    lines,
    ...sumsView(figures),
    misplaced: figures.misplaced.map((line) => misplacedView(line, inOrder(line.personIds), view)),
    ranks: rankFigures(view.state.snapshot).map((figure) => ({
      unit: view.unitName(figure.entry.unitId),
      pool: figure.entry.pool,
      documentNumber: figure.entry.documentNumber,
      quota: figure.quota,
      actual: figure.actual,
      vacancy: figure.vacancy,
      over: figure.over,
      people: inOrder(figure.personIds).map((personId) => view.personName(personId)),
      retained: inOrder(figure.retainedIds).map((personId) => view.personName(personId)),
    })),
  }
}

/** Who is who on the day: '' for nobody. */
interface NamesOfDay {
  readonly unitName: (unitId: string) => string
  readonly personName: (personId: string) => string
}

/** The numbers of a day alone, people in the order of the book. */
export function figureCountsView(figures: Figures, names: NamesOfDay, kindOf: (unitId: string) => UnitKind) {
  return {
    asOf: figures.asOf,
    lines: figures.lines.map((line) => numbersView(line, names.unitName(line.unitId), kindOf(line.unitId))),
    ...sumsView(figures),
    misplaced: figures.misplaced.map((line) => misplacedView(line, line.personIds, names)),
  }
}

function misplacedView(line: MisplacedLine, personIds: readonly string[], names: NamesOfDay) {
  return {
    unitId: line.unitId,
    unit: names.unitName(line.unitId),
    category: QUOTA_CATEGORY_NAMES[line.category],
    categoryCode: line.category,
    people: personIds.map((personId) => ({ personId, name: names.personName(personId) })),
  }
}

function sumsView({ totals, leadership }: Figures) {
  return {
    totals: totals.map((total) => ({
      category: QUOTA_CATEGORY_NAMES[total.category],
      categoryCode: total.category,
      ceiling: total.ceiling,
      quota: total.quota,
      actual: total.actual,
      reserved: total.reserved,
      vacancy: total.vacancy,
      over: total.over,
    })),
    leadership: {
      quota: leadership.quota,
      actual: leadership.actual,
      vacancy: leadership.vacancy,
      over: leadership.over,
      chief: { ...leadership.chief },
      deputy: { ...leadership.deputy },
    },
  }
}

function numbersView(line: FigureLine, unit: string, unitKind: UnitKind) {
  return {
    unitId: line.unitId,
    unit,
    unitKind,
    category: QUOTA_CATEGORY_NAMES[line.category],
    categoryCode: line.category,
    quota: line.quota,
    actual: line.actual,
    reserved: line.reserved,
    vacancy: line.vacancy,
    over: line.over,
    tolerance: line.tolerance,
  }
}

function lineView(view: BookView, line: FigureLine, personIds: readonly string[]) {
  return {
    ...numbersView(line, view.unitName(line.unitId), view.index.unit(line.unitId)?.kind ?? 'other'),
    seats: personIds.map((personId) => {
      const entry = view.entryOf(personId)
      return {
        personId,
        name: view.personName(personId),
        list: entry?.list ?? 'in-quota',
        secondedOut: entry !== undefined && entry.secondedOutHoldingId !== null,
      }
    }),
  }
}
