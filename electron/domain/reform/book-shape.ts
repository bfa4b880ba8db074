import type { Severity } from '../../vocabulary/findings.ts'
import type { ServiceMode } from '../../vocabulary/reform.ts'
import { factsOfDay } from '../findings/finding-states.ts'
import type { PlainDate } from '../model/plain-date.ts'
import type { QuotaCategory } from '../model/quota-category.ts'
import type { UnitKind } from '../model/unit.ts'
import { leadershipLines } from '../quota/leadership-lines.ts'
import type { BookState } from '../state/book-state.ts'

/*
 * A township in the numbers a reform is told by: units, plates, seats, leading posts, people, services, findings. Every number is one that
 * the other screens show; it is plain data, so that a draft's can be kept as it was when the draft was taken into force.
 */

/** 编制 of one unit in one category. */
export interface ShapeLine {
  readonly category: QuotaCategory
  readonly quota: number
  readonly actual: number
}

export interface ShapeUnit {
  readonly id: string
  readonly name: string
  readonly kind: UnitKind
  readonly managingBody: string | null
  readonly plates: readonly string[]
  readonly lines: readonly ShapeLine[]
  /** 领导职数; null: none of its own. */
  readonly leaders: {
    readonly quota: number
    readonly chief: number | null
    readonly deputy: number | null
    readonly actual: number
  } | null
  readonly services: readonly { readonly service: string; readonly mode: ServiceMode }[]
}

/** Counts of a day; people are whoever is counted against 编制. */
export interface ShapeCounts {
  readonly offices: number
  readonly institutions: number
  /** All units below the township. */
  readonly units: number
  readonly plates: number
  readonly quota: number
  readonly people: number
  readonly over: number
  readonly vacant: number
  readonly leaderQuota: number
  readonly leaders: number
  readonly offQuota: number
  readonly errors: number
  readonly warnings: number
  readonly hints: number
}

export interface BookShape {
  readonly asOf: PlainDate
  readonly counts: ShapeCounts
  /** Seats and people by category, over all units. */
  readonly categories: readonly ShapeLine[]
  /** In unit order, the township itself left out. */
  readonly units: readonly ShapeUnit[]
}

/** The numbers of one state of the book. */
export function shapeOf(state: BookState): BookShape {
  const { snapshot, figures } = state
  const below = snapshot.units
    .filter((unit) => unit.kind !== 'township')
    .toSorted((left, right) => left.sortOrder - right.sortOrder)
  const leadership = new Map(leadershipLines(snapshot).map((line) => [line.unitId, line]))
  const modes = Map.groupBy(snapshot.records.serviceMode, (record) => record.unitId ?? '')
  const units = below.map((unit): ShapeUnit => {
    const leaders = leadership.get(unit.id)
    return {
      id: unit.id,
      name: unit.name,
      kind: unit.kind,
      managingBody: unit.managingBody,
      plates: unit.nameplates,
      lines: figures.lines
        .filter((line) => line.unitId === unit.id)
        .map(({ category, quota, actual }) => ({ category, quota, actual })),
      leaders:
        leaders === undefined
          ? null
          : {
              quota: leaders.quota,
              chief: leaders.chief.quota,
              deputy: leaders.deputy.quota,
              actual: leaders.actual,
            },
      services: (modes.get(unit.id) ?? []).map(({ service, mode }) => ({ service, mode })),
    }
  })
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
  const facts = factsOfDay(state.findings)
  const found = (severity: Severity) => facts.filter((fact) => fact.finding.severity === severity).length
  const kindCount = (kind: UnitKind) => units.filter((unit) => unit.kind === kind).length
  return {
    asOf: snapshot.asOf,
    counts: {
      offices: kindCount('office'),
      institutions: kindCount('institution'),
      units: units.length,
      plates: sum(units.map(({ plates }) => plates.length)),
      quota: sum(figures.totals.map(({ quota }) => quota)),
      people: sum(figures.totals.map(({ actual }) => actual)),
      over: sum(figures.totals.map(({ over }) => over)),
      vacant: sum(figures.totals.map(({ vacancy }) => vacancy)),
      leaderQuota: figures.leadership.quota,
      leaders: figures.leadership.actual,
      offQuota: new Set(snapshot.holdings.filter(({ kind }) => kind === 'offQuota').map(({ personId }) => personId))
        .size,
      errors: found('error'),
      warnings: found('warning'),
      hints: found('info'),
    },
    categories: figures.totals.map(({ category, quota, actual }) => ({ category, quota, actual })),
    units,
  }
}
