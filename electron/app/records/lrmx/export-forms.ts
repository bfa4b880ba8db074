import type { Kysely } from 'kysely'
import { Refusal } from '../../../vocabulary/refusals.ts'
import type { Input, Output } from '../../../contract/operations.ts'
import type { PersonTable } from '../../../domain/ledger/rows/fact-rows.ts'
import { ledgerBook, type LedgerBook } from '../../../domain/ledger/book/ledger-book.ts'
import { recordsByPerson } from '../../../domain/lrmx/book-form.ts'
import { zipFiles } from '../../../domain/lrmx/zip-files.ts'
import type { PlainDate } from '../../../domain/model/plain-date.ts'
import type { BookDatabase } from '../../../store/book-database.ts'
import { loadFacts } from '../../../store/load-facts.ts'
import { hashOfDocument } from '../../../store/person-document-store.ts'
import type { CommandContext } from '../../context.ts'
import { personNamed } from '../../../domain/assess/resolve-event.ts'
import { readBookState } from '../../read-book-state.ts'
import { personMark } from '../../../domain/ledger/journal/person-marks.ts'
import { personForm } from './person-form.ts'
import { writePersonForm } from './write-person-form.ts'

type ExportedFile = Output<'lrmx.export'>['files'][number]

/**
 * Forms of people or of a whole list. A form that once came in leaves as it came but for what has changed in the book since; who never had
 * one gets a new one. @throws `name_unknown`, `name_ambiguous`; `lrmx_no_form` for the older format where there is none.
 */
export async function exportForms(
  input: Input<'lrmx.export'>,
  context: CommandContext,
): Promise<Output<'lrmx.export'>> {
  const day = context.clock.today()
  const { result, entry } = await context.commit({ summary: '导出任免审批表' }, async (tx, journal) => {
    const ledger = ledgerBook(await loadFacts(tx))
    const people = await peopleAsked(tx, ledger, input, day)
    const records = recordsByPerson(ledger)
    const files: ExportedFile[] = []
    for (const [done, person] of people.entries()) {
      if (done % 20 === 0) context.report('导出任免审批表', done, people.length)
      const made = await writePersonForm(tx, personForm(ledger, records, person, day), input, day)
      files.push({
        personId: person.id,
        person: person.name,
        fileName: '',
        changed: [...made.changed],
        sha256: hashOfDocument(made.bytes),
        base64: Buffer.from(made.bytes).toString('base64'),
      })
    }
    const [only] = people
    journal.describe({
      summary: `导出任免审批表 ${files.length} 份${only !== undefined && people.length === 1 ? `：${personMark(only.id)}` : ''}（含身份证号）`,
    })
    return named(files, input.format ?? 'lrmx')
  })
  if (input.archive !== true) return { files: [...result], archive: null, seq: entry.seq }
  const zip = zipFiles(result.map(({ fileName, base64 }) => ({ name: fileName, bytes: Buffer.from(base64, 'base64') })))
  return {
    files: result.map((file) => ({ ...file, base64: '' })),
    archive: { fileName: `任免审批表（${day}）.zip`, base64: Buffer.from(zip).toString('base64') },
    seq: entry.seq,
  }
}

async function peopleAsked(
  tx: Kysely<BookDatabase>,
  ledger: LedgerBook,
  { people, list }: Input<'lrmx.export'>,
  day: PlainDate,
): Promise<readonly PersonTable[]> {
  const asked = (people ?? []).map((name) => personNamed(ledger, name, day))
  const onList =
    list === undefined
      ? []
      : (await readBookState(tx, day)).roster
          .filter((entry) => entry.list === list)
          .flatMap((entry) => ledger.person(entry.personId) ?? [])
  const found = [...new Map([...asked, ...onList].map((person) => [person.id, person])).values()]
  if (found.length === 0)
    throw new Refusal('invalid_input', { field: '人员', problem: '没有要导出的人，请写姓名或名单' })
  return found
}

/** People of one name get a number behind it. */
function named(files: readonly ExportedFile[], format: 'lrmx' | 'lrm'): readonly ExportedFile[] {
  const used = new Map<string, number>()
  return files.map((file) => {
    const name = file.person.replaceAll(/[\\/:*?"<>|\s]/g, '_')
    const count = (used.get(name) ?? 0) + 1
    used.set(name, count)
    return { ...file, fileName: `${name}${count === 1 ? '' : `_${count}`}.${format}` }
  })
}
