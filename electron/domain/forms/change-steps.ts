import type { ChangeRow } from '../ledger/told/change-sheet.ts'
import type { PlainDate } from '../model/plain-date.ts'
import type { FormFacts } from './form.ts'

/** What happened to one person on one day, as a form writes it in one row: two rows of the change sheet where the category changed. */
export interface ChangeStep {
  readonly kind: 'in' | 'out' | 'change'
  readonly personId: string
  readonly person: string
  readonly on: PlainDate
  readonly fromUnitId: string | null
  readonly toUnitId: string | null
  readonly rows: readonly ChangeRow[]
}

/** The period's movements in date order, of the unit asked for where one was. */
export function changeSteps(facts: FormFacts): readonly ChangeStep[] {
  const steps: ChangeStep[] = []
  for (const own of facts.changes().rows) {
    const last = steps.at(-1)
    if (
      own.kind === 'transferIn' &&
      last?.personId === own.personId &&
      last.on === own.on &&
      last.rows.at(-1)?.kind === 'transferOut'
    )
      steps.splice(-1, 1, { ...last, toUnitId: own.toUnitId, rows: [...last.rows, own] })
    else
      steps.push({
        kind: own.kind === 'in' || own.kind === 'out' ? own.kind : 'change',
        personId: own.personId,
        person: facts.ledger.person(own.personId)?.name ?? '',
        on: own.on,
        fromUnitId: own.fromUnitId,
        toUnitId: own.toUnitId,
        rows: [own],
      })
  }
  return facts.unitId === null
    ? steps
    : steps.filter((step) => step.fromUnitId === facts.unitId || step.toUnitId === facts.unitId)
}
