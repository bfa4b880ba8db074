import { backupFolderOf, lastElsewhere, listBackups } from '../../store/backup.ts'
import { lastEntryOf } from '../../store/journal-store.ts'
import type { QueryHandler } from '../context.ts'

/** A verified copy on request: beside the book, or in the folder she names (a USB stick). */
export const createBackupNow: QueryHandler<'backup.create'> = ({ directory }, { backup }) =>
  backup('手动备份', directory)

/** So many days may pass without a copy in another place before she is reminded. */
const ELSEWHERE_DAYS = 7

/** Copies kept beside the open book, newest first. */
export const listBackupsOfBook: QueryHandler<'backup.list'> = async (_, { book, clock, db }) => {
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
  const last = lastElsewhere(book.path)
  return {
    folder,
    backups,
    elsewhere: {
      last:
        last === null
          ? null
          : { folder: last.folder, at: last.at, people: last.people, entries: last.entries, sameDisk: last.sameDisk },
      due: last === null || Date.parse(clock.now()) - Date.parse(last.at) > ELSEWHERE_DAYS * 24 * 3_600_000,
    },
    rehearsedAt: await lastEntryOf(db, 'backup.rehearse'),
  }
}
