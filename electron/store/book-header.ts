import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { SCHEMA_VERSION } from '../../migrations/index.ts'
import { StoreError } from './store-error.ts'

/*
 * What a file says about itself before SQLite touches it. SQLite folds a left-over log into any database it opens,
 * so a foreign or newer file is recognised here, by its bytes, and stays exactly as it was.
 */

/** 'DBN1': marks the file as a 编制本 (PRAGMA application_id). */
export const APPLICATION_ID = 0x44424e31
/** 'DBC1': marks the file as a 主管本. */
export const COUNTY_APPLICATION_ID = 0x44424331

/** Which of our files somebody wants: its mark, its newest schema, and what is said of the other one. */
export interface FileMark {
  readonly applicationId: number
  readonly schema: number
  readonly other: { readonly applicationId: number; readonly code: 'is_county_book' | 'is_township_book' }
}
export const BOOK_MARK: FileMark = {
  applicationId: APPLICATION_ID,
  schema: SCHEMA_VERSION,
  other: { applicationId: COUNTY_APPLICATION_ID, code: 'is_county_book' },
}

const PAGE = 4096
const MAGIC = 'SQLite format 3\0'
/** Offsets in SQLite's file header (fileformat2, section 1.3). */
const PAGES_AT = 28
const USER_VERSION_AT = 60
const APPLICATION_ID_AT = 68

/** First bytes of what a clerk may choose by mistake: zip/xlsx, xls, pdf, jpeg, png, rtf. */
const FOREIGN_BEGINNINGS = [
  [0x50, 0x4b, 3, 4],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47],
  [0x7b, 0x5c, 0x72, 0x74],
]

export interface BookHeader {
  readonly encrypted: boolean
  /** The first page as the log beside the file holds it, where the file's own is torn. */
  readonly inLog?: Buffer
}

/**
 * Reads the first page only. A plain book begins with SQLite's name and carries our mark; an encrypted one begins with noise.
 * @throws StoreError empty_file, not_our_file, from_future or damaged
 */
export function readBookHeader(path: string, mark: FileMark = BOOK_MARK): BookHeader {
  const { page: inFile, size } = readFirstPage(path)
  if (size === 0) throw new StoreError('empty_file', { path })
  const inLog = isOurs(inFile, mark) ? null : firstPageInLog(path, inFile, mark)
  const page = inLog ?? inFile
  const owner = page.length >= 100 ? page.readUInt32BE(APPLICATION_ID_AT) : 0
  const owned = owner === mark.applicationId
  if (page.toString('latin1', 0, 16) === MAGIC) {
    if (owner === mark.other.applicationId) throw new StoreError(mark.other.code, { path })
    if (!owned) throw new StoreError('not_our_file', { path })
    const found = page.readUInt32BE(USER_VERSION_AT)
    if (found > mark.schema) throw new StoreError('from_future', { path, found, supported: mark.schema })
    return { encrypted: false, ...(inLog === null ? {} : { inLog }) }
  }
  // A power cut can leave a file of the right length full of zeros; a bad sector can take the name and leave our mark.
  if (owned || page.every((byte) => byte === 0))
    throw new StoreError('damaged', { path, problem: '文件头被清空或改写', backups: '', marked: owned ? 1 : 0 })
  const foreign = size < PAGE || beginsForeign(page) || !looksRandom(page)
  if (foreign) throw new StoreError('not_our_file', { path })
  return { encrypted: true }
}

function isOurs(page: Buffer, mark: FileMark): boolean {
  return (
    page.length >= 100 &&
    page.toString('latin1', 0, 16) === MAGIC &&
    page.readUInt32BE(APPLICATION_ID_AT) === mark.applicationId
  )
}

/** SQLite's write-ahead log (fileformat2, section 4): a head, then frames of a head and a page each. */
const LOG_HEAD = 32
const FRAME_HEAD = 24
const SALTS_AT = 16
const FRAME_SALTS_AT = 8

/**
 * A power cut while the log is folded in can tear the beginning of the file; the log still holds that page, and SQLite reads it there.
 * @returns the newest one in the log, where the rest of the file shows that it is one of ours; null otherwise
 */
function firstPageInLog(path: string, torn: Buffer, mark: FileMark): Buffer | null {
  if (torn.length < PAGE || torn.toString('latin1', 0, 16) === MAGIC || beginsForeign(torn)) return null
  if (!existsSync(`${path}-wal`) || !wordsOfABook(path)) return null
  const log = readFileSync(`${path}-wal`)
  if (log.length < LOG_HEAD || log.readUInt32BE(8) !== PAGE) return null
  const salts = log.subarray(SALTS_AT, SALTS_AT + 8)
  let found: Buffer | null = null
  for (let at = LOG_HEAD; at + FRAME_HEAD + PAGE <= log.length; at += FRAME_HEAD + PAGE) {
    // What an earlier round left further on carries other salts.
    if (!log.subarray(at + FRAME_SALTS_AT, at + FRAME_SALTS_AT + 8).equals(salts)) break
    if (log.readUInt32BE(at) === 1) found = log.subarray(at + FRAME_HEAD, at + FRAME_HEAD + PAGE)
  }
  return found !== null && isOurs(found, mark) ? found : null
}

/**
 * Where the beginning of a file is torn, puts the page in its log over that of an image of it: it names the tables, the rest holds the file's own
 * entries. It then says as many pages as there are, not as many as the log would make.
 */
export function mendBeginning(image: Buffer, path: string): void {
  const { inLog } = readBookHeader(path)
  if (inLog === undefined) return
  inLog.copy(image)
  image.writeUInt32BE(image.length / PAGE, PAGES_AT)
}

/** Whether the file holds nothing at all: it is empty, or zeros from end to end, as a power cut leaves it. */
export function isBlank(path: string): boolean {
  return everyPiece(path, (piece) => piece.every((byte) => byte === 0))
}

/**
 * Whether it begins as another kind of file does: one a clerk chooses by mistake, another program's database, or text.
 * A book that lost its beginning does not: it begins with zeros or noise there.
 */
export function isOtherKind(path: string): boolean {
  const { page } = readFirstPage(path)
  if (page.toString('latin1', 0, 16) === MAGIC)
    return page.length < 100 || page.readUInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID
  return beginsForeign(page) || (page.length > 0 && !page.includes(0) && !looksRandom(page))
}

/** Statements only our schema has; a plain book keeps them as text, on several pages. */
const OUR_WORDS = [
  'CREATE TABLE journal_change',
  'CREATE TABLE journal_row',
  'append_only:journal',
  'journal_gapless',
].map((text) => Buffer.from(text))

/** Whether any part of the file holds the words of our tables. Reads it to the end. */
export function wordsOfABook(path: string): boolean {
  let tail: Buffer = Buffer.alloc(0)
  return !everyPiece(path, (piece) => {
    const text = Buffer.concat([tail, piece])
    tail = Buffer.from(text.subarray(-64))
    return !OUR_WORDS.some((words) => text.includes(words))
  })
}

/** Reads a file in pieces until `good` says no. @returns whether every piece was good */
function everyPiece(path: string, good: (piece: Buffer) => boolean): boolean {
  const buffer = Buffer.alloc(1 << 20)
  const file = openSync(path, 'r')
  try {
    for (;;) {
      const length = readSync(file, buffer, 0, buffer.length, null)
      if (length === 0) return true
      if (!good(buffer.subarray(0, length))) return false
    }
  } finally {
    closeSync(file)
  }
}

function beginsForeign(page: Buffer): boolean {
  return FOREIGN_BEGINNINGS.some((magic) => magic.every((byte, index) => page[index] === byte))
}

/** Refuses a network share: SQLite's locks do not hold there and a cut line tears the file. */
export function refuseNetworkPath(path: string): void {
  if (/^(\\\\|\/\/)([^?.]|[?.][\\/]UNC[\\/])/i.test(path)) throw new StoreError('network_path', { path })
}

function readFirstPage(path: string): { readonly page: Buffer; readonly size: number } {
  // A pipe would keep whoever opens it waiting for ever.
  if (!statSync(path).isFile()) throw new StoreError('not_our_file', { path })
  const page = Buffer.alloc(PAGE)
  const file = openSync(path, 'r')
  try {
    return { page: page.subarray(0, readSync(file, page, 0, PAGE, 0)), size: fstatSync(file).size }
  } finally {
    closeSync(file)
  }
}

/** Noise uses almost all byte values about evenly; text and most formats do not. */
function looksRandom(bytes: Buffer): boolean {
  return new Set(bytes).size > 230
}
