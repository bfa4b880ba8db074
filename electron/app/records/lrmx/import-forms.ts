import type { Input, Output } from '../../../contract/operations.ts'
import { applyWrites, type FactWrite } from '../../../domain/ledger/planning/event-plan.ts'
import { ledgerBook, type LedgerBook } from '../../../domain/ledger/book/ledger-book.ts'
import { bookForm, recordsByPerson } from '../../../domain/lrmx/book-form.ts'
import { acceptedValues, confirmedFields, formBasis, type DifferingField } from '../../../domain/lrmx/compare-form.ts'
import { formWrites } from '../../../domain/lrmx/form-writes.ts'
import { loadFacts } from '../../../store/load-facts.ts'
import { addPersonDocuments, type NewPersonDocument } from '../../../store/person-document-store.ts'
import { writeFacts } from '../../../store/write-facts.ts'
import type { CommandContext } from '../../context.ts'
import { holdForms, parseForms, type HeldForms, type MatchedForm } from './gather-forms.ts'
import { bringsSomething, importedView } from './imported-view.ts'

/**
 * Takes the forms into the book, all in one journal entry; the form itself is kept, so that it can be written back as it came.
 * Nothing to write, nothing written: `seq` is null then.
 */
export async function importForms(
  input: Input<'lrmx.import'>,
  context: CommandContext,
): Promise<Output<'lrmx.import'>> {
  const today = context.clock.today()
  const parsed = parseForms(input, context)
  const wanted = parsed.forms.filter(({ file }) => isWanted(input, file.id))
  const before = ledgerBook(await loadFacts(context.db))
  const view = importedView(parsed, await holdForms(context.db, parsed.forms, before, today), before, {
    today,
    whole: input.whole === true ? 'both' : 'none',
  })
  if (!(await holdForms(context.db, wanted, before, today)).matched.some(bringsSomething)) return { ...view, seq: null }
  const { entry } = await context.commit({ effectiveOn: today, summary: '导入任免审批表' }, async (tx, journal) => {
    const facts = await loadFacts(tx)
    const ledger = ledgerBook(facts)
    const plan = planImport(await holdForms(tx, wanted, ledger, today), ledger, input, context)
    await writeFacts(journal, plan.writes)
    const after = ledgerBook(applyWrites(facts, plan.writes))
    await addPersonDocuments(tx, journal, keptDocuments(plan.taken, after, context))
    journal.describe({ summary: `导入任免审批表 ${plan.taken.length} 份` })
  })
  return { ...view, seq: entry.seq }
}

function isWanted({ accept }: Input<'lrmx.import'>, fileId: string): boolean {
  return accept === undefined || accept.some((own) => own.fileId === fileId)
}

/** A form and the fields of it that go into the book. */
interface TakenForm extends MatchedForm {
  readonly fields: ReadonlySet<DifferingField>
}

function planImport(
  { matched, records }: HeldForms,
  ledger: LedgerBook,
  { accept }: Input<'lrmx.import'>,
  context: CommandContext,
): { readonly writes: readonly FactWrite[]; readonly taken: readonly TakenForm[] } {
  const tools = { newId: context.newId, recordedAt: context.clock.now(), today: context.clock.today() }
  const taken = matched.filter(bringsSomething).map((own): TakenForm => {
    const chosen = accept?.find(({ fileId }) => fileId === own.file.id)?.fields
    const fields = own.differences.map(({ field }) => field).filter((field) => chosen?.includes(field) ?? true)
    return { ...own, fields: new Set([...fields, ...confirmedFields(own.book, own.incoming, own.differences)]) }
  })
  const writes = taken.flatMap((own) => {
    const values = acceptedValues(own.book.values, own.incoming.values, own.fields)
    return formWrites(ledger, records, own.person, values, own.fields, tools)
  })
  return { writes, taken }
}

/** The forms as they came and the pictures that were taken over. `after`: the book with the fields in it. */
function keptDocuments(
  taken: readonly TakenForm[],
  after: LedgerBook,
  context: CommandContext,
): readonly NewPersonDocument[] {
  const records = recordsByPerson(after)
  const recordedAt = context.clock.now()
  return taken.flatMap((own): readonly NewPersonDocument[] => {
    const { form, incoming, person, file } = own
    const takesPhoto = own.fields.has('photo') && form.photo !== null
    const photo = takesPhoto ? incoming.photo : own.photo
    const book = bookForm(after, records, after.person(person.id) ?? person, context.clock.today())
    const documents: NewPersonDocument[] = [
      {
        id: context.newId(),
        personId: person.id,
        purpose: 'appointmentForm',
        fileName: file.name,
        mediaType: form.format === 'lrmx' ? 'application/xml' : 'text/plain',
        content: form.bytes,
        basis: JSON.stringify(formBasis(book, photo, incoming, own.earlier, context.clock.today())),
        recordedAt,
      },
    ]
    if (takesPhoto && form.photo !== null && form.photoType !== null)
      documents.push({
        id: context.newId(),
        personId: person.id,
        purpose: 'photo',
        fileName: `${person.name}.${form.photoType.slice('image/'.length).replace('jpeg', 'jpg')}`,
        mediaType: form.photoType,
        content: form.photo,
        basis: null,
        recordedAt,
      })
    return documents
  })
}
