import { createHash } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { BookDatabase, NoticeTable } from './book-database.ts'
import type { JournalWriter } from './journal.ts'

/** An issued notice, without its file. */
export interface StoredNotice {
  readonly id: string
  readonly number: string
  readonly layout: 'tree' | 'table'
  readonly asOf: string
  readonly postedOn: string
  readonly workingDays: number
  readonly endsOn: string
  readonly fileName: string
  readonly sha256: string
  readonly journalHead: string
  readonly issuedAt: string
}

/** Hash of a notice's file as the notice keeps it: lower-case hex. */
export function hashOfFile(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** Issued notices, the newest first. */
export async function readNotices(db: Kysely<BookDatabase>): Promise<readonly StoredNotice[]> {
  const rows = await db.selectFrom('notice').selectAll().orderBy('recorded_at', 'desc').orderBy('posted_on', 'desc').orderBy('number', 'desc').execute()
  return rows.map(toNotice)
}

/** A notice and the very bytes that were issued; undefined where there is none of that id. */
export async function readNoticeWithFile(db: Kysely<BookDatabase>, id: string): Promise<(StoredNotice & { readonly content: Buffer }) | undefined> {
  const row = await db.selectFrom('notice').innerJoin('notice_file', 'notice_file.notice_id', 'notice.id').selectAll('notice').select('notice_file.content').where('notice.id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : { ...toNotice(row), content: row.content }
}

/** Stores notice and file together. The notice's hash of the file is journalled with it; the database refuses any later change of either. */
export async function addNotice(tx: Transaction<BookDatabase>, journal: JournalWriter, notice: StoredNotice, content: Uint8Array): Promise<void> {
  await journal.insert('notice', [
    {
      id: notice.id, number: notice.number, layout: notice.layout, as_of: notice.asOf, posted_on: notice.postedOn, working_days: notice.workingDays, ends_on: notice.endsOn,
      file_name: notice.fileName, content_sha256: notice.sha256, journal_head: notice.journalHead, recorded_at: notice.issuedAt,
    },
  ])
  await tx.insertInto('notice_file').values({ notice_id: notice.id, content: Buffer.from(content) }).execute()
}

/** What the clerk filled in last time. Undefined: never. */
export interface NoticeSettings {
  readonly title: string | undefined
  readonly issuer: string | undefined
  readonly phone: string | undefined
  readonly address: string | undefined
  readonly mailbox: string | undefined
}

export const NOTICE_SETTING_NAMES = ['title', 'issuer', 'phone', 'address', 'mailbox'] as const satisfies readonly (keyof NoticeSettings)[]

const settingId = (name: keyof NoticeSettings) => `notice.${name}`

export async function readNoticeSettings(db: Kysely<BookDatabase>): Promise<NoticeSettings> {
  const rows = await db.selectFrom('setting').select(['id', 'value']).where('id', 'in', NOTICE_SETTING_NAMES.map(settingId)).execute()
  const value = (name: keyof NoticeSettings) => rows.find((row) => row.id === settingId(name))?.value
  return { title: value('title'), issuer: value('issuer'), phone: value('phone'), address: value('address'), mailbox: value('mailbox') }
}

/** Remembers what was given; what was left out stays as it was. */
export async function rememberNoticeSettings(tx: Transaction<BookDatabase>, journal: JournalWriter, given: NoticeSettings, recordedAt: string): Promise<void> {
  const known = await readNoticeSettings(tx)
  for (const name of NOTICE_SETTING_NAMES) {
    const value = given[name]
    if (value === undefined || value === (known[name] ?? '')) continue
    if (known[name] === undefined) await journal.insert('setting', [{ id: settingId(name), value, recorded_at: recordedAt }])
    else await journal.update('setting', settingId(name), { value, recorded_at: recordedAt })
  }
}

function toNotice(row: NoticeTable): StoredNotice {
  return {
    id: row.id, number: row.number, layout: row.layout, asOf: row.as_of, postedOn: row.posted_on, workingDays: row.working_days, endsOn: row.ends_on,
    fileName: row.file_name, sha256: row.content_sha256, journalHead: row.journal_head, issuedAt: row.recorded_at,
  }
}
