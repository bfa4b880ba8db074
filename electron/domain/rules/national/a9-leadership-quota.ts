import type { Flag, Rule } from '../rule.ts'
import { stateCouncil486 } from '../sources.ts'
import { nameList, peopleOf } from '../wording.ts'

/** 超职数配备: the whole number, 正职 and 副职 each on its own. */
export const leadershipQuotaRule: Rule<never> = {
  id: 'A9',
  title: '不得超职数配备领导成员',
  severity: 'error',
  effect: 'none',
  source: stateCouncil486({ article: '第二十六条第（五）项', clause: '擅自超职数、超规格配备领导成员的' }),
  pack: null,
  stage: 'facts',
  reads: [],
  parameters: [],
  check: ({ figures, index }) => {
    const { quota, actual, chief, deputy, personIds } = figures.leadership
    const parts = [
      { name: '领导职数', quota, actual },
      { name: '正职领导职数', quota: chief.quota, actual: chief.actual },
      { name: '副职领导职数', quota: deputy.quota, actual: deputy.actual },
    ]
    return parts.flatMap((part): readonly Flag[] => {
      if (part.quota === null || part.actual <= part.quota) return []
      const over = part.actual - part.quota
      return [
        {
          text: `${part.name}核定 ${part.quota} 名，实配 ${part.actual} 名，超职数 ${over} 名。现有领导成员：${nameList(peopleOf(index, personIds))}。`,
          remedy: '核对各岗位是否占职数；确属超配的，按干部管理权限调整。',
          facts: { 核定: part.quota, 实配: part.actual, 超职数: over },
        },
      ]
    })
  },
}
