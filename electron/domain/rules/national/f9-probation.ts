import { addDays, addMonths, addMonthsToDay, inForceOn, monthOf, type PlainDate } from '../../model/plain-date.ts'
import { isInstitutionStaff } from '../../model/quota-category.ts'
import type { RecordOf } from '../../model/records.ts'
import type { Flag, Rule } from '../rule.ts'
import { dateText, unitIdOf } from '../wording.ts'
import { institutionStaffRegulation } from '../sources.ts'

const LEAST_YEARS = 3
const MONTHS = 12

/** 试用期 of somebody in their first employment, on a contract of three years or more: a reminder in its last month and in the month before. */
export const probationRule: Rule<'records'> = {
  id: 'F9',
  title: '试用期满提醒',
  severity: 'info',
  effect: 'none',
  sources: [
    institutionStaffRegulation({
      article: '第十三条',
      clause: '初次就业的工作人员与事业单位订立的聘用合同期限3年以上的，试用期为12个月。',
    }),
  ],
  pack: null,
  stage: 'facts',
  reads: ['records'],
  parameters: [],
  check: ({ snapshot, index }) => {
    const month = monthOf(snapshot.asOf)
    return snapshot.records.contract
      .filter((own) => inForceOn(own, snapshot.asOf) && hasProbation(own))
      .flatMap((contract): readonly Flag[] => {
        const person = index.person(contract.personId ?? '')
        const category = person === undefined ? null : (index.countedHoldingOf(person.id)?.category ?? null)
        if (person === undefined || category === null || !isInstitutionStaff(category)) return []
        const last = lastDayOfProbation(contract.validFrom)
        const when = monthOf(last) === month ? '本月满' : monthOf(last) === addMonths(month, 1) ? '下月满' : null
        if (when === null) return []
        return [
          {
            unitId: unitIdOf(index, person.id),
            personId: person.id,
            text: `${person.name}${dateText(contract.validFrom)}订立聘用合同，试用期 ${MONTHS} 个月，${dateText(last)}期满（${when}）。`,
            remedy: '期满前考核，合格的办理转正和岗位聘用手续。',
            facts: { 试用期满: last, 提醒: when },
          },
        ]
      })
  },
}

/** A contract without a term, or until retirement, is longer than any term. */
function hasProbation(contract: RecordOf<'contract'>): boolean {
  return contract.firstEmployment && (contract.years === null || contract.years >= LEAST_YEARS)
}

function lastDayOfProbation(from: PlainDate): PlainDate {
  return addDays(addMonthsToDay(from, MONTHS), -1)
}
