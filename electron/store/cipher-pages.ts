import { createHmac, pbkdf2Sync } from 'node:crypto'
import { closeSync, openSync, readSync, statSync } from 'node:fs'

/*
 * An encrypted page carries a seal (HMAC) that only its password can have made. A book whose first page is gone says "wrong
 * password" to whatever is typed; one page with a right seal further on proves that it is a book of this password all the same.
 * Layout and constants: SQLCipher 4, https://www.zetetic.net/sqlcipher/design/
 */

const PAGE = 4096
const SALT = 16
const SEAL = 64
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

/** Whether any page after the first was written under this password with this salt. Costs about 0.15 s of processor time. */
export function hasPageOf(path: string, password: string, salt: Buffer): boolean {
  const pages = Math.floor(statSync(path).size / PAGE)
  if (pages < 2) return false
  // A key of the file of keys is the cipher's own; a password is made into one.
  const key = /^raw:[0-9a-f]{96}$/.test(password)
    ? Buffer.from(password.slice(4, 4 + 2 * KEY), 'hex')
    : pbkdf2Sync(Buffer.from(password.normalize('NFC'), 'utf8'), salt, ITERATIONS, KEY, 'sha512')
  const sealSalt = Buffer.from(salt.map((byte) => byte ^ SALT_MASK))
  const sealKey = pbkdf2Sync(key, sealSalt, SEAL_ITERATIONS, KEY, 'sha512')
  const step = Math.max(1, Math.floor((pages - 1) / TRIED))
  const page = Buffer.alloc(PAGE)
  const number = Buffer.alloc(4)
  const file = openSync(path, 'r')
  try {
    for (let at = 2; at <= pages; at += step) {
      if (readSync(file, page, 0, PAGE, (at - 1) * PAGE) < PAGE) return false
      number.writeUInt32LE(at)
      const seal = createHmac('sha512', sealKey)
        .update(page.subarray(0, PAGE - SEAL))
        .update(number)
        .digest()
      if (seal.equals(page.subarray(PAGE - SEAL))) return true
    }
    return false
  } finally {
    closeSync(file)
  }
}
