import type { QuotaRole } from '../../../vocabulary/establishment.ts'
import type { ColumnsOf } from '../../../vocabulary/person-fields.ts'
import type { RetirementArrangementKind } from '../../../vocabulary/retirement.ts'
import type { AbsenceKind, PostState } from '../../../vocabulary/standing.ts'
import type { HoldingKind, LeadershipRole, OffQuotaKind } from '../../model/person.ts'
import type { PlainMonth } from '../../model/plain-date.ts'
import type { QuotaCategory } from '../../model/quota-category.ts'
import type { UnitKind } from '../../model/unit.ts'
import type { KeptRows } from './kept-rows.ts'
import type { NoticeRows } from './notice-rows.ts'
import type { Flag, Ranged, Recorded } from './row-parts.ts'

export type * from './kept-rows.ts'
export type * from './notice-rows.ts'

/*
 * The rows of the facts as the book keeps them (migrations/): what the journal images, what a replay rebuilds, what an event writes.
 * Dates are YYYY-MM-DD, instants UTC ISO, flags 0/1. Names are the columns' own, so that an image is a row and a row is an image.
 */

export interface BookTable extends Recorded {
  readonly id: 'book'
  readonly name: string
  readonly pack_id: string
  readonly pack_from: string | null
}
export interface SettingTable extends Recorded {
  readonly id: string
  readonly value: string
}
export interface BasisDocumentTable extends Recorded {
  readonly id: string
  readonly number: string
  readonly title: string | null
  readonly issuing_body: string | null
  readonly issued_on: string | null
}
export interface UnitTable extends Recorded {
  readonly id: string
}
export interface UnitVersionTable extends Ranged {
  readonly id: string
  readonly unit_id: string
  readonly parent_id: string | null
  readonly name: string
  readonly kind: UnitKind
  readonly managing_body: string | null
  readonly sort_order: number
  readonly document_id: string | null
}
export interface NameplateTable extends Ranged {
  readonly id: string
  readonly unit_id: string
  readonly name: string
  readonly document_id: string | null
}
export interface QuotaTable extends Ranged {
  readonly id: string
  readonly unit_id: string
  readonly category: QuotaCategory
  readonly role: QuotaRole
  readonly amount: number
  readonly document_id: string
}
export interface LeadershipQuotaTable extends Ranged {
  readonly id: string
  readonly unit_id: string
  readonly amount: number
  readonly chief_amount: number | null
  readonly deputy_amount: number | null
  readonly document_id: string
}
export interface PostTable extends Recorded {
  readonly id: string
}
export interface PostVersionTable extends Ranged {
  readonly id: string
  readonly post_id: string
  readonly unit_id: string
  readonly title: string
  readonly leadership: LeadershipRole | null
  readonly state: PostState
}
export interface PersonTable extends Recorded, Omit<ColumnsOf<'person'>, 'name'> {
  readonly id: string
  readonly name: string
  readonly disputed_id_number: string | null
}
export interface PersonVersionTable extends Ranged, ColumnsOf<'version'> {
  readonly id: string
  readonly person_id: string
}
export interface HoldingTable extends Ranged, ColumnsOf<'holding'> {
  readonly id: string
  readonly person_id: string
  readonly post_id: string | null
  readonly kind: HoldingKind
  readonly off_quota_kind: OffQuotaKind | null
  readonly occupies_quota: Flag
  readonly occupies_leadership: Flag
  readonly overlap_allowed: Flag
  readonly counterpart: string | null
  /** ZB77 code. */
  readonly entry_cause: string | null
  /** ZB78 code, set when the holding ends by 出编. */
  readonly exit_cause: string | null
  readonly approval_id: string | null
  /** 占编职级. */
  readonly occupied_rank: string | null
  readonly due_on: string | null
}
export interface EntryApprovalTable extends Ranged {
  readonly id: string
  readonly unit_id: string
  readonly category: QuotaCategory
  readonly amount: number
  readonly number: string
  readonly expires_on: string | null
  readonly person_id: string | null
}
export interface OverQuotaChoiceTable extends Ranged {
  readonly id: string
  readonly unit_id: string
  readonly category: QuotaCategory
  readonly person_id: string
  readonly reason: string
}
/** What happened, as it was registered: one row an event, beside the facts it changed. `proofs` is a JSON list of the papers seen. */
export interface LedgerEventTable extends Recorded {
  readonly id: string
  readonly type: string
  readonly effective_on: string
  readonly person_id: string | null
  readonly unit_id: string | null
  readonly other_unit_id: string | null
  readonly category: QuotaCategory | null
  readonly cause: string | null
  readonly document_number: string | null
  readonly proofs: string
  readonly note: string | null
  readonly is_correction: Flag
}
export type { AbsenceKind } from '../../../vocabulary/standing.ts'
export interface AbsenceTable extends Ranged {
  readonly id: string
  readonly person_id: string
  readonly kind: AbsenceKind
  readonly document_number: string | null
  readonly due_on: string | null
}
/** 退休安排: the month that was agreed or approved; a later one replaces it from its day. */
export interface RetirementArrangementTable extends Ranged {
  readonly id: string
  readonly person_id: string
  readonly kind: RetirementArrangementKind
  readonly month: PlainMonth
  readonly document_number: string
}
export interface RankQuotaTable extends Ranged {
  readonly id: string
  readonly unit_id: string
  readonly pool: string
  readonly amount: number
  readonly document_id: string
}
/** 允许溢出: number or percent (rounded up). Null unit or category: all of them. */
export interface ToleranceTable extends Ranged {
  readonly id: string
  readonly unit_id: string | null
  readonly category: QuotaCategory | null
  readonly amount: number | null
  readonly percent: number | null
  readonly document_id: string
}
export interface OffQuotaControlTable extends Ranged {
  readonly id: string
  readonly kind: OffQuotaKind
  readonly amount: number
  readonly document_id: string
}
export interface RunOffPlanTable extends Recorded {
  readonly id: string
  readonly kind: OffQuotaKind
  readonly year: number
  readonly amount: number
  readonly document_number: string | null
}
/** 资料: `kind` is a RecordKind of domain/model/records, `content` its JSON object. A kind of a later version is kept and not read. */
export interface RecordTable extends Ranged {
  readonly id: string
  readonly kind: string
  readonly person_id: string | null
  readonly unit_id: string | null
  readonly content: string
  readonly document_number: string | null
}

/** Tables whose every row change is journalled: the facts. */
export interface FactTables extends NoticeRows, KeptRows {
  book: BookTable
  setting: SettingTable
  basis_document: BasisDocumentTable
  unit: UnitTable
  unit_version: UnitVersionTable
  nameplate: NameplateTable
  quota: QuotaTable
  leadership_quota: LeadershipQuotaTable
  post: PostTable
  post_version: PostVersionTable
  person: PersonTable
  person_version: PersonVersionTable
  holding: HoldingTable
  entry_approval: EntryApprovalTable
  over_quota_choice: OverQuotaChoiceTable
  ledger_event: LedgerEventTable
  absence: AbsenceTable
  retirement_arrangement: RetirementArrangementTable
  rank_quota: RankQuotaTable
  tolerance: ToleranceTable
  off_quota_control: OffQuotaControlTable
  run_off_plan: RunOffPlanTable
  record: RecordTable
}

/** Fact tables in the order rows may be inserted (parents before children): replay and comparison walk it. */
export const FACT_TABLES = [
  'book',
  'setting',
  'basis_document',
  'unit',
  'unit_version',
  'nameplate',
  'quota',
  'leadership_quota',
  'post',
  'post_version',
  'person',
  'person_version',
  'entry_approval',
  'holding',
  'over_quota_choice',
  'notice',
  'objection',
  'notice_photo',
  'notice_closing',
  'notice_archive',
  'notice_exception',
  'notice_sheet',
  'notice_draft',
  'ledger_event',
  'absence',
  'retirement_arrangement',
  'rank_quota',
  'tolerance',
  'off_quota_control',
  'run_off_plan',
  'attachment',
  'record',
  'person_document',
  'template_mapping',
  'import_answer',
  'finding_mark',
  'duty_mark',
  'rule_pack',
  'holiday_calendar',
  'roster_layout',
  'own_field',
  'code_word',
  'reform_plan',
  'reform_step',
] as const satisfies readonly (keyof FactTables)[]
export type FactTable = keyof FactTables

/** All facts of a book, each table's rows in the order they were entered. */
export type FactRows = { readonly [T in FactTable]: readonly FactTables[T][] }
