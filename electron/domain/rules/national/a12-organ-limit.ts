import type { Rule } from '../rule.ts'
import { sizedLimit } from '../sized-limit.ts'
import { maskedCountyPlan } from '../sources.ts'

const [USUAL, LARGE, POPULATION] = ['organLimit', 'organLimitLarge', 'organLimitPopulation'] as const

/**
 * 综合设置、限额管理: offices and institutions together. 人大, 纪委, 人武部 and 群团 are set up by other law, 派驻机构 by the body that sends
 * them: neither counts. No national number: silent until a local pack gives one with its document (R001-01, R003-01 … are the packs' own).
 */
export const organLimitRule: Rule<'records' | 'units'> = {
  id: 'A12',
  title: '内设机构和事业单位总数不得超过限额',
  severity: 'error',
  effect: 'none',
  fact: 'organsOver',
  sources: [
    maskedCountyPlan({
      article: null,
      clause:
        '对乡镇党政机构和事业单位实行综合设置、限额管理,原则上总数控制在7个以内,常住人口x万人以上的乡镇可适当增设,但总数不超过x个。',
    }),
  ],
  pack: null,
  stage: 'facts',
  reads: ['records', 'units'],
  parameters: [USUAL, LARGE, POPULATION],
  check: ({ snapshot, parameters }) => {
    const population = snapshot.records.township[0]?.population ?? null
    const found = sizedLimit(parameters, {
      usual: USUAL,
      large: LARGE,
      lines: [{ parameter: POPULATION, own: population, boundary: '以上', what: '常住人口' }],
    })
    if (found === null) return []
    const outside = new Set(
      snapshot.records.unitProfile
        .filter((profile) => profile.outsideLimit || profile.dispatched)
        .map((profile) => profile.unitId),
    )
    const counted = snapshot.units.filter(
      (unit) => (unit.kind === 'office' || unit.kind === 'institution') && !outside.has(unit.id),
    )
    const number = counted.length
    const names = counted.map((unit) => unit.name).join('、')
    const facts = { 限额: found.limit, 现有: number }
    if (number > found.limit) {
      return [
        {
          text: `内设机构和事业单位限额 ${found.limit} 个，现有 ${number} 个，超 ${number - found.limit} 个：${names}。`,
          remedy: '按批文撤并；人大、纪委、人武部、群团和派驻机构，在“资料”的机构概况注明不计入限额。',
          facts: { ...facts, 超出: number - found.limit },
        },
      ]
    }
    if (found.unknown.length === 0 || number <= found.usual) return []
    return [
      {
        severity: 'info',
        text: `内设机构和事业单位现有 ${number} 个，多于一般乡镇的 ${found.usual} 个；没有登记${found.unknown.join('、')}，是否适用 ${found.limit} 个的限额没有核查。`,
        remedy: '在“资料”的乡镇概况登记常住人口。',
        facts,
      },
    ]
  },
}
