import type { Input, Output } from '../../contract/operations.ts'
import type { ComparedRowView } from '../../contract/county-operations.ts'
import { natureOfCategory } from '../../domain/model/quota-category.ts'
import { rateText } from '../../domain/report-arithmetic/printed-rate.ts'
import type { CountyBook } from '../../store/county/county-book.ts'
import { countEthnic, sumByCategory, sumStanding } from '../../store/county/rollup-store.ts'
import { QUOTA_CATEGORIES, QUOTA_CATEGORY_NAMES } from '../../vocabulary/establishment.ts'
import type { CountyContext } from './county-context.ts'

/** The sums of two days side by side: what was cut and at what rate, worked out from what the townships handed in. */
export async function compareDays(
  input: Input<'county.compare'>,
  { county }: CountyContext,
): Promise<Output<'county.compare'>> {
  return { from: input.from, to: input.to, rows: [...comparedRows(county, input)] }
}

export function comparedRows(
  county: CountyBook,
  {
    from,
    to,
    region = null,
  }: { readonly from: string; readonly to: string; readonly region?: number | null | undefined },
): readonly ComparedRowView[] {
  const [before, after] = [from, to].map((asOf) => tell(county, asOf, region))
  if (before === undefined || after === undefined) return []
  return [...before.keys()].flatMap((what) => {
    const [old, now] = [before.get(what) ?? 0, after.get(what) ?? 0]
    return old === 0 && now === 0
      ? []
      : [
          {
            what,
            before: old,
            after: now,
            change: now - old,
            rate: old === 0 ? null : rateText(Math.abs(now - old), old, 1),
          },
        ]
  })
}

function tell(county: CountyBook, asOf: string, region: number | null): ReadonlyMap<string, number> {
  const shown = { asOf, region }
  const standing = sumStanding(county, shown)
  const sums = sumByCategory(county, shown)
  const quota = (wanted: 'organ' | 'institution') =>
    sums.filter((row) => natureOfCategory(row.category) === wanted).reduce((total, row) => total + row.quota, 0)
  return new Map([
    ['乡镇', standing.townships],
    ['其中民族乡', countEthnic(county, shown)],
    ['事业单位（站所）', standing.institutions],
    ['机关编制', quota('organ')],
    ['事业编制合计', quota('institution')],
    ['领导职数', standing.leaderQuota],
    ...QUOTA_CATEGORIES.map((category): [string, number] => [
      `${QUOTA_CATEGORY_NAMES[category]}核定`,
      sums.find((row) => row.category === category)?.quota ?? 0,
    ]),
    ['实有人员（占编制）', sums.reduce((total, row) => total + row.actual, 0)],
    ['超编', sums.reduce((total, row) => total + row.over, 0)],
    ['编外人员', standing.offQuota],
  ])
}
