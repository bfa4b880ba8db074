import type { Output } from '../../../electron/contract/operations.ts'
import { categoryCode } from '../../../electron/contract/shapes.ts'
import type { CategoryCode, FigureLineView } from '../../../electron/contract/shapes.ts'

export type UnitView = Output<'units.read'>['units'][number]

export interface UnitLine {
  readonly categoryCode: CategoryCode
  readonly category: string
  /** Null: a quota on record against which nothing is counted (乡镇总数). */
  readonly figures: FigureLineView | null
  readonly ceiling: number | null
  readonly documentNumber: string
  readonly validFrom: string
}

/** A unit and its lines: what the table draws as one block of rows. */
export interface UnitRow {
  readonly unit: UnitView
  readonly depth: number
  readonly lines: readonly UnitLine[]
}

/** One line of the sheet; a unit without any quota has one with nothing in it. */
export interface LineRow {
  readonly unit: UnitView
  readonly depth: number
  readonly line: UnitLine | null
  /** The unit's first: what is said of the unit itself stands there, and only there. */
  readonly first: boolean
  /** Of the unit in the tree. */
  readonly place: number
}

/** The blocks of rows, line by line. */
export function unitLines(rows: readonly UnitRow[]): readonly LineRow[] {
  return rows.flatMap(({ unit, depth, lines }, place) =>
    (lines.length === 0 ? [null] : lines).map((line, at) => ({ unit, depth, line, first: at === 0, place })),
  )
}

/** What tells one line of the sheet from all others. */
export function lineKey({ unit, line }: LineRow): string {
  return `${unit.unitId} ${line === null ? '' : line.categoryCode}${line?.ceiling === null ? '' : ' all'}`
}

/** "正 3 副 5，山编办〔2006〕12号"; '' without 职数. */
export function leadershipText(leadership: UnitView['leadership']): string {
  if (leadership === null) return ''
  const parts =
    leadership.chief === null || leadership.deputy === null
      ? '未分正副'
      : `正 ${leadership.chief} 副 ${leadership.deputy}`
  return `${parts}，${leadership.documentNumber}`
}

/** Units in tree order, each with one line a category: its quota entry beside its figures. */
export function unitRows(units: readonly UnitView[], figures: readonly FigureLineView[]): readonly UnitRow[] {
  const known = new Set(units.map((unit) => unit.unitId))
  const roots = units.filter((unit) => unit.parentId === null || !known.has(unit.parentId))
  const walk = (unit: UnitView, depth: number): readonly UnitRow[] => [
    { unit, depth, lines: linesOf(unit, figures) },
    ...units.filter((child) => child.parentId === unit.unitId).flatMap((child) => walk(child, depth + 1)),
  ]
  return roots.flatMap((root) => walk(root, 0))
}

function linesOf(unit: UnitView, figures: readonly FigureLineView[]): readonly UnitLine[] {
  const mine = figures.filter((line) => line.unitId === unit.unitId)
  const quotas = unit.quotas.map((quota): UnitLine => ({
    categoryCode: quota.categoryCode,
    category: quota.category,
    figures:
      quota.role === 'allocation' ? (mine.find((line) => line.categoryCode === quota.categoryCode) ?? null) : null,
    ceiling: quota.role === 'ceiling' ? quota.amount : null,
    documentNumber: quota.documentNumber,
    validFrom: quota.validFrom,
  }))
  const withQuota = new Set(
    unit.quotas.filter((quota) => quota.role === 'allocation').map((quota) => quota.categoryCode),
  )
  const without = mine
    .filter((line) => !withQuota.has(line.categoryCode))
    .map((line): UnitLine => ({
      categoryCode: line.categoryCode,
      category: line.category,
      figures: line,
      ceiling: null,
      documentNumber: '',
      validFrom: '',
    }))
  const order = categoryCode.options
  return [...quotas, ...without].sort((a, b) => order.indexOf(a.categoryCode) - order.indexOf(b.categoryCode))
}
