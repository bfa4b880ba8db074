import { ExcelError } from './excel-error.ts'

/*
 * The text of a file that says nothing of its encoding. Chinese programs write UTF-8, GB18030 (GB2312 and GBK are parts of it) and, as
 * “Unicode 文本”, UTF-16. What a page claims in its charset is not asked: exports claim gb2312 and write UTF-8.
 */

/** @throws ExcelError `file_damaged` when the bytes are text in none of the three. */
export function decodeText(bytes: Uint8Array): string {
  const wide = wideEncoding(bytes)
  if (wide !== null) return decoded(wide, bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return decoded('gb18030', bytes)
  }
}

function decoded(encoding: string, bytes: Uint8Array): string {
  const text = new TextDecoder(encoding).decode(bytes)
  if (text.includes('\ufffd'))
    throw new ExcelError('file_damaged', { problem: '文字编码既不是 UTF-8、GB18030，也不是 UTF-16' })
  return text
}

/** UTF-16 by its mark, or by the zero bytes its digits, commas and line ends leave on one side only. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes.length % 2 === 1) return null
  let [even, odd] = [0, 0]
  for (let at = 0; at < Math.min(bytes.length, 65_536); at += 1)
    if (bytes[at] === 0) {
      if (at % 2 === 0) even += 1
      else odd += 1
    }
  if (odd > 0 && even === 0) return 'utf-16le'
  return even > 0 && odd === 0 ? 'utf-16be' : null
}

/** Text without the control characters that programs, pictures and archives are full of. */
export function isPlainText(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return !/[\u0000-\u0008\u000b\u000e-\u001f]/u.test(text.slice(0, 65_536))
}
