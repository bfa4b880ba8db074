import { flagSetApart } from '../set-apart.ts'
import { ruleByPerson } from '../rule-by-person.ts'
import { namedRoster } from '../sources.ts'

/** 借入 and 临时聘用 people: set apart, never on the 在编 list. */
export const secondedInRule = ruleByPerson({
  id: 'C3',
  title: '借入、临时聘用人员不得列入在编名单',
  severity: 'error',
  effect: 'eligibility',
  sources: [namedRoster, { law: 'hubei-2006', article: '人员公布信息', clause: '明确区分在编人员和超编人员' }],
  pack: null,
  stage: 'facts',
  parameters: [],
  ofPerson: (present, { index }) =>
    flagSetApart(present, index, (holding) => holding.kind === 'secondedIn' || holding.offQuotaKind === 'temporary', {
      why: (holding) =>
        holding.kind === 'secondedIn'
          ? `编制在原单位${holding.counterpart === null ? '' : `（${holding.counterpart}）`}，本乡镇不计`
          : '临时聘用，没有编制，另列编外台账',
      remedy: '取消占编标记：借入人员的编制在原单位，临时聘用人员没有编制。',
    }),
})
