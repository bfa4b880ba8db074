import { firstDayOf, type PlainDate } from '../model/plain-date.ts'
import type { QuotaCategory } from '../model/quota-category.ts'
import type { BookState } from './book-state.ts'
import type { Catalogue } from '../../vocabulary/catalogue.ts'
import { QUOTA_FIELDS, rosterTitles } from '../table/fields.ts'
import type { ChangeCounts, ImportPlan, PlannedRow } from './import-plan.ts'
import { planConcurrent } from './plan-concurrent.ts'
import { planPeople } from './plan-people.ts'
import { planQuotas } from './plan-quotas.ts'
import type { PlanDesk } from './plan-desk.ts'
import { planDigest } from './plan-digest.ts'
import { emptyDraft } from './planned-writes.ts'
import { readQuotaRow, type QuotaRow } from './read-quota-row.ts'
import { readRosterRow, type RosterRow } from './read-roster-row.ts'
import { referenceDay } from '../table/report-titles.ts'
import type { RecognisedSheet, RecognisedWorkbook } from '../table/recognised-workbook.ts'
import { rowReaders } from './row-reader.ts'
import { createUnitPlanner } from './unit-planner.ts'

export interface PlanOptions {
  /** Day on which changes of running facts take effect; by default 填报日期 of the sheets, else `today`. */
  readonly effectiveOn?: PlainDate | undefined
  readonly today: PlainDate
  /** Digest of a text, for `ImportPlan.hash`. */
  readonly digest: (text: string) => string
}

/** Holds a recognised workbook against the book: what every row adds or changes, what is refused and why. Same input, same plan. */
export function planImport(workbook: RecognisedWorkbook, state: BookState, options: PlanOptions): ImportPlan {
  const effectiveOn = effectiveDay(workbook, options)
  const quotaRows = workbook.sheets.flatMap(readQuotas)
  const rosterRows = workbook.sheets.flatMap((sheet) => readRoster(sheet, state.catalogue, options.today))
  const draft = emptyDraft()
  const units = createUnitPlanner(state, draft)
  const firstDayIn = firstDays(rosterRows, effectiveOn)
  const plannedQuotas = planQuotas(quotaRows, { state, draft, units, effectiveOn, firstDayIn })
  const desk = openDesk({ state, draft, units, effectiveOn, firstDayIn })
  const personRows = rosterRows.filter((row) => row.kind !== 'concurrent')
  const people = planPeople(personRows, desk)
  const concurrent = planConcurrent(
    rosterRows.filter((row) => row.kind === 'concurrent'),
    people.known,
    desk,
  )

  const rows = inSheetOrder(workbook, [...plannedQuotas, ...people.rows, ...concurrent])
  const readers = [...quotaRows, ...rosterRows].map((row) => row.reader)
  const refused = readers.flatMap((reader) => reader.refusals)
  return {
    effectiveOn,
    rows,
    refused,
    repaired: readers.flatMap((reader) => reader.repairs),
    counts: {
      units: units.counts(),
      quotas: count(plannedQuotas),
      people: count(people.rows.filter((row) => row.kind === 'person')),
      others: count(people.rows.filter((row) => row.kind !== 'person')),
      concurrent: count(concurrent),
    },
    absent:
      rosterRows.length === 0
        ? 0
        : state.people.filter(
            (person) =>
              !people.matchedIds.has(person.id) && person.holdings.some((holding) => holding.kind === 'substantive'),
          ).length,
    writes: draft,
    hash: options.digest(JSON.stringify([state.head, effectiveOn, planDigest(draft), refused])),
  }
}

/** The day a plan's changes take effect. */
export function effectiveDay(
  workbook: Pick<RecognisedWorkbook, 'reportDate'>,
  options: Pick<PlanOptions, 'effectiveOn' | 'today'>,
): PlainDate {
  return options.effectiveOn ?? referenceDay(workbook, options.today)
}

function readQuotas(sheet: RecognisedSheet): readonly QuotaRow[] {
  const readerOf = rowReaders(sheet, sheet.quotas, QUOTA_FIELDS)
  return sheet.quotas.map((record) => readQuotaRow(readerOf(record)))
}

function readRoster(sheet: RecognisedSheet, catalogue: Catalogue, today: PlainDate): readonly RosterRow[] {
  const readerOf = rowReaders(sheet, sheet.people, rosterTitles(catalogue))
  return sheet.people.map((record) => readRosterRow(readerOf(record), catalogue, today))
}

/** The day the first of an office's people entered; `effectiveOn` where the file names nobody in it. */
function firstDays(rows: readonly RosterRow[], effectiveOn: PlainDate): PlanDesk['firstDayIn'] {
  const days = new Map<string, PlainDate>()
  for (const row of rows) {
    const day = row.enteredOn === null ? effectiveOn : firstDayOf(row.enteredOn)
    const known = days.get(row.unit)
    if (known === undefined || day < known) days.set(row.unit, day)
  }
  return (unit) => days.get(unit) ?? effectiveOn
}

function openDesk(told: Omit<PlanDesk, 'categoriesOf' | 'holdersOf'>): PlanDesk {
  const { state, draft } = told
  const categories = new Map<string, Set<QuotaCategory>>()
  for (const { unitId, category } of [...state.quotas, ...draft.quotas]) {
    const known = categories.get(unitId)
    if (known === undefined) categories.set(unitId, new Set([category]))
    else known.add(category)
  }
  const none: ReadonlySet<QuotaCategory> = new Set()
  const holders = new Map<string | null, number>()
  for (const person of state.people)
    for (const { postId } of person.holdings) holders.set(postId, (holders.get(postId) ?? 0) + 1)
  return {
    ...told,
    categoriesOf: (unitId) => categories.get(unitId) ?? none,
    holdersOf: (postId) => holders.get(postId) ?? 0,
  }
}

function count(rows: readonly PlannedRow[]): ChangeCounts {
  const of = (action: PlannedRow['action']) => rows.filter((row) => row.action === action).length
  return { added: of('add'), updated: of('update'), unchanged: of('unchanged') }
}

function inSheetOrder(workbook: RecognisedWorkbook, rows: readonly PlannedRow[]): readonly PlannedRow[] {
  const order = new Map(workbook.sheets.map((sheet, index) => [sheet.name, index]))
  return rows.toSorted((a, b) => (order.get(a.sheet) ?? 0) - (order.get(b.sheet) ?? 0) || a.row - b.row)
}
