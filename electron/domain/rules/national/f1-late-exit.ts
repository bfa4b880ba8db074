import { EXIT_CAUSE_NAMES } from '../../ledger/cause-names.ts'
import { lateExits } from '../late-exits.ts'
import { numberParameter } from '../parameters.ts'
import type { Rule } from '../rule.ts'
import { tengzhou2013 } from '../sources.ts'
import { dateText } from '../wording.ts'

const PARAMETER = 'exitReviewMonths'

/** 逾期核销: an exit that the book learnt more than ten working days after it happened; older than the period under review it is history. */
export const lateExitRule: Rule<'exits' | 'holidays'> = {
  id: 'F1',
  title: '出编应在 10 个工作日内核销',
  severity: 'error',
  effect: 'none',
  source: tengzhou2013('退休、调动、辞职、解聘、开除、死亡的，自发生之日起 10 个工作日内办理核销'),
  pack: null,
  stage: 'facts',
  reads: ['exits', 'holidays'],
  parameters: [PARAMETER],
  check: ({ snapshot, parameters }) =>
    lateExits(snapshot, numberParameter(parameters, PARAMETER)).map(({ exit, deadline }) => ({
      unitId: exit.unitId,
      personId: exit.personId,
      text: `${exit.personName}${dateText(exit.on)}${EXIT_CAUSE_NAMES[exit.cause ?? ''] ?? '出编'}，应在${dateText(deadline)}前核销（10 个工作日），${dateText(exit.recordedOn)}才登记，逾期核销。`,
      remedy: '向编办说明逾期原因；核对逾期期间是否仍在发放工资。',
      facts: { 发生日: exit.on, 应核销日: deadline, 登记日: exit.recordedOn },
    })),
}
