/* Several files as one .zip, uncompressed: sixty forms leave the window as one download. */

export interface ZippedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Names are UTF-8, and the archive says so. */
const UTF8_NAMES = 0x0800
/** 1 January 1980, the first day a zip can say: the same files make the same archive. */
const FIRST_DAY = 0x21

/** The archive of the files, in their order. */
export function zipFiles(files: readonly ZippedFile[]): Uint8Array {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let place = 0
  for (const { name, bytes } of files) {
    const title = new TextEncoder().encode(name)
    const common = [
      [2, 20],
      [2, UTF8_NAMES],
      [2, 0],
      [2, 0],
      [2, FIRST_DAY],
      [4, crc32(bytes)],
      [4, bytes.length],
      [4, bytes.length],
      [2, title.length],
      [2, 0],
    ] as const
    const head = numbers([[4, 0x04034b50], ...common])
    directory.push(numbers([[4, 0x02014b50], [2, 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, place]]), title)
    parts.push(head, title, bytes)
    place += head.length + title.length + bytes.length
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  const end = numbers([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, files.length],
    [2, files.length],
    [4, size],
    [4, place],
    [2, 0],
  ])
  return joined([...parts, ...directory, end])
}

/** Little-endian numbers one after another, each of so many bytes. */
function numbers(values: readonly (readonly [2 | 4, number])[]): Uint8Array {
  return Uint8Array.from(
    values.flatMap(([length, value]) => Array.from({ length }, (_, place) => (value >>> (place * 8)) & 0xff)),
  )
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

const CRC_TABLE = Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})

function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = (CRC_TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}
