import { QUOTA_CATEGORY_NAMES } from '../../model/quota-category.ts'
import { approvedTotals } from '../../quota/covered-categories.ts'
import type { BookSnapshot } from '../../model/book-snapshot.ts'
import { madeOf } from '../../model/made-of.ts'
import type { Flag, Rule } from '../rule.ts'
import { oneApproval, basisOfPeople } from '../sources.ts'

/** The parts do not add up to the approved total: one of the documents is missing or wrongly entered. */
export const allocationSumRule: Rule<'leadershipQuotas' | 'units'> = {
  id: 'A5',
  title: '各机构编制合计应等于核定总数',
  severity: 'error',
  effect: 'none',
  sources: [oneApproval, basisOfPeople],
  pack: null,
  stage: 'facts',
  reads: ['leadershipQuotas', 'units'],
  parameters: [],
  check: (input) => [
    ...approvedTotals(input.figures).flatMap(({ category, approved, allotted }) =>
      compare(QUOTA_CATEGORY_NAMES[category], approved, allotted),
    ),
    ...leadershipSum(input.snapshot.leadershipQuotas, input.snapshot.units),
  ],
}

function compare(what: string, approved: number, allotted: number): readonly Flag[] {
  if (approved === allotted) return []
  const difference = Math.abs(approved - allotted)
  return [
    {
      text: `${what}核定总数 ${approved} 名，各机构合计 ${allotted} 名，${allotted > approved ? `多分 ${difference} 名` : `有 ${difference} 名未分到机构`}。`,
      remedy: '对照批文核对各机构的核定数；总数或分项调整过的，补登调整文号和生效日。',
      facts: { 核定总数: approved, 分项合计: allotted, 相差: difference },
    },
  ]
}

/** The township's own 领导职数 entry against those of its units, where both are on record. */
const leadershipSum = madeOf(
  (quotas: BookSnapshot['leadershipQuotas'], units: BookSnapshot['units']): readonly Flag[] => {
    const roots = new Set(units.filter((unit) => unit.kind === 'township').map((unit) => unit.id))
    const total = (entries: typeof quotas) => entries.reduce((sum, entry) => sum + entry.amount, 0)
    const approved = quotas.filter((entry) => roots.has(entry.unitId))
    const allotted = quotas.filter((entry) => !roots.has(entry.unitId))
    return approved.length === 0 || allotted.length === 0 ? [] : compare('领导职数', total(approved), total(allotted))
  },
)
