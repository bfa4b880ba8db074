import { OperationError } from '../contract/errors.ts'
import type { Input } from '../contract/operations.ts'
import type { Form } from '../domain/forms/form.ts'
import { formFacts, usualPeriod, type FormPeriod } from '../domain/forms/form-facts.ts'
import { formSheet } from '../domain/forms/form-sheet.ts'
import { FORMS, formNamed } from '../domain/forms/registry.ts'
import { ledgerBook, type LedgerBook } from '../domain/ledger/ledger-book.ts'
import type { PlainDate } from '../domain/model/plain-date.ts'
import { paginate, type SheetPageRows } from '../domain/report/paginate.ts'
import type { SheetModel } from '../domain/report/sheet-model.ts'
import { readHead } from '../store/journal.ts'
import { loadFacts } from '../store/load-facts.ts'
import type { QueryContext } from './context.ts'
import { readBookState } from './read-book-state.ts'

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
export async function draftReport(input: ReportInput, context: Pick<QueryContext, 'db' | 'clock'>, { plainIds }: { readonly plainIds: boolean }): Promise<ReportDraft> {
  const form = formNamed(input.form)
  if (form === undefined) throw new OperationError('form_unknown', { form: input.form, available: FORMS.map((own) => own.title).join('、') })
  const reportedOn = context.clock.today()
  const asOf = input.asOf ?? input.to ?? reportedOn
  const period = periodOf(form, asOf, input)
  const { book, state, head } = await context.db.transaction().execute(async (tx) => ({ book: await loadFacts(tx), state: await readBookState(tx, asOf), head: await readHead(tx) }))
  const ledger = ledgerBook(book)
  const subject = { unitId: subjectUnit(ledger, form, input.unit, asOf), personId: subjectPerson(ledger, form, input.person) }
  const facts = formFacts({ book, state, period, reportedOn, plainIds, ...subject })
  return { form, township: facts.township, asOf, ...period, ...paginate(formSheet(form, facts, `台账 ${head.hash.slice(0, HEAD_SHOWN)}`)) }
}

function periodOf(form: Form, asOf: PlainDate, input: ReportInput): FormPeriod {
  const usual = usualPeriod(form.span, asOf)
  if (form.span === 'day') return usual
  const to = input.to ?? usual.to
  const from = input.from ?? usualPeriod(form.span, to).from
  if (from > to) throw new OperationError('date_invalid', { value: `${from} — ${to}` })
  return { from, to }
}

/** By id, by the name on the day, else by a name it once bore. */
function subjectUnit(ledger: LedgerBook, form: Form, text: string | undefined, asOf: PlainDate): string | null {
  if (text === undefined || text === '' || form.subject !== 'unit') return null
  if (ledger.unitVersions(text).length > 0) return text
  const now = ledger.unitNamed(text, asOf).map((row) => row.unit_id)
  const found = [...new Set(now.length > 0 ? now : ledger.facts.unit_version.filter((row) => row.name === text).map((row) => row.unit_id))]
  return only(found, text, '机构')
}

function subjectPerson(ledger: LedgerBook, form: Form, text: string | undefined): string | null {
  if (text === undefined || text === '' || form.subject !== 'person') return null
  if (ledger.person(text) !== undefined) return text
  return only(ledger.peopleNamed(text).map((row) => row.id), text, '人员')
}

function only(found: readonly string[], name: string, what: string): string {
  const [first] = found
  if (first === undefined) throw new OperationError('name_unknown', { name, what })
  if (found.length > 1) throw new OperationError('name_ambiguous', { name, count: found.length, choices: found.join('、') })
  return first
}
