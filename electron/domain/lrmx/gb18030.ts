/*
 * Text to GB18030: the platform decodes it and does not encode it, so its own decoder is turned round, once.
 */

const TRAILS = [...span(0x40, 0x7e), ...span(0x80, 0xfe)]

let table: ReadonlyMap<number, readonly number[]> | null = null

/** The bytes of a text in GB18030. */
export function encodeGb18030(text: string): Uint8Array {
  const known = (table ??= buildTable())
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80) bytes.push(code)
    else bytes.push(...(known.get(code) ?? fourBytes(code - 0x10000, 0x90)))
  }
  return Uint8Array.from(bytes)
}

/** Every character of the basic plane, two bytes before four. */
function buildTable(): ReadonlyMap<number, readonly number[]> {
  const decoder = new TextDecoder('gb18030')
  const found = new Map<number, readonly number[]>()
  const add = (bytes: readonly number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes))
    const code = text.codePointAt(0)
    if (code !== undefined && text.length === 1 && code !== 0xfffd && !found.has(code)) found.set(code, bytes)
  }
  for (const lead of span(0x81, 0xfe)) for (const trail of TRAILS) add([lead, trail])
  // The four-byte part of the basic plane: 0x81308130 to 0x8431A439.
  for (let index = 0; index <= 39_419; index += 1) add(fourBytes(index, 0x81))
  return found
}

function fourBytes(index: number, lead: number): readonly number[] {
  return [
    lead + Math.floor(index / 12_600),
    0x30 + (Math.floor(index / 1260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  ]
}

function span(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, place) => from + place)
}
