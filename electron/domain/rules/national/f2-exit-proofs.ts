import { EXIT_CAUSE_NAMES } from '../../ledger/cause-names.ts'
import { missingExitProofs } from '../../ledger/exit-proofs.ts'
import { addMonthsToDay } from '../../model/plain-date.ts'
import { numberParameter } from '../parameters.ts'
import type { Flag, Rule } from '../rule.ts'
import { tengzhou2013 } from '../sources.ts'
import { dateText } from '../wording.ts'

const PARAMETER = 'exitReviewMonths'

/** 出编 without the papers its cause needs. */
export const exitProofsRule: Rule<'exits'> = {
  id: 'F2',
  title: '出编证明材料应齐全',
  severity: 'error',
  effect: 'none',
  source: tengzhou2013('退休须退休审批表；调动须调动证明；辞职须本人申请和单位研究意见；开除、辞退须主管部门或单位文件；死亡须死亡证明'),
  pack: null,
  stage: 'facts',
  reads: ['exits'],
  parameters: [PARAMETER],
  check: ({ snapshot, parameters }) => {
    const since = addMonthsToDay(snapshot.asOf, -numberParameter(parameters, PARAMETER))
    return snapshot.exits.flatMap((exit): readonly Flag[] => {
      if (exit.on < since || exit.cause === null) return []
      const causeName = EXIT_CAUSE_NAMES[exit.cause]
      const missing = missingExitProofs(exit.cause, exit.proofs)
      if (causeName === undefined || missing.length === 0) return []
      return [
        {
          unitId: exit.unitId,
          personId: exit.personId,
          text: `${exit.personName}${dateText(exit.on)}${causeName}出编，缺证明材料：${missing.join('、')}。`,
          remedy: '补齐加盖公章的复印件后更正登记。',
          facts: { 缺少: missing.join('、') },
        },
      ]
    })
  },
}
