import { QUOTA_CATEGORY_NAMES } from '../../model/quota-category.ts'
import type { Flag, Rule } from '../rule.ts'
import { secondmentPapers } from '../secondment-papers.ts'
import { termsOf } from '../terms.ts'
import { provincialSecondment } from '../sources.ts'

/**
 * A unit without a vacant seat borrows people with nothing that allows it. 满编: no line of the unit is vacant; a unit without any quota is
 * not judged. In a book that keeps no approvals of 借调 at all it is only a warning: the paper may be in the drawer.
 */
export const fullBorrowerRule: Rule<'records' | 'changes'> = {
  id: 'H3',
  title: '满编、超编单位借用人员须经批准',
  severity: 'error',
  effect: 'none',
  fact: 'loanPapers',
  sources: [provincialSecondment('满编、超编单位无特殊原因,未经审批不得借调工作人员。')],
  pack: null,
  stage: 'facts',
  reads: ['records', 'changes'],
  parameters: [],
  check: ({ snapshot, figures, index }) => {
    const terms = termsOf(index, 'secondedIn')
    if (terms.length === 0) return []
    const papers = secondmentPapers(snapshot.records, snapshot.changes)
    const linesOf = Map.groupBy(
      figures.lines.filter((line) => line.quota > 0),
      (line) => line.unitId,
    )
    return terms.flatMap(({ person, holding }): readonly Flag[] => {
      const unit = index.unitOf(holding)
      const lines = unit === undefined ? undefined : linesOf.get(unit.id)
      if (
        unit === undefined ||
        lines === undefined ||
        lines.some((line) => line.vacancy > 0) ||
        papers.of(holding) !== undefined
      )
        return []
      const arithmetic = lines
        .map((line) => `${QUOTA_CATEGORY_NAMES[line.category]}核定 ${line.quota} 名、实有 ${line.actual} 名`)
        .join('，')
      return [
        {
          ...(papers.kept ? {} : { severity: 'warning' as const }),
          unitId: unit.id,
          personId: person.id,
          text: `${unit.name}没有空编（${arithmetic}），又从${holding.counterpart ?? '（单位未登记）'}借入${person.name}，没有登记批准文件。`,
          remedy: '补登借调审批表或上级批准；没有批准的，退回原单位。',
          facts: { 核定: sum(lines.map((line) => line.quota)), 实有: sum(lines.map((line) => line.actual)) },
        },
      ]
    })
  },
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
