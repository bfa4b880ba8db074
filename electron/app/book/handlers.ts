import type { QueryHandlers } from '../context.ts'
import { createBackupNow, listBackupsOfBook } from './backups.ts'
import { readFindIndex } from './read-find-index.ts'
import { verifyOpenBook } from './verify-book.ts'

export const BOOK_QUERIES = {
  'backup.list': listBackupsOfBook,
  'backup.create': createBackupNow,
  'find.index': readFindIndex,
  'book.verify': verifyOpenBook,
} satisfies Partial<QueryHandlers>
