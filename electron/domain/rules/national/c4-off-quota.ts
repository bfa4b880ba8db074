import { flagSetApart } from '../set-apart.ts'
import { ruleByPerson } from '../rule-by-person.ts'
import { stateCouncil486 } from '../sources.ts'

/** 编外 people keep their own ledger and use no 编制. 临时聘用 is C3's. */
export const offQuotaRule = ruleByPerson({
  id: 'C4',
  title: '编外人员另列台账',
  severity: 'error',
  effect: 'eligibility',
  sources: [
    stateCouncil486({
      article: '第二十六条第（四）项',
      clause:
        '超出编制限额调配财政供养人员、为超编人员核拨财政资金或者挪用其他资金安排其经费、以虚报人员等方式占用编制并冒用财政资金的',
    }),
  ],
  pack: null,
  stage: 'facts',
  parameters: [],
  ofPerson: (present, { index }) =>
    flagSetApart(present, index, (holding) => holding.kind === 'offQuota' && holding.offQuotaKind !== 'temporary', {
      why: () => '属编外，另列编外台账，不占编制',
      remedy: '取消占编标记，列入编外台账。',
    }),
})
