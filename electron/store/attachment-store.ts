import type { Kysely, Transaction } from 'kysely'
import type { AttachmentTable, BookDatabase } from './book-database.ts'
import { sha256 } from './canonical.ts'
import type { JournalWriter } from './journal.ts'

export interface NewAttachment {
  readonly id: string
  readonly documentId: string
  readonly fileName: string
  readonly mediaType: string
  readonly content: Buffer
  readonly recordedAt: string
}

export interface StoredAttachment extends AttachmentTable {
  readonly content: Buffer
}

/** Hash of a scan's bytes as the book keeps it: lower-case hex. */
export function hashOfScan(content: Buffer): string {
  return sha256(content)
}

/** The basis document with this number; undefined where the book has none. */
export async function readDocumentByNumber(
  db: Kysely<BookDatabase>,
  number: string,
): Promise<{ readonly id: string } | undefined> {
  return db.selectFrom('basis_document').select('id').where('number', '=', number).executeTakeFirst()
}

/** True where the document already carries these bytes. */
export async function hasScan(db: Kysely<BookDatabase>, documentId: string, hash: string): Promise<boolean> {
  return (
    (await db
      .selectFrom('attachment')
      .select('id')
      .where('document_id', '=', documentId)
      .where('sha256', '=', hash)
      .executeTakeFirst()) !== undefined
  )
}

/** Keeps bytes once, whoever refers to them: they are never changed or removed, so those of a row that was taken back are still there. Returns their hash. */
export async function keepBytes(tx: Transaction<BookDatabase>, content: Buffer): Promise<string> {
  const hash = sha256(content)
  await tx
    .insertInto('attachment_file')
    .values({ sha256: hash, content })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute()
  return hash
}

/** Stores the bytes and the row that names them; both in the command's transaction. */
export async function addScan(
  tx: Transaction<BookDatabase>,
  journal: JournalWriter,
  scan: NewAttachment,
): Promise<void> {
  const hash = await keepBytes(tx, scan.content)
  await journal.insert('attachment', [
    {
      id: scan.id,
      document_id: scan.documentId,
      file_name: scan.fileName,
      media_type: scan.mediaType,
      bytes: scan.content.length,
      sha256: hash,
      recorded_at: scan.recordedAt,
    },
  ])
}

/** A scan with its bytes; undefined where there is none of that id. */
export async function readScan(db: Kysely<BookDatabase>, id: string): Promise<StoredAttachment | undefined> {
  return db
    .selectFrom('attachment')
    .innerJoin('attachment_file', 'attachment_file.sha256', 'attachment.sha256')
    .selectAll('attachment')
    .select('attachment_file.content')
    .where('attachment.id', '=', id)
    .executeTakeFirst()
}
