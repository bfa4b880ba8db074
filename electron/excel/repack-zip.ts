import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'
import { packedBytes, readZipDirectory } from './zip-directory.ts'

/** 2000-01-01 00:00 as a zip writes it: (year − 1980) << 9 | month << 5 | day, the time in the lower half. */
const FIXED_TIME = ((20 << 9) | (1 << 5) | 1) << 16
const DEFLATED = 8
const UTF8_NAMES = 0x0800
const MAX_PARTS = 2000

/**
 * Writes an archive anew, part by part in the same order, each passed through `change`; null leaves the part out. Every part bears one fixed
 * time, so that the same contents always give the same bytes: a zip otherwise keeps the minute it was written.
 */
export function repackZip(bytes: Uint8Array, change: (name: string, content: Buffer) => Buffer | null): Uint8Array {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of readZipDirectory(source, MAX_PARTS)) {
    const packed = packedBytes(source, entry)
    const content = change(entry.name, entry.method === DEFLATED ? inflateRawSync(packed) : Buffer.from(packed))
    if (content === null) continue
    const name = Buffer.from(entry.name, 'utf8')
    const body = deflateRawSync(content, { level: 6 })
    const shared = sharedHeader(content, body.length, name.length)
    locals.push(signed(0x04_03_4b_50, shared), name, body)
    directory.push(signed(0x02_01_4b_50, Buffer.concat([Buffer.from([20, 0]), shared, placeOf(offset)])), name)
    offset += 30 + name.length + body.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06_05_4b_50, 0)
  end.writeUInt16LE(directory.length / 2, 8)
  end.writeUInt16LE(directory.length / 2, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...locals, list, end]))
}

/** The 26 bytes that the local header and the directory have in common. */
function sharedHeader(content: Buffer, packedSize: number, nameLength: number): Buffer {
  const header = Buffer.alloc(26)
  header.writeUInt16LE(20, 0)
  header.writeUInt16LE(UTF8_NAMES, 2)
  header.writeUInt16LE(DEFLATED, 4)
  header.writeUInt32LE(FIXED_TIME, 6)
  header.writeUInt32LE(crc32(content), 10)
  header.writeUInt32LE(packedSize, 14)
  header.writeUInt32LE(content.length, 18)
  header.writeUInt16LE(nameLength, 22)
  return header
}

/** What only the directory has: no comment, no attributes, where the part begins. */
function placeOf(offset: number): Buffer {
  const place = Buffer.alloc(14)
  place.writeUInt32LE(offset, 10)
  return place
}

function signed(signature: number, rest: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt32LE(signature)
  return Buffer.concat([head, rest])
}
