import { lateExits } from '../late-exits.ts'
import { numberParameter } from '../parameters.ts'
import type { Rule } from '../rule.ts'
import { tengzhou2013 } from '../sources.ts'

const PARAMETER = 'exitReviewMonths'

/** What follows from 逾期核销 (F1): said once for the book, and only while there is one. */
export const lateExitConsequenceRule: Rule<'exits' | 'holidays'> = {
  id: 'F5',
  title: '逾期核销的后果',
  severity: 'info',
  effect: 'none',
  source: tengzhou2013('逾期不办理核销的，编办停止受理用编计划和机构编制事项，人社、财政部门停办相关业务；以虚报人员等方式占用编制的，追究责任'),
  pack: null,
  stage: 'facts',
  reads: ['exits', 'holidays'],
  parameters: [PARAMETER],
  check: ({ snapshot, parameters }) => {
    const late = lateExits(snapshot, numberParameter(parameters, PARAMETER)).length
    if (late === 0) return []
    return [
      {
        text: `近期有 ${late} 人次逾期核销：编办可以停止受理用编计划和机构编制事项，人社、财政部门可以停办相关业务；虚报人员占用编制的要追究责任。`,
        remedy: '以后在发生之日起 10 个工作日内登记出编；本次向编办说明情况。',
        facts: { 逾期核销: late },
      },
    ]
  },
}
