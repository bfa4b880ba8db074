/* A chosen or dropped file becomes base64 here; what is in it is for the core to judge. */

/** What the file picker offers; the core decides by content, not by name. */
export const ACCEPTED = '.xlsx,.xls,.csv'
/** The core refuses more; saying so before reading spares a long wait. */
export const MAX_BYTES = 20 * 1024 * 1024

/** Bytes as base64, in pieces: one call with a million arguments overflows the stack. */
export async function readBase64(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const pieces: string[] = []
  for (let start = 0; start < bytes.length; start += 0x8000) pieces.push(String.fromCodePoint(...bytes.subarray(start, start + 0x8000)))
  return btoa(pieces.join(''))
}
