import type { Kysely } from 'kysely'
import type { BasisDocumentTable, BookDatabase } from './book-database.ts'
import type { JournalWriter } from './journal.ts'

export interface BasisDocument {
  readonly number: string
  readonly title?: string | null
  readonly issuingBody?: string | null
  readonly issuedOn?: string | null
}

/** Id of the basis document with this number; a row is made when the number is new to the book. A known document is left as it is. */
export async function ensureDocument(
  db: Kysely<BookDatabase>,
  journal: JournalWriter,
  document: BasisDocument,
  made: { readonly id: string; readonly recordedAt: string },
): Promise<string> {
  const known = await db
    .selectFrom('basis_document')
    .select('id')
    .where('number', '=', document.number)
    .executeTakeFirst()
  if (known !== undefined) return known.id
  await journal.insert('basis_document', [
    {
      id: made.id,
      number: document.number,
      title: document.title ?? null,
      issuing_body: document.issuingBody ?? null,
      issued_on: document.issuedOn ?? null,
      recorded_at: made.recordedAt,
    },
  ])
  return made.id
}

/** The document with this number. */
export async function readBasisDocument(
  db: Kysely<BookDatabase>,
  number: string,
): Promise<Pick<BasisDocumentTable, 'id' | 'number' | 'issuing_body' | 'issued_on'> | undefined> {
  return db
    .selectFrom('basis_document')
    .select(['id', 'number', 'issuing_body', 'issued_on'])
    .where('number', '=', number)
    .executeTakeFirst()
}

/** Titles by document number; null where a document has none on record. */
export async function readDocumentTitles(
  db: Kysely<BookDatabase>,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  if (numbers.length === 0) return new Map()
  const rows = await db
    .selectFrom('basis_document')
    .select(['number', 'title'])
    .where('number', 'in', [...new Set(numbers)])
    .execute()
  return new Map(rows.map((row) => [row.number, row.title]))
}
