import { PACK_IDS } from '../packs/pack-ids.ts'
import { listParameter } from '../parameters.ts'
import type { Flag, Rule } from '../rule.ts'
import { isPlanUnit } from '../jiangxi-township/plan-unit.ts'
import {
  DEVELOPED_TOWNS,
  isDevelopedTown,
  LARGE_POPULATION,
  limitedUnits,
  populationSize,
  requiredOffice,
} from './organ-setting.ts'
import { maskedCountyPlan } from '../sources.ts'

const OFFICES = 'requiredOffices'
const INSTITUTIONS = 'requiredInstitutions'

/** Offices and stations outside the plan's list. In a large township they may be among those it may add: then only to be looked up. */
export const nothingKeptRule: Rule<'units' | 'records'> = {
  id: 'R001-05',
  title: '不再保留原有内设机构和站所',
  severity: 'error',
  effect: 'none',
  sources: [maskedCountyPlan({ article: '四（一）x', clause: '不再保留原有乡镇内设机构及乡镇事业站所。' })],
  pack: PACK_IDS.maskedCounty2022,
  stage: 'facts',
  reads: ['units', 'records'],
  parameters: [OFFICES, INSTITUTIONS, LARGE_POPULATION, DEVELOPED_TOWNS],
  check: (input) => {
    const { snapshot, parameters } = input
    if (isDevelopedTown(snapshot.book.name, parameters)) return []
    const listed = [
      ...listParameter(parameters, OFFICES).map((text) => requiredOffice(text).name),
      ...listParameter(parameters, INSTITUTIONS),
    ]
    const extra = limitedUnits(snapshot).filter(
      (unit) => !listed.some((name) => isPlanUnit(unit, snapshot.book.name, name)),
    )
    const large = populationSize(input) === 'large'
    return extra.map((unit): Flag => ({
      unitId: unit.id,
      severity: large ? 'info' : 'error',
      text: large
        ? `${unit.name}不在方案列出的 ${listed.length} 个机构之内，请核对是否在批准增设之列。`
        : `${unit.name}不在方案列出的 ${listed.length} 个机构之内；方案不再保留原有内设机构和站所。`,
      remedy: '核对机构名称；确属原有站所的，撤并后登记撤销；经批准增设的，在本地规则包的名单里补上。',
      facts: { 方案机构: listed.length, 名单外: extra.length },
    }))
  },
}
