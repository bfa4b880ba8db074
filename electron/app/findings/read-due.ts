import type { Input, Output } from '../../contract/operations.ts'
import { LONGEST_YEARS, rangeProblem } from '../../contract/operation-parts.ts'
import { DUE_KIND_TITLES, DUE_KINDS, DUE_STATE_TITLES } from '../../vocabulary/due.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import type { Due } from '../../domain/due/due.ts'
import { dueText } from '../../domain/due/due-sheet.ts'
import { listDueInSteps } from '../../domain/due/list-due.ts'
import type { BookSnapshot } from '../../domain/model/book-snapshot.ts'
import { mapInSteps } from '../../domain/model/in-steps.ts'
import { addMonthsToDay, monthOf, type PlainDate } from '../../domain/model/plain-date.ts'
import { indexSnapshot } from '../../domain/model/snapshot-index.ts'
import type { QueryContext } from '../context.ts'
import { findUnitAsked, findUnitsBelow } from '../../domain/views/find-units.ts'
import { inTurns, readAskedSnapshot } from '../read-book-state.ts'

const MONTHS_AHEAD = 12

/** 到期: who is due for what by a day, with the arithmetic and the clause. @throws `date_invalid` for an end before the day asked about. */
export async function readDue(input: Input<'due.read'>, context: QueryContext): Promise<Output<'due.read'>> {
  const { snapshot, until, all, due } = await listAskedDue(input, context)
  const index = indexSnapshot(snapshot)
  const places = new Map<string, number>()
  const sayings: Output<'due.read'>['sayings'] = []
  const placeOf = (one: Due): number => {
    const text = dueText(one)
    const said = [one.kind, one.on, one.title, one.state, text, one.source.cited].join('\n')
    const known = places.get(said)
    if (known !== undefined) return known
    places.set(said, sayings.length)
    const { kind, title, on, state, source } = one
    return (
      sayings.push({
        kind,
        title,
        on,
        state,
        source,
        text,
        kindTitle: DUE_KIND_TITLES[kind],
        stateTitle: DUE_STATE_TITLES[state],
        steps: [...one.steps],
        lacks: [...one.lacks],
        obstacles: [...one.obstacles],
      }) - 1
    )
  }
  return {
    asOf: snapshot.asOf,
    until,
    due: await inTurns(
      mapInSteps(due, (one) => ({
        personId: one.personId,
        person: index.person(one.personId)?.name ?? '',
        unit: one.unitId === null ? null : (index.unit(one.unitId)?.name ?? null),
        said: placeOf(one),
      })),
    ),
    sayings,
    counts: Object.fromEntries(
      DUE_KINDS.map((kind) => [kind, all.filter((one) => one.kind === kind).length]),
    ) as Output<'due.read'>['counts'],
  }
}

interface AskedDue {
  readonly snapshot: BookSnapshot
  readonly until: PlainDate
  /** Of every kind. */
  readonly all: readonly Due[]
  /** Of the kind asked for. */
  readonly due: readonly Due[]
  /** Name of the unit asked for. */
  readonly unit: string | null
}

type Asked = Pick<Input<'due.read'>, 'kind' | 'unit' | 'until' | 'month' | 'asOf' | 'believedOn'>

/** The list that screen, paper and command line show. */
export async function listAskedDue(input: Asked, context: QueryContext): Promise<AskedDue> {
  const snapshot = await readAskedSnapshot(context, input)
  const { asOf } = snapshot
  const until = input.until ?? addMonthsToDay(asOf, MONTHS_AHEAD)
  if (until < asOf) throw new Refusal('date_invalid', { value: `${asOf} — ${until}` })
  const problem = rangeProblem(asOf, until, LONGEST_YEARS)
  if (problem !== null) throw new Refusal('invalid_input', { field: '截止日期', problem })
  const unit = findUnitAsked(snapshot, input.unit)
  const within = findUnitsBelow(snapshot, unit)
  const all = (await inTurns(listDueInSteps(snapshot, { until }))).filter(
    ({ unitId, on }) =>
      (within === null || (unitId !== null && within.includes(unitId))) &&
      (input.month === undefined || (on !== null && monthOf(on) === input.month)),
  )
  return {
    snapshot,
    until,
    all,
    due: input.kind === undefined ? all : all.filter(({ kind }) => kind === input.kind),
    unit: unit?.name ?? null,
  }
}
