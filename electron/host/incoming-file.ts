import { createReadStream, readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import type { IncomingFile } from '../app/county/county-context.ts'
import type { StagedFile } from '../app/context.ts'
import { Refusal } from '../vocabulary/refusals.ts'

/** A file of the disk or one handed in. @throws `file_not_found`, `file_expired` */
export function incomingFile(
  file: { readonly path: string } | { readonly fileId: string },
  staged: (fileId: string) => StagedFile,
): IncomingFile {
  if ('fileId' in file) {
    const { name, bytes } = staged(file.fileId)
    return { name, size: bytes.length, bytes: () => bytes, stream: () => new Blob([new Uint8Array(bytes)]).stream() }
  }
  const { path } = file
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isFile() !== true) throw new Refusal('file_not_found', { path })
  return {
    name: basename(path),
    size: found.size,
    bytes: () => readFileSync(path),
    stream: () => Readable.toWeb(createReadStream(path, { highWaterMark: 1 << 18 })) as ReadableStream<Uint8Array>,
  }
}
