import type { Rule } from '../rule.ts'
import { nameList, peopleOf } from '../wording.ts'

/** What may not be done for people over quota: said once, with their names. Who they are is known only when the first stage has run. */
export const overQuotaHandlingRule: Rule<never> = {
  id: 'I4',
  title: '超编人员不予办理手续，不纳入统发工资',
  severity: 'info',
  effect: 'none',
  source: {
    document: '省级行政机构设置和编制管理办法（未载明省份）；地方各级人民政府机构设置和编制管理条例',
    documentNumber: '国务院令第486号',
    article: '第六条',
    clause: '对违反规定超编使用的人员，不予办理录用、聘用（聘任）、调动、社会保险等手续，不得纳入统发工资范围（要点，非原文）',
    inForceFrom: null,
  },
  pack: null,
  stage: 'standing',
  reads: [],
  parameters: [],
  check: ({ standing, index }) => {
    const people = peopleOf(index, standing.overQuota.map(({ personId }) => personId))
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
