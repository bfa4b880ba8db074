import { OFF_QUOTA_KIND_NAMES } from '../../model/person.ts'
import { chosenAmong } from '../chosen-among.ts'
import type { Rule } from '../rule.ts'
import { maskedCountyPlan } from '../sources.ts'
import { nameList } from '../wording.ts'

const KIND = 'purchasedService'

/** 政府购买服务 staff while no 核定数 of them is on record: nobody can say whether there are too many. */
export const purchasedWithoutNumberRule: Rule<'offQuotaControls'> = {
  id: 'A16',
  title: '购买服务人员应有核定数',
  severity: 'warning',
  effect: 'none',
  sources: [maskedCountyPlan({ article: null, clause: '按照机构编制部门核定的政府购买服务人员数量,有计划地进行招聘' })],
  pack: null,
  stage: 'facts',
  reads: ['offQuotaControls'],
  parameters: [],
  check: ({ snapshot, index }) => {
    if (snapshot.offQuotaControls.some((control) => control.kind === KIND)) return []
    const people = purchased(index.present).map(({ person }) => person)
    if (people.length === 0) return []
    return [
      {
        text: `${OFF_QUOTA_KIND_NAMES[KIND]}人员 ${people.length} 人，没有登记核定数：${nameList(people)}。`,
        remedy: '查找机构编制部门核定购买服务人员数量的文件，登记编外用工控制数；没有核定的，报请核定。',
        facts: { 实有: people.length },
      },
    ]
  },
}

const purchased = chosenAmong(({ holdings }) => holdings.some((holding) => holding.offQuotaKind === KIND))
