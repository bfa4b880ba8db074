import { inflateRawSync } from 'node:zlib'

/*
 * A package's .zip read part by part: only what is asked for is unpacked, and what is unpacked is counted, not believed. The county takes in tens of
 * thousands of them.
 */

/** What stands in a zip by name; of two entries with one name the last. */
export interface ZipParts {
  /** Unpacked; undefined: not there, or past what may be unpacked at all. @throws Error for packed bytes that are none */
  readonly read: (name: string) => Uint8Array | undefined
}

interface Entry {
  readonly method: number
  readonly packed: number
  readonly unpacked: number
  /** Where its local header begins. */
  readonly offset: number
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
const END_SIZE = 22
const MOST_COMMENT = 65_535
const [STORED, DEFLATED] = [0, 8]

/** @throws Error where the bytes are no whole zip */
export function zipParts(given: Uint8Array, mostUnpacked: number): ZipParts {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  const entries = readDirectory(bytes)
  let left = mostUnpacked
  return {
    read: (name) => {
      const entry = entries.get(name)
      if (entry === undefined || entry.unpacked > left) return undefined
      left -= entry.unpacked
      return unpack(packedBytes(bytes, entry), entry)
    },
  }
}

function readDirectory(bytes: Buffer): ReadonlyMap<string, Entry> {
  const end = findEnd(bytes)
  const count = bytes.readUInt16LE(end + 10)
  const [size, start] = [bytes.readUInt32LE(end + 12), bytes.readUInt32LE(end + 16)]
  if (start + size > end) throw broken()
  const entries = new Map<string, Entry>()
  let at = start
  for (let place = 0; place < count; place += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw broken()
    const name = bytes.readUInt16LE(at + 28)
    if (at + 46 + name > end) throw broken()
    entries.set(bytes.toString('utf8', at + 46, at + 46 + name), {
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    })
    at += 46 + name + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

function findEnd(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - END_SIZE - MOST_COMMENT)
  for (let at = bytes.length - END_SIZE; at >= lowest; at -= 1)
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at
  throw broken()
}

function packedBytes(bytes: Buffer, { offset, packed }: Entry): Buffer {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL_HEADER) throw broken()
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  if (start + packed > bytes.length) throw broken()
  return bytes.subarray(start, start + packed)
}

/** One piece of memory of the size that is claimed; more than that is refused, less is not what was packed. */
function unpack(packed: Buffer, { method, unpacked }: Entry): Uint8Array {
  if (method === STORED) return packed
  if (method !== DEFLATED) throw broken()
  const room = Math.max(1, unpacked)
  const content = inflateRawSync(packed, { maxOutputLength: room, chunkSize: Math.max(64, unpacked + 1) })
  if (content.length !== unpacked) throw broken()
  return content
}

const broken = () => new Error('the zip is not whole')
