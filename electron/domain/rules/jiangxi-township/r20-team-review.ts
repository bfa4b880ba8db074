import { PACK_IDS } from '../packs/pack-ids.ts'
import type { Flag, Rule } from '../rule.ts'
import { jiangxiPlan } from '../sources.ts'
import { nameList, unitIdOf } from '../wording.ts'

/**
 * 述职 and 评议 of the year that is over, of the members of the team who were on it all year. Asked only where the book keeps 述职评议 at all:
 * a township that has none on record has not written it down here, which is no finding.
 */
export const teamReviewRule: Rule<'records'> = {
  id: 'R000-20',
  title: '班子成员每年述职、评议',
  severity: 'warning',
  effect: 'none',
  sources: [
    jiangxiPlan({
      article: '五、3',
      clause:
        '建立和完善乡镇领导班子和领导干部年度述职、评议制度,实行党员代表、人大代表分别对乡镇党委、政府领导班子成员评议,评议结果作为考核使用的重要依据。',
    }),
  ],
  pack: PACK_IDS.jiangxiTownship,
  stage: 'facts',
  reads: ['records'],
  parameters: [],
  check: ({ snapshot, figures, index }) => {
    const reviews = snapshot.records.teamReview
    if (reviews.length === 0) return []
    const year = Number(snapshot.asOf.slice(0, 4)) - 1
    const told = new Set(reviews.filter((own) => own.year === year).map(({ personId }) => personId))
    const missing = figures.leadership.personIds
      .filter((id) => !told.has(id) && (index.countedHoldingOf(id)?.validFrom ?? '9') <= `${year}-01-01`)
      .flatMap((id) => index.person(id) ?? [])
    if (missing.length === 0) return []
    const [only] = missing
    return [
      {
        ...(missing.length === 1 && only !== undefined ? { personId: only.id, unitId: unitIdOf(index, only.id) } : {}),
        text: `${year} 年没有登记述职评议的班子成员 ${missing.length} 人：${nameList(missing)}。`,
        remedy: '述职、评议过的，在“资料”里补登；没有的，补行述职评议。',
        facts: { 年度: year, 人数: missing.length },
      } satisfies Flag,
    ]
  },
}
