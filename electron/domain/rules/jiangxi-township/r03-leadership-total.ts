import { PACK_IDS } from '../packs/pack-ids.ts'
import { numberParameter } from '../parameters.ts'
import type { Rule } from '../rule.ts'
import { nameList, peopleOf } from '../wording.ts'
import { jiangxiPlan } from '../sources.ts'

const TOTAL = 'leadershipQuota'

/** No more leaders than the plan gives, whatever number the book has on record. */
export const leadershipTotalRule: Rule<never> = {
  id: 'R000-03',
  title: '乡领导职数',
  severity: 'error',
  effect: 'none',
  fact: 'leadersOver',
  sources: [jiangxiPlan({ article: '二（二）2', clause: '根据区委文件精神,乡领导职数为8名' })],
  pack: PACK_IDS.jiangxiTownship,
  stage: 'facts',
  reads: [],
  parameters: [TOTAL],
  check: ({ figures, index, parameters }) => {
    const planned = numberParameter(parameters, TOTAL)
    const { actual, personIds } = figures.leadership
    if (actual <= planned) return []
    return [
      {
        text: `方案核定乡领导职数 ${planned} 名，实配 ${actual} 名，超职数 ${actual - planned} 名。现有领导成员：${nameList(peopleOf(index, personIds))}。`,
        remedy: '核对各岗位是否占职数；确属超配的，按干部管理权限调整。',
        facts: { 方案核定: planned, 实配: actual, 超职数: actual - planned },
      },
    ]
  },
}
