import type { Kysely } from 'kysely'
import type { Input, Output } from '../../contract/operations.ts'
import { personMark } from '../../domain/ledger/journal/person-marks.ts'
import type { PlainDate } from '../../domain/model/plain-date.ts'
import { ERASED_TABLES, erasedName, erasedRow, isErasedName, rowGoes } from '../../domain/ledger/rows/erased-row.ts'
import { backupFolderOf, listBackups } from '../../store/backup.ts'
import type { BookDatabase } from '../../store/book-database.ts'
import { readRows } from '../../store/entry-rows-store.ts'
import {
  eraseFiles,
  eraseImages,
  eraseRepeated,
  readFileHashes,
  readLeftPeople,
  readNamesEver,
  readRowsEver,
  readWhereSaid,
  settleLog,
} from '../../store/erasure-store.ts'
import { readHead } from '../../store/journal.ts'
import { readPersonRow } from '../../store/person-store.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import type { CommandContext, QueryContext } from '../context.ts'

/** Who has left and is still named: whose holdings have all ended, and of whom nothing was erased. */
export async function listErasable(
  _: Input<'person.erasable'>,
  context: QueryContext,
): Promise<Output<'person.erasable'>> {
  return {
    people: [...(await readLeftPeople(context.db, context.clock.today()))],
    copies: await copiesOf(context),
  }
}

/**
 * 清除个人信息 (个人信息保护法 第四十七条): what is personal of somebody who has left goes from the facts and from the images of the journal; who sat
 * where and when stays, for the numbers of past days. The chain still verifies: it is made of digests, and those stay.
 */
export async function erasePerson(
  input: Input<'person.erase'>,
  context: CommandContext,
): Promise<Output<'person.erase'>> {
  const { personId } = input
  const recordedAt = context.clock.now()
  const draft = { reason: input.reason, summary: `清除了${personMark(personId)}的个人信息` }
  const { result, entry } = await context.commit(draft, async (tx, journal) => {
    await refuse(tx, input, context.clock.today())
    const name = erasedName((await readHead(tx)).seq + 1)
    const words = await readNamesEver(tx, personId)
    const rows = await readRowsEver(tx, personId)
    const hashes = await readFileHashes(tx, rows)
    let records = 0
    for (const table of ERASED_TABLES)
      for (const id of (await readRows(tx, table, rows.get(table) ?? [])).keys()) {
        await journal.erase(table, id, (row) => erasedRow(table, row, name), rowGoes(table))
        if (rowGoes(table)) records += 1
      }
    const details = await eraseImages(tx, journal, rows, { id: context.newId(), personId, name, recordedAt })
    const files = await eraseFiles(tx, hashes)
    await eraseRepeated(tx, personId)
    return { name, words, details, records, files }
  })
  settleLog(context.book)
  const { words, ...erased } = result
  return {
    ...erased,
    remains: [...(await readWhereSaid(context.db, words))],
    copies: await copiesOf(context),
    seq: entry.seq,
  }
}

/** The list says who may be erased, and this asks the list. @throws `person_not_found`, `erased_already`, `erase_still_here`, `erase_name_differs` */
async function refuse(db: Kysely<BookDatabase>, input: Input<'person.erase'>, today: PlainDate): Promise<void> {
  const person = await readPersonRow(db, input.personId)
  if (person === null) throw new Refusal('person_not_found')
  const { name } = person
  if (isErasedName(name)) throw new Refusal('erased_already', { name })
  if ((await readLeftPeople(db, today, person.id)).length === 0) throw new Refusal('erase_still_here', { name })
  if (input.name.trim() !== name) throw new Refusal('erase_name_differs', { name })
}

/** Copies made before still hold everything. */
async function copiesOf({ book }: QueryContext): Promise<number> {
  return (await listBackups(backupFolderOf(book.path), book.password)).length
}
