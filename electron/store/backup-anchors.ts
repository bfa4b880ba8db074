import { backupFolderOf, readManifest, type ManifestRecord } from './backup-manifest.ts'
import type { Problem } from './integrity-problem.ts'
import type { OpenBook } from './open.ts'

/** The journal operation a restore leaves behind: it explains why older copies hold entries the book no longer has. */
export const RESTORE_OPERATION = 'backup.restore'

interface First {
  readonly hash: string
  readonly recorded_at: string
}

/**
 * Compares the journal with the heads its copies wrote down. Shows what a chain alone cannot: a tail that was cut off
 * (by hand, or with a log file that went missing) and a journal that was written anew from the start.
 */
export async function compareWithBackups(book: OpenBook): Promise<readonly Problem[]> {
  const manifest = readManifest(backupFolderOf(book.path))
  if (manifest.damaged) return [{ seq: null, text: '备份清单 backups.json 读不出来，无法与备份核对' }]
  return book.db.connection().execute(async (db) => {
    const first = await db.selectFrom('journal').select(['hash', 'recorded_at']).where('seq', '=', 1).executeTakeFirst()
    const restored = await db.selectFrom('journal').select('recorded_at').where('operation', '=', RESTORE_OPERATION).orderBy('recorded_at', 'desc').limit(1).executeTakeFirst()
    const problems: Problem[] = []
    for (const record of manifest.records) {
      if (record.entries === 0 || (restored !== undefined && restored.recorded_at >= record.at)) continue
      const entry = await db.selectFrom('journal').select('hash').where('seq', '=', record.entries).executeTakeFirst()
      const problem = entry?.hash === record.head ? null : describe(record, first, entry?.hash)
      if (problem !== null) problems.push(problem)
    }
    return problems
  })
}

function describe(record: ManifestRecord, first: First | undefined, hash: string | undefined): Problem | null {
  // A book that was made after the copy and happens to have the same name is another book.
  if (first !== undefined && first.hash !== record.origin && first.recorded_at > record.at) return null
  if (first !== undefined && first.hash !== record.origin) return { seq: 1, text: `台账第一条与备份 ${record.file} 的不同：台账被重写过` }
  if (hash === undefined) return { seq: record.entries, text: `备份 ${record.file} 的台账有 ${record.entries} 条，现在没有第 ${record.entries} 条：末尾被截去` }
  return { seq: record.entries, text: `台账第 ${record.entries} 条与备份 ${record.file} 的不同：之后被改写过` }
}
