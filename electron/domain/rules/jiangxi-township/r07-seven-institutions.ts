import { PACK_IDS } from '../packs/pack-ids.ts'
import { numbersParameter } from '../parameters.ts'
import type { Rule } from '../rule.ts'
import { exactlyPlanned } from './plan-unit.ts'
import { jiangxiPlan } from '../sources.ts'

const QUOTAS = 'institutionQuotas'

/** Exactly the seven service institutions of the plan. */
export const sevenInstitutionsRule: Rule<'units'> = {
  id: 'R000-07',
  title: '事业站所设7个',
  severity: 'error',
  effect: 'none',
  sources: [jiangxiPlan({ article: '二（二）3', clause: '事业站所设置为7个综合性的服务机构。' })],
  pack: PACK_IDS.jiangxiTownship,
  stage: 'facts',
  reads: ['units'],
  parameters: [QUOTAS],
  check: ({ snapshot, parameters }) => {
    const planned = Object.keys(numbersParameter(parameters, QUOTAS))
    const institutions = snapshot.units.filter((unit) => unit.kind === 'institution')
    return exactlyPlanned(institutions, planned, snapshot.book.name, {
      within: `方案的 ${planned.length} 个事业站所`,
      set: '方案设置的',
      registered: '事业单位',
      facts: { 方案: planned.length, 现有: institutions.length },
    })
  },
}
