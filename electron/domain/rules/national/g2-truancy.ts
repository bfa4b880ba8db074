import { payrollOf } from '../pay.ts'
import type { Flag, Rule } from '../rule.ts'
import { truancySource } from '../sources.ts'
import { truancyOf, truancyText, truancyUnit } from '../truancy.ts'
import { placeName, unitIdOf } from '../wording.ts'

/**
 * 旷工 beyond what ends the relation, and still on the payroll: an error; where nobody has registered the pay, a warning that the relation
 * should have ended. Who is not paid any more is G8's.
 */
export const truancyRule: Rule<'records'> = {
  id: 'G2',
  title: '旷工、逾期不归超过期限应当终止人事关系',
  severity: 'error',
  effect: 'none',
  source: truancySource,
  pack: null,
  stage: 'facts',
  reads: ['records'],
  parameters: [],
  check: ({ snapshot, index }) => {
    const payroll = payrollOf(snapshot.records)
    const byPerson = Map.groupBy(snapshot.records.dutyMatter, (matter) => matter.personId)
    return index.present.flatMap(({ person, counted: holding }): readonly Flag[] => {
      const matters = byPerson.get(person.id)
      if (matters === undefined || holding === undefined || holding.category === null) return []
      const [truancy, unit, paid] = [truancyOf(matters), truancyUnit(holding.category), payroll.get(person.id)]
      if (truancy === null || unit === null || paid === false) return []
      return [
        {
          ...(paid === true ? {} : { severity: 'warning' as const }),
          unitId: unitIdOf(index, person.id),
          personId: person.id,
          text: `${person.name}（${placeName(index, holding)}）旷工${truancyText(truancy, unit)}，${unit === '天' ? '应当予以辞退' : '可以解除聘用合同'}，${paid === true ? '仍在领取工资' : '没有登记工资发放情况'}。`,
          remedy: '按管理权限办理辞退或解除聘用合同，停发工资并登记出编；天数有误的，更正登记。',
          facts: { 连续: truancy.consecutive, 一年内累计: truancy.withinYear },
        },
      ]
    })
  },
}
