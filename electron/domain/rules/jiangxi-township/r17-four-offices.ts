import { PACK_IDS } from '../packs/pack-ids.ts'
import { listParameter } from '../parameters.ts'
import type { Rule } from '../rule.ts'
import { jiangxiPlan } from '../sources.ts'
import { exactlyPlanned } from './plan-unit.ts'

const OFFICES = 'planOffices'

/** Exactly the four offices of the plan: a fifth, and one that is not there. */
export const fourOfficesRule: Rule<'units'> = {
  id: 'R000-17',
  title: '内设机构按方案设置',
  severity: 'error',
  effect: 'none',
  sources: [
    jiangxiPlan({
      article: '二（二）1',
      clause:
        '乡内设机构设置为:党政综合办公室(增挂社会治安综合治理委员会办公室牌子)、经济发展办公室(增挂安全生产监督管理办公室牌子)、社会事务办公室(增挂人口与计划生育办公室牌子)、新农村建设办公室。',
    }),
  ],
  pack: PACK_IDS.jiangxiTownship,
  stage: 'facts',
  reads: ['units'],
  parameters: [OFFICES],
  check: ({ snapshot, parameters }) => {
    const planned = listParameter(parameters, OFFICES)
    const offices = snapshot.units.filter((unit) => unit.kind === 'office')
    return exactlyPlanned(offices, planned, snapshot.book.name, {
      within: `方案的 ${planned.length} 个内设机构`,
      set: '方案设置的',
      registered: '内设机构',
      facts: { 方案: planned.length, 现有: offices.length },
    })
  },
}
