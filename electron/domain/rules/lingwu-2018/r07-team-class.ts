import { PACK_IDS } from '../packs/pack-ids.ts'
import { numberParameter } from '../parameters.ts'
import type { Rule } from '../rule.ts'
import { lingwu2018 } from '../sources.ts'

const CLASSES = 'teamClasses'

/** A class of the last calendar year that is over. Where no training of that year is on record at all, R002-01 has said so already. */
export const teamClassRule: Rule<'records'> = {
  id: 'R002-07',
  title: '每年至少举办一期班子成员培训班',
  severity: 'warning',
  effect: 'none',
  sources: [
    lingwu2018({
      article: '三（二）',
      clause: '市委组织部、党校每年至少举办一期乡镇领导班子、村(社区)两委班子成员培训班',
    }),
  ],
  pack: PACK_IDS.lingwu2018,
  stage: 'facts',
  reads: ['records'],
  parameters: [CLASSES],
  check: ({ snapshot, parameters }) => {
    const year = Number(snapshot.asOf.slice(0, 4)) - 1
    const needed = numberParameter(parameters, CLASSES)
    const trainings = snapshot.records.training.filter((training) => training.validFrom.startsWith(`${year}-`))
    // One class is entered once for each who went: same title and first day, same class.
    const held = new Set(
      trainings
        .filter((training) => training.trainingKind === 'teamClass')
        .map((training) => `${training.title}|${training.validFrom}`),
    ).size
    if (trainings.length === 0 || held >= needed) return []
    return [
      {
        text: `${year} 年登记的乡镇领导班子、村（社区）两委班子成员培训班 ${held} 期，每年至少 ${needed} 期。`,
        remedy: '举办过的，补登培训班；没有举办的，向组织部、党校反映。',
        facts: { 年度: year, 举办: held, 应有: needed },
      },
    ]
  },
}
