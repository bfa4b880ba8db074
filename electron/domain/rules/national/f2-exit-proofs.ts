import { EXIT_CAUSE_NAMES } from '../../ledger/sentences/cause-names.ts'
import { missingExitProofs } from '../../ledger/planning/exit-proofs.ts'
import { addMonthsToDay } from '../../model/plain-date.ts'
import { numberParameter } from '../parameters.ts'
import type { Flag, Rule } from '../rule.ts'
import { dateText } from '../wording.ts'
import { tengzhou2013 } from '../sources.ts'

const PARAMETER = 'exitReviewMonths'

/** 出编 without the papers its cause needs. */
export const exitProofsRule: Rule<'exits'> = {
  id: 'F2',
  title: '出编证明材料应齐全',
  severity: 'error',
  effect: 'none',
  sources: [
    tengzhou2013(
      '因退休销编需附退休审批表复印件,因调动销编需附干部调动相关证明,因辞职销编需附辞职申请及单位研究意见,因开除(辞退)需附主管部门、单位文件复印件,因死亡需附死亡证明复印件加盖单位公章。',
    ),
  ],
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
