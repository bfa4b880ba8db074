import { valueText, type FillValue } from '../fill-request.ts'
import {
  categoriesOf,
  figureOf,
  isUnitFact,
  type UnitFact,
  leadersOf,
  type LeaderMeasure,
  type LeaderPart,
  type Measure,
} from '../unit-fields.ts'
import { fundingValue, numberValue, textValue } from './value-formats.ts'
import type { FigureLine } from '../../model/figures.ts'
import { QUOTA_CATEGORY_NAMES, type QuotaCategory } from '../../model/quota-category.ts'
import { UNIT_KIND_NAMES, type Unit } from '../../model/unit.ts'
import type { BookView } from '../../views/book-view.ts'

/* A unit's values, one a column, from the same figures as the screens. */

/** A row of a form about units: the unit, its lines, and the 编制类型 where it stands for one. */
export interface UnitRow {
  readonly unit: Unit
  readonly lines: readonly FigureLine[]
  readonly type: QuotaCategory | null
}

/** One row a unit in the bureau's order; one row a unit and 编制类型 where the form has a column for the type. */
export function unitRows(
  view: BookView,
  byType: boolean,
  within: { readonly unitIds: readonly string[] | null; readonly categories: readonly QuotaCategory[] | null },
): readonly UnitRow[] {
  const { snapshot, figures } = view.state
  const linesOf = Map.groupBy(
    figures.lines.filter(({ category }) => within.categories?.includes(category) ?? true),
    (line) => line.unitId,
  )
  return snapshot.units
    .filter((unit) => unit.kind !== 'township' && (within.unitIds?.includes(unit.id) ?? true))
    .toSorted((left, right) => left.sortOrder - right.sortOrder)
    .flatMap((unit): UnitRow[] => {
      const lines = linesOf.get(unit.id) ?? []
      if (lines.length === 0 && within.categories !== null) return []
      return byType && lines.length > 0
        ? lines.map((line) => ({ unit, lines: [line], type: line.category }))
        : [{ unit, lines, type: null }]
    })
}

/** What one place of a unit's row takes. */
export function unitValue(view: BookView, { unit, lines, type }: UnitRow, place: number, field: string): FillValue {
  const figure = figureOf(field)
  if (figure !== null) return numberValue(sumOf(lines, categoriesOf(figure.scope), figure.measure))
  const leaders = leadersOf(field)
  if (leaders !== null) return numberValue(leadersIn(view, unit, leaders.measure, leaders.part))
  return isUnitFact(field) ? factValue(view, { unit, lines, type }, place, field) : null
}

function factValue(view: BookView, { unit, lines, type }: UnitRow, place: number, fact: UnitFact): FillValue {
  const { snapshot } = view.state
  switch (fact) {
    case 'sequence':
      return numberValue(place + 1)
    case 'unit':
      return textValue(unit.name)
    case 'nameplates':
      return textValue(unit.nameplates.join('、'))
    case 'unitKind':
      return textValue(UNIT_KIND_NAMES[unit.kind])
    case 'managingBody':
      return textValue(unit.managingBody)
    case 'category':
      return textValue(type === null ? null : QUOTA_CATEGORY_NAMES[type])
    case 'funding':
      return type === null ? textValue(fundingsOf(lines)) : fundingValue(type)
    case 'document':
      return textValue(
        [
          ...new Set(
            snapshot.quotas
              .filter(
                (quota) =>
                  quota.unitId === unit.id && quota.role === 'allocation' && (type === null || quota.category === type),
              )
              .map((quota) => quota.documentNumber),
          ),
        ].join('、'),
      )
    case 'people':
      return textValue(namesOf(view, new Set(lines.flatMap((line) => line.personIds))))
    case 'leaders':
      return textValue(namesOf(view, new Set(leadersOfUnit(view, unit).map((leader) => leader.personId))))
    // Counted by the form's own conditions, cell by cell.
    case 'count':
      return null
  }
}

/** The 经费形式 of all of a unit's 编制, each once. */
function fundingsOf(lines: readonly FigureLine[]): string {
  const words = lines.flatMap(({ category }) => {
    const value = fundingValue(category)
    return value === null ? [] : [valueText(value)]
  })
  return [...new Set(words)].join('、')
}

/** Null where there is no line in any of the categories: there are not 0 of them, there are none. */
export function sumOf(
  lines: readonly FigureLine[],
  categories: readonly QuotaCategory[],
  measure: Measure,
): number | null {
  const own = lines.filter((line) => categories.includes(line.category))
  return own.length === 0 ? null : own.reduce((total, line) => total + line[measure], 0)
}

/** 应配 is what the document gives the unit; 实配 counts whoever holds one of its leadership posts by a holding that uses 职数. */
function leadersIn(view: BookView, unit: Unit, measure: LeaderMeasure, part: LeaderPart): number | null {
  const entry = view.state.snapshot.leadershipQuotas.find((one) => one.unitId === unit.id)
  const quota = entry === undefined ? null : part === 'all' ? entry.amount : entry[part]
  const actual = leadersOfUnit(view, unit).filter((leader) => part === 'all' || leader.role === part).length
  if (measure === 'quota') return quota
  if (measure === 'actual') return quota === null && actual === 0 ? null : actual
  if (quota === null) return null
  return Math.max(0, measure === 'vacancy' ? quota - actual : actual - quota)
}

function leadersOfUnit(
  view: BookView,
  unit: Unit,
): readonly { readonly personId: string; readonly role: 'chief' | 'deputy' | null }[] {
  const leaders = new Map<string, 'chief' | 'deputy' | null>()
  for (const holding of view.state.snapshot.holdings) {
    if (!holding.occupiesLeadership || holding.postId === null || view.index.unitOf(holding)?.id !== unit.id) continue
    const role = view.index.post(holding.postId)?.leadership ?? null
    if (leaders.get(holding.personId) !== 'chief') leaders.set(holding.personId, role)
  }
  return [...leaders].map(([personId, role]) => ({ personId, role }))
}

function namesOf(view: BookView, personIds: ReadonlySet<string>): string {
  return view.roster
    .filter((entry) => personIds.has(entry.personId))
    .map((entry) => view.personName(entry.personId))
    .join('、')
}
