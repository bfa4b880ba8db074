import { PACK_IDS } from '../packs/pack-ids.ts'
import { listParameter } from '../parameters.ts'
import type { Flag, Rule } from '../rule.ts'
import { jiangxiPlan } from '../sources.ts'
import { planUnit } from './plan-unit.ts'

const PLATES = 'planPlates'

/** Every plate the plan hangs on a unit; a unit that is not there is R000-07's or R000-17's. Each entry is `机构｜牌子`. */
export const plansPlatesRule: Rule<'units'> = {
  id: 'R000-18',
  title: '按方案增挂牌子',
  severity: 'error',
  effect: 'none',
  sources: [
    jiangxiPlan({
      article: '二（二）1',
      clause:
        '党政综合办公室(增挂社会治安综合治理委员会办公室牌子)、经济发展办公室(增挂安全生产监督管理办公室牌子)、社会事务办公室(增挂人口与计划生育办公室牌子)',
    }),
  ],
  pack: PACK_IDS.jiangxiTownship,
  stage: 'facts',
  reads: ['units'],
  parameters: [PLATES],
  check: ({ snapshot, parameters }) =>
    listParameter(parameters, PLATES).flatMap((text): readonly Flag[] => {
      const [name = '', plate = ''] = text.split('｜')
      const unit = planUnit(snapshot.units, snapshot.book.name, name)
      if (unit === undefined || unit.nameplates.includes(plate)) return []
      return [
        {
          unitId: unit.id,
          text: `${unit.name}没有登记增挂${plate}牌子。`,
          remedy: '登记加挂的牌子和批文；不再挂牌的，登记批文后换用相应规则包。',
          facts: { 机构: name, 牌子: plate },
        },
      ]
    }),
}
