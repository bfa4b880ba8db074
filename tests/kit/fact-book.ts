import { noColumns } from '../../electron/vocabulary/person-fields.ts'
import type {
  AbsenceTable,
  RetirementArrangementTable,
  EntryApprovalTable,
  FactRows,
  HoldingTable,
  LedgerEventTable,
  PersonTable,
  PostVersionTable,
  RunOffPlanTable,
} from '../../electron/domain/ledger/rows/fact-rows.ts'
import type { QuotaCategory } from '../../electron/domain/model/quota-category.ts'
import type { UnitKind } from '../../electron/domain/model/unit.ts'
import { RECORDED_AT } from './book.ts'

/*
 * Rows of a small book written by hand. Ids are names: unit 党政办, person 甲, the post of 甲's first holding 甲-岗0, that holding 甲-任0.
 * Everything is there from 2000-01-01 unless it says otherwise.
 */

export const BEGIN = '2000-01-01'

export interface FactUnit {
  readonly name: string
  readonly kind?: UnitKind
  readonly quotas?: Partial<Record<QuotaCategory, number>>
}
export interface FactHolding extends Partial<
  Omit<HoldingTable, 'id' | 'person_id' | 'post_id' | 'valid_from' | 'valid_to'>
> {
  /** Null: 借出. */
  readonly unit: string | null
  readonly from?: string
  readonly to?: string | null
  readonly title?: string
  /** A post of its own unless two holdings share one. */
  readonly post?: string
}
export interface FactPerson extends Partial<Omit<PersonTable, 'id' | 'name'>> {
  readonly name: string
  readonly holdings: readonly FactHolding[]
}
export interface FactSpec {
  readonly units: readonly FactUnit[]
  readonly people?: readonly FactPerson[]
  /** Posts nobody holds, or later versions of the others. */
  readonly posts?: readonly (Partial<PostVersionTable> & Pick<PostVersionTable, 'post_id' | 'unit_id'>)[]
  readonly events?: readonly Partial<LedgerEventTable>[]
  readonly approvals?: readonly (Partial<EntryApprovalTable> & Pick<EntryApprovalTable, 'unit_id'>)[]
  readonly absences?: readonly AbsenceTable[]
  readonly retirementArrangements?: readonly RetirementArrangementTable[]
  readonly plans?: readonly Pick<RunOffPlanTable, 'kind' | 'year' | 'amount'>[]
}

/** A counted 主职 in 行政编制 from the beginning on. */
export function held(unit: string, more: Partial<FactHolding> = {}): FactHolding {
  return { unit, category: 'administrative', kind: 'substantive', occupies_quota: 1, ...more }
}

/** Builds all rows of the book. */
export function factBook(spec: FactSpec): FactRows {
  const recorded = { recorded_at: RECORDED_AT }
  const always = { valid_from: BEGIN, valid_to: null, ...recorded }
  const people = spec.people ?? []
  return {
    book: [{ id: 'book', name: '山溪乡', pack_id: 'none', pack_from: null, ...recorded }],
    setting: [],
    basis_document: [
      { id: '批文', number: '山编办〔2000〕1号', title: null, issuing_body: null, issued_on: null, ...recorded },
    ],
    unit: spec.units.map((unit) => ({ id: unit.name, ...recorded })),
    unit_version: spec.units.map((unit, place) => ({
      id: `${unit.name}-版`,
      unit_id: unit.name,
      parent_id: null,
      name: unit.name,
      kind: unit.kind ?? 'office',
      managing_body: null,
      sort_order: place,
      document_id: null,
      ...always,
    })),
    nameplate: [],
    quota: spec.units.flatMap((unit) =>
      Object.entries(unit.quotas ?? {}).map(([category, amount]) => ({
        id: `${unit.name}-${category}`,
        unit_id: unit.name,
        category: category as QuotaCategory,
        role: 'allocation' as const,
        amount: amount ?? 0,
        document_id: '批文',
        ...always,
      })),
    ),
    leadership_quota: [],
    post: [],
    post_version: [
      ...people.flatMap((person) =>
        person.holdings.flatMap((own, turn) =>
          own.unit === null || own.post !== undefined
            ? []
            : [
                {
                  id: `${person.name}-岗${turn}-版`,
                  post_id: `${person.name}-岗${turn}`,
                  unit_id: own.unit,
                  title: own.title ?? '干事',
                  leadership: null,
                  state: 'inUse' as const,
                  ...always,
                },
              ],
        ),
      ),
      ...(spec.posts ?? []).map((post, place) => ({
        id: `岗版${place}`,
        title: '干事',
        leadership: null,
        state: 'inUse' as const,
        ...always,
        ...post,
      })),
    ],
    person: people.map(({ holdings: _holdings, ...person }) => ({
      ...noColumns('person'),
      id: person.name,
      disputed_id_number: null,
      ...recorded,
      ...person,
    })),
    person_version: [],
    holding: people.flatMap((person) => person.holdings.map((own, turn) => holdingRow(person.name, own, turn))),
    entry_approval: (spec.approvals ?? []).map((row, place) => ({
      id: `核准${place}`,
      category: 'administrative' as const,
      amount: 1,
      number: `用编${place}号`,
      expires_on: null,
      person_id: null,
      ...always,
      ...row,
    })),
    over_quota_choice: [],
    notice: [],
    objection: [],
    notice_photo: [],
    person_document: [],
    notice_closing: [],
    notice_archive: [],
    notice_exception: [],
    notice_sheet: [],
    notice_draft: [],
    ledger_event: (spec.events ?? []).map((row, place) => ({
      id: `事${place}`,
      type: 'exit',
      effective_on: BEGIN,
      person_id: null,
      unit_id: null,
      other_unit_id: null,
      category: null,
      cause: null,
      document_number: null,
      proofs: '[]',
      note: null,
      is_correction: 0 as const,
      ...recorded,
      ...row,
    })),
    absence: spec.absences ?? [],
    retirement_arrangement: spec.retirementArrangements ?? [],
    rank_quota: [],
    tolerance: [],
    off_quota_control: [],
    run_off_plan: (spec.plans ?? []).map((row) => ({
      id: `${row.kind}-${row.year}`,
      document_number: null,
      ...recorded,
      ...row,
    })),
    attachment: [],
    record: [],
    template_mapping: [],
    import_answer: [],
    finding_mark: [],
    duty_mark: [],
    rule_pack: [],
    holiday_calendar: [],
    roster_layout: [],
    own_field: [],
    code_word: [],
    reform_plan: [],
    reform_step: [],
  }
}

function holdingRow(person: string, spec: FactHolding, turn: number): HoldingTable {
  const { unit, from, to, title: _title, post, ...facts } = spec
  return {
    ...noColumns('holding'),
    id: `${person}-任${turn}`,
    person_id: person,
    post_id: unit === null ? null : (post ?? `${person}-岗${turn}`),
    kind: 'substantive',
    category: null,
    off_quota_kind: null,
    occupies_quota: 0,
    occupies_leadership: 0,
    overlap_allowed: 0,
    entered_on: null,
    entry_route: null,
    entry_document_number: null,
    counterpart: null,
    remark: null,
    entry_cause: null,
    exit_cause: null,
    approval_id: null,
    occupied_rank: null,
    due_on: null,
    valid_from: from ?? BEGIN,
    valid_to: to ?? null,
    recorded_at: RECORDED_AT,
    ...facts,
  }
}
