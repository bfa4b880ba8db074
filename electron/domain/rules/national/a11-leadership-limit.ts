import type { Rule } from '../rule.ts'
import { sizedLimit } from '../sized-limit.ts'
import { stateCouncil486 } from '../sources.ts'

const [USUAL, LARGE, POPULATION, AREA] = [
  'teamLimit',
  'teamLimitLarge',
  'teamLimitPopulation',
  'teamLimitArea',
] as const

/**
 * The size of the leadership team a province or city allows, larger for a township beyond a number of people or of square kilometres.
 * No national number: silent until a local pack gives one with its document (R000-03 and R003-07 are those of the shipped packs).
 */
export const leadershipLimitRule: Rule<'records'> = {
  id: 'A11',
  title: '乡镇领导班子不得超过规定职数',
  severity: 'error',
  effect: 'none',
  fact: 'leadersOver',
  sources: [
    stateCouncil486({
      article: '第二十条',
      clause: '地方各级人民政府行政机构的领导职数，按照地方各级人民代表大会和地方各级人民政府组织法的有关规定确定。',
    }),
  ],
  pack: null,
  stage: 'facts',
  reads: ['records'],
  parameters: [USUAL, LARGE, POPULATION, AREA],
  check: ({ snapshot, figures, parameters }) => {
    const township = snapshot.records.township[0]
    const found = sizedLimit(parameters, {
      usual: USUAL,
      large: LARGE,
      lines: [
        { parameter: POPULATION, own: township?.population ?? null, boundary: '超过', what: '人口' },
        { parameter: AREA, own: township?.areaKm2 ?? null, boundary: '超过', what: '面积' },
      ],
    })
    if (found === null) return []
    const { quota, actual } = figures.leadership
    const team = Math.max(quota, actual)
    const facts = { 上限: found.limit, 核定: quota, 实配: actual }
    if (team > found.limit) {
      return [
        {
          text: `领导班子${found.large ? '（大乡镇）' : ''}上限 ${found.limit} 名，核定 ${quota} 名，实配 ${actual} 名，超 ${team - found.limit} 名。`,
          remedy: '核对领导职数批文和各岗位是否占职数；确属超过的，按干部管理权限调整。',
          facts: { ...facts, 超出: team - found.limit },
        },
      ]
    }
    if (found.unknown.length === 0 || team <= found.usual) return []
    return [
      {
        severity: 'info',
        text: `领导班子核定 ${quota} 名，实配 ${actual} 名，多于一般乡镇的 ${found.usual} 名；没有登记${found.unknown.join('、')}，是否适用 ${found.limit} 名的上限没有核查。`,
        remedy: `在“资料”的乡镇概况登记${found.unknown.join('、')}。`,
        facts,
      },
    ]
  },
}
