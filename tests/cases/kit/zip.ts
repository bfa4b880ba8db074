import { crc32, deflateRawSync } from 'node:zlib'
import { CFB } from 'xlsx'

/* Zip files with one fixed time, so that the same content gives the same bytes. */

export type ZipParts = Readonly<Record<string, string | Uint8Array>>
/** 1 January 2026, 00:00, as zip writes a date. */
const DATE = ((2026 - 1980) << 9) | (1 << 5) | 1

export function zip(parts: ZipParts): Buffer {
  const local: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const raw = typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content)
    const stored = name === 'mimetype'
    const packed = stored ? raw : deflateRawSync(raw, { level: 9 })
    const path = Buffer.from(name, 'utf8')
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800, 2)
    common.writeUInt16LE(stored ? 0 : 8, 4)
    common.writeUInt16LE(DATE, 8)
    common.writeUInt32LE(crc32(raw), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(raw.length, 18)
    common.writeUInt16LE(path.length, 22)
    const entry = Buffer.alloc(16)
    entry.writeUInt32LE(offset, 12)
    directory.push(Buffer.from('504b01021400', 'hex'), common, entry.subarray(2), path)
    const piece = Buffer.concat([Buffer.from('504b0304', 'hex'), common, path, packed])
    local.push(piece)
    offset += piece.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(parts).length, 8)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, central, end])
}

/** The same parts again, without the time they were written. */
export function steady(bytes: Uint8Array): Buffer {
  const read = CFB.read(Buffer.from(bytes), { type: 'buffer' })
  const parts: Record<string, Uint8Array> = {}
  read.FullPaths.forEach((path: string, at: number) => {
    const content = read.FileIndex[at]?.content
    const name = path.replace(/^Root Entry\//, '')
    if (content !== undefined && !path.endsWith('/') && name !== '\u0001Sh33tJ5')
      parts[name] = Buffer.from(content as Uint8Array)
  })
  return zip(parts)
}
