import { EXIT_CAUSE_NAMES } from '../../ledger/sentences/cause-names.ts'
import { paidAfterExit } from '../paid-after-exit.ts'
import type { Rule } from '../rule.ts'
import { dateText } from '../wording.ts'
import { noFalseNames, emptyPay2014 } from '../sources.ts'

/** Every 退出原因 that ends the relation but death (G4): 调动 ends it with this township too. */
const { 35: _death, ...CAUSES } = EXIT_CAUSE_NAMES

/** 已终止人事关系 or 离退休, still paid as 在职. */
export const paidAfterLeavingRule: Rule<'exits' | 'records'> = {
  id: 'G3',
  title: '已离退休、已终止人事关系的不得按在职领取工资',
  severity: 'error',
  effect: 'none',
  sources: [emptyPay2014('已与单位终止人事关系或已办理离退休手续，仍按在职人员领取工资、津贴补贴的'), noFalseNames],
  pack: null,
  stage: 'facts',
  reads: ['exits', 'records'],
  parameters: [],
  check: ({ snapshot, index }) =>
    paidAfterExit(snapshot, index, CAUSES).map(({ exit, causeName }) => ({
      unitId: exit.unitId,
      personId: exit.personId,
      text: `${exit.personName}${dateText(exit.on)}已${causeName}出编，仍登记为按在职发放工资。`,
      remedy: '通知财政、人社停发并追回多发的工资；已停发的，登记停发。',
      facts: { 出编日: exit.on },
    })),
}
