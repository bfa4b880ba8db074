import { isCivilService } from '../../model/quota-category.ts'
import type { RecordOf } from '../../model/records.ts'
import { madeOf } from '../../model/made-of.ts'
import { ruleByToldPerson } from '../rule-by-person.ts'
import type { Flag, RuleInput } from '../rule.ts'
import { civilServantLaw, institutionStaffRegulation } from '../sources.ts'
import { placeName, unitIdOf } from '../wording.ts'

/**
 * 不称职（不合格） in each of the two latest years on record, one after the other: a 公务员 is to be dismissed, a contract of 事业 may be
 * ended. A year without a record between them is none in a row.
 */
export const failedReviewsRule = ruleByToldPerson({
  id: 'G9',
  title: '连续两年年度考核不称职（不合格）',
  severity: 'error',
  effect: 'none',
  sources: [
    civilServantLaw({ article: '第八十八条第（一）项', clause: '在年度考核中，连续两年被确定为不称职的' }),
    institutionStaffRegulation({
      article: '第十六条',
      clause:
        '事业单位工作人员年度考核不合格且不同意调整工作岗位，或者连续两年年度考核不合格的，事业单位提前30日书面通知，可以解除聘用合同。',
    }),
  ],
  pack: null,
  stage: 'facts',
  reads: ['records'],
  parameters: [],
  told: ({ snapshot }: RuleInput<'records'>) => snapshot.records.annualReview,
  ofPerson: ({ person, counted }, { index }, reviews): readonly Flag[] => {
    const own = reviewsOf(reviews).get(person.id)
    const years = own === undefined ? null : failedInARow(own)
    if (counted === undefined || counted.category === null || years === null) return NOTHING
    const civil = isCivilService(counted.category)
    return [
      {
        unitId: unitIdOf(index, person.id),
        personId: person.id,
        ...(civil ? {} : { severity: 'warning' as const }),
        text:
          `${person.name}（${placeName(index, counted)}）${years[0]}、${years[1]} 年度考核连续两年` +
          `${civil ? '不称职，应予辞退' : '不合格，可以解除聘用合同'}，仍在占用编制。`,
        remedy: civil
          ? '按管理权限办理辞退，登记出编；考核结果登记有误的，更正考核记录。'
          : '提前 30 日书面通知后解除聘用合同，或另行处理；考核结果登记有误的，更正考核记录。',
        facts: { 年度: `${years[0]}、${years[1]}` },
      },
    ]
  },
})

const NOTHING: readonly Flag[] = []

const reviewsOf = madeOf((reviews: readonly RecordOf<'annualReview'>[]) =>
  Map.groupBy(reviews, ({ personId }) => personId),
)

/** The two latest years, where both are 不称职 and follow each other; of one year the record entered last holds. */
function failedInARow(reviews: readonly RecordOf<'annualReview'>[]): readonly [number, number] | null {
  const results = new Map(reviews.map(({ year, result }) => [year, result]))
  const [last, before] = [...results.keys()].toSorted((left, right) => right - left)
  if (last === undefined || before !== last - 1) return null
  return results.get(last) === 'incompetent' && results.get(before) === 'incompetent' ? [before, last] : null
}
