import { PACK_IDS } from '../packs/pack-ids.ts'
import { QUOTA_CATEGORY_NAMES } from '../../model/quota-category.ts'
import { numberParameter } from '../parameters.ts'
import type { Flag, Rule } from '../rule.ts'
import { jiangxiPlan } from '../sources.ts'

const TOTAL = 'administrativeQuota'

/** The plan's 行政编制: its parts add up to it, and no more people use it. */
export const administrativeTotalRule: Rule<never> = {
  id: 'R000-02',
  title: '乡行政编制总额',
  severity: 'error',
  effect: 'none',
  sources: [jiangxiPlan({ article: '二（二）2', clause: '乡行政编制23名,其中维稳信息员编制1名。' })],
  pack: PACK_IDS.jiangxiTownship,
  stage: 'facts',
  reads: [],
  parameters: [TOTAL],
  check: ({ figures, parameters }) => {
    const planned = numberParameter(parameters, TOTAL)
    const total = figures.totals.find((own) => own.category === 'administrative')
    const allotted = total?.quota ?? 0
    const actual = total?.actual ?? 0
    const name = QUOTA_CATEGORY_NAMES.administrative
    const flags: Flag[] = []
    if (allotted !== planned) {
      flags.push({
        text: `方案核定全乡${name} ${planned} 名，各机构分项合计 ${allotted} 名，两者不等。`,
        remedy: '对照方案核对领导班子、各办公室、人武部、纪委和维稳信息员的核定数。',
        facts: { 方案核定: planned, 分项合计: allotted },
      })
    }
    if (actual > planned) {
      flags.push({
        text: `方案核定全乡${name} ${planned} 名，实有 ${actual} 名，超编 ${actual - planned} 名。`,
        remedy: '按方案总额消化超编。',
        facts: { 方案核定: planned, 实有: actual, 超编: actual - planned },
      })
    }
    return flags
  },
}
