import type { Input, Output } from '../../contract/operations.ts'
import { maskIdNumber } from '../../domain/identity/resident-id.ts'
import type { CountyBook } from '../../store/county/county-book.ts'
import { appendCountyEntry } from '../../store/county/county-journal.ts'
import { readCounty, readRegions, type Region } from '../../store/county/county-store.ts'
import { inTransaction } from '../../store/county/prepared.ts'
import {
  modelRows,
  READ_MODEL,
  shownPackages,
  shownTownships,
  type ModelRow,
  type ModelSpan,
  type ModelTable,
} from '../../store/county/read-model.ts'
import { ModelFolder } from '../../store/county/read-model-files.ts'
import { sumStanding } from '../../store/county/rollup-store.ts'
import type { CountyLevel } from '../../vocabulary/county.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import type { CountyContext } from './county-context.ts'
import { contentOfBytes } from './read-package.ts'

/** Townships a file: what is held in memory at once. */
const A_PART = 500

/**
 * The read model for engines of larger sets, county by county: what every township shows now, identity numbers masked. Noted in the journal:
 * names leave the file. @throws StoreError `folder_not_empty`, `directory_not_found`; Refusal `cancelled`
 */
export async function exportCounty(
  input: Input<'county.export'>,
  context: CountyContext,
): Promise<Output<'county.export'>> {
  const { county, clock, actor, signal } = context
  const facts = readCounty(county)
  const { townships, people } = sumStanding(county, { asOf: null, region: null })
  const folder = new ModelFolder(input.path, input.format)
  try {
    let done = 0
    for (const place of placesOf(readRegions(county))) {
      const ids = shownTownships(county, place.region)
      for (let from = 0; from < ids.length; from += A_PART) {
        if (signal.aborted) throw new Refusal('cancelled')
        context.report('导出', done, townships)
        const part = ids.slice(from, from + A_PART)
        const asked = { ...place, first: part[0] ?? 0, last: part.at(-1) ?? 0 }
        for (const table of READ_MODEL)
          folder.write(table, place.county, from / A_PART, rowsOf(county, table, asked).map(masking(table)))
        done += part.length
        await new Promise((resolve) => setImmediate(resolve))
      }
    }
    const { name, level, code } = facts
    const files = folder.finish({
      format: 'dingbian-read-model',
      version: 1,
      name,
      level,
      code,
      madeAt: clock.now(),
      townships,
      people,
    })
    inTransaction(county, () =>
      appendCountyEntry(county, {
        recordedAt: clock.now(),
        actor,
        operation: 'county.export',
        summary: `导出汇总数据（${input.format}），${townships} 个乡镇，${people} 人，身份证号已遮住`,
      }),
    )
    const rows = Object.fromEntries(READ_MODEL.map((table) => [table.name, 0]))
    for (const file of files) rows[file.table] = (rows[file.table] ?? 0) + file.rows
    return { folder: input.path, format: input.format, townships, people, files: files.length, rows }
  } finally {
    folder.drop()
  }
}

/** Every region with the name its files go by: its code, else its own name; never the same twice. */
function placesOf(regions: readonly Region[]) {
  const byId = new Map(regions.map((region) => [region.id, region]))
  const above = (region: Region, level: CountyLevel): string => {
    for (
      let at: Region | undefined = region;
      at !== undefined;
      at = at.parentId === null ? undefined : byId.get(at.parentId)
    )
      if (at.level === level) return at.name
    return ''
  }
  const taken = new Set<string>()
  return regions.map((region) => {
    const wanted = region.code ?? region.name.replaceAll(/[\\/:*?"<>|=\s]/gu, '_')
    const county = taken.has(wanted) ? `${wanted}-${region.id}` : wanted
    taken.add(county)
    return {
      region: region.id,
      county,
      countyName: region.name,
      city: above(region, 'city'),
      province: above(region, 'province'),
    }
  })
}

function rowsOf(county: CountyBook, table: ModelTable, asked: ModelSpan): readonly ModelRow[] {
  const { rows } = table
  return rows === null ? [...seatRows(county, asked)] : modelRows(county, { ...table, rows }, asked)
}

/** Seats stand in each township's package only. */
function* seatRows(county: CountyBook, asked: ModelSpan): Generator<ModelRow> {
  for (const { township, bytes } of shownPackages(county, asked))
    for (const seat of contentOfBytes(bytes).parts.seats)
      yield [township, seat.id, seat.unit, seat.title, seat.leadership, seat.state, seat.person, seat.kind]
}

/** Whole numbers stay in the 主管本: in the column of numbers, and wherever a sentence says one. */
function masking(table: ModelTable): (row: ModelRow) => ModelRow {
  const number = table.columns.findIndex((column) => column.name === 'number') - 1
  return (row) =>
    row.map((value, place) =>
      typeof value !== 'string'
        ? value
        : place === number && !value.includes('*')
          ? maskIdNumber(value)
          : value.replaceAll(/\d{17}[\dXx]/gu, maskIdNumber),
    )
}
