import type { Input, Output } from '../../contract/operations.ts'
import type { CountyFigureLine } from '../../contract/county-operations.ts'
import { addMonthsToDay } from '../../domain/model/plain-date.ts'
import { operationTitle } from '../../contract/operations.ts'
import { QUOTA_CATEGORIES } from '../../vocabulary/establishment.ts'
import { readCountyEntries } from '../../store/county/county-journal.ts'
import type { CountyBook } from '../../store/county/county-book.ts'
import { readCounty, readRegions, type Region } from '../../store/county/county-store.ts'
import {
  listTownshipLines,
  sumByCategory,
  sumByRegion,
  sumByTownship,
  sumStanding,
  type Shown,
  type StandingRow,
  type SumRow,
} from '../../store/county/rollup-store.ts'
import { readRefused } from '../../store/county/refused-store.ts'
import type { CountyContext } from './county-context.ts'
import { categoryOf, sumsOf } from './figure-words.ts'

/** How far ahead somebody counts as soon to retire, months. */
const RETIRING_MONTHS = 12

/** 分级汇总: sums of the townships' lines, never netted; by township, by the level below, or all together. */
export async function readCountyFigures(
  input: Input<'county.figures'>,
  { county, clock }: CountyContext,
): Promise<Output<'county.figures'>> {
  const shown: Shown = { asOf: input.asOf ?? null, region: input.region ?? null }
  const standing = sumStanding(county, shown)
  const totals = inOrder(sumByCategory(county, shown))
  return {
    name: readCounty(county).name,
    asOf: input.asOf ?? clock.today(),
    townships: standing.townships,
    people: standing.people,
    path: pathTo(readRegions(county), shown.region ?? 1),
    lines: linesOf(county, shown, input.by ?? 'township', totals),
    totals: totals.map((row) => ({ ...sumsOf(row), ceiling: row.ceiling, ...categoryOf(row.category) })),
    leadership: leadershipOf(standing),
    standing: listsOf(standing),
  }
}

function linesOf(
  county: CountyBook,
  shown: Shown,
  by: 'township' | 'category' | 'region',
  totals: readonly SumRow[],
): CountyFigureLine[] {
  const nowhere = { township: null, townshipCode: null, townshipId: null, region: null, regionId: null }
  if (by === 'category') return totals.map((row) => ({ ...nowhere, ...categoryOf(row.category), ...sumsOf(row) }))
  const regions = readRegions(county)
  if (by === 'region') return regionLines(county, shown, regions)
  const names = new Map(regions.map((region) => [region.id, region.name]))
  return sortLines(sumByTownship(county, shown), (row) => row.townshipId).map((row) => ({
    township: row.township,
    townshipCode: row.townshipCode,
    townshipId: row.townshipId,
    region: names.get(row.regionId) ?? null,
    regionId: row.regionId,
    ...categoryOf(row.category),
    ...sumsOf(row),
  }))
}

/** The regions just below, each with everything under it; townships directly in the region asked for stand under its own name. */
function regionLines(county: CountyBook, shown: Shown, regions: readonly Region[]): CountyFigureLine[] {
  const top = shown.region ?? 1
  const parents = new Map(regions.map((region) => [region.id, region.parentId]))
  const names = new Map(regions.map((region) => [region.id, region.name]))
  const childOf = (id: number): number => {
    let at = id
    while (at !== top && (parents.get(at) ?? top) !== top) at = parents.get(at) ?? top
    return at
  }
  const sums = new Map<string, SumRow & { readonly regionId: number }>()
  for (const row of sumByRegion(county, shown)) {
    const regionId = childOf(row.regionId)
    const key = `${regionId}\n${row.category}`
    const known = sums.get(key)
    sums.set(key, known === undefined ? { ...row, regionId } : { ...added(known, row), regionId })
  }
  return sortLines([...sums.values()], (row) => row.regionId).map((row) => ({
    township: null,
    townshipCode: null,
    townshipId: null,
    region: names.get(row.regionId) ?? '',
    regionId: row.regionId,
    ...categoryOf(row.category),
    ...sumsOf(row),
  }))
}

/** A region behind all those above it. */
function pathTo(regions: readonly Region[], to: number): { readonly id: number; readonly name: string }[] {
  const byId = new Map(regions.map((region) => [region.id, region]))
  const path: { readonly id: number; readonly name: string }[] = []
  for (let at = byId.get(to); at !== undefined; at = at.parentId === null ? undefined : byId.get(at.parentId))
    path.unshift({ id: at.id, name: at.name })
  return path
}

function added(left: SumRow, right: SumRow): SumRow {
  return {
    category: left.category,
    ceiling: left.ceiling === null && right.ceiling === null ? null : (left.ceiling ?? 0) + (right.ceiling ?? 0),
    quota: left.quota + right.quota,
    actual: left.actual + right.actual,
    reserved: left.reserved + right.reserved,
    vacancy: left.vacancy + right.vacancy,
    over: left.over + right.over,
  }
}

const RANK = new Map(QUOTA_CATEGORIES.map((category, place) => [category, place]))
const rankOf = ({ category }: SumRow) => RANK.get(category) ?? QUOTA_CATEGORIES.length

/** By place of first coming, then by category. */
function sortLines<Row extends SumRow>(rows: readonly Row[], keyOf: (row: Row) => number): readonly Row[] {
  const places = new Map<number, number>()
  for (const row of rows) if (!places.has(keyOf(row))) places.set(keyOf(row), places.size)
  return rows.toSorted(
    (left, right) => (places.get(keyOf(left)) ?? 0) - (places.get(keyOf(right)) ?? 0) || rankOf(left) - rankOf(right),
  )
}

const inOrder = (rows: readonly SumRow[]) => rows.toSorted((left, right) => rankOf(left) - rankOf(right))
function leadershipOf(row: StandingRow): Output<'county.figures'>['leadership'] {
  return {
    quota: row.leaderQuota,
    actual: row.leaderActual,
    vacancy: row.leaderVacancy,
    over: row.leaderOver,
    chief: { quota: row.chiefQuota, actual: row.chiefActual },
    deputy: { quota: row.deputyQuota, actual: row.deputyActual },
  }
}

type Lists = Pick<StandingRow, 'inQuota' | 'overQuota' | 'nonCompliant' | 'offQuota' | 'seconded'>
const listsOf = ({ inQuota, overQuota, nonCompliant, offQuota, seconded }: Lists) => ({
  inQuota,
  overQuota,
  nonCompliant,
  offQuota,
  seconded,
})

/** Every township a line. */
export async function readTownshipLines(
  input: Input<'county.townships'>,
  { county, clock }: CountyContext,
): Promise<Output<'county.townships'>> {
  const regions = readRegions(county)
  const names = new Map(regions.map((region) => [region.id, region.name]))
  const retiringBy = addMonthsToDay(clock.today(), RETIRING_MONTHS).slice(0, 7)
  return {
    regions: regions.map(({ id, parentId, level, name }) => ({ id, parentId, level, name })),
    townships: listTownshipLines(county, { region: input.region ?? null, retiringBy }).map((row) => ({
      id: row.id,
      name: row.name,
      code: row.code,
      region: names.get(row.regionId) ?? '',
      asOf: row.asOf,
      quota: row.quota,
      actual: row.actual,
      reserved: row.reserved,
      vacancy: row.vacancy,
      over: row.over,
      leadershipQuota: row.leaderQuota,
      leadershipActual: row.leaderActual,
      ...listsOf(row),
      errors: row.errors,
      warnings: row.warnings,
      overdue: row.overdue,
      retiring: row.retiring,
      answered: row.answered === null ? 'none' : row.answered === 1 ? 'accepted' : 'refused',
    })),
  }
}

/** What came in, and what was refused. */
export async function readCountyHistory(
  _input: Input<'county.history'>,
  { county }: CountyContext,
): Promise<Output<'county.history'>> {
  return {
    entries: readCountyEntries(county, 500).map(({ seq, recordedAt, actor, operation, summary }) => ({
      seq,
      recordedAt,
      actor,
      title: operation === 'county.refuse' ? '退回' : operationTitle(operation),
      summary,
    })),
    refused: readRefused(county, 500).map(({ fileName, township, code, message, receivedAt }) => ({
      file: fileName,
      township,
      code,
      message,
      receivedAt,
    })),
  }
}
