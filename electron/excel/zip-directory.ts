import { ExcelError } from './excel-error.ts'

/** One entry of a zip's central directory. Sizes are what the zip claims; they are counted later. */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  readonly packed: number
  readonly unpacked: number
  /** Where its local header begins. */
  readonly offset: number
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
const END_SIZE = 22
const MAX_COMMENT = 65_535

/** Reads the central directory; nothing is unpacked. @throws ExcelError `file_damaged` for a truncated or broken zip, `file_suspicious` for zip64. */
export function readZipDirectory(bytes: Buffer, maxEntries: number): readonly ZipEntry[] {
  const end = findEnd(bytes)
  const count = bytes.readUInt16LE(end + 10)
  const size = bytes.readUInt32LE(end + 12)
  const start = bytes.readUInt32LE(end + 16)
  if (count === 0xffff || start === 0xffffffff)
    throw new ExcelError('file_suspicious', { problem: '压缩目录超过正常表格的大小' })
  if (count > maxEntries)
    throw new ExcelError('file_suspicious', { problem: `内含 ${count} 个文件，超过 ${maxEntries} 个` })
  if (start + size > end) throw damaged()
  const entries: ZipEntry[] = []
  let at = start
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw damaged()
    const nameLength = bytes.readUInt16LE(at + 28)
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** The packed bytes of an entry. @throws ExcelError `file_damaged` when they are not where the directory says. */
export function packedBytes(bytes: Buffer, entry: ZipEntry): Buffer {
  const { offset } = entry
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL_HEADER) throw damaged()
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  if (start + entry.packed > bytes.length) throw damaged()
  return bytes.subarray(start, start + entry.packed)
}

function findEnd(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - END_SIZE - MAX_COMMENT)
  for (let at = bytes.length - END_SIZE; at >= lowest; at -= 1) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY && at + END_SIZE + bytes.readUInt16LE(at + 20) === bytes.length)
      return at
  }
  throw damaged()
}

function damaged(): ExcelError {
  return new ExcelError('file_damaged', { problem: '压缩包不完整' })
}
