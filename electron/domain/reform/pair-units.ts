import type { FactWrite } from '../ledger/planning/event-plan.ts'
import type { FactRows } from '../ledger/rows/fact-rows.ts'
import type { BookShape, ShapeUnit } from './book-shape.ts'

/** Which units became which: ids of units that ended, or that gave a part away, with the unit that took over. */
export interface UnitSuccession {
  readonly from: string
  readonly to: string
  readonly how: 'merged' | 'split'
}

/** What a reform's own events say of who became whom: mergers, and what was taken out of another unit. */
export function successionsOf(
  writes: readonly FactWrite[],
  splits: readonly { readonly from: string; readonly to: string }[],
): readonly UnitSuccession[] {
  const merged = writes.flatMap((write): UnitSuccession[] =>
    write.op === 'insert' &&
    write.table === 'ledger_event' &&
    write.row.type === 'unit.merge' &&
    write.row.unit_id !== null &&
    write.row.other_unit_id !== null
      ? [{ from: write.row.unit_id, to: write.row.other_unit_id, how: 'merged' }]
      : [],
  )
  return [...merged, ...splits.map((split) => ({ ...split, how: 'split' as const }))]
}

/** The mergers on record after one day and up to another; a merger into a unit that was merged later leads to that one. */
export function mergersBetween(
  facts: Pick<FactRows, 'ledger_event'>,
  from: string,
  to: string,
): readonly UnitSuccession[] {
  const into = new Map(
    facts.ledger_event.flatMap((row) =>
      row.type === 'unit.merge' &&
      row.unit_id !== null &&
      row.other_unit_id !== null &&
      from < row.effective_on &&
      row.effective_on <= to
        ? [[row.unit_id, row.other_unit_id] as const]
        : [],
    ),
  )
  const last = (unit: string, seen: ReadonlySet<string>): string => {
    const next = into.get(unit)
    return next === undefined || seen.has(next) ? unit : last(next, new Set([...seen, next]))
  }
  return [...into.keys()].map((unit) => ({ from: unit, to: last(unit, new Set([unit])), how: 'merged' as const }))
}

/** `kept`: the same unit; `renamed`; `merged`: several became one; `created`; `split`: taken out of another; `ended`: nobody took over. */
export type PairKind = 'kept' | 'renamed' | 'merged' | 'created' | 'split' | 'ended'

/** One row of 对照: a unit of after with those of before that it comes from; `after` null: they ended. */
export interface UnitPair {
  readonly kind: PairKind
  readonly before: readonly ShapeUnit[]
  readonly after: ShapeUnit | null
}

/** Pairs the units of two shapes, one row a successor; units that ended with nobody taking over come last. */
export function pairUnits(
  before: BookShape,
  after: BookShape,
  successions: readonly UnitSuccession[],
): readonly UnitPair[] {
  const old = new Map(before.units.map((unit) => [unit.id, unit]))
  const now = new Set(after.units.map(({ id }) => id))
  const merged = Map.groupBy(
    successions.filter(({ how, from }) => how === 'merged' && old.has(from)),
    ({ to }) => to,
  )
  const split = new Map(successions.filter(({ how }) => how === 'split').map(({ from, to }) => [to, from]))
  const rows = after.units.map((unit): UnitPair => {
    const own = old.get(unit.id)
    const joined = (merged.get(unit.id) ?? []).flatMap(({ from }) => old.get(from) ?? [])
    const origin = old.get(split.get(unit.id) ?? '')
    if (joined.length > 0)
      return { kind: 'merged', before: [...(own === undefined ? [] : [own]), ...joined], after: unit }
    if (own !== undefined) return { kind: own.name === unit.name ? 'kept' : 'renamed', before: [own], after: unit }
    return origin === undefined
      ? { kind: 'created', before: [], after: unit }
      : { kind: 'split', before: [], after: unit }
  })
  const took = new Set(successions.filter(({ how }) => how === 'merged').map(({ from }) => from))
  const ended = before.units.filter(({ id }) => !now.has(id) && !took.has(id))
  return [...rows, ...ended.map((unit): UnitPair => ({ kind: 'ended', before: [unit], after: null }))]
}
