import { PACK_IDS } from '../packs/pack-ids.ts'
import { listParameter } from '../parameters.ts'
import type { Rule } from '../rule.ts'
import { exactlyPlanned } from '../jiangxi-township/plan-unit.ts'
import { isCountyManaged } from './county-managed.ts'
import { yunnanReform } from '../sources.ts'

const NAMES = 'institutionNames'

/** 5中心2所, exactly. Schools, hospitals and 国土 are not the township's and are left out. */
export const sevenInstitutionsRule: Rule<'units'> = {
  id: 'R003-04',
  title: '事业单位统一设置为“5中心2所”',
  severity: 'error',
  effect: 'none',
  sources: [
    yunnanReform({
      article: '一',
      clause:
        '乡镇事业单位统一综合设置为"5中心2所",即:农业综合服务中心、规划建设和环境保护中心、文化事务中心、社会保障服务中心、农村经济管理服务中心、人口和计划生育服务所,财政所',
    }),
  ],
  pack: PACK_IDS.yunnan2011,
  stage: 'facts',
  reads: ['units'],
  parameters: [NAMES],
  check: ({ snapshot, parameters }) => {
    const planned = listParameter(parameters, NAMES)
    const institutions = snapshot.units.filter((unit) => unit.kind === 'institution' && !isCountyManaged(unit))
    return exactlyPlanned(institutions, planned, snapshot.book.name, {
      within: `统一设置的 ${planned.length} 个事业单位`,
      set: '统一设置的',
      registered: '事业单位',
      facts: { 统一设置: planned.length, 现有: institutions.length },
    })
  },
}
