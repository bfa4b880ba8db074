import { backupFolderOf, hasManifest, readManifest, type Manifest, type ManifestRecord } from './backup-manifest.ts'
import { listBackups } from './backup.ts'
import type { Problem } from './integrity-problem.ts'
import type { OpenBook } from './open.ts'

/** The journal operation a restore leaves behind: it explains why older copies hold entries the book no longer has. */
export const RESTORE_OPERATION = 'backup.restore'

interface First {
  readonly hash: string
  readonly recorded_at: string
}

/**
 * Compares the journal with the heads its copies wrote down, and with those the copies themselves hold. Shows what a chain alone cannot: a tail
 * that was cut off (by hand, or with a log file that went missing) and a journal that was written anew from the start. An entry that says
 * a copy was restored excuses what is missing only where the restore itself wrote that down beside the copies: the entry alone can be forged.
 */
export async function compareWithBackups(book: OpenBook): Promise<readonly Problem[]> {
  const folder = backupFolderOf(book.path)
  const manifest = readManifest(folder)
  if (manifest.damaged) return [{ seq: null, text: '备份清单 backups.json 读不出来，无法与备份核对' }]
  const copies = await listBackups(folder, book.password)
  return book.db.connection().execute(async (db) => {
    const first = await db.selectFrom('journal').select(['hash', 'recorded_at']).where('seq', '=', 1).executeTakeFirst()
    const restores = await db
      .selectFrom('journal')
      .select(['hash', 'recorded_at'])
      .where('operation', '=', RESTORE_OPERATION)
      .execute()
    const excused = excusedCopies(manifest, restores)
    const problems: Problem[] = []
    if (copies.length > 0 && !hasManifest(folder))
      problems.push({ seq: null, text: '备份文件夹里有备份，却没有清单 backups.json：清单被删去或改名' })
    for (const copy of copies)
      if (copy.state === 'changed') problems.push({ seq: null, text: `备份 ${copy.file} 与清单不符：文件或清单被改过` })
    // A copy no list knows says of itself what it holds, where it is one of this book.
    const unlisted = copies.filter((copy) => copy.state === 'unlisted' && copy.origin === first?.hash)
    // What was made elsewhere need not be at hand: its head was written down here, too.
    const elsewhere = manifest.elsewhere === null ? [] : [manifest.elsewhere]
    for (const record of [...manifest.records, ...elsewhere, ...unlisted]) {
      if (record.entries === 0 || excused.has(record.file)) continue
      const entry = await db.selectFrom('journal').select('hash').where('seq', '=', record.entries).executeTakeFirst()
      const problem = entry?.hash === record.head ? null : describe(record, first, entry?.hash)
      if (problem !== null) problems.push(problem)
    }
    return problems
  })
}

/** Copies that may hold more than the book: those that were there when one of its restores was made. */
function excusedCopies(
  { records, restores }: Manifest,
  entries: readonly { readonly hash: string; readonly recorded_at: string }[],
): ReadonlySet<string> {
  if (restores !== null) {
    const own = new Set(entries.map((entry) => entry.hash))
    return new Set(restores.flatMap(({ head, files }) => (own.has(head) ? files : [])))
  }
  // A list of an earlier version: the restore kept the state before it under the very instant of its entry.
  const kept = new Set(records.filter((record) => record.reason === '恢复前').map((record) => record.at))
  const last = entries.filter((entry) => kept.has(entry.recorded_at)).map((entry) => entry.recorded_at)
  return new Set(records.filter((record) => last.some((at) => at >= record.at)).map((record) => record.file))
}

function describe(record: ManifestRecord, first: First | undefined, hash: string | undefined): Problem | null {
  // A book that was made after the copy and happens to have the same name is another book.
  if (first !== undefined && first.hash !== record.origin && first.recorded_at > record.at) return null
  if (first !== undefined && first.hash !== record.origin)
    return { seq: 1, text: `台账第一条与备份 ${record.file} 的不同：台账被重写过` }
  if (hash === undefined)
    return {
      seq: record.entries,
      text: `备份 ${record.file} 的台账有 ${record.entries} 条，现在没有第 ${record.entries} 条：末尾被截去`,
    }
  return { seq: record.entries, text: `台账第 ${record.entries} 条与备份 ${record.file} 的不同：之后被改写过` }
}
