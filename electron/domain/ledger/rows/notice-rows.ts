import type { ObjectionChannel, ObjectionOutcome } from '../../../vocabulary/notices.ts'
import type { NoticeExceptionField } from '../../notice/notice-exceptions.ts'
import type { NoticeLayout } from '../../notice/notice-layout.ts'
import type { Recorded } from './row-parts.ts'

/* The rows of a notice's life: what was frozen, what hung, what the public said. */
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
export interface NoticePhotoTable extends Recorded {
  readonly id: string
  readonly notice_id: string
  readonly file_name: string
  readonly media_type: string
  readonly bytes: number
  readonly sha256: string
}
export interface NoticeClosingTable extends Recorded {
  readonly id: string
  readonly notice_id: string
  readonly closed_on: string
  readonly closed_by: string
  readonly note: string | null
}
export interface NoticeArchiveTable extends Recorded {
  readonly id: string
  readonly notice_id: string
  readonly closing_id: string
  readonly archived_on: string
  readonly archived_by: string
  readonly note: string | null
}

export interface NoticeExceptionTable extends Recorded {
  readonly id: string
  readonly notice_id: string
  readonly field: NoticeExceptionField
  readonly reason: string
  readonly decided_by: string
}
/** Pages of an issued notice as the window draws them; the bytes lie with the scans, by their hash. */
export interface NoticeSheetTable extends Recorded {
  readonly id: string
  readonly notice_id: string
  readonly bytes: number
  readonly sha256: string
}
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

/** Fact tables of notices. */
export interface NoticeRows {
  notice: NoticeTable
  objection: ObjectionTable
  notice_photo: NoticePhotoTable
  notice_closing: NoticeClosingTable
  notice_archive: NoticeArchiveTable
  notice_exception: NoticeExceptionTable
  notice_sheet: NoticeSheetTable
  notice_draft: NoticeDraftTable
}
