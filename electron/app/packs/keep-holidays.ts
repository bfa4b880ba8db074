import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import type { HolidayYearView } from '../../contract/pack-shapes.ts'
import { HOLIDAY_TABLES } from '../../domain/calendar/holiday-tables.ts'
import type { HolidayTable } from '../../domain/model/holiday-table.ts'
import { readHolidayFile, type HolidayFile } from '../../domain/calendar/read-holiday-file.ts'
import { readHolidayTables, writeHolidayTable } from '../../store/pack-store.ts'
import type { CommandContext, QueryContext, StagedFile } from '../context.ts'
import { parsedFile } from './write-pack-file.ts'

/** Every year the book can count working days in: bundled, and imported in place of or beside them. */
export async function readHolidays(
  _input: Input<'holidays.read'>,
  { db }: QueryContext,
): Promise<Output<'holidays.read'>> {
  const imported = await readHolidayTables(db)
  const bundled = HOLIDAY_TABLES.filter((table) => !imported.some((own) => own.year === table.year))
  const years = [...bundled.map((table) => yearView(table, false)), ...imported.map((table) => yearView(table, true))]
  return { years: years.toSorted((left, right) => left.year - right.year) }
}

/** What a file of 放假安排 says. @throws `holiday_file_bad`, `file_expired` */
export async function previewHolidays(
  input: Input<'holidays.preview'>,
  context: QueryContext,
): Promise<Output<'holidays.preview'>> {
  const { table, notes } = holidaysOf(context.stagedFile(input.fileId))
  const { years } = await readHolidays({}, context)
  const known = years.find((year) => year.year === table.year)
  return { table: yearView(table, true), notes: [...notes], replaces: known === undefined ? null : known.notice }
}

/** Takes a year's 放假安排 into the book. @throws `holiday_file_bad`, `file_expired` */
export async function importHolidays(
  input: Input<'holidays.import'>,
  context: CommandContext,
): Promise<Output<'holidays.import'>> {
  const file = context.stagedFile(input.fileId)
  const { table, notes } = holidaysOf(file)
  const given = input.notice ?? ''
  const notice = given !== '' ? given : table.notice !== '' ? table.notice : file.name
  const { entry } = await context.commit(
    { documentNumber: notice, summary: `导入 ${table.year} 年放假安排` },
    (tx, journal) => writeHolidayTable(tx, journal, { ...table, notice }, context.clock.now()),
  )
  return { year: table.year, notes: [...notes], seq: entry.seq }
}

/** The table of a staged file. @throws `holiday_file_bad` */
export function holidaysOf(file: StagedFile): HolidayFile {
  const read = readHolidayFile(parsedFile(file))
  if ('problem' in read) throw new Refusal('holiday_file_bad', { file: file.name, problem: read.problem })
  return read
}

function yearView({ year, notice, issuedOn, off, worked }: HolidayTable, imported: boolean): HolidayYearView {
  return { year, notice, issuedOn, imported, off: off.map(([from, to]) => [from, to]), worked: [...worked] }
}
