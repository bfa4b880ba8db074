import { sql, type Kysely, type Transaction } from 'kysely'
import { keepBytes } from './attachment-store.ts'
import type { BookDatabase, PersonDocumentTable } from './book-database.ts'
import { sha256 } from './canonical.ts'
import type { JournalWriter } from './journal.ts'

/* Files kept of people: the newest of a purpose stands. */

export interface NewPersonDocument {
  readonly id: string
  readonly personId: string
  readonly purpose: PersonDocumentTable['purpose']
  readonly fileName: string
  readonly mediaType: string
  readonly content: Uint8Array
  readonly basis: string | null
  readonly recordedAt: string
}

export type StoredPersonDocument = PersonDocumentTable & { readonly content: Buffer }

/** Lower-case hex, as the book keeps it. */
export function hashOfDocument(content: Uint8Array): string {
  return sha256(Buffer.from(content))
}

/** Keeps files with their bytes; all in the command's transaction. */
export async function addPersonDocuments(
  tx: Transaction<BookDatabase>,
  journal: JournalWriter,
  documents: readonly NewPersonDocument[],
): Promise<void> {
  const rows: PersonDocumentTable[] = []
  for (const own of documents)
    rows.push({
      id: own.id,
      person_id: own.personId,
      purpose: own.purpose,
      file_name: own.fileName,
      media_type: own.mediaType,
      bytes: own.content.length,
      sha256: await keepBytes(tx, Buffer.from(own.content)),
      basis: own.basis,
      recorded_at: own.recordedAt,
    })
  if (rows.length > 0) await journal.insert('person_document', rows)
}

/** The newest file of a purpose of each person, without its bytes. */
export function newestDocuments(
  rows: readonly PersonDocumentTable[],
  purpose: PersonDocumentTable['purpose'],
): ReadonlyMap<string, PersonDocumentTable> {
  return new Map(rows.filter((row) => row.purpose === purpose).map((row) => [row.person_id, row]))
}

/** Bytes of a kept file by their hash; undefined where they are gone. */
export async function readDocumentBytes(db: Kysely<BookDatabase>, hash: string): Promise<Buffer | undefined> {
  const row = await db.selectFrom('attachment_file').select('content').where('sha256', '=', hash).executeTakeFirst()
  return row?.content
}

/** The newest file of a purpose of one person, with its bytes. */
export async function readPersonDocument(
  db: Kysely<BookDatabase>,
  personId: string,
  purpose: PersonDocumentTable['purpose'],
): Promise<StoredPersonDocument | undefined> {
  return db
    .selectFrom('person_document')
    .innerJoin('attachment_file', 'attachment_file.sha256', 'person_document.sha256')
    .selectAll('person_document')
    .select('attachment_file.content')
    .where('person_document.person_id', '=', personId)
    .where('person_document.purpose', '=', purpose)
    .orderBy(sql`person_document.rowid`, 'desc')
    .limit(1)
    .executeTakeFirst()
}
