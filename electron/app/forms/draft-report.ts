import type { Kysely } from 'kysely'
import { Refusal } from '../../vocabulary/refusals.ts'
import { LONGEST_LEDGER_YEARS, rangeProblem } from '../../contract/operation-parts.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { formFacts, usualPeriod, type FormPeriod } from '../../domain/forms/form-facts.ts'
import { formSheet } from '../../domain/forms/form-sheet.ts'
import type { Form } from '../../domain/forms/form.ts'
import { FORMS, formNamed } from '../../domain/forms/registry.ts'
import { ledgerBook, type LedgerBook } from '../../domain/ledger/book/ledger-book.ts'
import type { FactRows } from '../../domain/ledger/rows/fact-rows.ts'
import { photoOnSheet } from '../../domain/lrmx/photo.ts'
import type { PlainDate } from '../../domain/model/plain-date.ts'
import { paginate, type SheetPageRows } from '../../domain/report/paginate.ts'
import type { SheetModel, SheetPicture } from '../../domain/report/sheet-model.ts'
import type { BookDatabase } from '../../store/book-database.ts'
import { newestDocuments, readDocumentBytes } from '../../store/person-document-store.ts'
import { readHead } from '../../store/journal.ts'
import { loadFacts } from '../../store/load-facts.ts'
import { hashOfFile } from '../../store/notice-store.ts'
import type { QueryContext, CommandContext } from '../context.ts'
import { readBookState } from '../read-book-state.ts'
import { previewOf } from '../../domain/views/sheet-preview.ts'

/** A form of the book, laid out and divided into pages: preview and file draw the same one. */
export interface ReportDraft extends FormPeriod {
  readonly form: Form
  readonly township: string
  readonly asOf: PlainDate
  readonly sheet: SheetModel
  readonly pages: readonly SheetPageRows[]
}

type ReportInput = Input<'report.preview'>

const HEAD_SHOWN = 8

/**
 * Gathers what the form reads, all of one moment, and lays it out.
 * @throws form_unknown, name_unknown, name_ambiguous; date_invalid where the period ends before it begins.
 */
export async function draftReport(
  input: ReportInput,
  context: Pick<QueryContext, 'db' | 'clock'>,
  { plainIds }: { readonly plainIds: boolean },
): Promise<ReportDraft> {
  const form = formNamed(input.form)
  if (form === undefined)
    throw new Refusal('form_unknown', { form: input.form, available: FORMS.map((own) => own.title).join('、') })
  const reportedOn = context.clock.today()
  const asOf = input.asOf ?? input.to ?? reportedOn
  const period = periodOf(form, asOf, input)
  const { book, state, head, ...subject } = await context.db.transaction().execute(async (tx) => {
    const facts = await loadFacts(tx)
    const ledger = ledgerBook(facts)
    const personId = subjectPerson(ledger, form, input.person)
    return {
      book: facts,
      state: await readBookState(tx, asOf),
      head: await readHead(tx),
      unitId: subjectUnit(ledger, form, input.unit, asOf),
      personId,
      photo: await photoOf(tx, facts, personId),
    }
  })
  const facts = formFacts({ book, state, period, reportedOn, plainIds, ...subject })
  return {
    form,
    township: facts.township,
    asOf,
    ...period,
    ...paginate(formSheet(form, facts, `台账 ${head.hash.slice(0, HEAD_SHOWN)}`)),
  }
}

async function photoOf(
  db: Kysely<BookDatabase>,
  facts: FactRows,
  personId: string | null,
): Promise<SheetPicture | null> {
  const kept = personId === null ? undefined : newestDocuments(facts.person_document, 'photo').get(personId)
  const bytes = kept === undefined ? undefined : await readDocumentBytes(db, kept.sha256)
  return bytes === undefined ? null : photoOnSheet(bytes)
}

function periodOf(form: Form, asOf: PlainDate, input: ReportInput): FormPeriod {
  const usual = usualPeriod(form.span, asOf)
  if (form.span === 'day') return usual
  const to = input.to ?? usual.to
  const from = input.from ?? usualPeriod(form.span, to).from
  if (from > to) throw new Refusal('date_invalid', { value: `${from} — ${to}` })
  const problem = rangeProblem(from, to, LONGEST_LEDGER_YEARS)
  if (problem !== null) throw new Refusal('invalid_input', { field: '截止日期', problem })
  return { from, to }
}

/** By id, by the name on the day, else by a name it once bore. */
function subjectUnit(ledger: LedgerBook, form: Form, text: string | undefined, asOf: PlainDate): string | null {
  if (text === undefined || text === '' || form.subject !== 'unit') return null
  if (ledger.unitVersions(text).length > 0) return text
  const now = ledger.unitNamed(text, asOf).map((row) => row.unit_id)
  const found = [
    ...new Set(
      now.length > 0 ? now : ledger.facts.unit_version.filter((row) => row.name === text).map((row) => row.unit_id),
    ),
  ]
  return only(found, text, '机构')
}

function subjectPerson(ledger: LedgerBook, form: Form, text: string | undefined): string | null {
  if (text === undefined || text === '' || form.subject !== 'person') return null
  if (ledger.person(text) !== undefined) return text
  return only(
    ledger.peopleNamed(text).map((row) => row.id),
    text,
    '人员',
  )
}

function only(found: readonly string[], name: string, what: string): string {
  const [first] = found
  if (first === undefined) throw new Refusal('name_unknown', { name, what })
  if (found.length > 1) throw new Refusal('name_ambiguous', { name, count: found.length, choices: found.join('、') })
  return first
}

/** Every form there is. */
export function listReports(): Output<'report.list'> {
  return {
    forms: FORMS.map(({ id, title, about, due, span, subject, idNumbers }) => ({
      id,
      title,
      about,
      due,
      span,
      subject,
      idNumbers,
    })),
  }
}

/** A form page by page as it will be printed, ID numbers masked. */
export async function previewReport(
  input: Input<'report.preview'>,
  context: QueryContext,
): Promise<Output<'report.preview'>> {
  const draft = await draftReport(input, context, { plainIds: false })
  return reportView(draft, draft.form.idNumbers)
}

export function reportView(draft: ReportDraft, masked: boolean): Output<'report.preview'> {
  return {
    form: draft.form.id,
    title: draft.form.title,
    asOf: draft.asOf,
    from: draft.from,
    to: draft.to,
    masked,
    preview: previewOf(draft.sheet, draft.pages),
  }
}

/** Shows a form with whole ID numbers. The entry says who looked, when and why, and is on the disk before a number is shown. */
export async function revealReport(
  { reason, ...input }: Input<'report.reveal'>,
  context: CommandContext,
): Promise<Output<'report.reveal'>> {
  const draft = await draftReport(input, context, { plainIds: true })
  if (!draft.form.idNumbers) return reportView(draft, false)
  await context.commit(
    { reason, summary: `查看了《${draft.form.title}》（统计日期 ${draft.asOf}）中的完整身份证号` },
    () => Promise.resolve(null),
  )
  return reportView(draft, false)
}

/**
 * Draws the form's file. One with whole ID numbers is journalled before it is handed out; properties, footer and names are searched for numbers
 * all the same.
 */
export async function makeReportFile(
  input: Input<'report.file'>,
  context: CommandContext,
): Promise<Output<'report.file'>> {
  const draft = await draftReport(input, context, { plainIds: true })
  const { form, asOf, from, to } = draft
  const content = await context.excel.draw(draft.sheet, { signal: context.signal, audience: 'bureau' })
  if (form.idNumbers)
    await context.commit({ summary: `导出《${form.title}》（统计日期 ${asOf}），含完整身份证号` }, () =>
      Promise.resolve(null),
    )
  return {
    form: form.id,
    title: form.title,
    asOf,
    from,
    to,
    pages: draft.pages.length,
    idNumbers: form.idNumbers,
    fileName: `${draft.township}${form.title}（截至${asOf}）.xlsx`,
    sha256: hashOfFile(content),
    base64: Buffer.from(content).toString('base64'),
  }
}
