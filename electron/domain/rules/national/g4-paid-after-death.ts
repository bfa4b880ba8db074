import { paidAfterExit } from '../paid-after-exit.ts'
import type { Rule } from '../rule.ts'
import { dateText } from '../wording.ts'
import { noFalseNames, emptyPay2014 } from '../sources.ts'

const DEATH = { '35': '死亡' } as const

/** Dead, or declared dead or missing, and somebody still draws the pay. */
export const paidAfterDeathRule: Rule<'exits' | 'records'> = {
  id: 'G4',
  title: '死亡、宣告死亡或失踪的应停发工资',
  severity: 'error',
  effect: 'none',
  sources: [emptyPay2014('已死亡或被人民法院宣告死亡、失踪，仍由他人继续领取工资、津贴补贴的'), noFalseNames],
  pack: null,
  stage: 'facts',
  reads: ['exits', 'records'],
  parameters: [],
  check: ({ snapshot, index }) =>
    paidAfterExit(snapshot, index, DEATH).map(({ exit }) => ({
      unitId: exit.unitId,
      personId: exit.personId,
      text: `${exit.personName}${dateText(exit.on)}死亡（或被宣告死亡、失踪），工资仍登记为在发放。`,
      remedy: '通知财政、人社停发并追回；已停发的，登记停发。',
      facts: { 出编日: exit.on },
    })),
}
