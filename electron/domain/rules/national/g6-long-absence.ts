import { ABSENCE_KIND_NAMES } from '../../../vocabulary/standing.ts'
import type { Absence } from '../../model/limits.ts'
import { addMonthsToDay } from '../../model/plain-date.ts'
import { numberParameter } from '../parameters.ts'
import type { Flag, Rule } from '../rule.ts'
import { dateText, unitIdOf } from '../wording.ts'

const SICK = 'sickLeaveMonths'
const STUDY = 'studyMonths'

/** 长期病休 and 带工资学习: still counted, so the township works without them. A statistic first, then a sign of 在编不在岗. */
export const longAbsenceRule: Rule<'absences'> = {
  id: 'G6',
  title: '长期病休、离岗学习',
  severity: 'warning',
  effect: 'none',
  sources: [{ law: 'statistics-items', article: null, clause: '长期病休(>6个月)人数；带工资学习一年以上人数' }],
  pack: null,
  stage: 'facts',
  reads: ['absences'],
  parameters: [SICK, STUDY],
  check: ({ snapshot, index, parameters }) => {
    const limits: Readonly<Record<Absence['kind'], { readonly name: string; readonly months: number } | null>> = {
      sickLeave: { name: ABSENCE_KIND_NAMES.sickLeave, months: numberParameter(parameters, SICK) },
      study: { name: ABSENCE_KIND_NAMES.study, months: numberParameter(parameters, STUDY) },
      offPost: null,
      suspended: null,
    }
    return snapshot.absences.flatMap((absence): readonly Flag[] => {
      const limit = limits[absence.kind]
      const person = index.person(absence.personId)
      if (limit === null || person === undefined || index.countedHoldingOf(person.id) === undefined) return []
      if (snapshot.asOf <= addMonthsToDay(absence.validFrom, limit.months)) return []
      return [
        {
          unitId: unitIdOf(index, person.id),
          personId: person.id,
          text: `${person.name}自${dateText(absence.validFrom)}起${limit.name}，已超过 ${limit.months} 个月，仍计入实有。`,
          remedy: '核对批准手续和工资待遇；已返岗的登记返岗，应退休或出编的办理手续。',
          facts: { 起: absence.validFrom, 期限月数: limit.months },
        },
      ]
    })
  },
}
