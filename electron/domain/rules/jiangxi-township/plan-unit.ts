import { natureOfCategory, type Nature, type QuotaCategory } from '../../model/quota-category.ts'
import type { Unit } from '../../model/unit.ts'
import { numbersParameter } from '../parameters.ts'
import type { Flag, RuleInput } from '../rule.ts'
import { toleratedWeight } from '../tolerated-weight.ts'
import { nameList, peopleOf } from '../wording.ts'

/** The book's unit of a name in the plan; the township's own name may stand before it ("山溪乡财政所"). */
export function planUnit(units: readonly Unit[], bookName: string, planName: string): Unit | undefined {
  return units.find((unit) => isPlanUnit(unit, bookName, planName))
}

/** True when the unit is the plan's unit of that name. */
export function isPlanUnit(unit: Unit, bookName: string, planName: string): boolean {
  return unit.name === planName || unit.name === `${bookName}${planName}`
}

/** How a rule says it: within what a unit is not, who set the missing one, as what it is not registered. */
interface PlanWords {
  readonly within: string
  readonly set: string
  readonly registered: string
  readonly facts: Readonly<Record<string, number>>
}

/** Exactly the plan's units: one for each that is not of it, one for each it names that is not there. */
export function exactlyPlanned(
  units: readonly Unit[],
  planned: readonly string[],
  bookName: string,
  { within, set, registered, facts }: PlanWords,
): readonly Flag[] {
  const extra = units.filter((unit) => !planned.some((name) => isPlanUnit(unit, bookName, name)))
  const missing = planned.filter((name) => planUnit(units, bookName, name) === undefined)
  return [
    ...extra.map((unit): Flag => ({
      unitId: unit.id,
      text: `${unit.name}不在${within}之内。`,
      remedy: '核对机构名称；更名、增设的，登记批文后换用相应规则包。',
      facts,
    })),
    ...missing.map((name): Flag => ({
      text: `${set}${name}没有登记为${registered}。`,
      remedy: '核对机构名称和类别，或补登机构。',
      facts,
    })),
  ]
}

/** Units where more people are counted on the nature's categories than the plan gives them. 机关工勤 is not part of the plan's 行政编制. */
export function overPlan(input: RuleInput<'units'>, parameter: string, nature: Nature): readonly Flag[] {
  const { figures, index, parameters, snapshot } = input
  const belongs = (category: QuotaCategory) => category !== 'worker' && natureOfCategory(category) === nature
  const what = nature === 'organ' ? '行政编制' : '事业编制'
  return Object.entries(numbersParameter(parameters, parameter)).flatMap(([name, planned]): readonly Flag[] => {
    const unit = planUnit(snapshot.units, snapshot.book.name, name)
    if (unit === undefined) return []
    const lines = figures.lines.filter((line) => line.unitId === unit.id && belongs(line.category))
    const personIds = lines.flatMap((line) => line.personIds)
    const over = personIds.length - planned
    if (over <= 0) return []
    return [
      {
        unitId: unit.id,
        ...toleratedWeight(...lines),
        text: `方案给${unit.name}核定${what} ${planned} 名，实有 ${personIds.length} 名，超编 ${over} 名。实有：${nameList(peopleOf(index, personIds))}。`,
        remedy: '按方案核定数消化超编；方案以后另有调整的，登记新的核定编制和文号。',
        facts: { 方案核定: planned, 实有: personIds.length, 超编: over },
      },
    ]
  })
}
