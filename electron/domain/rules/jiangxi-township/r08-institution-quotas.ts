import { PACK_IDS } from '../packs/pack-ids.ts'
import { natureOfCategory } from '../../model/quota-category.ts'
import { numbersParameter } from '../parameters.ts'
import type { Flag, Rule, RuleInput } from '../rule.ts'
import { overPlan } from './plan-unit.ts'
import { jiangxiPlan } from '../sources.ts'

const QUOTAS = 'institutionQuotas'

/** The seven institutions against the plan's own numbers, and the numbers' sum. */
export const institutionQuotasRule: Rule<'units'> = {
  id: 'R000-08',
  title: '各事业站所的核定编制',
  severity: 'error',
  effect: 'none',
  fact: 'lineOver',
  sources: [
    jiangxiPlan({
      article: '二（二）3',
      clause:
        '农业综合服务中心(增挂动植检疫站牌子)事业编制10名。……计划生育服务中心事业编制5名。……文化服务中心事业编制2名。……劳动保障事务所(增挂新型农村合作医疗管理所牌子)事业编制3名。……村镇规划建设管理所事业编制3人。……财政所事业编制3名。……民政所(增挂社会救助所牌子)事业编制2名。',
    }),
  ],
  pack: PACK_IDS.jiangxiTownship,
  stage: 'facts',
  reads: ['units'],
  parameters: [QUOTAS],
  check: (input) => [...overPlan(input, QUOTAS, 'institution'), ...sumOfParts(input)],
}

function sumOfParts({ figures, parameters }: RuleInput<'units'>): readonly Flag[] {
  const planned = Object.values(numbersParameter(parameters, QUOTAS)).reduce((sum, amount) => sum + amount, 0)
  const allotted = figures.lines
    .filter((line) => natureOfCategory(line.category) === 'institution')
    .reduce((sum, line) => sum + line.quota, 0)
  if (planned === allotted) return []
  return [
    {
      text: `方案核定事业编制合计 ${planned} 名，各站所登记合计 ${allotted} 名，相差 ${Math.abs(planned - allotted)} 名。`,
      remedy: '对照方案核对各站所的核定数；以后调整过的，登记调整文号。',
      facts: { 方案核定: planned, 登记合计: allotted },
    },
  ]
}
