import { PACK_IDS } from '../packs/pack-ids.ts'
import type { Flag, Rule } from '../rule.ts'
import { lineName } from '../wording.ts'
import { jiangxiPlan } from '../sources.ts'

/** No 自收自支 institution: neither its quota nor people on it. */
export const noSelfFundedRule: Rule<never> = {
  id: 'R000-10',
  title: '不再设立自收自支的事业单位',
  severity: 'error',
  effect: 'none',
  sources: [
    jiangxiPlan({
      article: '二（二）3',
      clause: '人员经费逐步由财政保障,自聘人员逐步予以消化,乡不再设立自收自支的事业单位。',
    }),
  ],
  pack: PACK_IDS.jiangxiTownship,
  stage: 'facts',
  reads: [],
  parameters: [],
  check: ({ figures, index }) =>
    [...figures.lines, ...figures.misplaced.map((line) => ({ ...line, quota: 0 }))]
      .filter((line) => line.category === 'institutionSelf' && (line.quota > 0 || line.personIds.length > 0))
      .map((line): Flag => ({
        unitId: line.unitId,
        text: `${lineName(index, line)}：核定 ${line.quota} 名，实有 ${line.personIds.length} 名；方案规定乡不再设立自收自支的事业单位。`,
        remedy: '核对经费形式；确属自收自支的，按方案改为财政保障或撤并。',
        facts: { 核定: line.quota, 实有: line.personIds.length },
      })),
}
