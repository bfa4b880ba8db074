import { PACK_IDS } from '../packs/pack-ids.ts'
import { numberParameter } from '../parameters.ts'
import type { Rule } from '../rule.ts'
import {
  DEVELOPED_TOWNS,
  isDevelopedTown,
  LARGE_POPULATION,
  limitedUnits,
  populationSize,
  USUAL_LIMIT,
} from './organ-setting.ts'
import { maskedCountyPlan } from '../sources.ts'

/**
 * Seven at most, seven included. A township known to be large is R001-02's. Where it is not known whether it is one, more than seven is
 * only a warning: the plan may allow them.
 */
export const unitLimitRule: Rule<'units' | 'records'> = {
  id: 'R001-01',
  title: '党政机构和事业单位总数一般不超过7个',
  severity: 'error',
  effect: 'none',
  fact: 'organsOver',
  sources: [
    maskedCountyPlan({
      article: '四（一）x',
      clause: '按照精简统一效能原则,对乡镇党政机构和事业单位实行综合设置、限额管理,原则上总数控制在7个以内',
    }),
  ],
  pack: PACK_IDS.maskedCounty2022,
  stage: 'facts',
  reads: ['units', 'records'],
  parameters: [USUAL_LIMIT, LARGE_POPULATION, DEVELOPED_TOWNS],
  check: (input) => {
    const { snapshot, parameters } = input
    const limit = numberParameter(parameters, USUAL_LIMIT)
    const units = limitedUnits(snapshot)
    const size = populationSize(input)
    if (units.length <= limit || size === 'large' || isDevelopedTown(snapshot.book.name, parameters)) return []
    const over = units.length - limit
    const counted = `党政机构和事业单位一般不超过 ${limit} 个，现有 ${units.length} 个，超 ${over} 个：${units.map((unit) => unit.name).join('、')}。`
    return [
      {
        severity: size === 'usual' ? 'error' : 'warning',
        text: size === 'usual' ? counted : `${counted}常住人口是否达到可以增设的人数，没有核查。`,
        remedy: '核对机构名称和类别；确属多设的，报机构编制部门合并或撤销。',
        facts: { 上限: limit, 现有: units.length, 超限额: over },
      },
    ]
  },
}
