import { sum } from '../../report/sheet-rows.ts'
import type { CountyForm, CountyTownship } from '../county-form.ts'
import { SIDES, sideSum } from '../county-words.ts'
import { row, tableContent, type FormHeading, type FormLine, type FormValue } from '../form-table.ts'

const FOUR = ['机关编制', '事业编制', '实有人数', '领导职数'].map((title) => ({ title, width: 34 }))
const HEADINGS: readonly FormHeading[] = [
  { title: '改革前', columns: [{ title: '乡镇', width: 120 }, ...FOUR] },
  { title: '改革后', columns: [{ title: '乡镇', width: 80 }, ...FOUR] },
  { title: '增减', columns: FOUR },
  { title: '说明', width: 60 },
]
const PAGE = { paper: 'A4', orientation: 'landscape' } as const

/** 乡镇改革前后对照表: one row a township that came of it, those merged into it beside it. */
export const countyTownshipsComparisonForm: CountyForm = {
  id: 'county-townships-comparison',
  title: '乡镇改革前后对照表',
  about: '逐乡镇：改革前后的编制、实有、领导职数；撤并的乡镇和并入的列在一行',
  span: 'year',
  everyUnit: false,
  measure: '名、人',
  page: PAGE,
  content: ({ from, to, compared }) => {
    const { before, after } = compared()
    const lines = pairLines(before, after)
    return tableContent(
      PAGE,
      HEADINGS,
      lines.length === 0 ? [] : [...lines, { kind: 'total', values: ['总计', null, null, null, null, '总计'] }],
      [`改革前为 ${from}，乡镇 ${before.length} 个；改革后为 ${to}，乡镇 ${after.length} 个。`],
    )
  },
}

/** Each township of after with all that went into it; then those that went nowhere known. */
function pairLines(before: readonly CountyTownship[], after: readonly CountyTownship[]): readonly FormLine[] {
  const standing = new Set(after.map((one) => one.id))
  const successors = new Map(before.map((one) => [one.id, one.mergedInto]))
  const into = (one: CountyTownship): number | null => {
    const seen = new Set<number>()
    for (let at: number | null = one.id; at !== null && !seen.has(at); at = successors.get(at) ?? null) {
      if (standing.has(at)) return at
      seen.add(at)
    }
    return null
  }
  const sources = Map.groupBy(before, into)
  return [
    ...after.map((one) => pairLine(sources.get(one.id) ?? [], [one])),
    ...(sources.get(null) ?? []).map((one) => pairLine([one], [])),
  ]
}

function pairLine(before: readonly CountyTownship[], after: readonly CountyTownship[]): FormLine {
  const [old, now] = [numbersOf(before), numbersOf(after)]
  return row(
    before.map((one) => one.name).join('；'),
    ...(before.length === 0 ? old.map(() => null) : old),
    after.map((one) => one.name).join('；'),
    ...(after.length === 0 ? now.map(() => null) : now),
    ...now.map((number, place) => number - (old[place] ?? 0)),
    explained(before, after),
  )
}

function numbersOf(townships: readonly CountyTownship[]): readonly number[] {
  const [organ, institution] = SIDES.map(({ has }) => sideSum(townships, has, 'quota') ?? 0)
  return [
    organ ?? 0,
    institution ?? 0,
    sum(townships.flatMap((one) => one.sums.map((line) => line.actual))),
    sum(townships.map((one) => one.leaders.quota)),
  ]
}

function explained(before: readonly CountyTownship[], after: readonly CountyTownship[]): FormValue {
  const [now] = after
  if (now === undefined) return '撤销'
  if (before.length === 0) return '新设'
  if (before.length > 1) return '合并'
  const [old] = before
  return old?.name === now.name ? '' : '更名'
}
