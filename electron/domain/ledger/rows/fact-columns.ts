import type { FieldHome } from '../../../vocabulary/person-field-shape.ts'
import { columnOf, fieldsKept, type ColumnsOf } from '../../../vocabulary/person-fields.ts'
import { FACT_TABLES, type FactRows, type FactTable, type FactTables } from './fact-rows.ts'

/** A row's values by column: what the journal keeps of it. Empty columns may be left out. */
export type Image = Readonly<Record<string, string | number | null>>

/** Every column of every table: a forgotten one, or one that is none, does not compile. */
type Columns = { readonly [T in FactTable]: { readonly [C in keyof FactTables[T]]-?: true } }

const RECORDED = { id: true, recorded_at: true } as const
const RANGED = { ...RECORDED, valid_from: true, valid_to: true } as const

/** The columns of a person's fields that are kept there. */
function catalogued<H extends FieldHome>(home: H): { readonly [C in keyof ColumnsOf<H>]: true } {
  // Object.fromEntries forgets the columns it was given.
  return Object.fromEntries(fieldsKept(home).map((field) => [columnOf(field), true])) as unknown as {
    readonly [C in keyof ColumnsOf<H>]: true
  }
}

const COLUMNS: Columns = {
  book: { ...RECORDED, name: true, pack_id: true, pack_from: true },
  setting: { ...RECORDED, value: true },
  basis_document: { ...RECORDED, number: true, title: true, issuing_body: true, issued_on: true },
  unit: RECORDED,
  unit_version: {
    ...RANGED,
    unit_id: true,
    parent_id: true,
    name: true,
    kind: true,
    managing_body: true,
    sort_order: true,
    document_id: true,
  },
  nameplate: { ...RANGED, unit_id: true, name: true, document_id: true },
  quota: { ...RANGED, unit_id: true, category: true, role: true, amount: true, document_id: true },
  leadership_quota: {
    ...RANGED,
    unit_id: true,
    amount: true,
    chief_amount: true,
    deputy_amount: true,
    document_id: true,
  },
  post: RECORDED,
  post_version: { ...RANGED, post_id: true, unit_id: true, title: true, leadership: true, state: true },
  person: { ...RECORDED, ...catalogued('person'), disputed_id_number: true },
  person_version: { ...RANGED, ...catalogued('version'), person_id: true },
  holding: {
    ...RANGED,
    ...catalogued('holding'),
    person_id: true,
    post_id: true,
    kind: true,
    off_quota_kind: true,
    occupies_quota: true,
    occupies_leadership: true,
    overlap_allowed: true,
    counterpart: true,
    entry_cause: true,
    exit_cause: true,
    approval_id: true,
    occupied_rank: true,
    due_on: true,
  },
  entry_approval: {
    ...RANGED,
    unit_id: true,
    category: true,
    amount: true,
    number: true,
    expires_on: true,
    person_id: true,
  },
  over_quota_choice: { ...RANGED, unit_id: true, category: true, person_id: true, reason: true },
  notice: {
    ...RECORDED,
    number: true,
    layout: true,
    as_of: true,
    posted_on: true,
    working_days: true,
    ends_on: true,
    file_name: true,
    content_sha256: true,
    journal_head: true,
    checked_by: true,
    checked_on: true,
    reviewed_by: true,
    reviewed_on: true,
    listing_sha256: true,
  },
  objection: {
    ...RECORDED,
    notice_id: true,
    received_on: true,
    channel: true,
    raised_by: true,
    content: true,
    answer: true,
    outcome: true,
    correcting_seq: true,
    closed_on: true,
    closed_by: true,
  },
  notice_photo: { ...RECORDED, notice_id: true, file_name: true, media_type: true, bytes: true, sha256: true },
  person_document: {
    ...RECORDED,
    person_id: true,
    purpose: true,
    file_name: true,
    media_type: true,
    bytes: true,
    sha256: true,
    basis: true,
  },
  notice_closing: { ...RECORDED, notice_id: true, closed_on: true, closed_by: true, note: true },
  notice_archive: { ...RECORDED, notice_id: true, closing_id: true, archived_on: true, archived_by: true, note: true },
  notice_exception: { ...RECORDED, notice_id: true, field: true, reason: true, decided_by: true },
  notice_sheet: { ...RECORDED, notice_id: true, bytes: true, sha256: true },
  notice_draft: {
    ...RECORDED,
    content: true,
    checked_by: true,
    checked_on: true,
    checked_sheet: true,
    reviewed_by: true,
    reviewed_on: true,
    reviewed_sheet: true,
  },
  ledger_event: {
    ...RECORDED,
    type: true,
    effective_on: true,
    person_id: true,
    unit_id: true,
    other_unit_id: true,
    category: true,
    cause: true,
    document_number: true,
    proofs: true,
    note: true,
    is_correction: true,
  },
  absence: { ...RANGED, person_id: true, kind: true, document_number: true, due_on: true },
  retirement_arrangement: { ...RANGED, person_id: true, kind: true, month: true, document_number: true },
  rank_quota: { ...RANGED, unit_id: true, pool: true, amount: true, document_id: true },
  tolerance: { ...RANGED, unit_id: true, category: true, amount: true, percent: true, document_id: true },
  off_quota_control: { ...RANGED, kind: true, amount: true, document_id: true },
  run_off_plan: { ...RECORDED, kind: true, year: true, amount: true, document_number: true },
  record: { ...RANGED, kind: true, person_id: true, unit_id: true, content: true, document_number: true },
  attachment: { ...RECORDED, document_id: true, file_name: true, media_type: true, bytes: true, sha256: true },
  finding_mark: {
    ...RECORDED,
    rule: true,
    subject: true,
    kind: true,
    unit_id: true,
    person_id: true,
    marked_on: true,
    until_on: true,
    said_by: true,
    reason: true,
    document_number: true,
  },
  duty_mark: { ...RECORDED, duty: true, period: true, done_on: true, note: true },
  template_mapping: { ...RECORDED, fingerprint: true, title: true, mapping: true },
  import_answer: { ...RECORDED, fingerprint: true, title: true, answers: true },
  rule_pack: { ...RECORDED, base_pack_id: true, title: true, content: true },
  holiday_calendar: { ...RECORDED, year: true, notice: true, issued_on: true, off: true, worked: true },
  roster_layout: { ...RECORDED, name: true, layout: true },
  own_field: { ...RECORDED, field: true, title: true, kind: true, choices: true, masked: true },
  code_word: { ...RECORDED, list: true, word: true, meant: true },
  reform_plan: { ...RECORDED, title: true, day: true, document: true, state: true, base_seq: true, outcome: true },
  reform_step: { ...RECORDED, plan_id: true, place: true, content: true, said: true },
}

/** The columns of a table. */
export function columnsOf(table: FactTable): readonly string[] {
  return Object.keys(COLUMNS[table])
}

/** An image as the row it is the image of: columns that it leaves out, or that its time did not know yet, are empty. */
export function rowOfImage<T extends FactTable>(table: T, image: Image): FactTables[T] {
  // What the journal holds was written as a row of this table.
  return Object.fromEntries(
    columnsOf(table).map((column) => [column, image[column] ?? null]),
  ) as unknown as FactTables[T]
}

/** All tables of a book, each filled by the same function. */
export function factRowsFrom(rows: <T extends FactTable>(table: T) => readonly FactTables[T][]): FactRows {
  return Object.fromEntries(FACT_TABLES.map((table) => [table, rows(table)])) as unknown as FactRows
}

/** True when both say the same: a column that is empty and one that is left out are alike. */
export function sameImage(left: Image | null, right: Image | null): boolean {
  if (left === null || right === null) return left === right
  return saysTheSame(left, right) && saysTheSame(right, left)
}

/** Whatever the one says the other says too. Asked of thousands of rows: no list is made of what differs. */
function saysTheSame(one: Image, other: Image): boolean {
  return Object.keys(one).every((column) => (one[column] ?? null) === (other[column] ?? null))
}

/** Columns in which two images differ. */
export function differingColumns(left: Image, right: Image): readonly string[] {
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].filter(
    (column) => (left[column] ?? null) !== (right[column] ?? null),
  )
}
