import type { FactRows } from '../rows/fact-rows.ts'

/** What a snapshot is made of. Rows that cannot matter on the day may be left out by whoever gathers them. */
export type SnapshotRows = Omit<
  FactRows,
  | 'unit'
  | 'post'
  | 'attachment'
  | 'person_document'
  | 'template_mapping'
  | 'import_answer'
  | 'roster_layout'
  | 'code_word'
  | 'finding_mark'
  | 'duty_mark'
  | 'notice_photo'
  | 'notice_archive'
  | 'notice_exception'
  | 'notice_sheet'
  | 'notice_draft'
>
