import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { writeFileWhole } from './durable-file.ts'

/*
 * backups.json beside the copies: what each copy held when it was verified. It also anchors the journal:
 * a bare chain cannot show that its tail was cut, a chain and a head written down elsewhere can.
 */

/** One verified copy. `at` is a UTC instant; `origin` is the hash of the book's first entry and tells one book from another. */
export interface ManifestRecord {
  readonly file: string
  readonly at: string
  readonly reason: string
  readonly bytes: number
  readonly sha256: string
  readonly people: number
  readonly entries: number
  readonly head: string
  readonly origin: string
  readonly schema: number
}

/** A restore this program made: its entry, and the copies that then held entries the book no longer has. */
export interface RestoreRecord {
  readonly head: string
  readonly files: readonly string[]
}

/** The newest copy made in another place, a USB stick say: the stick may be in a drawer, what it held is remembered here. */
export interface ElsewhereRecord extends ManifestRecord {
  readonly folder: string
  /** It lies on the very disk of the book. */
  readonly sameDisk: boolean
}

export interface Manifest {
  readonly elsewhere: ElsewhereRecord | null

  readonly records: readonly ManifestRecord[]
  /** Null in a list of before restores were written down. */
  readonly restores: readonly RestoreRecord[] | null
  /** The file is there and cannot be read as a manifest. */
  readonly damaged: boolean
}

const MANIFEST = 'backups.json'
export const BOOK_EXTENSION = '.dingbian'

/** The name of a book without folder and extension: 山溪乡. */
export function bookStem(bookPath: string): string {
  return basename(bookPath, BOOK_EXTENSION)
}

/** Where a book's own copies are kept: `山溪乡.备份` beside `山溪乡.dingbian`. */
export function backupFolderOf(bookPath: string): string {
  return join(dirname(bookPath), `${bookStem(bookPath)}.备份`)
}

/** Whether the folder has a list of its copies. */
export function hasManifest(folder: string): boolean {
  return existsSync(join(folder, MANIFEST))
}

/** Reads a folder's manifest; a missing one is empty. Never throws on its content. */
export function readManifest(folder: string): Manifest {
  const path = join(folder, MANIFEST)
  if (!existsSync(path)) return { records: [], restores: null, elsewhere: null, damaged: false }
  try {
    const content: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (
      typeof content === 'object' &&
      content !== null &&
      'backups' in content &&
      Array.isArray(content.backups) &&
      content.backups.every(isRecord)
    )
      return {
        records: content.backups,
        restores: 'restores' in content && Array.isArray(content.restores) ? content.restores.filter(isRestore) : null,
        elsewhere: 'elsewhere' in content && isElsewhere(content.elsewhere) ? content.elsewhere : null,
        damaged: false,
      }
  } catch {
    // Falls through: damaged, and said so.
  }
  return { records: [], restores: null, elsewhere: null, damaged: true }
}

/** Replaces the manifest in one step. One that could not be read is kept aside under `damagedName`. */
export function writeManifest(folder: string, records: readonly ManifestRecord[], damagedName: string): void {
  const path = join(folder, MANIFEST)
  const before = readManifest(folder)
  if (before.damaged) renameSync(path, join(folder, damagedName))
  write(path, { records, restores: before.restores ?? [], elsewhere: before.elsewhere })
}

/** Writes down that a restore was made here, before the restored book is in its place. */
export function noteRestore(folder: string, head: string): void {
  if (!existsSync(folder)) return
  const { records, restores, elsewhere, damaged } = readManifest(folder)
  if (damaged) return
  const files = [...records, ...(elsewhere === null ? [] : [elsewhere])].map((record) => record.file)
  write(join(folder, MANIFEST), { records, restores: [...(restores ?? []), { head, files }], elsewhere })
}

/** Remembers a copy made in another place. */
export function noteElsewhere(folder: string, elsewhere: ElsewhereRecord): void {
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { records, restores, damaged } = readManifest(folder)
  if (!damaged) write(join(folder, MANIFEST), { records, restores: restores ?? [], elsewhere })
}

function write(path: string, { records, restores, elsewhere }: Omit<Manifest, 'damaged'>): void {
  const content = { format: 1, backups: records, restores, ...(elsewhere === null ? {} : { elsewhere }) }
  writeFileWhole(path, `${JSON.stringify(content, null, 1)}\n`)
}

function isElsewhere(value: unknown): value is ElsewhereRecord {
  return (
    isRecord(value) &&
    'folder' in value &&
    typeof value.folder === 'string' &&
    'sameDisk' in value &&
    typeof value.sameDisk === 'boolean'
  )
}

function isRestore(value: unknown): value is RestoreRecord {
  if (typeof value !== 'object' || value === null) return false
  const { head, files } = value as Record<string, unknown>
  return typeof head === 'string' && Array.isArray(files) && files.every((file) => typeof file === 'string')
}

/** File names of a book's newest copies, for the sentence that says what to restore from. */
export function newestBackupNames(bookPath: string): string {
  const folder = backupFolderOf(bookPath)
  const recorded = readManifest(folder).records.filter((record) => existsSync(join(folder, record.file)))
  const names =
    recorded.length > 0
      ? recorded.toSorted((a, b) => b.at.localeCompare(a.at)).map((record) => record.file)
      : unrecorded(folder)
  return names.length === 0 ? '（没有找到备份）' : names.slice(0, 3).join('、')
}

function unrecorded(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith(BOOK_EXTENSION))
    .toSorted((a, b) => statSync(join(folder, b)).mtimeMs - statSync(join(folder, a)).mtimeMs)
}

/** A record names a file of its own folder: a path in it would let an edited manifest reach elsewhere. */
function isRecord(value: unknown): value is ManifestRecord {
  if (typeof value !== 'object' || value === null) return false
  const record = value as Record<string, unknown>
  const texts = ['file', 'at', 'reason', 'sha256', 'head', 'origin'].every((key) => typeof record[key] === 'string')
  const numbers = ['bytes', 'people', 'entries', 'schema'].every((key) => typeof record[key] === 'number')
  return texts && numbers && basename(String(record['file'])) === record['file']
}
