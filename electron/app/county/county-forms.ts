import type { Input, Output } from '../../contract/operations.ts'
import { usualPeriod } from '../../domain/forms/form-facts.ts'
import { framedSheet } from '../../domain/forms/form-sheet.ts'
import type { CountyForm, CountyFormFacts, CountyTownship, TownshipBook } from '../../domain/forms/county-form.ts'
import { COUNTY_FORMS, countyFormNamed } from '../../domain/forms/county-registry.ts'
import { paginate, type SheetPageRows } from '../../domain/report/paginate.ts'
import type { SheetModel } from '../../domain/report/sheet-model.ts'
import { previewOf } from '../../domain/views/sheet-preview.ts'
import type { CountyBook } from '../../store/county/county-book.ts'
import { readCountyHead } from '../../store/county/county-journal.ts'
import { readCounty, readLedgerTotals, readRegions, type Region } from '../../store/county/county-store.ts'
import { sha256 } from '../../store/county/package-file.ts'
import { listStandings, sumByTownship, type Shown } from '../../store/county/rollup-store.ts'
import { readSubmissionBytes } from '../../store/county/submission-store.ts'
import type { QuotaCategory } from '../../vocabulary/establishment.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import { comparedRows } from './compare-days.ts'
import type { CountyContext } from './county-context.ts'
import { contentOfBytes } from './read-package.ts'

/** A form that names every unit is for people who read it: more townships than a city has are asked for part by part. */
const MOST_TOWNSHIPS = 400
const HEAD_SHOWN = 8

type FormInput = Input<'county.form'>

interface Draft {
  readonly form: CountyForm
  readonly facts: CountyFormFacts
  readonly sheet: SheetModel
  readonly pages: readonly SheetPageRows[]
}

/** Every form of a 主管本. */
export function listCountyForms(): Promise<Output<'county.forms'>> {
  return Promise.resolve({ forms: COUNTY_FORMS.map(({ id, title, about, span }) => ({ id, title, about, span })) })
}

/** A form page by page as it will be printed. @throws `form_unknown`, `name_unknown`, `county_form_long`, `date_invalid` */
export function previewCountyForm(input: FormInput, context: CountyContext): Promise<Output<'county.form'>> {
  const draft = draftCountyForm(input, context)
  return Promise.resolve({ ...viewOf(draft), preview: previewOf(draft.sheet, draft.pages) })
}

/** The form's file. @throws as the preview does */
export async function makeCountyFormFile(input: FormInput, context: CountyContext): Promise<Output<'county.formFile'>> {
  const draft = draftCountyForm(input, context)
  const content = await context.excel.draw(draft.sheet, { signal: context.signal, audience: 'bureau' })
  return {
    ...viewOf(draft),
    pages: draft.pages.length,
    fileName: `${draft.facts.office}${draft.form.title}（截至${draft.facts.asOf}）.xlsx`,
    sha256: sha256(content),
    base64: Buffer.from(content).toString('base64'),
  }
}

function viewOf({ form, facts: { asOf, from, to, townships } }: Draft) {
  return { form: form.id, title: form.title, asOf, from, to, townships: townships.length }
}

function draftCountyForm(input: FormInput, context: CountyContext): Draft {
  const { county } = context
  const form = countyFormNamed(input.form)
  if (form === undefined)
    throw new Refusal('form_unknown', { form: input.form, available: COUNTY_FORMS.map((own) => own.title).join('、') })
  const facts = gather(form, input, context)
  if (form.everyUnit && facts.townships.length > MOST_TOWNSHIPS)
    throw new Refusal('county_form_long', { title: form.title, count: facts.townships.length, most: MOST_TOWNSHIPS })
  const { title, page, measure } = form
  const { office, asOf, from, to, reportedOn } = facts
  const period = form.span === 'day' ? null : { from, to }
  const mark = `主管本 ${readCountyHead(county).slice(0, HEAD_SHOWN)}`
  const sheet = framedSheet(
    { title, page, bare: false, office, period, asOf, reportedOn, measure, footer: office, mark },
    form.content(facts),
  )
  return { form, facts, ...paginate(sheet) }
}

function gather(form: CountyForm, input: FormInput, { county, clock }: CountyContext): CountyFormFacts {
  const reportedOn = clock.today()
  const to = input.to ?? input.asOf ?? reportedOn
  const asOf = form.span === 'day' ? (input.asOf ?? reportedOn) : to
  const from = input.from ?? usualPeriod(form.span, to).from
  if (from > to) throw new Refusal('date_invalid', { value: `${from} — ${to}` })
  const regions = readRegions(county)
  const region = regionAsked(regions, input.region)
  // Without a day it is what every township shows now, as on the screens.
  const day = form.span === 'day' ? (input.asOf ?? null) : to
  const { townships, submissions, missing } = townshipsOn(county, regions, { asOf: day, region: region?.id ?? null })
  return {
    office: region?.name ?? readCounty(county).name,
    asOf,
    from,
    to,
    reportedOn,
    townships,
    missing,
    books: () => booksOf(county, townships, submissions),
    compared: () => ({
      before: townshipsOn(county, regions, { asOf: from, region: region?.id ?? null }).townships,
      after: townships,
      sums: comparedRows(county, { from, to, region: region?.id ?? null }),
    }),
  }
}

function regionAsked(regions: readonly Region[], text: string | undefined): Region | undefined {
  if (text === undefined || text === '') return undefined
  const found = regions.find((region) => region.name === text || region.code === text || String(region.id) === text)
  if (found === undefined) throw new Refusal('name_unknown', { name: text, what: '地区' })
  return found
}

interface TownshipsOfDay {
  readonly townships: readonly CountyTownship[]
  /** Township → the submission that speaks for it. */
  readonly submissions: ReadonlyMap<number, number>
  readonly missing: readonly string[]
}

function townshipsOn(county: CountyBook, regions: readonly Region[], shown: Shown): TownshipsOfDay {
  const names = new Map(regions.map((region) => [region.id, region.name]))
  const parents = new Map(regions.map((region) => [region.id, region.parentId]))
  const top = shown.region ?? 1
  const below = (id: number): number => {
    let at = id
    while (at !== top && (parents.get(at) ?? top) !== top) at = parents.get(at) ?? top
    return at
  }
  const sums = Map.groupBy(sumByTownship(county, shown), (row) => row.townshipId)
  const townships: CountyTownship[] = []
  const submissions = new Map<number, number>()
  const missing: string[] = []
  for (const row of listStandings(county, shown)) {
    if (row.submissionId === null || row.asOf === null) {
      missing.push(row.name)
      continue
    }
    submissions.set(row.id, row.submissionId)
    townships.push({
      id: row.id,
      name: row.name,
      code: row.code,
      county: names.get(row.regionId) ?? '',
      below: names.get(below(row.regionId)) ?? '',
      asOf: row.asOf,
      sums: sums.get(row.id) ?? [],
      leaders: {
        quota: row.leaderQuota,
        actual: row.leaderActual,
        vacancy: row.leaderVacancy,
        over: row.leaderOver,
      },
      institutions: row.institutions,
      offQuota: row.offQuota,
      mergedInto: row.mergedInto,
    })
  }
  return { townships, submissions, missing }
}

/** One township's content is in memory at a time. */
function* booksOf(
  county: CountyBook,
  townships: readonly CountyTownship[],
  submissions: ReadonlyMap<number, number>,
): Generator<TownshipBook> {
  for (const township of townships) {
    const submission = submissions.get(township.id)
    if (submission === undefined) continue
    yield {
      township,
      content: contentOfBytes(readSubmissionBytes(county, submission)),
      ledger: readLedgerTotals(county, township.id).map(({ category, amount }) => ({
        category: category as QuotaCategory,
        amount,
      })),
    }
  }
}
