import { noColumns } from '../../../../electron/vocabulary/person-fields.ts'
import {
  applyWrites,
  type EventPlan,
  type EventRefusal,
  type EventTools,
  type PlanResult,
} from '../../../../electron/domain/ledger/planning/event-plan.ts'
import {
  FACT_TABLES,
  type FactRows,
  type HoldingTable,
  type UnitVersionTable,
} from '../../../../electron/domain/ledger/rows/fact-rows.ts'
import { ledgerBook, type LedgerBook } from '../../../../electron/domain/ledger/book/ledger-book.ts'
import { snapshotAt } from '../../../../electron/domain/ledger/snapshot/snapshot-at.ts'
import type { LeadershipRole } from '../../../../electron/domain/model/person.ts'
import type { QuotaCategory } from '../../../../electron/domain/model/quota-category.ts'
import { computeFigures } from '../../../../electron/domain/quota/figures.ts'
import { commit, factsOf, memoryBook } from '../../../kit/memory-book.ts'

/*
 * A small invented township since 2006: 党政办 (行政 3), 经发办 (行政 2), 农业中心 (事业 2), 领导班子 (行政 2; 职数 2). Ids of units and people
 * are their names. What an event writes goes through the refusals of the book's file, row by row.
 */

const AT = { recorded_at: '2026-11-22T02:00:00.000Z' }
const SINCE = { valid_from: '2006-11-01', valid_to: null, ...AT }

export interface Resident {
  readonly name: string
  readonly unit: string
  readonly title?: string
  readonly leadership?: LeadershipRole
  readonly category?: QuotaCategory
  readonly from?: string
  readonly to?: string | null
  readonly idNumber?: string
  readonly disputed?: string
  readonly holding?: Partial<HoldingTable>
}

const UNITS: readonly (Pick<UnitVersionTable, 'name' | 'kind'> & {
  readonly quota?: readonly [QuotaCategory, number]
})[] = [
  { name: '试验乡', kind: 'township' },
  { name: '领导班子', kind: 'leadership', quota: ['administrative', 2] },
  { name: '党政办', kind: 'office', quota: ['administrative', 3] },
  { name: '经发办', kind: 'office', quota: ['administrative', 2] },
  { name: '农业中心', kind: 'institution', quota: ['institution', 2] },
]

/** The facts of the township with these people in it. */
export function town(...people: readonly Resident[]): FactRows {
  const empty = Object.fromEntries(FACT_TABLES.map((table) => [table, []])) as unknown as FactRows
  return people.reduce(seat, {
    ...empty,
    book: [{ id: 'book', name: '试验乡', pack_id: 'none', pack_from: null, ...AT }],
    basis_document: [
      { id: 'plan', number: '试编〔2006〕1号', title: null, issuing_body: null, issued_on: null, ...AT },
    ],
    unit: UNITS.map(({ name }) => ({ id: name, ...AT })),
    unit_version: UNITS.map(({ name, kind }, index) => ({
      id: `uv-${name}`,
      unit_id: name,
      parent_id: index === 0 ? null : '试验乡',
      name,
      kind,
      managing_body: null,
      sort_order: index,
      document_id: 'plan',
      ...SINCE,
    })),
    quota: UNITS.flatMap(({ name, quota }) =>
      quota === undefined
        ? []
        : [
            {
              id: `q-${name}`,
              unit_id: name,
              category: quota[0],
              role: 'allocation' as const,
              amount: quota[1],
              document_id: 'plan',
              ...SINCE,
            },
          ],
    ),
    leadership_quota: [
      { id: 'lq', unit_id: '领导班子', amount: 2, chief_amount: 1, deputy_amount: 1, document_id: 'plan', ...SINCE },
    ],
  })
}

function seat(facts: FactRows, resident: Resident): FactRows {
  const {
    name,
    unit,
    title = '科员',
    leadership = null,
    category = 'administrative',
    from = '2010-07-01',
    to = null,
  } = resident
  const person = {
    ...noColumns('person'),
    id: name,
    name,
    sex: null,
    id_number: resident.idNumber ?? null,
    disputed_id_number: resident.disputed ?? null,
    birth: null,
    ethnicity: null,
    work_started: null,
    quota_card_number: null,
    retirement_category: null,
    ...AT,
  }
  const holding: HoldingTable = {
    ...noColumns('holding'),
    id: `h-${name}`,
    person_id: name,
    post_id: `p-${name}`,
    kind: 'substantive',
    category,
    off_quota_kind: null,
    occupies_quota: 1,
    occupies_leadership: leadership === null ? 0 : 1,
    overlap_allowed: 0,
    entered_on: from,
    entry_route: '公开招录',
    entry_document_number: '试人〔2010〕1号',
    counterpart: null,
    remark: null,
    entry_cause: null,
    exit_cause: null,
    approval_id: null,
    occupied_rank: null,
    due_on: null,
    valid_from: from,
    valid_to: to,
    ...AT,
    ...resident.holding,
  }
  return {
    ...facts,
    person: [...facts.person, person],
    person_version: [
      ...facts.person_version,
      {
        ...noColumns('version'),
        id: `pv-${name}`,
        person_id: name,
        political_status: null,
        education: '大学本科',
        professional_title: null,
        rank: '一级科员',
        valid_from: from,
        valid_to: null,
        ...AT,
      },
    ],
    post: [...facts.post, { id: `p-${name}`, ...AT }],
    post_version: [
      ...facts.post_version,
      {
        id: `ppv-${name}`,
        post_id: `p-${name}`,
        unit_id: unit,
        title,
        leadership,
        state: 'inUse',
        valid_from: from,
        valid_to: null,
        ...AT,
      },
    ],
    holding: [...facts.holding, holding],
  }
}

let ids = 0
export const tools: EventTools = {
  newId: () => {
    ids += 1
    return `n${ids}`
  },
  recordedAt: '2026-11-22T03:00:00.000Z',
  today: '2026-11-22',
}

type Planner<E> = (event: E, ledger: LedgerBook, tools: EventTools) => PlanResult

/** The plan; fails where the event is refused. */
export function planned<E>(facts: FactRows, plan: Planner<E>, event: E): EventPlan {
  const result = plan(event, ledgerBook(facts), tools)
  if ('refusal' in result) throw new Error(`${result.refusal} ${JSON.stringify(result.details)}`)
  return result
}

/** The facts after the event, as the book's file would take them; a preview shows the same. */
export function after<E>(facts: FactRows, plan: Planner<E>, event: E): FactRows {
  const { writes } = planned(facts, plan, event)
  const saved = factsOf(commit(memoryBook(facts, []), 'event.add', writes))
  const preview = applyWrites(facts, writes)
  for (const table of FACT_TABLES) {
    const [left, right] = [saved, preview].map((rows) =>
      JSON.stringify([...rows[table]].toSorted((a, b) => (a.id < b.id ? -1 : 1))),
    )
    if (left !== right) throw new Error(`preview and file differ in ${table}`)
  }
  return saved
}

export function refusal<E>(facts: FactRows, plan: Planner<E>, event: E): EventRefusal {
  const result = plan(event, ledgerBook(facts), tools)
  if (!('refusal' in result)) throw new Error(`not refused: ${result.summary}`)
  return result
}

/** One line on a day as 核定/实有/已核准未到位/空编/超编. */
export function line(facts: FactRows, unit: string, day: string, category: QuotaCategory = 'administrative'): string {
  const found = computeFigures(snapshotAt(facts, day)).lines.find(
    (each) => each.unitId === unit && each.category === category,
  )
  return found === undefined ? 'none' : [found.quota, found.actual, found.reserved, found.vacancy, found.over].join('/')
}

/** Leaders on a day as 正/副/合计. */
export function leaders(facts: FactRows, day: string): string {
  const { chief, deputy, actual } = computeFigures(snapshotAt(facts, day)).leadership
  return [chief.actual, deputy.actual, actual].join('/')
}

/** What somebody is on a day: kind, unit, title, counted or not; 主职 first. */
export function standing(facts: FactRows, person: string, day: string): readonly string[] {
  const ledger = ledgerBook(facts)
  return ledger
    .holdingsOf(person, day)
    .map((row) => {
      const post = row.post_id === null ? undefined : ledger.postAt(row.post_id, day)
      return [
        row.kind,
        post?.unit_id ?? row.counterpart ?? '',
        post?.title ?? '',
        row.occupies_quota === 1 ? '占编' : '不占编',
      ].join(' ')
    })
    .toSorted()
}

/** The posts of a unit on a day with who sits in them. */
export function seats(facts: FactRows, unit: string, day: string): readonly string[] {
  const ledger = ledgerBook(facts)
  return ledger
    .postsOf(unit, day)
    .map(
      (post) =>
        `${post.title} ${post.state} ${
          ledger
            .holdersOf(post.post_id, day)
            .map((row) => row.person_id)
            .join('+') || '空'
        }`,
    )
    .toSorted()
}

/** The events on record of a type. */
export function registered(facts: FactRows, type: string) {
  return facts.ledger_event.filter((row) => row.type === type)
}

export function personNamed(facts: FactRows, name: string): string {
  const found = facts.person.find((row) => row.name === name)
  if (found === undefined) throw new Error(`nobody called ${name}`)
  return found.id
}
