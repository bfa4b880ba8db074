import { backupFolderOf, listBackups } from '../../store/backup.ts'
import type { QueryHandler } from '../context.ts'

/** A verified copy on request: beside the book, or in the folder she names (a USB stick). */
export const createBackupNow: QueryHandler<'backup.create'> = ({ directory }, { backup }) =>
  backup('手动备份', directory)

/** Copies kept beside the open book, newest first. */
export const listBackupsOfBook: QueryHandler<'backup.list'> = async (_, { book }) => {
  const folder = backupFolderOf(book.path)
  const backups = (await listBackups(folder)).map((copy) => ({
    file: copy.file,
    path: copy.path,
    state: copy.state,
    at: copy.at,
    reason: copy.reason,
    bytes: copy.bytes,
    people: copy.people,
    entries: copy.entries,
    head: copy.head,
  }))
  return { folder, backups }
}
