import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes, scrypt } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { backupFolderOf, bookStem } from './backup-manifest.ts'
import { saltsOf } from './cipher-pages.ts'
import { writeFileWhole } from './durable-file.ts'

/*
 * The key of an encrypted book. One secret of 128 random bits makes key and salt of the cipher, so that the first 16 bytes of the file
 * and of every copy name the secret. The file of keys (山溪乡.钥匙) lies beside the book and again in its folder of copies: the
 * secret, sealed once a person under a slow hash of the person's password. The recovery sheet carries the secret itself: with it the book
 * opens even where every file of keys is gone. Changing a password writes a slot anew, never the book.
 */

/** A person's seal. Names are not in the file: `who` is a hash of the name under the slot's own salt. */
export interface KeySlot {
  /** The person's id in the book. */
  readonly id: string
  readonly who: string
  /** scrypt: N = 2^log2n. */
  readonly log2n: number
  readonly r: number
  readonly p: number
  readonly salt: string
  readonly sealed: string
}

/** Tries of a password, counted by the machine's running time: no clock that can be set is read. */
export interface Tries {
  /** Seconds since the machine started, of the newest tries that were let in. */
  readonly at: readonly number[]
  /** Wrong ones since the last right one. */
  readonly wrong: number
}

interface BookKeys {
  /** First 16 bytes of the book, hex. */
  readonly id: string
  readonly slots: readonly KeySlot[]
  readonly tries: Tries
}

interface KeyFile {
  readonly format: 1
  readonly keys: readonly BookKeys[]
}

const NO_TRIES: Tries = { at: [], wrong: 0 }
/** OWASP ASVS 5.0, appendix C: scrypt with N = 2^15, r = 8, p = 3 (32 MiB, about 0.2 s). */
const COST = { log2n: 15, r: 8, p: 3 } as const

/** What the store opens a book with instead of a password: the cipher takes key and salt as they are. */
export function rawKey(secret: Buffer): string {
  const derived = (what: string, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, '', `dingbian ${what}`, length))
  return `raw:${derived('key', 32).toString('hex')}${derived('salt', 16).toString('hex')}`
}

/** True for a key made here; a typed password never is one. */
export function isRawKey(password: string): boolean {
  return /^raw:[0-9a-f]{96}$/.test(password)
}

/** Names the secret, as the first 16 bytes of the book do. */
export function keyId(raw: string): string {
  return raw.slice(-32)
}

export function newSecret(): Buffer {
  return randomBytes(16)
}

function keyFileOf(bookPath: string): string {
  return join(dirname(bookPath), `${bookStem(bookPath)}.钥匙`)
}

/** Where a book's keys may lie: beside it, and in its folder of copies. */
function places(bookPath: string): readonly string[] {
  return [keyFileOf(bookPath), join(backupFolderOf(bookPath), `${bookStem(bookPath)}.钥匙`)]
}

/** The keys of a book or of a copy of one, whatever the file of keys is called; none where it has none. */
export function readKeys(path: string): BookKeys {
  const beside = dirname(path)
  const named = readdirSync(beside)
    .filter((name) => name.endsWith('.钥匙'))
    .map((name) => join(beside, name))
  const all = [...new Set([...places(path), ...named])].flatMap((file) => readKeyFile(file).keys)
  // A book whose beginning a cut tore is named by its log.
  const ids = saltsOf(path).map((salt) => salt.toString('hex'))
  const id = ids.find((one) => all.some((keys) => keys.id === one)) ?? ids[0] ?? ''
  const found = all.filter((keys) => keys.id === id).toSorted((left, right) => right.tries.wrong - left.tries.wrong)
  // The one beside the book counts; tries are the most that any of them knows.
  const first = found.find((keys) => keys.slots.length > 0) ?? found[0]
  const own = readKeyFile(keyFileOf(path)).keys.find((keys) => keys.id === id)
  return {
    id,
    slots: own !== undefined && own.slots.length > 0 ? own.slots : (first?.slots ?? []),
    tries: found[0]?.tries ?? NO_TRIES,
  }
}

/** Puts a book's keys down beside it and in its folder of copies. Keys of older secrets stay: older copies are opened with them. */
export function writeKeys(bookPath: string, keys: BookKeys): void {
  for (const file of places(bookPath)) {
    if (!existsSync(dirname(file))) continue
    const others = readKeyFile(file).keys.filter((other) => other.id !== keys.id)
    writeFileWhole(file, `${JSON.stringify({ format: 1, keys: [...others, keys] } satisfies KeyFile, null, 1)}\n`)
  }
}

/** Puts the keys of a book beside a copy elsewhere. */
export function carryKeys(bookPath: string, folder: string, raw: string): void {
  const id = keyId(raw)
  const keys = readKeyFile(keyFileOf(bookPath)).keys.find((one) => one.id === id)
  if (keys === undefined) return
  const file = join(folder, `${bookStem(bookPath)}.钥匙`)
  const others = readKeyFile(file).keys.filter((other) => other.id !== id)
  writeFileWhole(file, `${JSON.stringify({ format: 1, keys: [...others, keys] } satisfies KeyFile, null, 1)}\n`)
}

function readKeyFile(path: string): KeyFile {
  const none: KeyFile = { format: 1, keys: [] }
  if (!existsSync(path) || statSync(path).size > 1024 * 1024) return none
  try {
    const content: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return isKeyFile(content) ? content : none
  } catch {
    return none
  }
}

function isKeyFile(content: unknown): content is KeyFile {
  if (typeof content !== 'object' || content === null || !('keys' in content) || !Array.isArray(content.keys))
    return false
  return content.keys.every((keys: unknown) => {
    if (typeof keys !== 'object' || keys === null) return false
    const { id, slots, tries } = keys as Record<string, unknown>
    return (
      typeof id === 'string' &&
      Array.isArray(slots) &&
      slots.every(isSlot) &&
      typeof tries === 'object' &&
      isTries(tries)
    )
  })
}

function isSlot(slot: unknown): slot is KeySlot {
  if (typeof slot !== 'object' || slot === null) return false
  const { id, who, log2n, r, p, salt, sealed } = slot as Record<string, unknown>
  const texts = [id, who, salt, sealed].every((value) => typeof value === 'string')
  // A cost nobody writes would stop the machine.
  return texts && [log2n, r, p].every((value) => typeof value === 'number' && value > 0 && value <= 20)
}

function isTries(tries: object | null): tries is Tries {
  const { at, wrong } = (tries ?? {}) as Record<string, unknown>
  return Array.isArray(at) && at.every((value) => typeof value === 'number') && typeof wrong === 'number'
}

/** Seals the secret for a person. */
export async function makeSlot(
  secret: Buffer,
  person: { readonly id: string; readonly name: string; readonly password: string },
): Promise<KeySlot> {
  const salt = randomBytes(16)
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await slowHash(person.password, salt, COST), iv)
  const sealed = Buffer.concat([iv, cipher.update(secret), cipher.final(), cipher.getAuthTag()])
  return {
    id: person.id,
    who: hashOfName(person.name, salt),
    ...COST,
    salt: salt.toString('hex'),
    sealed: sealed.toString('base64'),
  }
}

/** The secret, where the password is the slot's; null otherwise. */
export async function openSlot(slot: KeySlot, password: string): Promise<Buffer | null> {
  const sealed = Buffer.from(slot.sealed, 'base64')
  const key = await slowHash(password, Buffer.from(slot.salt, 'hex'), slot)
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
    decipher.setAuthTag(sealed.subarray(-16))
    return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()])
  } catch {
    return null
  }
}

/** Whether a slot is the named person's. */
export function isSlotOf(slot: KeySlot, name: string): boolean {
  return slot.who === hashOfName(name, Buffer.from(slot.salt, 'hex'))
}

function hashOfName(name: string, salt: Buffer): string {
  return createHash('sha256').update(salt).update(name.normalize('NFC').trim()).digest('hex')
}

function slowHash(
  password: string,
  salt: Buffer,
  { log2n, r, p }: { readonly log2n: number; readonly r: number; readonly p: number },
): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    scrypt(password.normalize('NFC'), salt, 32, { N: 2 ** log2n, r, p, maxmem: 256 * 1024 * 1024 }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    ),
  )
}

/** No I, L, O, U: read off paper they are taken for others. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The secret as it stands on the recovery sheet: seven groups of four, the last two signs guard against a slip. */
export function recoveryCode(secret: Buffer): string {
  const bits = [...secret].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const signs = Array.from(
    { length: 26 },
    (_, at) => ALPHABET[Number.parseInt(bits.slice(at * 5, at * 5 + 5).padEnd(5, '0'), 2)],
  )
  const text = signs.join('') + guardOf(signs.join(''))
  return text.replaceAll(/(.{4})(?=.)/g, '$1-')
}

/** The secret of a typed code; null where it has a slip. */
export function readRecoveryCode(typed: string): Buffer | null {
  const text = typed
    .toUpperCase()
    .replaceAll(/[\s—–-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  if (text.length !== 28 || Array.from(text).some((sign) => !ALPHABET.includes(sign))) return null
  const [signs, guard] = [text.slice(0, 26), text.slice(26)]
  if (guardOf(signs) !== guard) return null
  const bits = Array.from(signs)
    .map((sign) => ALPHABET.indexOf(sign).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from(Array.from({ length: 16 }, (_, at) => Number.parseInt(bits.slice(at * 8, at * 8 + 8), 2)))
}

function guardOf(signs: string): string {
  const digest = createHash('sha256').update(`dingbian sheet ${signs}`).digest()
  return `${ALPHABET[(digest[0] ?? 0) & 31]}${ALPHABET[(digest[1] ?? 0) & 31]}`
}
