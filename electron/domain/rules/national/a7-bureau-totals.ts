import { QUOTA_CATEGORY_NAMES } from '../../model/quota-category.ts'
import type { Flag, Rule } from '../rule.ts'
import { referencePairs } from '../reference-pairs.ts'
import { rightFigures } from '../sources.ts'

/**
 * The book's approved total against the bureau's own ledger, category by category: a report that differs is sent back. Where the book has
 * no total of its own the units' sum stands for it; where both are there and differ, A5 says so. No number of the bureau's: not compared.
 */
export const bureauTotalsRule: Rule<'records'> = {
  id: 'A7',
  title: '核定总数应与县编办台账一致',
  severity: 'error',
  effect: 'none',
  sources: [rightFigures, { law: 'anhui-2014-166', article: null, clause: '否则上报数据不予接收' }],
  pack: null,
  stage: 'facts',
  reads: ['records'],
  parameters: [],
  check: ({ snapshot, figures }) =>
    referencePairs(snapshot.records, figures, 'bureau')
      .filter(({ reference, own }) => own !== reference.amount)
      .map(({ reference, own }): Flag => {
        const name = QUOTA_CATEGORY_NAMES[reference.category]
        const difference = Math.abs(own - reference.amount)
        return {
          text: `${name}核定总数 ${own} 名，县编办台账 ${reference.amount} 名，${own > reference.amount ? '多' : '少'} ${difference} 名；上报数据将不予接收。`,
          remedy: '与编办对账：本地漏登批文的补登核定编制，台账有误的请编办更正后改登台账数。',
          facts: { 编制类型: name, 核定总数: own, 县编办台账: reference.amount, 相差: difference },
        }
      }),
}
