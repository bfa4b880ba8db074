import { natureOfCategory, type QuotaCategory } from '../model/quota-category.ts'
import { sum } from '../report/sheet-rows.ts'
import type { CategorySums, CountyFormFacts, CountyTownship } from './county-form.ts'
import { row, type FormLine, type FormValue } from './form-table.ts'

/* What forms of a 主管本 say alike. */

export interface Side {
  readonly title: string
  readonly has: (category: QuotaCategory) => boolean
}

/** The sides of 编制 a table has columns for, and whether a category is one of them; what is neither stands under 其他. */
export const SIDES: readonly Side[] = [
  { title: '机关编制', has: (category) => natureOfCategory(category) === 'organ' },
  { title: '事业编制', has: (category) => natureOfCategory(category) === 'institution' },
  { title: '其他编制', has: (category) => natureOfCategory(category) === 'either' },
]

/** The sides that anybody has a line of; always the first two. */
export function sidesOf({ townships }: CountyFormFacts): readonly Side[] {
  return SIDES.filter(
    ({ has }, place) => place < 2 || townships.some(({ sums }) => sums.some(({ category }) => has(category))),
  )
}

export const MEASURES = ['quota', 'actual', 'over', 'vacancy'] as const

/** Sums of one measure over the lines of a side; null where there is no line at all. */
export function sideSum(
  townships: readonly CountyTownship[],
  has: (category: QuotaCategory) => boolean,
  measure: keyof Omit<CategorySums, 'category'>,
): number | null {
  const lines = townships.flatMap((township) => township.sums.filter((line) => has(line.category)))
  return lines.length === 0 ? null : sum(lines.map((line) => line[measure]))
}

/** Above so many townships a line is a part of the region, not a township. */
const MOST_LINES = 1000

/** A line a township under its county, or, of very many, a line a part of the region. `values` of the townships that make a line. */
export function townshipLines(
  { townships }: CountyFormFacts,
  values: (townships: readonly CountyTownship[]) => readonly FormValue[],
): readonly FormLine[] {
  if (townships.length > MOST_LINES)
    return [...Map.groupBy(townships, (township) => township.below)].map(([name, own]) =>
      row(`${name}（${own.length} 个）`, ...values(own)),
    )
  const counties = [...Map.groupBy(townships, (township) => township.county)]
  return counties.flatMap(([county, own]): readonly FormLine[] => [
    ...(counties.length > 1 ? [{ kind: 'section' as const, text: `${county}（${own.length} 个）` }] : []),
    ...own.map((township) => row(township.name, ...values([township]))),
  ])
}

/** From which packages the numbers are, and who is not among them. */
export function sourceNotes({ townships, missing, asOf }: CountyFormFacts): readonly string[] {
  const days = townships.map((township) => township.asOf).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  const early = townships.filter((township) => township.asOf.slice(0, 7) < asOf.slice(0, 7)).length
  return [
    first === undefined || last === undefined
      ? '还没有收到乡镇的数据包。'
      : `共 ${townships.length} 个乡镇，由各乡镇上报数据包相加，${first === last ? `均截至 ${first}` : `截至 ${first} 到 ${last} 不等`}${
          early === 0 || first === last ? '' : `（${early} 个不是当月的）`
        }；超编、空编按机构和编制类型分别计算，不相互抵消。`,
    ...(missing.length === 0 ? [] : [`到这一天还没有上报的：${listed(missing)}。`]),
  ]
}

const SHOWN = 20

/** A、B、C, and how many more. */
export function listed(names: readonly string[]): string {
  return names.length <= SHOWN ? names.join('、') : `${names.slice(0, SHOWN).join('、')}等 ${names.length} 个`
}
