import type { ReformState } from '../../../vocabulary/reform.ts'
import type { Recorded } from './row-parts.ts'

/* What the book keeps for the clerk beside the facts of the township: files, layouts, answers, marks, rules and holidays of her own. */

export interface AttachmentTable extends Recorded {
  readonly id: string
  readonly document_id: string
  readonly file_name: string
  readonly media_type: string
  readonly bytes: number
  readonly sha256: string
}

/** A file kept of a person: the photo, or a 任免审批表 as it came. The newest of a purpose stands; the bytes lie with the scans, by their hash. */
export interface PersonDocumentTable extends Recorded {
  readonly id: string
  readonly person_id: string
  readonly purpose: 'photo' | 'appointmentForm'
  readonly file_name: string
  readonly media_type: string
  readonly bytes: number
  readonly sha256: string
  /** Of a form: what it and the book said when it came in (domain/lrmx), JSON. */
  readonly basis: string | null
}

/** How a blank form of one shape is filled: `fingerprint` of its header texts, `mapping` as JSON. */
export interface TemplateMappingTable extends Recorded {
  readonly id: string
  readonly fingerprint: string
  readonly title: string
  readonly mapping: string
}

/** A roster put together here: `layout` as JSON, the contract's rosterLayout. */
export interface RosterLayoutTable extends Recorded {
  readonly id: string
  readonly name: string
  readonly layout: string
}

/** What the clerk answered about sheets of one shape: `answers` is JSON, answer by the question's id. */
export interface ImportAnswerTable extends Recorded {
  readonly id: string
  readonly fingerprint: string
  readonly title: string
  readonly answers: string
}

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
export interface DutyMarkTable extends Recorded {
  readonly id: string
  readonly duty: string
  readonly period: string
  readonly done_on: string
  readonly note: string | null
}

/** 本地规则包: based on a shipped one, its own title, thresholds and switches in `content` (JSON). */
export interface RulePackTable extends Recorded {
  readonly id: string
  readonly base_pack_id: string
  readonly title: string
  readonly content: string
}

/** 放假安排 of a year the program does not bring along; `off` and `worked` are JSON lists. */
export interface HolidayCalendarTable extends Recorded {
  readonly id: string
  readonly year: number
  readonly notice: string
  readonly issued_on: string | null
  readonly off: string
  readonly worked: string
}

/** A field of a person the township declared for itself: `field` its place in the catalogue, `choices` a JSON array of words. */
export interface OwnFieldTable extends Recorded {
  readonly id: string
  readonly field: string
  readonly title: string
  readonly kind: 'text' | 'date' | 'list'
  readonly choices: string
  readonly masked: 0 | 1
}

/** A county's own word, and which entry of a list is meant by it. */
export interface CodeWordTable extends Recorded {
  readonly id: string
  readonly list: string
  readonly word: string
  readonly meant: string
}

/** 改革方案: a draft beside the book. */
export interface ReformPlanTable extends Recorded {
  readonly id: string
  readonly title: string
  /** The day it is to take force, or did. */
  readonly day: string
  /** Its document as JSON, as an event names one; null: none yet. */
  readonly document: string | null
  readonly state: ReformState
  /** The newest entry of the book it was last held against. */
  readonly base_seq: number
  /** What it came to when it was taken into force (domain/reform), JSON. */
  readonly outcome: string | null
}

/** A step of a draft: `content` what it does as JSON, `said` its sentence when it was written, people as {person:ID}. */
export interface ReformStepTable extends Recorded {
  readonly id: string
  readonly plan_id: string
  readonly place: number
  readonly content: string
  readonly said: string
}

/** Fact tables of what is kept for the clerk. */
export interface KeptRows {
  attachment: AttachmentTable
  person_document: PersonDocumentTable
  template_mapping: TemplateMappingTable
  roster_layout: RosterLayoutTable
  import_answer: ImportAnswerTable
  finding_mark: FindingMarkTable
  duty_mark: DutyMarkTable
  rule_pack: RulePackTable
  holiday_calendar: HolidayCalendarTable
  own_field: OwnFieldTable
  code_word: CodeWordTable
  reform_plan: ReformPlanTable
  reform_step: ReformStepTable
}
