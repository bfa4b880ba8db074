import { OFF_QUOTA_KIND_NAMES } from '../../model/person.ts'
import type { Flag, Rule } from '../rule.ts'
import { nameList } from '../wording.ts'
import { maskedCountyPlan } from '../sources.ts'

/** 编外用工 of a kind beyond its 控制数. A kind without a number on record is not judged. */
export const offQuotaControlRule: Rule<'offQuotaControls'> = {
  id: 'A14',
  title: '编外用工不得超过控制数',
  covers: ['R001-11'],
  severity: 'error',
  effect: 'none',
  sources: [
    maskedCountyPlan({
      article: null,
      clause:
        '各乡镇可根据自身工作特点和工作需要,按照机构编制部门核定的政府购买服务人员数量,有计划地进行招聘,满足工作需求。',
    }),
  ],
  pack: null,
  stage: 'facts',
  reads: ['offQuotaControls'],
  parameters: [],
  check: ({ snapshot, index }) =>
    snapshot.offQuotaControls.flatMap((control): readonly Flag[] => {
      const people = index.present
        .filter(({ holdings }) => holdings.some((holding) => holding.offQuotaKind === control.kind))
        .map(({ person }) => person)
      const over = people.length - control.amount
      if (over <= 0) return []
      return [
        {
          text:
            `${OFF_QUOTA_KIND_NAMES[control.kind]}人员控制数 ${control.amount} 名（${control.documentNumber}），实有 ` +
            `${people.length} 名，超 ${over} 名。实有：${nameList(people)}。`,
          remedy: '按消化计划减少用工，或取得调整控制数的批文后登记。',
          facts: { 控制数: control.amount, 实有: people.length, 超出: over },
        },
      ]
    }),
}
