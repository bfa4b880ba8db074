import type { Input, Output } from '../../contract/operations.ts'
import { operationTitle } from '../../contract/operations.ts'
import { shanghaiDayOf } from '../../domain/calendar/shanghai-day.ts'
import { maskWords } from '../../domain/identity/mask-words.ts'
import { knownBirth } from '../../domain/identity/known-identity.ts'
import { ledgerBook, type LedgerBook } from '../../domain/ledger/book/ledger-book.ts'
import { personMark } from '../../domain/ledger/journal/person-marks.ts'
import { familyOn, recordOn, recordsByPerson, type RecordsByPerson } from '../../domain/lrmx/book-form.ts'
import type { PersonTable } from '../../domain/ledger/rows/fact-rows.ts'
import { readResume } from '../../domain/lrmx/resume.ts'
import type { PlainDate } from '../../domain/model/plain-date.ts'
import { factSources, type FactSource } from '../../domain/people/fact-sources.ts'
import { isKept, keptValue, personOnDay, type PersonOnDay } from '../../domain/people/person-values.ts'
import { yearsArithmetic } from '../../domain/fill/values/years-arithmetic.ts'
import { viewBook } from '../../domain/views/book-view.ts'
import { readChangesOfRows } from '../../store/journal-store.ts'
import { loadFacts } from '../../store/load-facts.ts'
import { SENSITIVE_PARTS } from '../../vocabulary/sensitive-parts.ts'
import { isOwnField } from '../../vocabulary/own-fields.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { readBookState } from '../read-book-state.ts'
import { personForm, pictureOf, type PersonForm } from '../records/lrmx/person-form.ts'

type Answer = Output<'person.record'>

/** Where each fact of a person stands from, what follows from them, and how much there is of what is shown on request only. */
export async function readPersonRecord(input: Input<'person.record'>, context: QueryContext): Promise<Answer> {
  const day = input.asOf ?? context.clock.today()
  const view = viewBook(await readBookState(context.db, day))
  const person = view.index.person(input.personId)
  const entry = view.entryOf(input.personId)
  if (person === undefined || entry === undefined) throw new Refusal('person_not_found')
  const own = personOnDay(view.index, person, view.holding(entry.holdingId))
  const ledger = ledgerBook(await loadFacts(context.db))
  const records = recordsByPerson(ledger)
  const form = formOf(ledger, records, person.id, day)
  const rows = records.get(person.id) ?? []
  const resume = recordOn(rows, 'resume', day)
  return {
    asOf: day,
    sources: await sourcesOf(context, ledger, person.id, own),
    counted: countedOf(own, day),
    photo: await photoOf(context, form),
    resume: {
      lines: resumeOf(form).map((line) => ({ ...line, text: maskWords(line.text) })),
      recorded: resume !== null,
      paper: resume?.row.document_number ?? null,
    },
    family: familyOn(rows, day).map(({ row, member }) => ({
      id: row.id,
      relation: member.relation ?? '',
      paper: row.document_number,
    })),
  }
}

/** A sensitive part whole; that it was looked at is on the disk before it is shown. The entry says whose and which part, nothing of it. */
export async function lookAtPerson(
  input: Input<'person.look'>,
  context: CommandContext,
): Promise<Output<'person.look'>> {
  const { result } = await context.commit({ reason: input.reason, summary: '查看了敏感信息' }, async (tx, journal) => {
    const day = context.clock.today()
    const ledger = ledgerBook(await loadFacts(tx))
    const { part } = input
    const title = isOwnField(part)
      ? (ledger.facts.own_field.find((row) => row.field === part)?.title ?? part)
      : SENSITIVE_PARTS[part].title
    journal.describe({ summary: `查看了${personMark(input.personId)}的${title}` })
    const records = recordsByPerson(ledger)
    const form = formOf(ledger, records, input.personId, day)
    const nothing = { text: null, resume: [], family: [] }
    if (part === 'resume') return { ...nothing, text: form.values.fields.resume, resume: [...resumeOf(form)] }
    if (part === 'family')
      return {
        ...nothing,
        family: form.values.family.map((one) => ({
          relation: one.relation ?? '',
          name: one.name ?? '',
          birth: one.birth,
          politicalStatus: one.politicalStatus ?? '',
          work: one.work ?? '',
        })),
      }
    const file = recordOn<Readonly<Record<string, unknown>>>(records.get(input.personId) ?? [], 'personFile', day)
    const value = file?.content[part]
    return { ...nothing, text: typeof value === 'string' ? value : null }
  })
  return result
}

function formOf(ledger: LedgerBook, records: RecordsByPerson, personId: string, day: PlainDate): PersonForm {
  const person: PersonTable | undefined = ledger.person(personId)
  if (person === undefined) throw new Refusal('person_not_found')
  return personForm(ledger, records, person, day)
}

function resumeOf(form: PersonForm): readonly { from: string | null; to: string | null; text: string }[] {
  return readResume(form.values.fields.resume ?? '').map((line) => ({ ...line }))
}

async function photoOf(context: QueryContext, form: PersonForm): Promise<Answer['photo']> {
  const picture = await pictureOf(context.db, form)
  return picture === null ? null : { mediaType: picture.mediaType, base64: picture.content.toString('base64') }
}

async function sourcesOf(
  context: QueryContext,
  ledger: LedgerBook,
  personId: string,
  own: PersonOnDay,
): Promise<Answer['sources']> {
  const rowIds = [
    personId,
    ...ledger.personVersions(personId).map((row) => row.id),
    ...ledger.allHoldingsOf(personId).map((row) => row.id),
    ...ledger.facts.record.filter((row) => row.person_id === personId).map((row) => row.id),
  ]
  const found = factSources(await readChangesOfRows(context.db, rowIds), (field) =>
    isKept(field) ? keptValue(field, own) : null,
  )
  return Object.fromEntries([...found].map(([field, source]) => [field, sourceView(source)]))
}

function sourceView({ change, paper }: FactSource): Answer['sources'][string] {
  return {
    paper,
    seq: change.seq,
    title: operationTitle(change.operation),
    on: change.effectiveOn ?? shanghaiDayOf(change.recordedAt),
    reason: change.reason,
  }
}

function countedOf({ person, file, holding, grade }: PersonOnDay, day: PlainDate): Answer['counted'] {
  const line = (title: string, from: string | null, unit: string) => {
    const counted = yearsArithmetic(from, day)
    return counted === null ? [] : [{ title, value: `${counted.years} ${unit}`, arithmetic: counted.arithmetic }]
  }
  return [
    ...line('年龄', knownBirth(person), '周岁'),
    ...line('工龄', person.workStarted, '年'),
    ...line('党龄', file?.partyJoined ?? null, '年'),
    ...line('任现职', holding?.postSince ?? null, '年'),
    ...line('任现职级', grade?.rankSince ?? null, '年'),
  ]
}
