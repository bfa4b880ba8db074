import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'

/* Packages under lock: the age format (age-encryption.org/v1), by its own library. */

const BEGINNING = 'age-encryption.org/v1'
const ARMORED = '-----BEGIN AGE ENCRYPTED FILE-----'

/** To whom: a passphrase both know, or the bureau's public key. */
export type Lock = { readonly passphrase: string } | { readonly publicKey: string }
export interface Keys {
  readonly passphrases: readonly string[]
  readonly secretKeys: readonly string[]
}

/** True where the bytes are locked. */
export function isLocked(bytes: Uint8Array): boolean {
  const begin = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(64, bytes.byteLength)).toString('latin1')
  return begin.startsWith(BEGINNING) || begin.startsWith(ARMORED)
}

/** Cost of trying a passphrase, as OWASP asks of scrypt (N = 2^17, r = 8). */
const WORK_FACTOR = 17

/** The bytes under lock. @throws Error for a public key that is none */
export async function lock(bytes: Uint8Array, how: Lock): Promise<Uint8Array> {
  return encrypterTo(how).encrypt(bytes)
}

/** What is under the lock; null where none of the keys opens it, or what is there was changed. */
export async function unlockBytes(bytes: Uint8Array, keys: Keys): Promise<Uint8Array | null> {
  try {
    return await decrypterOf(keys).decrypt(bytes)
  } catch {
    return null
  }
}

/** The same piece by piece. @throws where none of the keys opens it */
export async function unlockStream(
  source: ReadableStream<Uint8Array>,
  keys: Keys,
): Promise<ReadableStream<Uint8Array>> {
  return decrypterOf(keys).decrypt(source)
}

/** The same the other way. */
export async function lockStream(source: ReadableStream<Uint8Array>, how: Lock): Promise<ReadableStream<Uint8Array>> {
  return encrypterTo(how).encrypt(source)
}

function encrypterTo(how: Lock): Encrypter {
  const encrypter = new Encrypter()
  if ('publicKey' in how) encrypter.addRecipient(how.publicKey)
  else {
    encrypter.setPassphrase(how.passphrase.normalize('NFC'))
    encrypter.setScryptWorkFactor(WORK_FACTOR)
  }
  return encrypter
}

function decrypterOf({ passphrases, secretKeys }: Keys): Decrypter {
  const decrypter = new Decrypter()
  for (const passphrase of passphrases) decrypter.addPassphrase(passphrase.normalize('NFC'))
  for (const key of secretKeys) decrypter.addIdentity(key)
  return decrypter
}

/** A new pair of keys; the public one is given to the townships. */
export async function newKeys(): Promise<{ readonly secretKey: string; readonly publicKey: string }> {
  const secretKey = await generateX25519Identity()
  return { secretKey, publicKey: await identityToRecipient(secretKey) }
}
