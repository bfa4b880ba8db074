import { firstDayOf } from '../../model/plain-date.ts'
import { isInstitutionStaff } from '../../model/quota-category.ts'
import { readEntryRoute } from '../../says/read-entry-route.ts'
import { listParameter } from '../parameters.ts'
import type { Flag, RuleInput } from '../rule.ts'
import { ruleByToldPerson } from '../rule-by-person.ts'
import { dateText, placeName, unitIdOf } from '../wording.ts'
import { institutionStaffRegulation, INSTITUTION_STAFF_FROM } from '../sources.ts'

const PARAMETER = 'closedHiringRoutes'
const UNLAWFUL = 'unlawfulEntryRoutes'

/**
 * A 事业单位 has hired somebody otherwise than in the open. Not judged: who came before the regulation, 调入 and 政策性安置 (their ways in
 * are not on the list), leaders, and who has the superior's word on record (上级任命, 涉密岗位). A way that is no way at all is C2's.
 */
export const openRecruitmentRule = ruleByToldPerson({
  id: 'E3',
  title: '事业单位新聘用人员应当公开招聘',
  severity: 'error',
  effect: 'evidence',
  fact: 'entryRoute',
  sources: [
    institutionStaffRegulation({
      article: '第八条',
      clause:
        '事业单位新聘用工作人员，应当面向社会公开招聘。但是，国家政策性安置、按照人事管理权限由上级任命、涉密岗位等人员除外。',
    }),
  ],
  pack: null,
  stage: 'facts',
  reads: ['records'],
  parameters: [PARAMETER, UNLAWFUL],
  told: ({ snapshot, parameters }: RuleInput<'records'>) => {
    const unlawful = listParameter(parameters, UNLAWFUL)
    const closed = new Set(
      listParameter(parameters, PARAMETER).filter((route) => readEntryRoute(route, unlawful) !== 'unlawful'),
    )
    const excepted = new Set(
      snapshot.records.evidence
        .filter((record) => record.evidence === 'superiorApproval')
        .map((record) => record.personId),
    )
    return { closed, excepted }
  },
  ofPerson: ({ person, counted: holding }, { index }, { closed, excepted }): readonly Flag[] => {
    if (holding === undefined || holding.category === null || holding.enteredOn === null || holding.entryRoute === null)
      return []
    const route = holding.entryRoute.trim()
    if (!closed.has(route) || !isInstitutionStaff(holding.category) || holding.occupiesLeadership) return []
    if (firstDayOf(holding.enteredOn) < INSTITUTION_STAFF_FROM || excepted.has(person.id)) return []
    return [
      {
        unitId: unitIdOf(index, person.id),
        personId: person.id,
        text: `${person.name}（${placeName(index, holding)}）${dateText(holding.enteredOn)}进入事业单位，进入形式为“${route}”，不是公开招聘，也不是政策性安置、上级任命或涉密岗位。`,
        remedy: '核对进入形式，有误的更正；属于上级任命或涉密岗位的，登记上级批准文号。',
        facts: { 进入形式: route, 入编时间: holding.enteredOn },
      },
    ]
  },
})
