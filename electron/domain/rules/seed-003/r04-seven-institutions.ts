import { listParameter } from '../parameters.ts'
import type { Flag, Rule } from '../rule.ts'
import { isPlanUnit, planUnit } from '../seed-000/plan-unit.ts'
import { yunnanReform } from '../sources.ts'
import { isCountyManaged } from './county-managed.ts'

const NAMES = 'institutionNames'

/** 5中心2所, exactly. Schools, hospitals and 国土 are not the township's and are left out. */
export const sevenInstitutionsRule: Rule<'units'> = {
  id: 'R003-04',
  title: '事业单位统一设置为“5中心2所”',
  severity: 'error',
  effect: 'none',
  source: yunnanReform({
    article: '一',
    clause: '乡镇事业单位统一综合设置为"5中心2所",即:农业综合服务中心、规划建设和环境保护中心、文化事务中心、社会保障服务中心、农村经济管理服务中心、人口和计划生育服务所,财政所',
  }),
  pack: 'seed-003',
  stage: 'facts',
  reads: ['units'],
  parameters: [NAMES],
  check: ({ snapshot, parameters }) => {
    const planned = listParameter(parameters, NAMES)
    const institutions = snapshot.units.filter((unit) => unit.kind === 'institution' && !isCountyManaged(unit))
    const facts = { 统一设置: planned.length, 现有: institutions.length }
    const extra = institutions.filter((unit) => !planned.some((name) => isPlanUnit(unit, snapshot.book.name, name)))
    const missing = planned.filter((name) => planUnit(institutions, snapshot.book.name, name) === undefined)
    return [
      ...extra.map((unit): Flag => ({ unitId: unit.id, text: `${unit.name}不在统一设置的 ${planned.length} 个事业单位之内。`, remedy: '核对机构名称；更名、增设的，登记批文后换用相应规则包。', facts })),
      ...missing.map((name): Flag => ({ text: `统一设置的${name}没有登记为事业单位。`, remedy: '核对机构名称和类别，或补登机构。', facts })),
    ]
  },
}
