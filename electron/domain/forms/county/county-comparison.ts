import type { CountyForm } from '../county-form.ts'
import { row, tableContent, type FormHeading } from '../form-table.ts'

const HEADINGS: readonly FormHeading[] = [
  { title: '项目', width: 180 },
  { title: '改革前', width: 80 },
  { title: '改革后', width: 80 },
  { title: '增减', width: 80 },
  { title: '增减比例（%）', width: 80 },
]
const PAGE = { paper: 'A4', orientation: 'portrait' } as const

/** 改革前后对照表: the sums of two days, what was cut, and the rate worked out again. */
export const countyComparisonForm: CountyForm = {
  id: 'county-comparison',
  title: '改革前后对照表',
  about: '乡镇数、站所数、编制、领导职数、人员改革前后各多少，减了多少，比例几何',
  span: 'year',
  everyUnit: false,
  measure: '个、名、人',
  page: PAGE,
  content: ({ from, to, compared }) => {
    const { before, after, sums } = compared()
    return tableContent(
      PAGE,
      HEADINGS,
      sums.map(({ what, before: old, after: now, change, rate }) => row(what, old, now, change, rate)),
      [
        sums.length === 0
          ? '这两天都没有乡镇上报的数据。'
          : `改革前为 ${from}（${before.length} 个乡镇上报），改革后为 ${to}（${after.length} 个）；由各乡镇上报数据包相加，比例为增减除以改革前，四舍五入到一位小数。`,
      ],
    )
  },
}
