import { rmSync } from 'node:fs'
import Database from 'better-sqlite3-multiple-ciphers'
import { COMPANIONS, removeDatabaseFiles, replaceFile, reserveFile, syncFile } from './durable-file.ts'
import { readHeld } from './backup.ts'
import { closeBookFile, openBookFile, openReadOnly } from './open.ts'
import { StoreError } from './store-error.ts'

/**
 * Puts a book under another key, or (undefined) under none. It is written anew aside, read again under its new key and compared, and moved
 * over in one step: a cut leaves the old book or the new one. The caller has closed the book and kept a copy.
 * @throws StoreError as opening does; backup_failed where what was written is not what was read. The book is then as it was.
 */
export async function rekeyBook(path: string, from: string | undefined, to: string | undefined): Promise<void> {
  const part = `${path}.rekey.part`
  removeDatabaseFiles(part)
  try {
    const book = await openBookFile(path, { password: from })
    let held: string
    try {
      held = JSON.stringify(readHeld(book.raw))
      reserveFile(part)
      book.raw.prepare('VACUUM INTO ?').run(part)
    } finally {
      await closeBookFile(book)
    }
    const copy = new Database(part)
    try {
      copy.pragma("cipher = 'sqlcipher'")
      if (from !== undefined) copy.key(Buffer.from(from.normalize('NFC'), 'utf8'))
      copy.pragma('journal_mode = DELETE')
      copy.rekey(Buffer.from(to === undefined ? '' : to.normalize('NFC'), 'utf8'))
    } finally {
      copy.close()
    }
    const written = openReadOnly(part, to)
    try {
      if (written.pragma('quick_check(1)', { simple: true }) !== 'ok' || JSON.stringify(readHeld(written)) !== held)
        throw new StoreError('backup_failed', { problem: '换密码后的内容与原来不一致' })
    } finally {
      written.close()
    }
    syncFile(part)
    for (const suffix of COMPANIONS) rmSync(path + suffix, { force: true })
    replaceFile(part, path)
  } finally {
    removeDatabaseFiles(part)
  }
}
