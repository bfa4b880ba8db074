import { createHash } from 'node:crypto'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { fileSha256, replaceFile, syncFile } from '../durable-file.ts'
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
    rmSync(part, { force: true })
  }
}
