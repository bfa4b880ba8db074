import { rosterLayout, type RosterLayout } from '../contract/adhoc-operations.ts'
import { OperationError } from '../contract/errors.ts'
import type { Input } from '../contract/operations.ts'
import { CATEGORY_TITLES, ROSTER_LIST_TITLES } from '../contract/shapes.ts'
import { adhocForm, type AdhocGroup } from '../domain/adhoc/adhoc-form.ts'
import { bornWithin, sortedBy, textOf } from '../domain/adhoc/arrange.ts'
import { PERSON_FIELDS } from '../domain/fill/person-fields.ts'
import { formFacts } from '../domain/forms/form-facts.ts'
import { formSheet } from '../domain/forms/form-sheet.ts'
import type { RosterEntry } from '../domain/model/finding.ts'
import type { PlainDate } from '../domain/model/plain-date.ts'
import { paginate, type SheetPageRows } from '../domain/report/paginate.ts'
import type { SheetModel } from '../domain/report/sheet-model.ts'
import { readHead } from '../store/journal.ts'
import { loadFacts } from '../store/load-facts.ts'
import { readRosterLayout, readRosterLayouts } from '../store/roster-layout-store.ts'
import type { QueryContext } from './context.ts'
import { readBookState } from './read-book-state.ts'
import { viewBook, type BookView } from './views/book-view.ts'
import { peopleRows, type FilledRow } from './views/fill-rows.ts'
import { rosterPersonView } from './views/roster-person-view.ts'

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
const TITLES: ReadonlyMap<string, string> = new Map(PERSON_FIELDS.map(({ field, title }) => [field, title]))
const DATES: ReadonlySet<string> = new Set(PERSON_FIELDS.filter(({ shape }) => shape === 'date').map(({ field }) => field))

/**
 * Gathers the book of the day and lays the chosen columns and people out. Values come from where a superior's form gets them, so a person reads the same in both.
 * @throws roster_layout_unknown, roster_field_unknown
 */
export async function draftAdhoc(input: Input<'adhoc.preview'>, context: Pick<QueryContext, 'db' | 'clock'>, { plainIds }: { readonly plainIds: boolean }): Promise<AdhocDraft> {
  const layout = await layoutOf(input, context)
  checkFields(layout)
  const reportedOn = context.clock.today()
  const asOf = input.asOf ?? reportedOn
  const { book, state, head } = await context.db.transaction().execute(async (tx) => ({ book: await loadFacts(tx), state: await readBookState(tx, asOf), head: await readHead(tx) }))
  const view = viewBook(state)
  const entries = view.roster.filter((entry) => isWanted(view, layout, entry))
  const groups = groupsOf(view, layout, entries, plainIds)
  const form = adhocForm({
    title: layout.title,
    page: { paper: layout.paper, orientation: layout.orientation },
    columns: layout.fields.map((field) => ({ field, title: TITLES.get(field) ?? field })),
    groups,
    note: `共 ${entries.length} 人。${filterText(view, layout)}`,
  })
  const facts = formFacts({ book, state, period: { from: asOf, to: asOf }, reportedOn, plainIds, unitId: null, personId: null })
  return { layout, township: facts.township, asOf, people: entries.length, ...paginate(formSheet(form, facts, `台账 ${head.hash.slice(0, HEAD_SHOWN)}`)) }
}

async function layoutOf({ layout, name = '' }: Input<'adhoc.preview'>, { db }: Pick<QueryContext, 'db'>): Promise<RosterLayout> {
  if (layout !== undefined) return layout
  const row = await readRosterLayout(db, name)
  // One that a later program wrote and this one cannot read is not there for it.
  const parsed = row === undefined ? undefined : rosterLayout.safeParse(JSON.parse(row.layout))
  if (parsed?.success === true) return parsed.data
  const known = await readRosterLayouts(db)
  throw new OperationError('roster_layout_unknown', { name, available: known.length === 0 ? '还没有保存过版式' : known.map((one) => one.name).join('、') })
}

/** @throws roster_field_unknown */
export function checkFields({ fields, sortBy }: RosterLayout): void {
  for (const field of [...fields, ...(sortBy === null ? [] : [sortBy])]) if (!TITLES.has(field)) throw new OperationError('roster_field_unknown', { field })
}

function isWanted(view: BookView, { filter }: RosterLayout, entry: RosterEntry): boolean {
  if (!filter.lists.includes(entry.list)) return false
  const shown = rosterPersonView(view, entry)
  const same = (wanted: string | null, own: string | null) => wanted === null || wanted === own
  return same(filter.unit, shown.unitId) && same(filter.category, shown.categoryCode) && same(filter.sex, shown.sex) && same(filter.education, shown.education) && bornWithin(shown.birth, filter.bornFrom, filter.bornTo)
}

/** Groups in the order of the roster, people sorted inside each; numbers run on through the groups. */
function groupsOf(view: BookView, layout: RosterLayout, entries: readonly RosterEntry[], plainIds: boolean): readonly AdhocGroup[] {
  const { sortBy, groupBy } = layout
  const sorted = sortBy === null || sortBy === 'sequence' ? entries : sortedBy(entries, (entry) => valueOf(view, sortBy, entry), layout.descending)
  if (groupBy === null) return [{ title: '', rows: rowsOf(view, layout, sorted, plainIds) }]
  const titleOf = (entry: RosterEntry) => textOf(valueOf(view, groupBy, entry)) || `${TITLES.get(groupBy) ?? ''}没有登记`
  const titles = [...new Set(entries.map(titleOf))]
  const byTitle = Map.groupBy(sorted, titleOf)
  const members = titles.map((title) => byTitle.get(title) ?? [])
  const rows = rowsOf(view, layout, members.flat(), plainIds)
  let first = 0
  return titles.map((title, place) => ({ title, rows: rows.slice(first, (first += members[place]?.length ?? 0)) }))
}

function rowsOf(view: BookView, { fields, dateFormat, idNumbers }: RosterLayout, entries: readonly RosterEntry[], plainIds: boolean): readonly FilledRow[] {
  const formatOf = (field: string) => (DATES.has(field) ? dateFormat : field === 'idNumber' && plainIds && idNumbers === 'plain' ? 'plain' : null)
  return peopleRows(view, { kind: 'people', lists: ['in-quota'], columns: fields.map((field) => ({ column: '', field, format: formatOf(field) })) }, entries)
}

/** For order and groups: whole dates, whole numbers; nothing of it is printed but the group's name. */
function valueOf(view: BookView, field: string, entry: RosterEntry): FilledRow[number] {
  const format = DATES.has(field) ? 'day' : field === 'idNumber' ? 'plain' : null
  return peopleRows(view, { kind: 'people', lists: ['in-quota'], columns: [{ column: '', field, format }] }, [entry])[0]?.[0] ?? null
}

function filterText(view: BookView, { filter }: RosterLayout): string {
  const born = filter.bornFrom === null && filter.bornTo === null ? [] : [`出生 ${filter.bornFrom ?? ''}至${filter.bornTo ?? ''}`]
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
