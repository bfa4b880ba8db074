import { createHash } from 'node:crypto'
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../../vocabulary/refusals.ts'
import { dropFile, fileSha256, replaceFile, syncFile } from '../durable-file.ts'
import { StoreError } from '../store-error.ts'

/**
 * Writes a stream into a file that is there whole or not at all, and reads it back: what a USB stick made of it is what was meant.
 * @throws StoreError `directory_not_found`; Error where the file read back differs
 */
export async function writeStreamWhole(
  path: string,
  source: ReadableStream<Uint8Array>,
): Promise<{ readonly sha256: string; readonly bytes: number } | { readonly differs: true }> {
  const part = `${path}.part`
  const hash = createHash('sha256')
  let bytes = 0
  let file: number
  try {
    file = openSync(part, 'w')
  } catch (error) {
    throw new StoreError('directory_not_found', { path }, error)
  }
  try {
    try {
      for await (const chunk of source as unknown as AsyncIterable<Uint8Array>) {
        hash.update(chunk)
        bytes += chunk.length
        writeSync(file, chunk)
      }
    } finally {
      closeSync(file)
    }
    syncFile(part)
    const sha256 = hash.digest('hex')
    if (fileSha256(part) !== sha256) return { differs: true }
    replaceFile(part, path)
    return { sha256, bytes }
  } finally {
    dropFile(part)
  }
}

/** A file that lies beside its name, flushed and read back, until what it tells of is on record. */
export interface WaitingFile {
  readonly path: string
  /** Moves it under its name. */
  readonly place: () => void
  /** Takes it away where it was not placed. */
  readonly drop: () => void
}

/** @throws StoreError `directory_not_found`; Refusal `package_file_differs` where what is read back is not what was meant */
export function waitingFile(folder: string, name: string, bytes: Uint8Array): WaitingFile {
  const path = join(folder, name)
  const part = `${path}.part`
  const drop = () => dropFile(part)
  try {
    writeFileSync(part, bytes, { mode: 0o600 })
  } catch (error) {
    drop()
    throw new StoreError('directory_not_found', { path: folder }, error)
  }
  syncFile(part)
  if (fileSha256(part) === createHash('sha256').update(bytes).digest('hex'))
    return { path, place: () => replaceFile(part, path), drop }
  drop()
  throw new Refusal('package_file_differs', { path })
}
