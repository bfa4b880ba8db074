import { QUOTA_CATEGORY_NAMES } from '../../model/quota-category.ts'
import { numberParameter } from '../parameters.ts'
import type { Flag, Rule } from '../rule.ts'

const PARAMETER = 'vacancyRatePercent'

/** 空编率 of the township per category, approved entries counted as used; over the parameter it is worth a question, no breach. */
export const vacancyRateRule: Rule<never> = {
  id: 'A3',
  title: '空编率过高',
  severity: 'warning',
  effect: 'none',
  sources: [{ law: 'liaoning-survey', article: null, clause: '乡镇行政空编超过四分之一的，人手不足' }],
  pack: null,
  stage: 'facts',
  reads: [],
  parameters: [PARAMETER],
  check: ({ figures, index, parameters }) => {
    // A book without anybody in post has not been filled in yet; it is not short of people.
    if (!index.present.some(({ counted }) => counted !== undefined)) return []
    const limit = numberParameter(parameters, PARAMETER)
    return figures.totals.flatMap((total): readonly Flag[] => {
      if (total.vacancy * 100 <= total.quota * limit) return []
      const rate = Math.round((total.vacancy * 1000) / total.quota) / 10
      return [
        {
          text: `全乡镇${QUOTA_CATEGORY_NAMES[total.category]}核定 ${total.quota} 名，空编 ${total.vacancy} 名（已扣除已核准未到位 ${total.reserved} 名），空编率 ${rate}%，超过 ${limit}%。`,
          remedy: '核对有无未登记的人员；确有空编的，列入用编计划。',
          facts: { 核定: total.quota, 空编: total.vacancy, 已核准未到位: total.reserved, 空编率: rate, 上限: limit },
        },
      ]
    })
  },
}
