import type { Rule } from '../rule.ts'
import { nameList, peopleOf } from '../wording.ts'
import { strictControl2007, basisOfPeople } from '../sources.ts'

/** What may not be done for people over quota: said once, with their names. Who they are is known only when the first stage has run. */
export const overQuotaHandlingRule: Rule<never> = {
  id: 'I4',
  title: '超编人员不予办理手续，不纳入统发工资',
  severity: 'info',
  effect: 'none',
  fact: 'consequences',
  sources: [
    strictControl2007({
      article: '五',
      clause:
        '对超编进入的人员，组织（人事）部门不得办理录用、聘用（任）、调任手续、核定工资，财政部门不得纳入统发工资范围，公安等部门不得办理户口迁移等手续。',
    }),
    basisOfPeople,
  ],
  pack: null,
  stage: 'standing',
  reads: [],
  parameters: [],
  check: ({ standing, index }) => {
    const people = peopleOf(
      index,
      standing.overQuota.map(({ personId }) => personId),
    )
    if (people.length === 0) return []
    return [
      {
        text: `超编 ${people.length} 人（${nameList(people)}）：消化之前，不予办理录用、聘用、调动、社会保险等手续，不纳入统发工资。`,
        remedy: '先按核定编制消化超编人员，再办理相关手续。',
        facts: { 超编人数: people.length },
      },
    ]
  },
}
