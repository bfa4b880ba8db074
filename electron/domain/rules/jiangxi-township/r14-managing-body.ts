import { PACK_IDS } from '../packs/pack-ids.ts'
import { numbersParameter } from '../parameters.ts'
import type { Flag, Rule } from '../rule.ts'
import { planUnit } from './plan-unit.ts'
import { jiangxiPlan } from '../sources.ts'

const QUOTAS = 'institutionQuotas'
const FINANCE = '财政所'
const FINANCE_BUREAU = '区财政局'

/** 财政所 belongs to the district's finance bureau; the other institutions are the township's, the bureaus only guide them. */
export const managingBodyRule: Rule<'units'> = {
  id: 'R000-14',
  title: '财政所由区财政局管理，其他站所由乡管理',
  severity: 'error',
  effect: 'none',
  fact: 'managedElsewhere',
  sources: [
    jiangxiPlan({
      article: '二（二）3',
      clause: '除乡财政所的人、财、物由区财政局管理外,其它6个中心、所由区业务主管部门负责指导,逐步实行统一管理',
    }),
  ],
  pack: PACK_IDS.jiangxiTownship,
  stage: 'facts',
  reads: ['units'],
  parameters: [QUOTAS],
  check: ({ snapshot, parameters }) =>
    Object.keys(numbersParameter(parameters, QUOTAS)).flatMap((name): readonly Flag[] => {
      const unit = planUnit(snapshot.units, snapshot.book.name, name)
      if (unit === undefined) return []
      const body = unit.managingBody ?? snapshot.book.name
      const own = body.startsWith(snapshot.book.name)
      if (name === FINANCE)
        return body.includes('财政局')
          ? []
          : [
              {
                unitId: unit.id,
                text: `${unit.name}登记为由${body}管理；方案规定人、财、物由${FINANCE_BUREAU}管理。`,
                remedy: `核对人财物归属，把管理单位登记为${FINANCE_BUREAU}。`,
                facts: { 管理单位: body },
              },
            ]
      return own
        ? []
        : [
            {
              unitId: unit.id,
              text: `${unit.name}登记为由${body}管理；方案规定由乡管理，区业务主管部门只负责指导。`,
              remedy: '核对人财物归属；只是业务指导的，不填管理单位。',
              facts: { 管理单位: body },
            },
          ]
    }),
}
