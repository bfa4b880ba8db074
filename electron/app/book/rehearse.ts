import { newestVerified } from '../../store/backup.ts'
import { rehearseRestore } from '../../store/restore.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import type { CommandHandler } from '../context.ts'

/** Puts the newest copy back as a trial, somewhere else, and writes down that it worked: an inspection asks when that was last done. */
export const rehearse: CommandHandler<'backup.rehearse'> = async (_, { book, clock, commit }) => {
  const copy = newestVerified(book, clock.now())
  if (copy === null) throw new Refusal('no_backup_yet')
  const found = await rehearseRestore(copy.path, book.password)
  if (found.head !== copy.head || found.people !== copy.people || found.entries !== copy.entries)
    throw new Refusal('backup_not_valid', { file: copy.file, problem: '打开后的人数或台账条数与清单不同' })
  const summary = `恢复演练：备份 ${copy.file} 在别处打开，${found.people} 人、台账 ${found.entries} 条，与清单一致`
  const { entry } = await commit({ summary }, () => Promise.resolve())
  return { file: copy.file, at: copy.at, people: found.people, entries: found.entries, seq: entry.seq }
}
