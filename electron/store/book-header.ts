import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { SCHEMA_VERSION } from '../../migrations/index.ts'
import { StoreError } from './store-error.ts'

/*
 * What a file says about itself before SQLite touches it. SQLite folds a left-over log into any database it opens,
 * so a foreign or newer file is recognised here, by its bytes, and stays exactly as it was.
 */

/** 'DBN1': marks the file as a 编制本 (PRAGMA application_id). */
export const APPLICATION_ID = 0x44424e31

const PAGE = 4096
const MAGIC = 'SQLite format 3\0'
/** Offsets in SQLite's file header (fileformat2, section 1.3). */
const USER_VERSION_AT = 60
const APPLICATION_ID_AT = 68

/** First bytes of what a clerk may choose by mistake: zip/xlsx, xls, pdf, jpeg, png, rtf. */
const FOREIGN_BEGINNINGS = [[0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0], [0x25, 0x50, 0x44, 0x46], [0xff, 0xd8, 0xff], [0x89, 0x50, 0x4e, 0x47], [0x7b, 0x5c, 0x72, 0x74]]

export interface BookHeader {
  readonly encrypted: boolean
}

/**
 * Reads the first page only. A plain book begins with SQLite's name and carries our mark; an encrypted one begins with noise.
 * @throws StoreError empty_file, not_our_file, from_future or damaged
 */
export function readBookHeader(path: string): BookHeader {
  const { page, size } = readFirstPage(path)
  if (size === 0) throw new StoreError('empty_file', { path })
  const owned = page.length >= 100 && page.readUInt32BE(APPLICATION_ID_AT) === APPLICATION_ID
  if (page.toString('latin1', 0, 16) === MAGIC) {
    if (!owned) throw new StoreError('not_our_file', { path })
    const found = page.readUInt32BE(USER_VERSION_AT)
    if (found > SCHEMA_VERSION) throw new StoreError('from_future', { path, found, supported: SCHEMA_VERSION })
    return { encrypted: false }
  }
  // A power cut can leave a file of the right length full of zeros; a bad sector can take the name and leave our mark.
  if (owned || page.every((byte) => byte === 0)) throw new StoreError('damaged', { path, problem: '文件头被清空或改写', backups: '' })
  const foreign = size < PAGE || FOREIGN_BEGINNINGS.some((magic) => magic.every((byte, index) => page[index] === byte)) || !looksRandom(page)
  if (foreign) throw new StoreError('not_our_file', { path })
  return { encrypted: true }
}

/** Refuses a network share: SQLite's locks do not hold there and a cut line tears the file. */
export function refuseNetworkPath(path: string): void {
  if (/^(\\\\|\/\/)([^?.]|[?.][\\/]UNC[\\/])/i.test(path)) throw new StoreError('network_path', { path })
}

function readFirstPage(path: string): { readonly page: Buffer; readonly size: number } {
  const page = Buffer.alloc(PAGE)
  const file = openSync(path, 'r')
  try {
    return { page: page.subarray(0, readSync(file, page, 0, PAGE, 0)), size: statSync(path).size }
  } finally {
    closeSync(file)
  }
}

/** Noise uses almost all byte values about evenly; text and most formats do not. */
function looksRandom(bytes: Buffer): boolean {
  return new Set(bytes).size > 230
}
