import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { createHash } from 'node:crypto'
import { dirname } from 'node:path'

/* Files that are there whole or not at all: written aside, flushed, then moved into place, and the folder flushed too. */

const CHUNK = 1 << 20

/** Flushes a file's content to the disk. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Flushes a folder's names to the disk. Windows has no such call and needs none: NTFS journals names itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Moves `from` over `to`. A virus scanner may hold either file for a moment on Windows: tries again for a second. */
export function replaceFile(from: string, to: string): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      renameSync(from, to)
      break
    } catch (error) {
      const held =
        process.platform === 'win32' &&
        error instanceof Error &&
        'code' in error &&
        (error.code === 'EPERM' || error.code === 'EBUSY' || error.code === 'EACCES')
      if (!held || attempt === 10) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
    }
  }
  syncFolder(dirname(to))
}

/** Moves `from` to `to` only when nothing is there. @returns false when something is. */
export function moveWithoutReplacing(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    unlinkSync(from)
    syncFolder(dirname(to))
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    // A USB stick's file system knows no links.
    if (existsSync(to)) return false
    replaceFile(from, to)
    return true
  }
}

/** Writes a small file so that a reader finds the old content or the new one, never a part. */
export function writeFileWhole(path: string, content: string): void {
  const part = `${path}.part`
  writeFileSync(part, content, { mode: 0o600 })
  syncFile(part)
  replaceFile(part, path)
}

/** Takes an unfinished file away. That it cannot be (the drive is gone, the folder is a file) must not hide why it is unfinished. */
export function dropFile(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // What is left carries its own name and is nobody's file.
  }
}

/** Copies a file byte for byte to a name that must be free, for its owner alone, flushes it and compares the two. @throws when the copy differs. */
export function copyFileWhole(from: string, to: string): void {
  copyFileSync(from, to, constants.COPYFILE_EXCL)
  chmodSync(to, 0o600)
  syncFile(to)
  if (fileSha256(from) !== fileSha256(to)) throw new Error('copy differs from its source')
  syncFolder(dirname(to))
}

/** SHA-256 of a file, hex, read in pieces. */
export function fileSha256(path: string): string {
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(CHUNK)
  const file = openSync(path, 'r')
  try {
    for (
      let length = readSync(file, buffer, 0, CHUNK, null);
      length > 0;
      length = readSync(file, buffer, 0, CHUNK, null)
    )
      hash.update(buffer.subarray(0, length))
  } finally {
    closeSync(file)
  }
  return hash.digest('hex')
}

/** Makes an empty file only its owner can read, for SQLite to fill: personal data is not left to the folder's defaults. */
export function reserveFile(path: string): void {
  writeFileSync(path, '', { mode: 0o600, flag: 'wx' })
}

/** What SQLite keeps beside a database file. */
export const COMPANIONS = ['-wal', '-shm', '-journal'] as const

/** Removes a database file and its companions: for our own unfinished copies only. */
export function removeDatabaseFiles(path: string): void {
  for (const suffix of ['', ...COMPANIONS]) rmSync(path + suffix, { force: true })
}
