import { PACK_IDS } from '../packs/pack-ids.ts'
import { listParameter, numberParameter } from '../parameters.ts'
import type { Flag, Rule } from '../rule.ts'
import { isPlanUnit, planUnit } from '../jiangxi-township/plan-unit.ts'
import { chenzhouReport } from '../sources.ts'

const OFFICES = 'officeNames'
const STATIONS = 'institutionCount'

/** Four offices by name; four institutions by number, the report does not name them. */
export const fourOfficesFourStationsRule: Rule<'units'> = {
  id: 'R004-06',
  title: '统一设“四办”，综合设置为四站',
  severity: 'error',
  effect: 'none',
  sources: [
    chenzhouReport({
      article: null,
      clause:
        '在乡镇内设机构的设置上,统一设“四办”(党政综合办公室、经济发展和规划建设办公室、社会事务办公室、人口和计划生育办公室),乡镇事业单位由以前的“七站八所”综合设置为四站',
    }),
  ],
  pack: PACK_IDS.chenzhou,
  stage: 'facts',
  reads: ['units'],
  parameters: [OFFICES, STATIONS],
  check: ({ snapshot, parameters }) => {
    const planned = listParameter(parameters, OFFICES)
    const stations = numberParameter(parameters, STATIONS)
    const offices = snapshot.units.filter((unit) => unit.kind === 'office')
    const institutions = snapshot.units.filter((unit) => unit.kind === 'institution')
    const extra = offices.filter((unit) => !planned.some((name) => isPlanUnit(unit, snapshot.book.name, name)))
    const missing = planned.filter((name) => planUnit(offices, snapshot.book.name, name) === undefined)
    const difference: readonly Flag[] =
      institutions.length === stations
        ? []
        : [
            {
              text: `事业单位应综合设置为 ${stations} 个站，现有 ${institutions.length} 个。`,
              remedy: '核对机构名称和类别。',
              facts: { 应设: stations, 现有: institutions.length },
            },
          ]
    return [
      ...extra.map((unit): Flag => ({
        unitId: unit.id,
        text: `${unit.name}不在统一设置的“四办”之内。`,
        remedy: '核对机构名称；另有批文的，登记批文后换用相应规则包。',
      })),
      ...missing.map((name): Flag => ({ text: `没有登记${name}。`, remedy: '核对机构名称和类别，或补登机构。' })),
      ...difference,
    ]
  },
}
