import { rankFigures } from '../../quota/rank-figures.ts'
import type { Rule } from '../rule.ts'
import { nameList, peopleOf, unitName } from '../wording.ts'
import { civilServantLaw } from '../sources.ts'

/** 职级职数: more people in the ranks of a pool than the pool allows. */
export const rankQuotaRule: Rule<'rankQuotas' | 'units' | 'posts' | 'people' | 'holdings'> = {
  id: 'A13',
  title: '不得超职级职数',
  severity: 'error',
  effect: 'none',
  sources: [
    civilServantLaw({
      article: '第一百零六条第（一）项',
      clause: '不按照编制限额、职数或者任职资格条件进行公务员录用、调任、转任、聘任和晋升的',
    }),
  ],
  pack: null,
  stage: 'facts',
  reads: ['rankQuotas', 'units', 'posts', 'people', 'holdings'],
  parameters: [],
  check: ({ snapshot, index }) =>
    rankFigures(snapshot)
      .filter((figure) => figure.over > 0)
      .map(({ entry, quota, actual, over, personIds }) => ({
        unitId: entry.unitId,
        text:
          `${unitName(index, entry.unitId)} ${entry.pool}职数核定 ${quota} 名（${entry.documentNumber}），现有 ` +
          `${actual} 名，超 ${over} 名。现有：${nameList(peopleOf(index, personIds))}。`,
        remedy: '核对各人占编职级（只享受待遇的不占职数）；确属超职数的，按干部管理权限调整。',
        facts: { 核定: quota, 现有: actual, 超职数: over },
      })),
}
