import { createHmac, pbkdf2Sync } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, readSync, statSync, writeSync } from 'node:fs'

/*
 * An encrypted page carries a seal (HMAC) that only its password can have made. A book whose first page is gone says "wrong
 * password" to whatever is typed; one page with a right seal further on proves that it is a book of this password all the same.
 * Layout and constants: SQLCipher 4, https://www.zetetic.net/sqlcipher/design/
 */

const PAGE = 4096
const SALT = 16
const SEAL = 64
/** Salt and the part of SQLite's own header that says how long a page is: of the first page neither is sealed. */
const UNSEALED = 24
const KEY = 32
const ITERATIONS = 256_000
const SEAL_ITERATIONS = 2
const SALT_MASK = 0x3a
/** A torn book may have lost its first pages; so many, spread over the file, are tried. */
const TRIED = 64

/** The first 16 bytes of an encrypted book: its copies have the same. */
export function saltOf(path: string): Buffer {
  const salt = Buffer.alloc(SALT)
  const file = openSync(path, 'r')
  try {
    readSync(file, salt, 0, SALT, 0)
  } finally {
    closeSync(file)
  }
  return salt
}

/** SQLite's write-ahead log (fileformat2, section 4): a head, then frames of a head and a page each. */
const LOG_HEAD = 32
const FRAME_HEAD = 24

/** First pages the log beside a book holds, the newest first. Where they begin otherwise than the file, its beginning is torn or the log another's. */
function firstPagesInLog(path: string): readonly Buffer[] {
  if (!existsSync(`${path}-wal`)) return []
  const log = readFileSync(`${path}-wal`)
  const found: Buffer[] = []
  for (let at = LOG_HEAD; at + FRAME_HEAD + PAGE <= log.length; at += FRAME_HEAD + PAGE)
    if (log.readUInt32BE(at) === 1) found.unshift(log.subarray(at + FRAME_HEAD, at + FRAME_HEAD + PAGE))
  return found
}

/** The salts an encrypted book may have: its own first 16 bytes and, where a cut tore those, what the log beside it says they are. */
export function saltsOf(path: string): readonly Buffer[] {
  const own = saltOf(path)
  const others = firstPagesInLog(path)
    .map((page) => Buffer.from(page.subarray(0, SALT)))
    .filter((salt) => !salt.equals(own))
  return [own, ...others.filter((salt, at) => others.findIndex((other) => other.equals(salt)) === at)]
}

/**
 * A power cut while the log is folded in can tear the beginning of an encrypted file, and with it what the key is made with; the log still holds
 * that page. It is put back where the page in the log and one further on in the file bear the seal of this password: nothing but the torn page is written.
 */
export function mendSealedBeginning(path: string, password: string): void {
  const own = saltOf(path)
  for (const page of firstPagesInLog(path)) {
    const salt = Buffer.from(page.subarray(0, SALT))
    if (salt.equals(own)) return
    const sealKey = sealKeyOf(password, salt)
    if (!sealOf(sealKey, page.subarray(UNSEALED), 1).equals(page.subarray(PAGE - SEAL)) || !hasPage(path, sealKey))
      continue
    const file = openSync(path, 'r+')
    try {
      writeSync(file, page, 0, PAGE, 0)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    return
  }
}

/** Whether any page after the first was written under this password with this salt. Costs about 0.15 s of processor time. */
export function hasPageOf(path: string, password: string, salt: Buffer): boolean {
  return Math.floor(statSync(path).size / PAGE) >= 2 && hasPage(path, sealKeyOf(password, salt))
}

function sealKeyOf(password: string, salt: Buffer): Buffer {
  // A key of the file of keys is the cipher's own; a password is made into one.
  const key = /^raw:[0-9a-f]{96}$/.test(password)
    ? Buffer.from(password.slice(4, 4 + 2 * KEY), 'hex')
    : pbkdf2Sync(Buffer.from(password.normalize('NFC'), 'utf8'), salt, ITERATIONS, KEY, 'sha512')
  const sealSalt = Buffer.from(salt.map((byte) => byte ^ SALT_MASK))
  return pbkdf2Sync(key, sealSalt, SEAL_ITERATIONS, KEY, 'sha512')
}

/** The seal of a page's content (of the first: what stands after the unsealed part), its old seal cut off. */
function sealOf(sealKey: Buffer, content: Buffer, number: number): Buffer {
  const place = Buffer.alloc(4)
  place.writeUInt32LE(number)
  return createHmac('sha512', sealKey)
    .update(content.subarray(0, content.length - SEAL))
    .update(place)
    .digest()
}

function hasPage(path: string, sealKey: Buffer): boolean {
  const pages = Math.floor(statSync(path).size / PAGE)
  const step = Math.max(1, Math.floor((pages - 1) / TRIED))
  const page = Buffer.alloc(PAGE)
  const file = openSync(path, 'r')
  try {
    for (let at = 2; at <= pages; at += step) {
      if (readSync(file, page, 0, PAGE, (at - 1) * PAGE) < PAGE) return false
      if (sealOf(sealKey, page, at).equals(page.subarray(PAGE - SEAL))) return true
    }
    return false
  } finally {
    closeSync(file)
  }
}
