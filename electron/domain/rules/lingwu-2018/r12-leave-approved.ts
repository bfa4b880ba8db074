import { PACK_IDS } from '../packs/pack-ids.ts'
import { ABSENCE_KIND_NAMES } from '../../../vocabulary/standing.ts'
import type { Flag, Rule } from '../rule.ts'
import { dateText, unitIdOf } from '../wording.ts'
import { lingwu2018 } from '../sources.ts'

/** Present or on leave with a paper. 挂名 and 旷工 are the national G1 and G2; how long leave lasts is G6. */
export const leaveApprovedRule: Rule<'absences'> = {
  id: 'R002-12',
  title: '在岗在位，离岗须经批准',
  severity: 'warning',
  effect: 'none',
  sources: [
    lingwu2018({
      article: '三（三）',
      clause: '坚持从严管理,严格执行工作、考勤、病事假等制度,督促乡镇干部在岗在位、安心用心、扎实工作、奋发有为。',
    }),
  ],
  pack: PACK_IDS.lingwu2018,
  stage: 'facts',
  reads: ['absences'],
  parameters: [],
  check: ({ snapshot, index }) =>
    snapshot.absences.flatMap((absence): readonly Flag[] => {
      const person = index.person(absence.personId)
      if (person === undefined || absence.documentNumber !== null || index.countedHoldingOf(person.id) === undefined)
        return []
      return [
        {
          unitId: unitIdOf(index, person.id),
          personId: person.id,
          text: `${person.name}自${dateText(absence.validFrom)}起${ABSENCE_KIND_NAMES[absence.kind]}，没有登记批准文号。`,
          remedy: '补登批准文号；没有批准的，通知返岗。',
          facts: { 起: absence.validFrom },
        },
      ]
    }),
}
