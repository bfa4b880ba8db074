import type { Kysely, Transaction } from 'kysely'
import type { NoticeExceptionField } from '../domain/notice/notice-exceptions.ts'
import { keepBytes } from './attachment-store.ts'
import type {
  BookDatabase,
  NoticeArchiveTable,
  NoticeClosingTable,
  NoticeExceptionTable,
  NoticePhotoTable,
  ObjectionTable,
} from './book-database.ts'
import type { JournalWriter } from './journal.ts'

/* What happens to a notice once it hangs. Every step is a row of its own, journalled, and can be taken back while nothing rests on it. */

/** Everything on record about one notice, or about all of them. */
export interface NoticeLife {
  readonly objections: readonly ObjectionTable[]
  readonly photos: readonly NoticePhotoTable[]
  readonly closings: readonly NoticeClosingTable[]
  readonly archives: readonly NoticeArchiveTable[]
  readonly exceptions: readonly NoticeExceptionTable[]
}

/** Reads the life of a notice, each list in the order of its days; of all notices when none is named. */
export async function readNoticeLife(db: Kysely<BookDatabase>, noticeId?: string): Promise<NoticeLife> {
  const rows = async <
    T extends 'objection' | 'notice_photo' | 'notice_closing' | 'notice_archive' | 'notice_exception',
  >(
    table: T,
    order: string,
  ) => {
    const ref = (column: string) => db.dynamic.ref(column)
    const query = db
      .selectFrom(table as 'objection')
      .selectAll()
      .orderBy(ref(order))
      .orderBy(ref('recorded_at'))
      .orderBy(ref('id'))
    // The table's name picks the row's type; it cannot say so when it is held in a variable.
    return (await (
      noticeId === undefined ? query : query.where('notice_id', '=', noticeId)
    ).execute()) as unknown as readonly BookDatabase[T][]
  }
  return {
    objections: await rows('objection', 'received_on'),
    photos: await rows('notice_photo', 'recorded_at'),
    closings: await rows('notice_closing', 'closed_on'),
    archives: await rows('notice_archive', 'archived_on'),
    exceptions: await rows('notice_exception', 'field'),
  }
}

/** One objection; undefined where there is none of that id. */
export async function readObjection(db: Kysely<BookDatabase>, id: string): Promise<ObjectionTable | undefined> {
  return db.selectFrom('objection').selectAll().where('id', '=', id).executeTakeFirst()
}

export interface NewException {
  readonly id: string
  readonly noticeId: string
  readonly field: NoticeExceptionField
  readonly reason: string
  readonly decidedBy: string
  readonly recordedAt: string
}

/** The fields let onto a notice beyond the public ones; frozen with it. */
export async function addNoticeExceptions(journal: JournalWriter, exceptions: readonly NewException[]): Promise<void> {
  await journal.insert(
    'notice_exception',
    exceptions.map((one) => ({
      id: one.id,
      notice_id: one.noticeId,
      field: one.field,
      reason: one.reason,
      decided_by: one.decidedBy,
      recorded_at: one.recordedAt,
    })),
  )
}

export interface NewPhoto {
  readonly id: string
  readonly noticeId: string
  readonly fileName: string
  readonly mediaType: string
  readonly content: Buffer
  readonly recordedAt: string
}

/** Stores a photo's bytes once, by content, and the row that names them. */
export async function addNoticePhoto(
  tx: Transaction<BookDatabase>,
  journal: JournalWriter,
  photo: NewPhoto,
): Promise<void> {
  const hash = await keepBytes(tx, photo.content)
  await journal.insert('notice_photo', [
    {
      id: photo.id,
      notice_id: photo.noticeId,
      file_name: photo.fileName,
      media_type: photo.mediaType,
      bytes: photo.content.length,
      sha256: hash,
      recorded_at: photo.recordedAt,
    },
  ])
}

/** A photo with its bytes; undefined where there is none of that id. */
export async function readNoticePhoto(
  db: Kysely<BookDatabase>,
  id: string,
): Promise<(NoticePhotoTable & { readonly content: Buffer }) | undefined> {
  return db
    .selectFrom('notice_photo')
    .innerJoin('attachment_file', 'attachment_file.sha256', 'notice_photo.sha256')
    .selectAll('notice_photo')
    .select('attachment_file.content')
    .where('notice_photo.id', '=', id)
    .executeTakeFirst()
}
