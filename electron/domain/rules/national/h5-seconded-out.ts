import { QUOTA_CATEGORY_NAMES } from '../../model/quota-category.ts'
import type { Flag, Rule, SnapshotIndex } from '../rule.ts'
import { dateText, placeName, unitIdOf } from '../wording.ts'

/** 借出 people stay on their own list and stay counted: the finding says where they are. */
export const secondedOutRule: Rule<never> = {
  id: 'H5',
  title: '借出人员留在本单位名单，注明借出',
  severity: 'info',
  effect: 'none',
  source: {
    document: '上海市长宁区公务员、事业单位人事管理系统数据项',
    documentNumber: null,
    article: null,
    clause: '借调（起止时间，去向）',
    inForceFrom: null,
  },
  pack: null,
  stage: 'facts',
  reads: [],
  parameters: [],
  check: ({ index }) =>
    index.present.flatMap(({ person, holdings }) =>
      holdings.filter((holding) => holding.kind === 'secondedOut').map((holding): Flag => {
        const since = holding.enteredOn ?? holding.validFrom
        const until = holding.validTo === null ? '起' : `起，至${dateText(holding.validTo)}止`
        return {
          unitId: unitIdOf(index, person.id),
          personId: person.id,
          text: `${person.name}借出到${holding.counterpart ?? '（去向未登记）'}（${dateText(since)}${until}）：${ownPlace(index, person.id)}`,
          remedy: holding.counterpart === null ? '补登借出去向和批准文号。' : '核对借调期限和批准文号；期满未归的，督促返回。',
          facts: { 去向: holding.counterpart ?? '未登记', 起: since },
        }
      }),
    ),
}

function ownPlace(index: SnapshotIndex, personId: string): string {
  const counted = index.countedHoldingOf(personId)
  if (counted === undefined || counted.category === null) return '本乡镇没有登记其占编岗位。'
  return `仍占${placeName(index, counted)}的${QUOTA_CATEGORY_NAMES[counted.category]}，计入实有，留在本单位名单。`
}
