import type { Holding } from '../../model/person.ts'
import { addDays } from '../../model/plain-date.ts'
import type { Flag, Rule } from '../rule.ts'
import type { SnapshotIndex } from '../../model/snapshot-index.ts'
import { QUOTA_CATEGORY_NAMES } from '../../model/quota-category.ts'
import { secondmentPapers } from '../secondment-papers.ts'
import { termsOf } from '../terms.ts'
import { dateText, placeName, unitIdOf } from '../wording.ts'
import { noBorrowingFromBelow, changningSystem } from '../sources.ts'

/** 借出 people stay on their own list and stay counted: the finding says where they are, from when to when, and by what paper. */
export const secondedOutRule: Rule<'records' | 'changes'> = {
  id: 'H5',
  fact: 'loan',
  title: '借出人员留在本单位名单，注明借出',
  severity: 'info',
  effect: 'none',
  sources: [noBorrowingFromBelow, changningSystem('借调（起止时间，去向）')],
  pack: null,
  stage: 'facts',
  reads: ['records', 'changes'],
  parameters: [],
  check: ({ snapshot, index }) => {
    const papers = secondmentPapers(snapshot.records, snapshot.changes)
    return termsOf(index, 'secondedOut').map(({ person, holding }): Flag => {
      const paper = papers.of(holding)
      return {
        unitId: unitIdOf(index, person.id),
        personId: person.id,
        text:
          `${person.name}借出到${holding.counterpart ?? '（去向未登记）'}（${spanText(holding)}，` +
          `${paper === undefined ? '批文未登记' : `批文：${paper}`}）：${ownPlace(index, person.id)}`,
        remedy:
          holding.counterpart === null ? '补登借出去向和批准文号。' : '核对借调期限和批准文号；期满未归的，督促返回。',
        facts: {
          去向: holding.counterpart ?? '未登记',
          起: holding.enteredOn ?? holding.validFrom,
          期满: holding.dueOn ?? '未登记',
          批文: paper ?? '未登记',
        },
      }
    })
  },
}

/** "2026年1月1日起，约定2026年6月30日期满，至2026年6月30日止": what is known of it. */
function spanText(holding: Holding): string {
  const due = holding.dueOn === null ? '' : `，约定${dateText(holding.dueOn)}期满`
  const end = holding.validTo === null ? '' : `，至${dateText(addDays(holding.validTo, -1))}止`
  return `${dateText(holding.enteredOn ?? holding.validFrom)}起${due}${end}`
}

function ownPlace(index: SnapshotIndex, personId: string): string {
  const counted = index.countedHoldingOf(personId)
  if (counted === undefined || counted.category === null) return '本乡镇没有登记其占编岗位。'
  return `仍占${placeName(index, counted)}的${QUOTA_CATEGORY_NAMES[counted.category]}，计入实有，留在本单位名单。`
}
