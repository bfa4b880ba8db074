import { PACK_IDS } from '../packs/pack-ids.ts'
import type { Rule } from '../rule.ts'
import { overPlan } from './plan-unit.ts'
import { jiangxiPlan } from '../sources.ts'

const QUOTAS = 'officeQuotas'

/** Offices, 人武部 and 纪委 against the plan's own numbers. */
export const officeQuotasRule: Rule<'units'> = {
  id: 'R000-06',
  title: '各办公室、人武部、纪委的核定编制',
  severity: 'error',
  effect: 'none',
  fact: 'lineOver',
  sources: [
    jiangxiPlan({
      article: '二（二）2',
      clause:
        '党政综合办公室核定编制5人……经济发展办公室核定编制2人……社会事务办公室核定编制3人……新农村建设办公室核定编制2人……设立人民武装部,核定编制1人……纪委核定编制1人。',
    }),
  ],
  pack: PACK_IDS.jiangxiTownship,
  stage: 'facts',
  reads: ['units'],
  parameters: [QUOTAS],
  check: (input) => overPlan(input, QUOTAS, 'organ'),
}
