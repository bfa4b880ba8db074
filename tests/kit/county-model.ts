import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCountyFigures, readTownshipLines } from '../../electron/app/county/read-county.ts'
import { readCountyFindings } from '../../electron/app/county/read-township.ts'
import type { CountyContext } from '../../electron/app/county/county-context.ts'
import { readRegions } from '../../electron/store/county/county-store.ts'

/* What the roll-up's statements must answer, said by the 主管本 itself. */

export type Row = Readonly<Record<string, string | number | null>>

/** The statements of an exported folder, by name, as they stand in its file. */
export function rollUpsIn(folder: string): ReadonlyMap<string, string> {
  const parts = readFileSync(join(folder, 'roll-up.sql'), 'utf8')
    .split(/^-- name: /mu)
    .slice(1)
  return new Map(
    parts.map((part) => [
      part.slice(0, part.indexOf(' ')),
      part
        .slice(part.indexOf('\n') + 1)
        .trim()
        .replace(/;$/u, ''),
    ]),
  )
}

/** Rows as an engine gives them, made comparable: numbers as numbers, in an order of their own. */
export function comparable(rows: readonly Readonly<Record<string, unknown>>[]): readonly Row[] {
  const plain = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        typeof value === 'bigint' ? Number(value) : (value as string | number | null),
      ]),
    ),
  )
  return plain.toSorted((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1))
}

const sums = ({
  quota,
  actual,
  reserved,
  vacancy,
  over,
}: Readonly<Record<'quota' | 'actual' | 'reserved' | 'vacancy' | 'over', number>>) => ({
  quota,
  actual,
  reserved,
  vacancy,
  over_quota: over,
})

/** The same answers from the 主管本's own screens: every township, category, region, rule. */
export async function ownAnswers(context: CountyContext): Promise<Readonly<Record<string, readonly Row[]>>> {
  const figures = await readCountyFigures({}, context)
  const { townships } = await readTownshipLines({}, context)
  const found = await readCountyFindings({}, context)
  const codes = new Map(townships.map((one) => [one.id, one.code ?? `t${one.id}`]))
  const counties = new Map(readRegions(context.county).map((region) => [region.name, region.code ?? region.name]))
  const [top] = readRegions(context.county)
  const { leadership, standing } = figures
  const months = new Map<string, number>()
  const retiring = context.county.raw
    .prepare(
      `SELECT p.retires FROM person p JOIN township t ON t.current_submission = p.submission_id WHERE p.counted = 1 AND p.retires IS NOT NULL`,
    )
    .all() as { readonly retires: string }[]
  for (const { retires } of retiring) months.set(retires, (months.get(retires) ?? 0) + 1)
  const regional = await readCountyFigures({ by: 'region' }, context)
  const city = top?.level === 'city' ? top.name : ''
  return {
    by_township: comparable(
      figures.lines.map((line) => ({
        county: counties.get(line.region ?? '') ?? '',
        township: codes.get(line.townshipId ?? 0) ?? '',
        category: line.categoryCode,
        ...sums(line),
      })),
    ),
    by_county_quota: comparable(
      regional.lines.map((line) => ({ city, county_name: line.region, category: line.categoryCode, ...sums(line) })),
    ),
    by_category: comparable(
      figures.totals.map((total) => ({ category: total.categoryCode, ceiling: total.ceiling, ...sums(total) })),
    ),
    standing: [
      {
        townships: figures.townships,
        people: figures.people,
        leader_quota: leadership.quota,
        leader_actual: leadership.actual,
        leader_vacancy: leadership.vacancy,
        leader_over: leadership.over,
        chief_quota: leadership.chief.quota,
        chief_actual: leadership.chief.actual,
        deputy_quota: leadership.deputy.quota,
        deputy_actual: leadership.deputy.actual,
        in_quota: standing.inQuota,
        over_quota: standing.overQuota,
        non_compliant: standing.nonCompliant,
        off_quota: standing.offQuota,
        seconded: standing.seconded,
      },
    ],
    findings_by_rule: comparable(
      found.byRule.map(({ rule, townships: n, findings }) => ({ rule, townships: n, findings })),
    ),
    doubles_count: [{ n: found.across.length }],
    retiring: comparable([...months].map(([retires, people]) => ({ retires, people }))),
    uncounted: [],
  }
}

/** What an engine answered, in the shape of `ownAnswers`. */
export function answersOf(run: ReadonlyMap<string, readonly Row[]>): Readonly<Record<string, readonly Row[]>> {
  const of = (name: string) => comparable(run.get(name) ?? [])
  return {
    by_township: of('by_township'),
    by_county_quota: comparable(of('by_county').map(({ province: _p, ceiling: _c, ...row }) => row)),
    by_category: of('by_category'),
    standing: of('standing').map(({ institutions: _i, ...row }) => row),
    findings_by_rule: of('findings_by_rule'),
    doubles_count: [{ n: of('doubles').length }],
    retiring: of('retiring'),
    uncounted: of('uncounted'),
  }
}
