import { madeOf } from '../../model/made-of.ts'
import type { RecordOf } from '../../model/records.ts'
import { payrollOf, type Payroll } from '../pay.ts'
import type { Flag, RuleInput } from '../rule.ts'
import { ruleByToldPerson } from '../rule-by-person.ts'
import { truancyOf, truancyText, truancyUnit } from '../truancy.ts'
import { placeName, unitIdOf } from '../wording.ts'
import { truancySource } from '../sources.ts'

/**
 * 旷工 beyond what ends the relation, and still on the payroll: an error; where nobody has registered the pay, a warning that the relation
 * should have ended. Who is not paid any more is G8's.
 */
export const truancyRule = ruleByToldPerson({
  id: 'G2',
  title: '旷工、逾期不归超过期限应当终止人事关系',
  severity: 'error',
  effect: 'none',
  sources: truancySource,
  pack: null,
  stage: 'facts',
  reads: ['records'],
  parameters: [],
  told: ({ snapshot }: RuleInput<'records'>) => truanciesOf(snapshot.records.dutyMatter, payrollOf(snapshot.records)),
  ofPerson: ({ person, counted: holding }, { index }, { payroll, byPerson }): readonly Flag[] => {
    const matters = byPerson.get(person.id)
    if (matters === undefined || holding === undefined || holding.category === null) return []
    const [truancy, unit, paid] = [truancyOf(matters), truancyUnit(holding.category), payroll.get(person.id)]
    if (truancy === null || unit === null || paid === false) return []
    return [
      {
        ...(paid === true ? {} : { severity: 'warning' as const }),
        unitId: unitIdOf(index, person.id),
        personId: person.id,
        text:
          `${person.name}（${placeName(index, holding)}）旷工${truancyText(truancy, unit)}，` +
          `${unit === '天' ? '应当予以辞退' : '可以解除聘用合同'}，${paid === true ? '仍在领取工资' : '没有登记工资发放情况'}。`,
        remedy: '按管理权限办理辞退或解除聘用合同，停发工资并登记出编；天数有误的，更正登记。',
        facts: { 连续: truancy.consecutive, 一年内累计: truancy.withinYear },
      },
    ]
  },
})

/** The same object as long as both are: most changes of a book touch neither. */
const truanciesOf = madeOf((matters: readonly RecordOf<'dutyMatter'>[], payroll: Payroll) => ({
  payroll,
  byPerson: Map.groupBy(matters, (matter) => matter.personId),
}))
