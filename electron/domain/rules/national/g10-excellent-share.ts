import { isCivilService, isInstitutionStaff, type QuotaCategory } from '../../model/quota-category.ts'
import type { RecordOf } from '../../model/records.ts'
import { numberParameter } from '../parameters.ts'
import type { Flag, Rule } from '../rule.ts'

const USUAL = 'excellentPercent'
const APPROVED = 'excellentApprovedPercent'
/** Not of those who take part: 不进行考核. */
const TAKES_NO_PART = 'exempt'

const GROUPS: readonly { readonly name: string; readonly belongs: (category: QuotaCategory) => boolean }[] = [
  { name: '公务员（含参公）', belongs: isCivilService },
  { name: '事业单位工作人员', belongs: isInstitutionStaff },
]

/** A review with the 编制 its person is on now. */
interface Reviewed {
  readonly review: RecordOf<'annualReview'>
  readonly held: QuotaCategory
}

/**
 * 优秀 of the latest year on record, 公务员 and 事业 apart: up to the usual share silent, up to what an approval may allow a question for
 * the paper, beyond it to be looked at. Counted over the township; a unit's own share is its superior's to give.
 */
export const excellentShareRule: Rule<'records'> = {
  id: 'G10',
  title: '年度考核优秀不超过规定比例',
  severity: 'warning',
  effect: 'none',
  sources: [
    {
      law: 'institution-assessment-2023',
      article: '第十五条',
      clause: '事业单位工作人员年度考核优秀档次人数，一般不超过本单位应参加年度考核的工作人员总人数的20%。',
    },
    {
      law: 'civil-servant-assessment-2020',
      article: null,
      clause: '优秀等次人数一般掌握在本机关应参加年度考核的公务员总人数的20%以内',
    },
  ],
  pack: null,
  stage: 'facts',
  reads: ['records'],
  parameters: [USUAL, APPROVED],
  check: ({ snapshot, index, parameters }) => {
    const [usual, approved] = [numberParameter(parameters, USUAL), numberParameter(parameters, APPROVED)]
    const reviews = snapshot.records.annualReview.filter(({ result }) => result !== TAKES_NO_PART)
    // As many as people and years: too many to hand over as arguments.
    const year = reviews.reduce((latest, review) => Math.max(latest, review.year), -Infinity)
    const latest = reviews.flatMap((review): readonly Reviewed[] => {
      const held =
        review.year !== year || review.personId === null
          ? null
          : (index.countedHoldingOf(review.personId)?.category ?? null)
      return held === null ? [] : [{ review, held }]
    })
    return GROUPS.flatMap(({ name, belongs }): readonly Flag[] => {
      const own = new Map(
        latest.flatMap(({ review, held }) => (belongs(held) ? [[review.personId, review.result] as const] : [])),
      )
      const excellent = [...own.values()].filter((result) => result === 'excellent').length
      if (excellent * 100 <= own.size * usual) return []
      const within = excellent * 100 <= own.size * approved
      const percent = Math.round((excellent * 1000) / own.size) / 10
      return [
        {
          ...(within ? { severity: 'info' as const } : {}),
          text:
            `${year} 年度${name}考核 ${own.size} 人，优秀 ${excellent} 人，占 ${percent}%，超过一般的 ${usual}%` +
            (within
              ? `；经审核同意的可以到 ${approved}%，请核对批准文件。`
              : `，也超过经审核同意可以到的 ${approved}%。`),
          remedy: within
            ? '核对提高比例的批准文件；没有的，调整优秀名额。'
            : '核对考核结果；登记无误的，调整优秀名额。',
          facts: { 年度: year, 参加考核: own.size, 优秀: excellent },
        },
      ]
    })
  },
}
