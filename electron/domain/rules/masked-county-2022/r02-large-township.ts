import { PACK_IDS } from '../packs/pack-ids.ts'
import { maskableNumber, missingParameterFlag, numberParameter } from '../parameters.ts'
import type { Flag, Rule } from '../rule.ts'
import {
  DEVELOPED_TOWNS,
  isDevelopedTown,
  LARGE_LIMIT,
  LARGE_POPULATION,
  limitedUnits,
  populationSize,
  USUAL_LIMIT,
} from './organ-setting.ts'
import { maskedCountyPlan } from '../sources.ts'

/**
 * More organs for a large township, up to a second number. The published text masks both numbers: each is reported, neither assumed, once there
 * are more organs than any township may have; up to that number neither matters.
 */
export const largeTownshipRule: Rule<'units' | 'records'> = {
  id: 'R001-02',
  title: '人口多的乡镇可以增设，不超过上限',
  severity: 'error',
  effect: 'none',
  sources: [maskedCountyPlan({ article: '四（一）x', clause: '常住人口x万人以上的乡镇可适当增设,但总数不超过x个。' })],
  pack: PACK_IDS.maskedCounty2022,
  stage: 'facts',
  reads: ['units', 'records'],
  parameters: [USUAL_LIMIT, LARGE_POPULATION, LARGE_LIMIT, DEVELOPED_TOWNS],
  check: (input) => {
    const { snapshot, parameters } = input
    if (isDevelopedTown(snapshot.book.name, parameters)) return []
    const units = limitedUnits(snapshot)
    if (units.length <= numberParameter(parameters, USUAL_LIMIT)) return []
    const threshold = maskableNumber(parameters, LARGE_POPULATION)
    const limit = maskableNumber(parameters, LARGE_LIMIT)
    if (typeof threshold !== 'number' || typeof limit !== 'number')
      return [threshold, limit].flatMap((parameter): readonly Flag[] =>
        typeof parameter === 'number' ? [] : [missingParameterFlag(parameter)],
      )
    const size = populationSize(input)
    if (size === 'unknown') {
      return [
        {
          severity: 'info',
          text: `没有登记常住人口，是否达到 ${threshold} 人、可以增设机构没有核查。`,
          remedy: '在“资料”的乡镇概况里登记常住人口。',
          facts: { 人口门槛: threshold },
        },
      ]
    }
    if (size === 'usual' || units.length <= limit) return []
    const over = units.length - limit
    return [
      {
        text: `常住人口达到 ${threshold} 人的乡镇，党政机构和事业单位总数不超过 ${limit} 个，现有 ${units.length} 个，超 ${over} 个：${units.map((unit) => unit.name).join('、')}。`,
        remedy: '核对机构名称和类别；确属多设的，报机构编制部门合并或撤销。',
        facts: { 人口门槛: threshold, 上限: limit, 现有: units.length, 超上限: over },
      },
    ]
  },
}
