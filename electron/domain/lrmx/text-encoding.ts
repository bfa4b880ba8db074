import { FormRefusal } from './form-refusal.ts'
import { encodeGb18030 } from './gb18030.ts'

/* The bytes of a form as text, and back: whoever changes one field must leave every other byte as it was. */

export type FormEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** A file's text, without its byte order mark. */
export interface DecodedText {
  readonly text: string
  readonly encoding: FormEncoding
  /** Bytes of the byte order mark before the text. */
  readonly markBytes: number
  /** The file declares another encoding, which it is not in: only what it says can prove the guess. */
  readonly guessed: boolean
}

/** A part of the text, by its UTF-16 positions, and what is to stand there instead. */
export interface TextEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

const MARKS: readonly { readonly bytes: readonly number[]; readonly encoding: FormEncoding }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
]

/**
 * The text of an XML form: by its byte order mark, else by zero bytes beside the first `<`, else as it declares, else UTF-8.
 * A file that declares UTF-8 and is none is read as GB18030, which such programs write by mistake.
 * @throws FormRefusal where the bytes are no text of a known encoding.
 */
export function decodeXml(bytes: Uint8Array): DecodedText {
  const mark = MARKS.find((own) => own.bytes.every((byte, place) => bytes[place] === byte))
  if (mark !== undefined) return decodeAs(bytes, mark.encoding, mark.bytes.length)
  if (bytes[0] === 0x3c && bytes[1] === 0) return decodeAs(bytes, 'utf-16le', 0)
  if (bytes[0] === 0 && bytes[1] === 0x3c) return decodeAs(bytes, 'utf-16be', 0)
  const declared = declaredEncoding(bytes)
  if (declared === null || declared === 'utf-8') {
    try {
      return decodeAs(bytes, 'utf-8', 0)
    } catch {
      return { ...decodeAs(bytes, 'gb18030', 0), guessed: true }
    }
  }
  return decodeAs(bytes, declared, 0)
}

/** The text of the older form: GB18030, or UTF-8 with its mark. @throws FormRefusal */
export function decodeOlder(bytes: Uint8Array): DecodedText {
  const mark = MARKS.find((own) => own.bytes.every((byte, place) => bytes[place] === byte))
  if (mark !== undefined) return decodeAs(bytes, mark.encoding, mark.bytes.length)
  return decodeAs(bytes, 'gb18030', 0)
}

/** How far the declaration is looked for: it stands at the very beginning. */
const DECLARATION_BYTES = 200

function declaredEncoding(bytes: Uint8Array): FormEncoding | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION_BYTES))
  const name = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1]?.toLowerCase()
  if (name === undefined) return null
  if (name === 'utf-8' || name === 'utf8' || name === 'us-ascii' || name === 'ascii') return 'utf-8'
  // Two-byte text was recognised before: whoever declares it and is read here wrote single bytes.
  if (name.startsWith('utf-16') || name === 'unicode') return 'utf-8'
  if (/^(gbk|gb2312|gb18030|gb_2312-80|cp936|x-gbk|windows-936|hz-gb-2312)$/.test(name)) return 'gb18030'
  throw new FormRefusal('lrmx_damaged', `文字编码“${name}”不认识，应是 UTF-8 或 GBK`)
}

function decodeAs(bytes: Uint8Array, encoding: FormEncoding, markBytes: number): DecodedText {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes.subarray(markBytes))
    return { text, encoding, markBytes, guessed: false }
  } catch {
    throw new FormRefusal('lrmx_damaged', '文字是乱码，或文件没有传完')
  }
}

/** Text as bytes of the encoding, without a mark. */
export function encodeText(text: string, encoding: FormEncoding): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text)
    case 'gb18030':
      return encodeGb18030(text)
    case 'utf-16le':
    case 'utf-16be': {
      const bytes = new Uint8Array(text.length * 2)
      for (let place = 0; place < text.length; place += 1) {
        const unit = text.charCodeAt(place)
        const [low, high] = encoding === 'utf-16le' ? [0, 1] : [1, 0]
        bytes[place * 2 + low] = unit & 0xff
        bytes[place * 2 + high] = unit >> 8
      }
      return bytes
    }
  }
}

/** The file with some parts of its text replaced and every other byte untouched. Edits must not overlap. */
export function editBytes(bytes: Uint8Array, decoded: DecodedText, edits: readonly TextEdit[]): Uint8Array {
  if (edits.length === 0) return bytes
  const ordered = edits.toSorted((left, right) => left.start - right.start)
  const offsets = byteOffsets(
    bytes,
    decoded,
    [...new Set(ordered.flatMap((edit) => [edit.start, edit.end]))].sort((a, b) => a - b),
  )
  const at = (place: number) => offsets.get(place) ?? bytes.length
  const parts: Uint8Array[] = []
  let done = 0
  for (const edit of ordered) {
    parts.push(bytes.subarray(done, at(edit.start)), encodeText(edit.text, decoded.encoding))
    done = at(edit.end)
  }
  parts.push(bytes.subarray(done))
  return joined(parts)
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let place = 0
  for (const part of parts) {
    whole.set(part, place)
    place += part.length
  }
  return whole
}

/** The byte at which each of the ascending UTF-16 positions begins. */
function byteOffsets(bytes: Uint8Array, decoded: DecodedText, wanted: readonly number[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  let place = 0
  let byte = decoded.markBytes
  for (const target of wanted) {
    while (place < target && byte < bytes.length) {
      const { length, units } = characterAt(bytes, byte, decoded.encoding)
      byte += length
      place += units
    }
    found.set(target, byte)
  }
  return found
}

/** Bytes of the character that begins here, and its UTF-16 units. */
function characterAt(
  bytes: Uint8Array,
  byte: number,
  encoding: FormEncoding,
): { readonly length: number; readonly units: number } {
  const lead = bytes[byte] ?? 0
  switch (encoding) {
    case 'utf-16le':
    case 'utf-16be':
      return { length: 2, units: 1 }
    case 'utf-8':
      if (lead < 0x80) return { length: 1, units: 1 }
      if (lead < 0xe0) return { length: 2, units: 1 }
      return lead < 0xf0 ? { length: 3, units: 1 } : { length: 4, units: 2 }
    case 'gb18030': {
      if (lead <= 0x80) return { length: 1, units: 1 }
      const second = bytes[byte + 1] ?? 0
      if (second < 0x30 || second > 0x39) return { length: 2, units: 1 }
      // Beyond 0x90 the four bytes stand for a supplementary character.
      return { length: 4, units: lead >= 0x90 ? 2 : 1 }
    }
  }
}
