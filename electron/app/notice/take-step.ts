import type { Transaction } from 'kysely'
import { Refusal } from '../../vocabulary/refusals.ts'
import type { BookDatabase, NoticeArchiveTable, NoticeClosingTable } from '../../store/book-database.ts'
import { readNoticeLife, type NoticeLife } from '../../store/notice-life-store.ts'
import { readNoticeById, type StoredNotice } from '../../store/notice-store.ts'

/** A notice with what has happened to it, read under the write lock: what the next step rests on. */
export interface NoticeAtStep {
  readonly notice: StoredNotice
  readonly life: NoticeLife
  readonly closing: NoticeClosingTable | null
  readonly archive: NoticeArchiveTable | null
}

/** @throws notice_not_found */
export async function noticeAtStep(tx: Transaction<BookDatabase>, id: string): Promise<NoticeAtStep> {
  const notice = await readNoticeById(tx, id)
  if (notice === undefined) throw new Refusal('notice_not_found')
  const life = await readNoticeLife(tx, id)
  return { notice, life, closing: life.closings[0] ?? null, archive: life.archives[0] ?? null }
}
