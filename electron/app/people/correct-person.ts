import { columnOf, fieldsKept, propertyOf } from '../../vocabulary/person-fields.ts'
import type { Catalogue } from '../../vocabulary/catalogue.ts'
import { isOwnField } from '../../vocabulary/own-fields.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import { readCatalogue } from '../../store/own-field-store.ts'
import type { Input, Output } from '../../contract/operations.ts'
import type { PlainDate } from '../../domain/model/plain-date.ts'
import { readField } from '../../domain/people/read-field.ts'
import type { CommandContext } from '../context.ts'
import type { HoldingCorrection } from './correct-holding.ts'
import { planCorrection, writeCorrection, type CorrectedFacts } from './plan-correction.ts'
import { RECORD_HOMES } from '../../vocabulary/record-homes.ts'
import { readPeopleOnRecord } from '../../store/people-on-record.ts'
import { refuseAt } from './refuse-at.ts'
import { planNumberCorrection, type NumberCorrection } from './correct-id-number.ts'
import { readNameCell } from '../../domain/says/read-name-cell.ts'
import { refuseNameConflict } from '../../domain/says/refuse-name-conflict.ts'
import { readPostAt, readPostStart } from '../../store/person-store.ts'
import { tidyText } from '../../domain/table/text-repair.ts'
import type { BookDatabase } from '../../store/book-database.ts'
import type { Kysely } from 'kysely'
import type { JournalWriter } from '../../store/journal.ts'
import { personMark } from '../../domain/ledger/journal/person-marks.ts'

type Changes = Input<'person.correct'>['changes']

/**
 * Puts wrong facts about a person right, in place: the book had been mistaken, nothing happened in the world on any day.
 * What was believed before stays in the journal. Refuses when nothing would change.
 */
export async function correctPerson(
  input: Input<'person.correct'>,
  context: CommandContext,
): Promise<Output<'person.correct'>> {
  const today = context.clock.today()
  const catalogue = await readCatalogue(context.db)
  const changes = readChanges(withPlainName(withoutBlanks(input.changes)), today, catalogue)
  const { entry } = await context.commit({ reason: input.reason, summary: '更正人员信息' }, async (tx, journal) => {
    const onRecord = (await readPeopleOnRecord(tx, [input.personId], Object.values(RECORD_HOMES))).get(input.personId)
    if (onRecord === undefined) throw new Refusal('person_not_found')
    const { person, versions } = onRecord
    const number = await planNumberCorrection(tx, person, changes.idNumber, today)
    const start = { today, newId: context.newId, recordedAt: context.clock.now() }
    const correction = planCorrection(onRecord, factsOf(changes), start, { name: changes.name, ...number.patch })
    const { holding } = correction
    const post = holding.postId === null ? null : await planPostTitle(tx, holding.postId, changes.post, today)
    if (changes.post !== undefined && post === null) refuseAt('post', '此人不在本乡镇的岗位上，没有岗位可改')
    const changed = new Set([...correction.changed, ...(post?.title === undefined ? [] : ['post'])])
    journal.describe({ summary: summaryOf(person.id, changed, number, catalogue) })

    await writeCorrection(journal, correction)
    if (number.freesFor !== null)
      await journal.update('person', number.freesFor.personId, {
        id_number: number.freesFor.number,
        disputed_id_number: null,
      })
    if (post?.title !== undefined) await journal.update('post_version', post.id, { title: post.title })
    await writeHolding(
      journal,
      holding,
      versions,
      holding.postId === null ? null : await readPostStart(tx, holding.postId),
    )
  })
  return { seq: entry.seq }
}

/** @throws `invalid_input` when no column differs. */
function summaryOf(
  personId: string,
  changed: ReadonlySet<string>,
  number: NumberCorrection,
  catalogue: Catalogue,
): string {
  const titles = titledColumns(catalogue)
    .filter(([column]) => changed.has(column))
    .map(([, title]) => title)
  if (titles.length === 0) throw new Refusal('invalid_input', { field: '更正内容', problem: '与现有记录相同' })
  const freed = number.freesFor === null ? '' : `，${personMark(number.freesFor.personId)}的同号争议随之解除`
  return `更正${personMark(personId)}的${[...new Set(titles)].join('、')}${freed}`
}

/** What the journal calls each column, in the order of the catalogue. */
function titledColumns({ names, entry }: Catalogue): readonly (readonly [string, string])[] {
  return names.flatMap((field) => {
    const { title } = entry(field)
    const own = [columnOf(field), title] as const
    return field === 'idNumber' ? [own, ['disputed_id_number', title] as const] : [own]
  })
}

/** The changes by property, without what is planned on its own: the number, the name, the post's title. */
function factsOf({ post: _post, idNumber: _number, name: _name, ...facts }: Changes): CorrectedFacts {
  return facts as CorrectedFacts
}

/** Every field as the import reads it. @throws `invalid_input` with the field's place in `at`. */
function readChanges(changes: Changes, today: PlainDate, catalogue: Catalogue): Changes {
  const read = fieldsKept('person', 'version', 'holding', 'file', 'grade').flatMap((field) => {
    const property = propertyOf(field)
    const typed = (changes as Readonly<Record<string, string | null | undefined>>)[property]
    // The number has its own reading, against everybody else's; the name is never empty.
    if (typed === undefined || field === 'idNumber' || field === 'name') return []
    if (isOwnField(field) && !catalogue.names.includes(field)) throw new Refusal('own_field_unknown')
    const reading = readField(field, typed, today, catalogue)
    if (reading.kind === 'refused') return refuseAt(property, reading.problem, catalogue.entry(field).title)
    return [[property, reading.value] as const]
  })
  return { ...changes, ...Object.fromEntries(read) }
}

interface Start {
  readonly id: string
  readonly valid_from: PlainDate
}

/** Moves the holding; where it now begins earlier, the versions of the post and the person that began with it begin earlier too. */
async function writeHolding(
  journal: JournalWriter,
  holding: HoldingCorrection,
  versions: readonly Start[],
  post: Start | null,
): Promise<void> {
  if (holding.id === null) return
  const { earlier } = holding
  if (earlier !== null) {
    const [first] = versions
    if (first?.valid_from === earlier.from) await journal.update('person_version', first.id, { valid_from: earlier.to })
    if (post?.valid_from === earlier.from) await journal.update('post_version', post.id, { valid_from: earlier.to })
  }
  await journal.update('holding', holding.id, holding.patch)
}

/** An emptied field means "none". */
function withoutBlanks(changes: Changes): Changes {
  return Object.fromEntries(
    Object.entries(changes)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [field, value === '' ? null : value]),
  )
}

/** What stands behind a corrected name goes where it belongs: “张玉兰（女，苗族）★” is 张玉兰, 女, 苗族. @throws `invalid_input` for two answers. */
function withPlainName(changes: Changes): Changes {
  if (changes.name === undefined) return changes
  const said = readNameCell(changes.name)
  refuseNameConflict(said, changes)
  return {
    ...changes,
    name: said.name === '' ? changes.name : said.name,
    ...(said.sex === null ? {} : { sex: said.sex }),
    ...(said.ethnicity === null ? {} : { ethnicity: said.ethnicity }),
  }
}

/** The version of the post that gets the title: the one of the day, else the last; `title` absent where it has it already. */
async function planPostTitle(
  db: Kysely<BookDatabase>,
  postId: string,
  title: string | undefined,
  today: PlainDate,
): Promise<{ readonly id: string; readonly title?: string } | null> {
  const version = await readPostAt(db, postId, today)
  if (version === null) return null
  const plain = title === undefined ? undefined : tidyText(title)
  return plain === undefined || plain === version.title ? { id: version.id } : { id: version.id, title: plain }
}
