import { PACK_IDS } from '../packs/pack-ids.ts'
import { listParameter } from '../parameters.ts'
import type { Flag, Rule } from '../rule.ts'
import { planUnit } from '../jiangxi-township/plan-unit.ts'
import { DEVELOPED_TOWNS, isDevelopedTown } from './organ-setting.ts'
import { maskedCountyPlan } from '../sources.ts'

const INSTITUTIONS = 'requiredInstitutions'

/** 政务服务中心 and 综合执法队, both entered as institutions. */
export const requiredInstitutionsRule: Rule<'units'> = {
  id: 'R001-04',
  title: '必须设立的事业单位',
  severity: 'error',
  effect: 'none',
  sources: [maskedCountyPlan({ article: '四（一）x', clause: '事业单位x个:政务服务中心、综合执法队。' })],
  pack: PACK_IDS.maskedCounty2022,
  stage: 'facts',
  reads: ['units'],
  parameters: [INSTITUTIONS, DEVELOPED_TOWNS],
  check: ({ snapshot, parameters }) => {
    if (isDevelopedTown(snapshot.book.name, parameters)) return []
    const institutions = snapshot.units.filter((unit) => unit.kind === 'institution')
    return listParameter(parameters, INSTITUTIONS)
      .filter((name) => planUnit(institutions, snapshot.book.name, name) === undefined)
      .map((name): Flag => ({
        text: `没有登记必须设立的事业单位${name}。`,
        remedy: '核对机构名称和类别，或补登机构。',
        facts: { 机构: name },
      }))
  },
}
