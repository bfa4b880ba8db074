import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3-multiple-ciphers'
import { mendBeginning } from './book-header.ts'

/* Whose log lies beside a book: the first entry of the file alone and that of both together must be the same. */

/** Hash of the first journal entry: entries are never changed, so both readings must agree. Undefined when there is none. */
export function readOrigin(raw: Database.Database): unknown {
  return raw.prepare('SELECT hash FROM journal WHERE seq = 1').pluck().get()
}

/** The same, from the main file alone. An encrypted book needs no such check: a foreign log does not decrypt. */
export function originWithoutLog(path: string): unknown {
  const image = readFileSync(path)
  mendBeginning(image, path)
  // Bytes 18 and 19 say "has a log"; an image in memory has none.
  image.fill(1, 18, 20)
  let raw: Database.Database | undefined
  try {
    raw = new Database(image, { readonly: true })
    return readOrigin(raw)
  } catch {
    // The crash may have come in the middle of folding the log in: the file alone then says nothing.
    return undefined
  } finally {
    raw?.close()
  }
}
