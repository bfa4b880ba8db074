import { inflateRawSync } from 'node:zlib'
import { ExcelError } from './excel-error.ts'
import { packedBytes, readZipDirectory, type ZipEntry } from './zip-directory.ts'

/*
 * Everything a foreign file must pass before a parser sees it. Parsers take an empty file, a PDF or a web page for a one-column sheet,
 * and believe the sizes a zip claims; so the beginning is looked at, and unpacking is counted, not believed.
 */

export type FileFormat = 'xlsx' | 'xls' | 'csv'

const MEGABYTE = 1024 * 1024
export const LIMITS = {
  fileBytes: 20 * MEGABYTE,
  entries: 2000,
  unpackedBytes: 64 * MEGABYTE,
  /** Unpacked to packed, for entries over a megabyte: sheets are 8 to 20, bombs 1,000. */
  ratio: 200,
} as const

/**
 * Says what a file is, by its content; the name decides only for text.
 * @throws ExcelError with the reason it is not read.
 */
export function preflight(name: string, bytes: Uint8Array): FileFormat {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length > LIMITS.fileBytes) throw new ExcelError('file_too_large', { size: `${(file.length / MEGABYTE).toFixed(1)} MB`, limit: `${LIMITS.fileBytes / MEGABYTE} MB` })
  if (file.length === 0) throw new ExcelError('file_damaged', { problem: '空文件' })
  if (file.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]))) {
    checkZip(file)
    return 'xlsx'
  }
  if (file.subarray(0, 8).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))) {
    checkCompound(file)
    return 'xls'
  }
  if (!/\.(csv|txt)$/i.test(name) || !looksLikePlainText(file)) throw new ExcelError('file_unsupported')
  return 'csv'
}

/** A password-protected .xlsx is a compound file that holds an encrypted package. */
function checkCompound(file: Buffer): void {
  if (file.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw new ExcelError('file_encrypted')
  if (!file.includes(Buffer.from('Workbook', 'utf16le')) && !file.includes(Buffer.from('Book', 'utf16le'))) throw new ExcelError('file_unsupported')
}

function checkZip(file: Buffer): void {
  const entries = readZipDirectory(file, LIMITS.entries)
  const names = new Set<string>()
  for (const { name } of entries) {
    if (name.includes('..') || name.includes('\\') || name.startsWith('/') || /^[a-z]:/i.test(name)) throw suspicious('内含越界的文件名')
    if (names.has(name.toLowerCase())) throw suspicious('内含重名的文件')
    names.add(name.toLowerCase())
  }
  if (entries.some((entry) => entry.encrypted) || names.has('encryptioninfo')) throw new ExcelError('file_encrypted')
  if (entries.some((entry) => /vbaproject\.bin$/i.test(entry.name))) throw new ExcelError('file_macro')
  if (!names.has('xl/workbook.xml') || !names.has('[content_types].xml')) throw new ExcelError('file_unsupported')
  countUnpacked(file, entries)
}

/** Unpacks every entry under a ceiling, so that a lying size is caught at the ceiling and not in memory. */
function countUnpacked(file: Buffer, entries: readonly ZipEntry[]): void {
  const declared = entries.reduce((total, entry) => total + entry.unpacked, 0)
  if (declared > LIMITS.unpackedBytes) throw suspicious(`解开后有 ${Math.ceil(declared / MEGABYTE)} MB`)
  for (const entry of entries) {
    if (entry.unpacked > MEGABYTE && entry.unpacked > entry.packed * LIMITS.ratio) throw suspicious('压缩比异常')
    const content = unpack(packedBytes(file, entry), entry)
    if (content.length !== entry.unpacked) throw suspicious('内容与目录所记大小不符')
    if (/\.(xml|rels|vml)$/i.test(entry.name)) checkMarkup(content)
  }
}

function unpack(packed: Buffer, entry: ZipEntry): Buffer {
  if (entry.method === 0) return packed
  if (entry.method !== 8) throw new ExcelError('file_damaged', { problem: '压缩方式不认识' })
  if (entry.packed === 0) return Buffer.alloc(0)
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.unpacked) })
  } catch (error) {
    if (error instanceof RangeError) throw suspicious('内容与目录所记大小不符')
    throw new ExcelError('file_damaged', { problem: '压缩内容损坏' }, error)
  }
}

/** Workbook parts never carry a document type: it is only the way to entity bombs. UTF-16 would hide it from the search. */
function checkMarkup(content: Buffer): void {
  const utf16 = (content[0] === 0xff && content[1] === 0xfe) || (content[0] === 0xfe && content[1] === 0xff) || content[1] === 0
  if (utf16 || content.includes('<!DOCTYPE') || content.includes('<!ENTITY')) throw suspicious('内含文档类型声明')
}

/** Text without zero bytes or control characters, and not a web page under another name. */
function looksLikePlainText(file: Buffer): boolean {
  const head = file.subarray(0, 64 * 1024)
  if (head.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d)) return false
  return !/^\s*(?:\ufeff)?\s*(?:<|%PDF|\{\\rtf)/i.test(head.subarray(0, 512).toString('utf8'))
}

function suspicious(problem: string): ExcelError {
  return new ExcelError('file_suspicious', { problem })
}
