import type { Catalogue } from '../../vocabulary/catalogue.ts'
import type { PersonField } from '../../vocabulary/person-fields.ts'
import { readCatalogue } from '../../store/own-field-store.ts'
import { rosterLayout, type RosterLayout } from '../../contract/adhoc-operations.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { CATEGORY_TITLES, ROSTER_LIST_TITLES } from '../../contract/shapes.ts'
import { adhocForm, type AdhocGroup } from '../../domain/adhoc/adhoc-form.ts'
import { bornWithin, sortedBy, textOf } from '../../domain/adhoc/arrange.ts'
import { formFacts } from '../../domain/forms/form-facts.ts'
import { formSheet } from '../../domain/forms/form-sheet.ts'
import type { RosterEntry } from '../../domain/model/finding.ts'
import type { PlainDate } from '../../domain/model/plain-date.ts'
import { paginate, type SheetPageRows } from '../../domain/report/paginate.ts'
import type { SheetModel } from '../../domain/report/sheet-model.ts'
import { readHead } from '../../store/journal.ts'
import { loadFacts } from '../../store/load-facts.ts'
import { hashOfFile } from '../../store/notice-store.ts'
import { readRosterLayout, readRosterLayouts } from '../../store/roster-layout-store.ts'
import type { QueryContext, CommandContext } from '../context.ts'
import { readBookState } from '../read-book-state.ts'
import { viewBook, type BookView } from '../../domain/views/book-view.ts'
import { peopleRows, type FilledRow } from '../../domain/fill/values/person-rows.ts'
import { rosterPersonView } from '../../domain/views/roster-person-view.ts'
import { previewOf } from '../../domain/views/sheet-preview.ts'

/** An ad-hoc roster laid out and divided into pages: preview and file draw the same one. */
export interface AdhocDraft {
  readonly layout: RosterLayout
  readonly township: string
  readonly asOf: PlainDate
  readonly people: number
  readonly sheet: SheetModel
  readonly pages: readonly SheetPageRows[]
}

const HEAD_SHOWN = 8
/** A field's title, and whether it is written as a day. */
const titleOf = (view: BookView, field: string) =>
  view.index.catalogue.names.some((name) => name === field)
    ? view.index.catalogue.entry(field as PersonField).title
    : ''
const widthOf = (view: BookView, field: string) => view.index.catalogue.entry(field as PersonField).width
const isDate = ({ names, entry }: Catalogue, field: string) => {
  const name = names.find((one) => one === field)
  return name !== undefined && ['date', 'month'].includes(entry(name).kind)
}

/**
 * Gathers the book of the day and lays the chosen columns and people out. Values come from where a superior's form gets them, so a person reads
 * the same in both.
 * @throws roster_layout_unknown, roster_field_unknown
 */
export async function draftAdhoc(
  input: Input<'adhoc.preview'>,
  context: Pick<QueryContext, 'db' | 'clock'>,
  { plainIds }: { readonly plainIds: boolean },
): Promise<AdhocDraft> {
  const layout = await layoutOf(input, context)
  checkFields(layout, await readCatalogue(context.db))
  const reportedOn = context.clock.today()
  const asOf = input.asOf ?? reportedOn
  const { book, state, head } = await context.db.transaction().execute(async (tx) => ({
    book: await loadFacts(tx),
    state: await readBookState(tx, asOf),
    head: await readHead(tx),
  }))
  const view = viewBook(state)
  const entries = view.roster.filter((entry) => isWanted(view, layout, entry))
  const groups = groupsOf(view, layout, entries, plainIds)
  const form = adhocForm({
    title: layout.title,
    page: { paper: layout.paper, orientation: layout.orientation },
    columns: layout.fields.map((field) => ({ field, title: titleOf(view, field), width: widthOf(view, field) })),
    groups,
    note: `共 ${entries.length} 人。${filterText(view, layout)}`,
  })
  const facts = formFacts({
    book,
    state,
    period: { from: asOf, to: asOf },
    reportedOn,
    plainIds,
    unitId: null,
    personId: null,
    photo: null,
  })
  return {
    layout,
    township: facts.township,
    asOf,
    people: entries.length,
    ...paginate(formSheet(form, facts, `台账 ${head.hash.slice(0, HEAD_SHOWN)}`)),
  }
}

async function layoutOf(
  { layout, name = '' }: Input<'adhoc.preview'>,
  { db }: Pick<QueryContext, 'db'>,
): Promise<RosterLayout> {
  if (layout !== undefined) return layout
  const row = await readRosterLayout(db, name)
  // One that a later program wrote and this one cannot read is not there for it.
  const parsed = row === undefined ? undefined : rosterLayout.safeParse(JSON.parse(row.layout))
  if (parsed?.success === true) return parsed.data
  const known = await readRosterLayouts(db)
  throw new Refusal('roster_layout_unknown', {
    name,
    available: known.length === 0 ? '还没有保存过版式' : known.map((one) => one.name).join('、'),
  })
}

/** @throws roster_field_unknown */
export function checkFields({ fields, sortBy }: RosterLayout, { names }: Catalogue): void {
  for (const field of [...fields, ...(sortBy === null ? [] : [sortBy])])
    if (!names.some((name) => name === field)) throw new Refusal('roster_field_unknown', { field })
}

function isWanted(view: BookView, { filter }: RosterLayout, entry: RosterEntry): boolean {
  if (!filter.lists.includes(entry.list)) return false
  const shown = rosterPersonView(view, entry)
  const same = (wanted: string | null, own: string | null) => wanted === null || wanted === own
  return (
    same(filter.unit, shown.unitId) &&
    same(filter.category, shown.categoryCode) &&
    same(filter.sex, shown.sex) &&
    same(filter.education, shown.education) &&
    bornWithin(shown.birth, filter.bornFrom, filter.bornTo)
  )
}

/** Groups in the order of the roster, people sorted inside each; numbers run on through the groups. */
function groupsOf(
  view: BookView,
  layout: RosterLayout,
  entries: readonly RosterEntry[],
  plainIds: boolean,
): readonly AdhocGroup[] {
  const { sortBy, groupBy } = layout
  const sorted =
    sortBy === null || sortBy === 'sequence'
      ? entries
      : sortedBy(entries, (entry) => valueOf(view, sortBy, entry), layout.descending)
  if (groupBy === null) return [{ title: '', rows: rowsOf(view, layout, sorted, plainIds) }]
  const headingOf = (entry: RosterEntry) => textOf(valueOf(view, groupBy, entry)) || `${titleOf(view, groupBy)}没有登记`
  const titles = [...new Set(entries.map(headingOf))]
  const byTitle = Map.groupBy(sorted, headingOf)
  const members = titles.map((title) => byTitle.get(title) ?? [])
  const rows = rowsOf(view, layout, members.flat(), plainIds)
  let first = 0
  return titles.map((title, place) => ({ title, rows: rows.slice(first, (first += members[place]?.length ?? 0)) }))
}

function rowsOf(
  view: BookView,
  { fields, dateFormat, idNumbers }: RosterLayout,
  entries: readonly RosterEntry[],
  plainIds: boolean,
): readonly FilledRow[] {
  const formatOf = (field: string) =>
    isDate(view.index.catalogue, field)
      ? dateFormat
      : field === 'idNumber' && plainIds && idNumbers === 'plain'
        ? 'plain'
        : null
  return peopleRows(
    view,
    fields.map((field) => ({ field, format: formatOf(field) })),
    entries,
  )
}

/** For order and groups: whole dates, whole numbers; nothing of it is printed but the group's name. */
function valueOf(view: BookView, field: string, entry: RosterEntry): FilledRow[number] {
  const format = isDate(view.index.catalogue, field) ? 'day' : field === 'idNumber' ? 'plain' : null
  return peopleRows(view, [{ field, format }], [entry])[0]?.[0] ?? null
}

function filterText(view: BookView, { filter }: RosterLayout): string {
  const born =
    filter.bornFrom === null && filter.bornTo === null ? [] : [`出生 ${filter.bornFrom ?? ''}至${filter.bornTo ?? ''}`]
  const parts = [
    filter.lists.map((list) => ROSTER_LIST_TITLES[list]).join('、'),
    ...(filter.unit === null ? [] : [`单位：${view.unitName(filter.unit)}`]),
    ...(filter.category === null ? [] : [CATEGORY_TITLES[filter.category]]),
    ...(filter.sex === null ? [] : [`性别：${filter.sex}`]),
    ...(filter.education === null ? [] : [`学历：${filter.education}`]),
    ...born,
  ]
  return `范围：${parts.join('；')}。`
}

/** The roster page by page as it will be printed, ID numbers masked whatever the layout says. */
export async function previewAdhoc(
  input: Input<'adhoc.preview'>,
  context: QueryContext,
): Promise<Output<'adhoc.preview'>> {
  const { layout, asOf, people, sheet, pages } = await draftAdhoc(input, context, { plainIds: false })
  return { title: layout.title, asOf, people, preview: previewOf(sheet, pages) }
}

/**
 * Draws the roster's file. With whole ID numbers in it, an entry says so and is on the disk before the file is handed out. A paper of the
 * office: numbers of cards and telephones in its cells are no leak.
 */
export async function makeAdhocFile(
  input: Input<'adhoc.file'>,
  context: CommandContext,
): Promise<Output<'adhoc.file'>> {
  const { layout, township, asOf, people, sheet, pages } = await draftAdhoc(input, context, { plainIds: true })
  const idNumbers = layout.idNumbers === 'plain' && layout.fields.includes('idNumber') && people > 0
  const content = await context.excel.draw(sheet, { signal: context.signal, audience: 'bureau' })
  if (idNumbers)
    await context.commit(
      { summary: `导出自定花名册《${layout.title}》（统计日期 ${asOf}），含 ${people} 人的完整身份证号` },
      () => Promise.resolve(null),
    )
  const fileName = `${township}${layout.title.replaceAll(/[\\/:*?"<>|]/g, '、')}（截至${asOf}）.xlsx`
  return {
    title: layout.title,
    asOf,
    people,
    pages: pages.length,
    idNumbers,
    fileName,
    sha256: hashOfFile(content),
    base64: Buffer.from(content).toString('base64'),
  }
}
