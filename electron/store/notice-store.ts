import { gunzipSync, gzipSync } from 'node:zlib'
import type { Kysely, Transaction } from 'kysely'
import type { NoticeLayout } from '../domain/notice/notice-layout.ts'
import type { NoticeListing } from '../domain/notice/notice-listing.ts'
import { keepBytes } from './attachment-store.ts'
import type { BookDatabase, NoticeTable } from './book-database.ts'
import { sha256 } from './canonical.ts'
import type { JournalWriter } from './journal.ts'

/** An issued notice, without its file. */
export interface StoredNotice {
  readonly id: string
  readonly number: string
  readonly layout: NoticeLayout
  readonly asOf: string
  readonly postedOn: string
  /** Null with `endsOn`: 长期公开. */
  readonly workingDays: number | null
  readonly endsOn: string | null
  readonly fileName: string
  readonly sha256: string
  readonly journalHead: string
  readonly issuedAt: string
  readonly checkedBy: string | null
  readonly checkedOn: string | null
  readonly reviewedBy: string | null
  readonly reviewedOn: string | null
}

/** Hash of a notice's file as the notice keeps it: lower-case hex. */
export function hashOfFile(content: Uint8Array): string {
  return sha256(Buffer.from(content))
}

/** Issued notices, the newest first. */
export async function readNotices(db: Kysely<BookDatabase>): Promise<readonly StoredNotice[]> {
  const rows = await db
    .selectFrom('notice')
    .selectAll()
    .orderBy('recorded_at', 'desc')
    .orderBy('posted_on', 'desc')
    .orderBy('number', 'desc')
    .execute()
  return rows.map(toNotice)
}

/** One notice; undefined where there is none of that id. */
export async function readNoticeById(db: Kysely<BookDatabase>, id: string): Promise<StoredNotice | undefined> {
  const row = await db.selectFrom('notice').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : toNotice(row)
}

/** A notice and the very bytes that were issued; undefined where there is none of that id. */
export async function readNoticeWithFile(
  db: Kysely<BookDatabase>,
  id: string,
): Promise<(StoredNotice & { readonly content: Buffer }) | undefined> {
  const row = await db
    .selectFrom('notice')
    .innerJoin('notice_file', 'notice_file.notice_id', 'notice.id')
    .selectAll('notice')
    .select('notice_file.content')
    .where('notice.id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : { ...toNotice(row), content: row.content }
}

/** What is frozen with a notice: the sheet's bytes, its pages as the window draws them, and who stood on it as data. */
export interface FrozenNotice {
  readonly content: Uint8Array
  readonly listing: NoticeListing
  /** Id of the row, and the pages as JSON text. */
  readonly sheet: { readonly id: string; readonly pages: string }
}

/** Stores notice, file, pages and listing together. Their hashes are journalled; the database refuses any later change of any. */
export async function addNotice(
  tx: Transaction<BookDatabase>,
  journal: JournalWriter,
  notice: StoredNotice,
  frozen: FrozenNotice,
): Promise<void> {
  const listing = JSON.stringify(frozen.listing)
  await journal.insert('notice', [
    {
      id: notice.id,
      number: notice.number,
      layout: notice.layout,
      as_of: notice.asOf,
      posted_on: notice.postedOn,
      working_days: notice.workingDays,
      ends_on: notice.endsOn,
      file_name: notice.fileName,
      content_sha256: notice.sha256,
      journal_head: notice.journalHead,
      recorded_at: notice.issuedAt,
      checked_by: notice.checkedBy,
      checked_on: notice.checkedOn,
      reviewed_by: notice.reviewedBy,
      reviewed_on: notice.reviewedOn,
      listing_sha256: sha256(listing),
    },
  ])
  await tx
    .insertInto('notice_file')
    .values({ notice_id: notice.id, content: Buffer.from(frozen.content), listing })
    .execute()
  const pages = gzipSync(frozen.sheet.pages)
  await journal.insert('notice_sheet', [
    {
      id: frozen.sheet.id,
      notice_id: notice.id,
      bytes: pages.length,
      sha256: await keepBytes(tx, pages),
      recorded_at: notice.issuedAt,
    },
  ])
}

/** The pages of a notice as they were frozen, JSON text; null for a notice of an earlier version. `whole` false: the bytes are no longer those. */
export async function readNoticePages(
  db: Kysely<BookDatabase>,
  id: string,
): Promise<{ readonly pages: string; readonly whole: boolean } | null> {
  const row = await db
    .selectFrom('notice_sheet')
    .innerJoin('attachment_file', 'attachment_file.sha256', 'notice_sheet.sha256')
    .select(['attachment_file.content', 'notice_sheet.sha256'])
    .where('notice_id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return null
  const whole = sha256(row.content) === row.sha256
  return { pages: whole ? gunzipSync(row.content).toString('utf8') : '', whole }
}

/** Who stood on a notice as it was frozen; null for a notice of an earlier version, which kept only the sheet. */
export async function readNoticeListing(db: Kysely<BookDatabase>, id: string): Promise<NoticeListing | null> {
  const row = await db.selectFrom('notice_file').select('listing').where('notice_id', '=', id).executeTakeFirst()
  // Written by `addNotice` from this very type, and hashed with the notice.
  return row === undefined || row.listing === null ? null : (JSON.parse(row.listing) as NoticeListing)
}

/** What the clerk filled in last time. Undefined: never. */
export interface NoticeSettings {
  readonly title: string | undefined
  readonly issuer: string | undefined
  readonly phone: string | undefined
  readonly address: string | undefined
  readonly mailbox: string | undefined
}

export const NOTICE_SETTING_NAMES = [
  'title',
  'issuer',
  'phone',
  'address',
  'mailbox',
] as const satisfies readonly (keyof NoticeSettings)[]

const settingId = (name: keyof NoticeSettings) => `notice.${name}`

export async function readNoticeSettings(db: Kysely<BookDatabase>): Promise<NoticeSettings> {
  const rows = await db
    .selectFrom('setting')
    .select(['id', 'value'])
    .where('id', 'in', NOTICE_SETTING_NAMES.map(settingId))
    .execute()
  const value = (name: keyof NoticeSettings) => rows.find((row) => row.id === settingId(name))?.value
  return {
    title: value('title'),
    issuer: value('issuer'),
    phone: value('phone'),
    address: value('address'),
    mailbox: value('mailbox'),
  }
}

/** Remembers what was given; what was left out stays as it was. */
export async function rememberNoticeSettings(
  tx: Transaction<BookDatabase>,
  journal: JournalWriter,
  given: NoticeSettings,
  recordedAt: string,
): Promise<void> {
  const known = await readNoticeSettings(tx)
  for (const name of NOTICE_SETTING_NAMES) {
    const value = given[name]
    if (value === undefined || value === (known[name] ?? '')) continue
    if (known[name] === undefined)
      await journal.insert('setting', [{ id: settingId(name), value, recorded_at: recordedAt }])
    else await journal.update('setting', settingId(name), { value, recorded_at: recordedAt })
  }
}

function toNotice(row: NoticeTable): StoredNotice {
  return {
    id: row.id,
    number: row.number,
    layout: row.layout,
    asOf: row.as_of,
    postedOn: row.posted_on,
    workingDays: row.working_days,
    endsOn: row.ends_on,
    fileName: row.file_name,
    sha256: row.content_sha256,
    journalHead: row.journal_head,
    issuedAt: row.recorded_at,
    checkedBy: row.checked_by,
    checkedOn: row.checked_on,
    reviewedBy: row.reviewed_by,
    reviewedOn: row.reviewed_on,
  }
}
