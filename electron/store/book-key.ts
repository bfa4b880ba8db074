import { existsSync } from 'node:fs'
import { readBookHeader } from './book-header.ts'
import { mendSealedBeginning } from './cipher-pages.ts'
import {
  isRawKey,
  isSlotOf,
  keyId,
  makeSlot,
  openSlot,
  rawKey,
  readKeys,
  readRecoveryCode,
  writeKeys,
  type KeySlot,
} from './key-file.ts'
import { openReadOnly } from './open.ts'
import { minutesToWait, withTry } from './password-tries.ts'
import { StoreError } from './store-error.ts'

export { carryKeys, newSecret, rawKey, recoveryCode } from './key-file.ts'

/* From what a person types to what opens the book. */

export interface Entrance {
  /** For `openBookFile`: the password of a book of one password, else the cipher's own key. Undefined for a book without one. */
  readonly password: string | undefined
  /** Whose slot it was; null in a book without named people. */
  readonly personId: string | null
  readonly secret: Buffer | null
  /** Wrong tries before this one. */
  readonly wrongBefore: number
}

export interface Typed {
  readonly password?: string | undefined
  /** Name of the person; without it every slot is tried. */
  readonly person?: string | undefined
}

/**
 * Finds the key of a book with what was typed. Every try is counted beside the book before it is made.
 * @throws StoreError password_required, too_many_tries, wrong_password; what reading the header throws.
 */
export async function findEntrance(path: string, typed: Typed, uptime: number): Promise<Entrance> {
  const open = { password: undefined, personId: null, secret: null, wrongBefore: 0 }
  if (!existsSync(path) || !readBookHeader(path).encrypted) return open
  const { password } = typed
  if (password === undefined || password === '') throw new StoreError('password_required', { path })
  if (isRawKey(password)) return { ...open, password }
  const keys = readKeys(path)
  const minutes = minutesToWait(keys.tries, uptime)
  if (minutes > 0) throw new StoreError('too_many_tries', { minutes })
  writeKeys(path, { ...keys, tries: withTry(keys.tries, uptime) })
  const right = () => {
    // Nothing was ever written beside a book of one password but its tries.
    writeKeys(path, { ...readKeys(path), tries: { at: [], wrong: 0 } })
    return keys.tries.wrong
  }
  if (keys.slots.length === 0) {
    mendSealedBeginning(path, password)
    if (!opens(path, password)) throw new StoreError('wrong_password', { path })
    return { ...open, password, wrongBefore: right() }
  }
  const slots =
    typed.person === undefined ? keys.slots : keys.slots.filter((slot) => isSlotOf(slot, typed.person ?? ''))
  const opened: { readonly slot: KeySlot; readonly secret: Buffer }[] = []
  // Somebody who is not there costs as long as somebody who is.
  for (const slot of slots.length > 0 ? slots : keys.slots.slice(0, 1)) {
    const secret = await openSlot(slot, password)
    if (secret !== null && slots.length > 0) opened.push({ slot, secret })
  }
  const [one, another] = opened
  if (one === undefined) throw new StoreError('wrong_password', { path })
  if (another !== undefined) throw new StoreError('person_required', { path })
  return { password: rawKey(one.secret), personId: one.slot.id, secret: one.secret, wrongBefore: right() }
}

function opens(path: string, password: string): boolean {
  try {
    openReadOnly(path, password).close()
    return true
  } catch (error) {
    if (error instanceof StoreError && error.code === 'wrong_password') return false
    throw error
  }
}

/** The entrance of the recovery sheet. @throws StoreError recovery_code_wrong */
export function entranceBySheet(path: string, code: string): Entrance {
  const secret = readRecoveryCode(code)
  if (secret === null) throw new StoreError('recovery_code_wrong', {})
  const password = rawKey(secret)
  if (!opens(path, password)) throw new StoreError('recovery_code_wrong', {})
  return { password, personId: null, secret, wrongBefore: readKeys(path).tries.wrong }
}

/** Gives a person a new slot in place of an old one. The book itself is not touched. */
export async function setSlot(
  path: string,
  secret: Buffer,
  person: { readonly id: string; readonly name: string; readonly password: string },
): Promise<void> {
  const slot = await makeSlot(secret, person)
  // Read after the slow hash: another's slot may have been written meanwhile.
  const keys = readKeysOf(path, secret)
  writeKeys(path, { ...keys, slots: [...keys.slots.filter((other) => other.id !== person.id), slot] })
}

/** Takes a person's slot away. */
export function removeSlot(path: string, secret: Buffer, personId: string): void {
  const keys = readKeysOf(path, secret)
  writeKeys(path, { ...keys, slots: keys.slots.filter((slot) => slot.id !== personId) })
}

/** Wrong tries before this one, where the password is this person's; null where it is not. Counted like every other try. @throws StoreError too_many_tries */
export async function wrongBeforeRight(
  path: string,
  secret: Buffer,
  personId: string,
  password: string,
  uptime: number,
): Promise<number | null> {
  const keys = readKeysOf(path, secret)
  const minutes = minutesToWait(keys.tries, uptime)
  if (minutes > 0) throw new StoreError('too_many_tries', { minutes })
  writeKeys(path, { ...keys, tries: withTry(keys.tries, uptime) })
  const slot = keys.slots.find((one) => one.id === personId)
  if (slot === undefined || (await openSlot(slot, password)) === null) return null
  writeKeys(path, { ...readKeysOf(path, secret), tries: { at: [], wrong: 0 } })
  return keys.tries.wrong
}

/** Before the book is encrypted its file does not name the secret yet. */
function readKeysOf(path: string, secret: Buffer): ReturnType<typeof readKeys> {
  const keys = readKeys(path)
  const id = keyId(rawKey(secret))
  return keys.id === id ? keys : { id, slots: [], tries: { at: [], wrong: 0 } }
}
