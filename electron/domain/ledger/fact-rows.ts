import type { HoldingKind, LeadershipRole, OffQuotaKind } from '../model/person.ts'
import type { QuotaCategory } from '../model/quota-category.ts'
import type { UnitKind } from '../model/unit.ts'
import type { NoticeExceptionField } from '../notice/notice-exceptions.ts'
import type { NoticeLayout } from '../notice/notice-layout.ts'

/*
 * The rows of the facts as the book keeps them (migrations/): what the journal images, what a replay rebuilds, what an event writes.
 * Dates are YYYY-MM-DD, instants UTC ISO, flags 0/1. Names are the columns' own, so that an image is a row and a row is an image.
 */

interface Recorded {
  readonly recorded_at: string
}
interface Ranged extends Recorded {
  readonly valid_from: string
  readonly valid_to: string | null
}
type Flag = 0 | 1

export interface BookTable extends Recorded { readonly id: 'book'; readonly name: string; readonly pack_id: string; readonly pack_from: string | null }
export interface SettingTable extends Recorded { readonly id: string; readonly value: string }
export interface BasisDocumentTable extends Recorded { readonly id: string; readonly number: string; readonly title: string | null; readonly issuing_body: string | null; readonly issued_on: string | null }
export interface UnitTable extends Recorded { readonly id: string }
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
export interface NameplateTable extends Ranged { readonly id: string; readonly unit_id: string; readonly name: string; readonly document_id: string | null }
export interface QuotaTable extends Ranged {
  readonly id: string
  readonly unit_id: string
  readonly category: QuotaCategory
  readonly role: 'allocation' | 'ceiling'
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
export interface PostTable extends Recorded { readonly id: string }
export interface PostVersionTable extends Ranged {
  readonly id: string
  readonly post_id: string
  readonly unit_id: string
  readonly title: string
  readonly leadership: LeadershipRole | null
  readonly state: 'planned' | 'inUse' | 'frozen' | 'abolished'
}
export interface PersonTable extends Recorded {
  readonly id: string
  readonly name: string
  readonly sex: '男' | '女' | null
  readonly id_number: string | null
  readonly disputed_id_number: string | null
  readonly birth: string | null
  readonly ethnicity: string | null
  readonly work_started: string | null
  readonly quota_card_number: string | null
  readonly retirement_category: 'male60' | 'female55' | 'female50' | null
}
export interface PersonVersionTable extends Ranged {
  readonly id: string
  readonly person_id: string
  readonly political_status: string | null
  readonly education: string | null
  readonly professional_title: string | null
  readonly rank: string | null
}
export interface HoldingTable extends Ranged {
  readonly id: string
  readonly person_id: string
  readonly post_id: string | null
  readonly kind: HoldingKind
  readonly category: QuotaCategory | null
  readonly off_quota_kind: OffQuotaKind | null
  readonly occupies_quota: Flag
  readonly occupies_leadership: Flag
  readonly overlap_allowed: Flag
  readonly entered_on: string | null
  readonly entry_route: string | null
  readonly entry_document_number: string | null
  readonly counterpart: string | null
  readonly remark: string | null
  /** ZB77 code. */
  readonly entry_cause: string | null
  /** ZB78 code, set when the holding ends by 出编. */
  readonly exit_cause: string | null
  readonly approval_id: string | null
  /** 占编职级. */
  readonly occupied_rank: string | null
  readonly due_on: string | null
}
export interface EntryApprovalTable extends Ranged { readonly id: string; readonly unit_id: string; readonly category: QuotaCategory; readonly amount: number; readonly number: string; readonly expires_on: string | null; readonly person_id: string | null }
export interface OverQuotaChoiceTable extends Ranged { readonly id: string; readonly unit_id: string; readonly category: QuotaCategory; readonly person_id: string; readonly reason: string }
export interface NoticeTable extends Recorded {
  readonly id: string
  readonly number: string
  readonly layout: NoticeLayout
  readonly as_of: string
  readonly posted_on: string
  /** Null with `ends_on`: 长期公开. */
  readonly working_days: number | null
  readonly ends_on: string | null
  readonly file_name: string
  readonly content_sha256: string
  readonly journal_head: string
  readonly checked_by: string | null
  readonly checked_on: string | null
  readonly reviewed_by: string | null
  readonly reviewed_on: string | null
  /** Hash of the listing kept beside the file; null for a notice of an earlier version. */
  readonly listing_sha256: string | null
}
export type ObjectionChannel = 'call' | 'letter' | 'visit' | 'mailbox' | 'online' | 'other'
/** 维持 or 更正. */
export type ObjectionOutcome = 'kept' | 'corrected'
export interface ObjectionTable extends Recorded {
  readonly id: string
  readonly notice_id: string
  readonly received_on: string
  readonly channel: ObjectionChannel
  readonly raised_by: string | null
  readonly content: string
  readonly answer: string | null
  readonly outcome: ObjectionOutcome | null
  /** The journal entry that put the book right. */
  readonly correcting_seq: number | null
  readonly closed_on: string | null
  readonly closed_by: string | null
}
export interface NoticePhotoTable extends Recorded { readonly id: string; readonly notice_id: string; readonly file_name: string; readonly media_type: string; readonly bytes: number; readonly sha256: string }
export interface NoticeClosingTable extends Recorded { readonly id: string; readonly notice_id: string; readonly closed_on: string; readonly closed_by: string; readonly note: string | null }
export interface NoticeArchiveTable extends Recorded { readonly id: string; readonly notice_id: string; readonly closing_id: string; readonly archived_on: string; readonly archived_by: string; readonly note: string | null }

export interface NoticeExceptionTable extends Recorded { readonly id: string; readonly notice_id: string; readonly field: NoticeExceptionField; readonly reason: string; readonly decided_by: string }
/** Pages of an issued notice as the window draws them; the bytes lie with the scans, by their hash. */
export interface NoticeSheetTable extends Recorded { readonly id: string; readonly notice_id: string; readonly bytes: number; readonly sha256: string }
/** The next notice while it waits for its check and review. Each sign-off has the hash of what the sheet said then. */
export interface NoticeDraftTable extends Recorded {
  readonly id: 'next'
  readonly content: string
  readonly checked_by: string | null
  readonly checked_on: string | null
  readonly checked_sheet: string | null
  readonly reviewed_by: string | null
  readonly reviewed_on: string | null
  readonly reviewed_sheet: string | null
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
export type AbsenceKind = 'sickLeave' | 'study' | 'offPost' | 'suspended'
export interface AbsenceTable extends Ranged { readonly id: string; readonly person_id: string; readonly kind: AbsenceKind; readonly document_number: string | null; readonly due_on: string | null }
export interface RankQuotaTable extends Ranged { readonly id: string; readonly unit_id: string; readonly pool: string; readonly amount: number; readonly document_id: string }
/** 允许溢出: number or percent (rounded up). Null unit or category: all of them. */
export interface ToleranceTable extends Ranged { readonly id: string; readonly unit_id: string | null; readonly category: QuotaCategory | null; readonly amount: number | null; readonly percent: number | null; readonly document_id: string }
export interface OffQuotaControlTable extends Ranged { readonly id: string; readonly kind: OffQuotaKind; readonly amount: number; readonly document_id: string }
export interface RunOffPlanTable extends Recorded { readonly id: string; readonly kind: OffQuotaKind; readonly year: number; readonly amount: number; readonly document_number: string | null }
/** 资料: `kind` is a RecordKind of domain/model/records, `content` its JSON object. A kind of a later version is kept and not read. */
export interface RecordTable extends Ranged { readonly id: string; readonly kind: string; readonly person_id: string | null; readonly unit_id: string | null; readonly content: string; readonly document_number: string | null }
export interface AttachmentTable extends Recorded { readonly id: string; readonly document_id: string; readonly file_name: string; readonly media_type: string; readonly bytes: number; readonly sha256: string }
/** How a blank form of one shape is filled: `fingerprint` of its header texts, `mapping` as JSON. */
export interface TemplateMappingTable extends Recorded { readonly id: string; readonly fingerprint: string; readonly title: string; readonly mapping: string }

/** A roster put together here: `layout` as JSON, the contract's rosterLayout. */
export interface RosterLayoutTable extends Recorded { readonly id: string; readonly name: string; readonly layout: string }

/** What the clerk said of a finding; the last row by `marked_on` and order of entry stands. `subject`: see `domain/findings/finding-key`. */
export interface FindingMarkTable extends Recorded {
  readonly id: string
  readonly rule: string
  readonly subject: string
  readonly kind: 'explained' | 'reopened'
  readonly unit_id: string | null
  readonly person_id: string | null
  readonly marked_on: string
  /** Last day the explanation holds; null: no end. */
  readonly until_on: string | null
  readonly said_by: string | null
  readonly reason: string
  readonly document_number: string | null
}
/** A duty of a period (domain/duties) that has been done. */
export interface DutyMarkTable extends Recorded { readonly id: string; readonly duty: string; readonly period: string; readonly done_on: string; readonly note: string | null }
/** 本地规则包: based on a shipped one, its own title, thresholds and switches in `content` (JSON). */
export interface RulePackTable extends Recorded { readonly id: string; readonly base_pack_id: string; readonly title: string; readonly content: string }
/** 放假安排 of a year the program does not bring along; `off` and `worked` are JSON lists. */
export interface HolidayCalendarTable extends Recorded { readonly id: string; readonly year: number; readonly notice: string; readonly issued_on: string | null; readonly off: string; readonly worked: string }

/** Tables whose every row change is journalled: the facts. */
export interface FactTables {
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
  notice: NoticeTable
  objection: ObjectionTable
  notice_photo: NoticePhotoTable
  notice_closing: NoticeClosingTable
  notice_archive: NoticeArchiveTable
  notice_exception: NoticeExceptionTable
  notice_sheet: NoticeSheetTable
  notice_draft: NoticeDraftTable
  ledger_event: LedgerEventTable
  absence: AbsenceTable
  rank_quota: RankQuotaTable
  tolerance: ToleranceTable
  off_quota_control: OffQuotaControlTable
  run_off_plan: RunOffPlanTable
  attachment: AttachmentTable
  record: RecordTable
  template_mapping: TemplateMappingTable
  finding_mark: FindingMarkTable
  duty_mark: DutyMarkTable
  rule_pack: RulePackTable
  holiday_calendar: HolidayCalendarTable
  roster_layout: RosterLayoutTable
}

/** Fact tables in the order rows may be inserted (parents before children): replay and comparison walk it. */
export const FACT_TABLES = [
  'book', 'setting', 'basis_document', 'unit', 'unit_version', 'nameplate', 'quota', 'leadership_quota', 'post', 'post_version', 'person', 'person_version',
  'entry_approval', 'holding', 'over_quota_choice', 'notice', 'objection', 'notice_photo', 'notice_closing', 'notice_archive', 'notice_exception', 'notice_sheet', 'notice_draft', 'ledger_event', 'absence', 'rank_quota', 'tolerance', 'off_quota_control', 'run_off_plan', 'attachment',
  'record',
  'template_mapping', 'finding_mark', 'duty_mark', 'rule_pack', 'holiday_calendar', 'roster_layout',
] as const satisfies readonly (keyof FactTables)[]
export type FactTable = keyof FactTables

/** All facts of a book, each table's rows in the order they were entered. */
export type FactRows = { readonly [T in FactTable]: readonly FactTables[T][] }
