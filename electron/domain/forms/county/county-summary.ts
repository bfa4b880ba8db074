import { sum } from '../../report/sheet-rows.ts'
import type { CountyForm } from '../county-form.ts'
import { MEASURES, sidesOf, sideSum, sourceNotes, townshipLines, type Side } from '../county-words.ts'
import { tableContent, type FormHeading } from '../form-table.ts'

const FOUR = ['编制数', '实有人数', '超编', '空编'].map((title) => ({ title, width: 36 }))
const headings = (sides: readonly Side[]): readonly FormHeading[] => [
  { title: '乡镇', width: 100 },
  ...sides.map(({ title }) => ({ title, columns: FOUR })),
  { title: '领导职数', columns: ['核定', '实配', '超配', '空缺'].map((title) => ({ title, width: 32 })) },
  { title: '事业单位数', width: 40 },
  { title: '编外人员', width: 40 },
]
const PAGE = { paper: 'A4', orientation: 'landscape' } as const

/** 汇总表: a line a township, the three sides of 编制 beside one another. */
export const countySummaryForm: CountyForm = {
  id: 'county-summary',
  title: '乡镇机构编制汇总表',
  about: '各乡镇编制核定几名、实有几人、超编空编几名，领导职数和编外，逐乡镇一行',
  span: 'day',
  everyUnit: false,
  measure: '名、人、个',
  page: PAGE,
  content: (facts) => {
    const sides = sidesOf(facts)
    const lines = townshipLines(facts, (own) => [
      ...sides.flatMap(({ has }) => MEASURES.map((measure) => sideSum(own, has, measure))),
      ...(['quota', 'actual', 'over', 'vacancy'] as const).map((name) => sum(own.map((one) => one.leaders[name]))),
      sum(own.map((one) => one.institutions)),
      sum(own.map((one) => one.offQuota)),
    ])
    return tableContent(
      PAGE,
      headings(sides),
      lines.length === 0 ? [] : [...lines, { kind: 'total', values: ['总计'] }],
      sourceNotes(facts),
    )
  },
}
