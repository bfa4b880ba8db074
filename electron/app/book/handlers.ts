import type { CommandHandlers, QueryHandlers } from '../context.ts'
import { createBackupNow, listBackupsOfBook } from './backups.ts'
import { readFindIndex } from './read-find-index.ts'
import { rehearse } from './rehearse.ts'
import { verifyOpenBook } from './verify-book.ts'

export const BOOK_QUERIES = {
  'backup.list': listBackupsOfBook,
  'backup.create': createBackupNow,
  'find.index': readFindIndex,
  'book.verify': verifyOpenBook,
} satisfies Partial<QueryHandlers>

export const BOOK_COMMANDS = { 'backup.rehearse': rehearse } satisfies Partial<CommandHandlers>
