import { lateExits } from '../late-exits.ts'
import { numberParameter } from '../parameters.ts'
import type { Rule } from '../rule.ts'

const PARAMETER = 'exitReviewMonths'

/** What follows from 逾期核销 (F1): said once for the book, and only while there is one. */
export const lateExitConsequenceRule: Rule<'exits' | 'holidays' | 'records'> = {
  id: 'F5',
  title: '逾期核销的后果',
  severity: 'info',
  effect: 'none',
  fact: 'consequences',
  sources: [
    {
      law: 'tengzhou-2013-05',
      article: null,
      clause:
        '凡不按时办理人员编制核销手续的,市编办不再受理该单位编制使用计划和机构编制事项,市人社、财政部门不再受理相关业务',
    },
  ],
  pack: null,
  stage: 'facts',
  reads: ['exits', 'holidays', 'records'],
  parameters: [PARAMETER],
  check: ({ snapshot, parameters }) => {
    // Who was only typed in late may have been filed in time: nobody is threatened for that.
    const late = lateExits(snapshot, numberParameter(parameters, PARAMETER)).filter(
      ({ filedOn }) => filedOn !== null,
    ).length
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
