import { existsSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { clerkTime } from '../backup.ts'
import { fileSha256, removeDatabaseFiles, replaceFile, reserveFile, syncFile } from '../durable-file.ts'
import { StoreError, translateSqliteError } from '../store-error.ts'
import { openCountyReadOnly, type CountyBook } from './county-book.ts'
import { readCountyHead } from './county-journal.ts'

export interface CountyCopy {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
  readonly entries: number
  readonly head: string
}

/** What a file of this kind holds: compared between source and copy. */
function held(county: CountyBook) {
  const count = (table: string) => county.raw.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0
  const [entries, submissions, people, answers] = ['county_journal', 'submission', 'person', 'answer'].map(count)
  return { head: readCountyHead(county), entries: entries ?? 0, submissions, people, answers }
}

/**
 * A copy of an open 主管本 in a folder, under the same password: written as one state, opened again, and it counts only if it holds the same.
 * @throws StoreError `directory_not_found`, `backup_failed`; then nothing is left of it
 */
export function copyCounty(county: CountyBook, folder: string, at: string): CountyCopy {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new StoreError('directory_not_found', { path: folder })
  const extension = extname(county.path)
  const path = join(folder, `${basename(county.path, extension)}-${clerkTime(at)}${extension}`)
  if (existsSync(path)) throw new StoreError('book_exists', { path })
  const part = `${path}.part`
  try {
    reserveFile(part)
    county.raw.prepare('VACUUM INTO ?').run(part)
    const wanted = held(county)
    const copy = openCountyReadOnly(part, county.password)
    try {
      if (copy.raw.pragma('quick_check(1)', { simple: true }) !== 'ok')
        throw new StoreError('backup_failed', { problem: '副本结构检查未通过' })
      if (JSON.stringify(held(copy)) !== JSON.stringify(wanted))
        throw new StoreError('backup_failed', { problem: '副本与原件的条数不一致' })
    } finally {
      copy.raw.close()
    }
    syncFile(part)
    replaceFile(part, path)
    const { entries, head } = wanted
    return { path, bytes: statSync(path).size, sha256: fileSha256(path), entries, head }
  } catch (error) {
    removeDatabaseFiles(part)
    const translated = translateSqliteError(error, path)
    throw translated instanceof StoreError
      ? translated
      : new StoreError('backup_failed', { problem: error instanceof Error ? error.message : '' }, error)
  }
}
