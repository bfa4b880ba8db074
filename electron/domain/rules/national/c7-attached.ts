import { flagSetApart } from '../set-apart.ts'
import { ruleByPerson } from '../rule-by-person.ts'
import { civilServantLaw } from '../sources.ts'

/** 挂职 people stay on the roll of the unit that sent them. */
export const attachedRule = ruleByPerson({
  id: 'C7',
  title: '挂职人员编制留在原单位',
  severity: 'error',
  effect: 'eligibility',
  sources: [civilServantLaw({ article: '第七十二条第二款', clause: '公务员在挂职期间，不改变与原机关的人事关系。' })],
  pack: null,
  stage: 'facts',
  parameters: [],
  ofPerson: (present, { index }) =>
    flagSetApart(present, index, (holding) => holding.kind === 'attached', {
      why: (holding) =>
        `挂职期间人事关系留在原单位${holding.counterpart === null ? '' : `（${holding.counterpart}）`}，本乡镇不计`,
      remedy: '取消占编标记：挂职人员由派出单位计编。',
    }),
})
