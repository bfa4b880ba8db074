import { Readable } from 'node:stream'
import { extract, pack } from 'tar-stream'
import type { Region } from './county-store.ts'

/*
 * A package of many townships: a .tar of packages, each as its township made it, in a folder by its region. Written and read piece by piece:
 * at any moment one township is in memory.
 */

export const BUNDLE_FORMAT = 'dingbian-bundle'
export const BUNDLE_VERSION = 1
export const BUNDLE_NAME = 'bundle.json'

export interface BundleHead {
  readonly format: typeof BUNDLE_FORMAT
  readonly version: number
  readonly name: string
  readonly level: Region['level']
  readonly code: string | null
  readonly madeAt: string
  readonly townships: number
  readonly people: number
  readonly head: string
  readonly regions: readonly Region[]
}

export interface BundledPackage {
  readonly region: number
  readonly name: string
  readonly bytes: Uint8Array
}

/** A bundle's bytes, piece by piece. */
export function bundleStream(head: BundleHead, packages: Iterable<BundledPackage>): ReadableStream<Uint8Array> {
  const tar = pack()
  const add = (name: string, bytes: Uint8Array) =>
    new Promise<void>((done, failed) => {
      const header = { name, size: bytes.length, mtime: new Date(0) }
      tar.entry(header, Buffer.from(bytes), (error) => (error ? failed(error) : done()))
    })
  const write = async () => {
    await add(BUNDLE_NAME, Buffer.from(`${JSON.stringify(head, null, 1)}\n`))
    let place = 0
    for (const { region, name, bytes } of packages) {
      place += 1
      await add(`${region}/${String(place).padStart(5, '0')} ${name}`, bytes)
    }
    tar.finalize()
  }
  write().catch((error: unknown) => tar.destroy(error instanceof Error ? error : new Error('unknown')))
  return Readable.toWeb(Readable.from(tar)) as ReadableStream<Uint8Array>
}

/** No township's package, and no list of regions, comes near it. */
const MOST_BYTES = 256 * 1024 * 1024

/** Reads a bundle's files in their order: first its head, then one package after another. @throws what `each` throws; Error for no such file */
export async function readBundle(
  source: ReadableStream<Uint8Array>,
  each: (name: string, bytes: Uint8Array) => void,
): Promise<void> {
  const tar = extract()
  const from = Readable.fromWeb(source as Parameters<typeof Readable.fromWeb>[0])
  from.on('error', (error) => tar.destroy(error))
  from.pipe(tar)
  try {
    for await (const entry of tar) {
      if ((entry.header.size ?? 0) > MOST_BYTES) throw new Error('an entry is too large')
      const pieces: Buffer[] = []
      for await (const piece of entry as AsyncIterable<Buffer>) pieces.push(piece)
      const bytes = Buffer.concat(pieces)
      if (bytes.length !== entry.header.size) throw new Error('an entry is cut')
      each(entry.header.name, bytes)
    }
  } finally {
    from.destroy()
  }
}
