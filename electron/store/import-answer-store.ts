import type { Kysely, Transaction } from 'kysely'
import type { BookDatabase } from './book-database.ts'
import type { JournalWriter } from './journal.ts'

/** Answers by the question's id. */
export type KeptAnswers = Readonly<Record<string, string>>

/** What was answered about sheets of these shapes, the later ones over the earlier. */
export async function readImportAnswers(
  db: Kysely<BookDatabase>,
  fingerprints: readonly string[],
): Promise<KeptAnswers> {
  const rows = await db
    .selectFrom('import_answer')
    .select(['fingerprint', 'answers'])
    .where('fingerprint', 'in', [...fingerprints])
    .execute()
  const byShape = new Map(rows.map((row) => [row.fingerprint, row.answers]))
  return Object.assign(
    {},
    ...fingerprints.map((fingerprint) => {
      const answers: unknown = JSON.parse(byShape.get(fingerprint) ?? '{}')
      return answers
    }),
  ) as KeptAnswers
}

/** Adds answers to those of a shape, the new in place of the old. */
export async function writeImportAnswers(
  tx: Transaction<BookDatabase>,
  journal: JournalWriter,
  row: {
    readonly id: string
    readonly fingerprint: string
    readonly title: string
    readonly answers: KeptAnswers
    readonly recordedAt: string
  },
): Promise<void> {
  const known = await tx
    .selectFrom('import_answer')
    .selectAll()
    .where('fingerprint', '=', row.fingerprint)
    .executeTakeFirst()
  const kept = await readImportAnswers(tx, [row.fingerprint])
  const answers = JSON.stringify({ ...kept, ...row.answers })
  if (known?.answers === answers) return
  if (known === undefined)
    await journal.insert('import_answer', [
      { id: row.id, fingerprint: row.fingerprint, title: row.title, answers, recorded_at: row.recordedAt },
    ])
  else await journal.update('import_answer', known.id, { title: row.title, answers, recorded_at: row.recordedAt })
}

/** Takes answers out of those kept for these shapes. */
export async function dropImportAnswers(
  tx: Transaction<BookDatabase>,
  journal: JournalWriter,
  fingerprints: readonly string[],
  ids: readonly string[],
): Promise<void> {
  const rows = await tx
    .selectFrom('import_answer')
    .select(['id', 'fingerprint', 'answers'])
    .where('fingerprint', 'in', [...fingerprints])
    .execute()
  for (const row of rows) {
    const kept = await readImportAnswers(tx, [row.fingerprint])
    const answers = JSON.stringify(Object.fromEntries(Object.entries(kept).filter(([id]) => !ids.includes(id))))
    if (answers !== row.answers) await journal.update('import_answer', row.id, { answers })
  }
}
