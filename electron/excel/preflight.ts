import { inflateRawSync } from 'node:zlib'
import { ExcelError } from './excel-error.ts'
import { refuseByBeginning, textFormat } from './foreign-formats.ts'
import { packedBytes, readZipDirectory, type ZipEntry } from './zip-directory.ts'

/*
 * Everything a foreign file must pass before a parser sees it. Parsers take an empty file, a PDF or a web page for a one-column sheet,
 * and believe the sizes a zip claims; so the beginning is looked at, and unpacking is counted, not believed.
 */

/** `xls`: compound files, WPS's .et too. `xml`: SpreadsheetML 2003. `html`: a page with tables, whatever it is called. */
export type FileFormat = 'xlsx' | 'xls' | 'ods' | 'xml' | 'html' | 'csv' | 'docx'

const MEGABYTE = 1024 * 1024
export const LIMITS = {
  fileBytes: 20 * MEGABYTE,
  entries: 2000,
  unpackedBytes: 64 * MEGABYTE,
  /** Unpacked to packed, for entries over a megabyte: sheets are 8 to 20, bombs 1,000. */
  ratio: 200,
} as const

/**
 * Says what a file is, by its content; the name decides only for text. Cells of a workbook with macros are read, its macros never run;
 * where the file itself is given back (`macros: 'refuse'`), it is refused.
 * A letter (.docx) is read only where its tables are a form (`letters`).
 * @throws ExcelError with the reason it is not read.
 */
export function preflight(
  name: string,
  bytes: Uint8Array,
  macros: 'read' | 'refuse' = 'read',
  letters: 'read' | 'refuse' = 'refuse',
): FileFormat {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length > LIMITS.fileBytes)
    throw new ExcelError('file_too_large', {
      size: `${(file.length / MEGABYTE).toFixed(1)} MB`,
      limit: `${LIMITS.fileBytes / MEGABYTE} MB`,
    })
  if (file.length === 0) throw new ExcelError('file_damaged', { problem: '空文件' })
  if (file.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]))) {
    return checkZip(file, macros, letters)
  }
  if (file.subarray(0, 8).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))) {
    checkCompound(file)
    return 'xls'
  }
  refuseByBeginning(file)
  return textFormat(name, file)
}

/** A password-protected .xlsx is a compound file that holds an encrypted package. */
function checkCompound(file: Buffer): void {
  if (file.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw new ExcelError('file_encrypted')
  if (file.includes(Buffer.from('WordDocument', 'utf16le'))) throw new ExcelError('file_document')
  if (!file.includes(Buffer.from('Workbook', 'utf16le')) && !file.includes(Buffer.from('Book', 'utf16le')))
    throw new ExcelError('file_unsupported')
}

function checkZip(file: Buffer, macros: 'read' | 'refuse', letters: 'read' | 'refuse'): 'xlsx' | 'ods' | 'docx' {
  const entries = readZipDirectory(file, LIMITS.entries)
  const names = new Set<string>()
  for (const { name } of entries) {
    if (name.includes('..') || name.includes('\\') || name.startsWith('/') || /^[a-z]:/i.test(name))
      throw suspicious('内含越界的文件名')
    if (names.has(name.toLowerCase())) throw suspicious('内含重名的文件')
    names.add(name.toLowerCase())
  }
  if (entries.some((entry) => entry.encrypted) || names.has('encryptioninfo')) throw new ExcelError('file_encrypted')
  if (macros === 'refuse' && entries.some((entry) => /vbaproject\.bin$/i.test(entry.name)))
    throw new ExcelError('file_macro')
  if (names.has('word/document.xml')) {
    if (letters === 'refuse') throw new ExcelError('file_document')
    countUnpacked(file, entries)
    return 'docx'
  }
  const sheets = names.has('xl/workbook.xml') && names.has('[content_types].xml')
  if (!sheets && !isOpenDocument(file, entries)) throw new ExcelError('file_unsupported')
  countUnpacked(file, entries)
  return sheets ? 'xlsx' : 'ods'
}

/** An OpenDocument says what it is in a first, stored entry; a letter says so too. */
function isOpenDocument(file: Buffer, entries: readonly ZipEntry[]): boolean {
  const named = entries.find((entry) => entry.name === 'mimetype')
  if (named === undefined || named.method !== 0 || named.packed > 200) return false
  const type = packedBytes(file, named).toString('latin1').trim()
  if (type.startsWith('application/vnd.oasis.opendocument.text')) throw new ExcelError('file_document')
  return (
    type.startsWith('application/vnd.oasis.opendocument.spreadsheet') &&
    entries.some((entry) => entry.name === 'content.xml')
  )
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
  const utf16 =
    (content[0] === 0xff && content[1] === 0xfe) || (content[0] === 0xfe && content[1] === 0xff) || content[1] === 0
  if (utf16 || content.includes('<!DOCTYPE') || content.includes('<!ENTITY')) throw suspicious('内含文档类型声明')
}

function suspicious(problem: string): ExcelError {
  return new ExcelError('file_suspicious', { problem })
}
