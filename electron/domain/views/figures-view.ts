import type { FigureLine } from '../model/figures.ts'
import { mapInSteps } from '../model/in-steps.ts'
import { placesOf } from '../model/places-of.ts'
import { QUOTA_CATEGORY_NAMES } from '../model/quota-category.ts'
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
    totals: figures.totals.map((total) => ({
      category: QUOTA_CATEGORY_NAMES[total.category],
      categoryCode: total.category,
      ceiling: total.ceiling,
      quota: total.quota,
      actual: total.actual,
      reserved: total.reserved,
      vacancy: total.vacancy,
      over: total.over,
    })),
    misplaced: figures.misplaced.map((line) => ({
      unitId: line.unitId,
      unit: view.unitName(line.unitId),
      category: QUOTA_CATEGORY_NAMES[line.category],
      categoryCode: line.category,
      people: inOrder(line.personIds).map((personId) => ({ personId, name: view.personName(personId) })),
    })),
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
    leadership: {
      quota: figures.leadership.quota,
      actual: figures.leadership.actual,
      vacancy: figures.leadership.vacancy,
      over: figures.leadership.over,
      chief: { ...figures.leadership.chief },
      deputy: { ...figures.leadership.deputy },
    },
  }
}

function lineView(view: BookView, line: FigureLine, personIds: readonly string[]) {
  return {
    unitId: line.unitId,
    unit: view.unitName(line.unitId),
    unitKind: view.index.unit(line.unitId)?.kind ?? 'other',
    category: QUOTA_CATEGORY_NAMES[line.category],
    categoryCode: line.category,
    quota: line.quota,
    actual: line.actual,
    reserved: line.reserved,
    vacancy: line.vacancy,
    over: line.over,
    tolerance: line.tolerance,
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
