import { EXIT_CAUSE_NAMES } from '../../ledger/sentences/cause-names.ts'
import { ASK_RECEIPT } from '../filings.ts'
import { lateExits } from '../late-exits.ts'
import { numberParameter } from '../parameters.ts'
import type { Rule } from '../rule.ts'
import { dateText } from '../wording.ts'
import { tengzhou2013 } from '../sources.ts'

const PARAMETER = 'exitReviewMonths'

/** 逾期核销, judged by 申报日 and its receipt; an exit only typed in late is a question. Older than the period under review it is history. */
export const lateExitRule: Rule<'exits' | 'holidays' | 'records'> = {
  id: 'F1',
  title: '出编应在 10 个工作日内核销',
  severity: 'error',
  effect: 'none',
  sources: [
    tengzhou2013(
      '机关、事业单位因退休、调动、辞职、解聘、开除、死亡等原因,在编在职人员自然减少的,主管部门应在出现上述情况十个工作日内向机构编制部门申报人员编制核销。',
    ),
  ],
  pack: null,
  stage: 'facts',
  reads: ['exits', 'holidays', 'records'],
  parameters: [PARAMETER],
  check: ({ snapshot, parameters }) =>
    lateExits(snapshot, numberParameter(parameters, PARAMETER)).map(({ exit, deadline, filedOn }) => ({
      unitId: exit.unitId,
      personId: exit.personId,
      ...(filedOn === null ? { severity: 'warning' as const } : {}),
      text:
        `${exit.personName}${dateText(exit.on)}${EXIT_CAUSE_NAMES[exit.cause ?? ''] ?? '出编'}，` +
        `应在${dateText(deadline)}前申报核销（10 个工作日），` +
        (filedOn === null
          ? `${dateText(exit.recordedOn)}才登记，没有申报日和回执，是否逾期待查。`
          : `${dateText(filedOn)}才申报，逾期核销。`),
      remedy:
        filedOn === null
          ? `${ASK_RECEIPT}没有申报的，马上申报，核对这期间是否仍在发放工资。`
          : '向编办说明逾期原因；核对逾期期间是否仍在发放工资。',
      facts: { 发生日: exit.on, 应核销日: deadline, 登记日: exit.recordedOn, 申报日: filedOn ?? '未登记' },
    })),
}
