import type { Catalogue } from '../../vocabulary/catalogue.ts'
import { columnOf, fieldsKept, propertyOf, type PersonField } from '../../vocabulary/person-fields.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { RECORD_HOMES } from '../../vocabulary/record-homes.ts'
import { personMark } from '../../domain/ledger/journal/person-marks.ts'
import { readField } from '../../domain/people/read-field.ts'
import type { FactTable } from '../../store/book-database.ts'
import type { JournalWriter } from '../../store/journal.ts'
import { readCatalogue } from '../../store/own-field-store.ts'
import { readPeopleOnRecord, type PersonOnRecord } from '../../store/people-on-record.ts'
import type { CommandContext } from '../context.ts'
import { planCorrection, type CorrectedFacts, type CorrectionStart, type PersonCorrection } from './plan-correction.ts'

type Row = Input<'people.correct'>['rows'][number]
type Start = CorrectionStart & { readonly catalogue: Catalogue }
type Refused = Output<'people.correct'>['refused'][number]

/**
 * Cells typed over in the sheet, of one person or of thousands: one entry in the journal, one step to undo. A cell that cannot be read, or
 * whose person is not there, is left as it was and told; the others are taken in. Writes nothing where nothing differs.
 */
export async function correctPeople(
  { rows, reason }: Input<'people.correct'>,
  context: CommandContext,
): Promise<Output<'people.correct'>> {
  const catalogue = await readCatalogue(context.db)
  const start = { catalogue, today: context.clock.today(), newId: context.newId, recordedAt: context.clock.now() }
  const people = await readPeopleOnRecord(
    context.db,
    rows.map(({ personId }) => personId),
    Object.values(RECORD_HOMES),
  )
  const refused: Refused[] = []
  const corrections = onePerPerson(rows).flatMap((row): PersonCorrection[] => {
    const planned = planRow(row, people.get(row.personId), start, (field, problem) =>
      refused.push({ personId: row.personId, field, problem }),
    )
    return planned === null || planned.changed.size === 0 ? [] : [planned]
  })
  if (corrections.length === 0) return { seq: null, people: 0, cells: 0, refused }
  const { entry } = await context.commit(
    { reason: reason ?? null, summary: summaryOf(corrections, catalogue) },
    async (_, journal) => writeAll(journal, corrections),
  )
  const cells = corrections.reduce((sum, { changed }) => sum + changed.size, 0)
  return { seq: entry.seq, people: corrections.length, cells, refused }
}

/** A person who stands in several rows of a gesture: what comes last in a cell stands. */
function onePerPerson(rows: readonly Row[]): readonly Row[] {
  const merged = new Map<string, Row['fields']>()
  for (const { personId, fields } of rows) merged.set(personId, { ...merged.get(personId), ...fields })
  return [...merged].map(([personId, fields]) => ({ personId, fields }))
}

function planRow(
  { fields }: Row,
  onRecord: PersonOnRecord | undefined,
  start: Start,
  refuse: (field: string, problem: string) => void,
): PersonCorrection | null {
  const typed = Object.entries(fields) as readonly (readonly [PersonField, string])[]
  if (onRecord === undefined) {
    for (const [field] of typed) refuse(field, '编制本里没有此人')
    return null
  }
  const read = new Map<PersonField, string | null>()
  for (const [field, text] of typed) {
    const reading = readCell(field, text, start)
    if (reading.kind === 'refused') refuse(field, reading.problem)
    else read.set(field, reading.value)
  }
  const ofSeat = fieldsKept('holding').filter((field) => read.has(field))
  try {
    return planCorrection(onRecord, factsOf(read), start)
  } catch (error) {
    // Only the seat can refuse: nobody's 任职 is on record. The person's other cells do not suffer for it.
    if (!(error instanceof Refusal) || ofSeat.length === 0) throw error
    for (const field of ofSeat) {
      refuse(field, '此人没有任职登记，这一格没有地方记')
      read.delete(field)
    }
    return planCorrection(onRecord, factsOf(read), start)
  }
}

/** A masked number copied back is no number. */
function readCell(field: PersonField, text: string, { today, catalogue }: Start): ReturnType<typeof readField> {
  if (!catalogue.names.includes(field)) return { kind: 'refused', problem: '没有这个自定栏目' }
  return catalogue.entry(field).masked === true && text.includes('*')
    ? { kind: 'refused', problem: '这里只显示了一部分，不能照抄；请写全' }
    : readField(field, text, today, catalogue)
}

function factsOf(read: ReadonlyMap<PersonField, string | null>): CorrectedFacts {
  return Object.fromEntries([...read].map(([field, value]) => [propertyOf(field), value]))
}

const NAMED = 4

/** "更正某人的手机、籍贯", "修改 30 人的政治面貌". */
function summaryOf(corrections: readonly PersonCorrection[], catalogue: Catalogue): string {
  const changed = new Set(corrections.flatMap((one) => [...one.changed]))
  const titles = fieldsKept('person', 'version', 'holding', 'file', 'grade')
    .filter((field) => changed.has(columnOf(field)))
    .map((field) => catalogue.entry(field).title)
  const what = titles.slice(0, NAMED).join('、') + (titles.length > NAMED ? `等 ${titles.length} 项` : '')
  const [first] = corrections
  return corrections.length === 1 && first !== undefined
    ? `修改${personMark(first.personId)}的${what}`
    : `修改 ${corrections.length} 人的${what}`
}

/** All patches of one table in few statements. */
async function writeAll(journal: JournalWriter, corrections: readonly PersonCorrection[]): Promise<void> {
  const patches = corrections.flatMap((one) => [
    ...one.patches,
    ...(one.holding.id === null ? [] : [{ table: 'holding' as const, id: one.holding.id, patch: one.holding.patch }]),
  ])
  for (const [table, alike] of Map.groupBy(patches, ({ table }) => table))
    await journal.updateMany<FactTable>(table, alike)
  const rows = corrections.flatMap((one) => one.rows)
  for (const [table, alike] of Map.groupBy(rows, ({ table }) => table))
    await journal.insert<FactTable>(
      table,
      alike.map(({ row }) => row),
    )
}
