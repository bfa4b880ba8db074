import { compareWithBackups } from '../../store/backup-anchors.ts'
import { verifyBook } from '../../store/integrity.ts'
import type { QueryHandler } from '../context.ts'

/** The deep check of the book, and of its journal against the heads its backups wrote down. */
export const verifyOpenBook: QueryHandler<'book.verify'> = async (_, { book }) => {
  const verification = await verifyBook(book)
  const problems = [...verification.problems, ...(await compareWithBackups(book))]
  return { ok: problems.length === 0, entries: verification.entries, head: verification.head, problems }
}
