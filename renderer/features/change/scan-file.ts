/* Scans go in as files and come out as files; what is in them the core judges. */

/** What the picker offers. */
export const ACCEPTED_SCANS = '.pdf,.jpg,.jpeg,.png,.tif,.tiff,.bmp,.ofd,.doc,.docx'
const REVOKE_MS = 10_000
const SHOWN_AS_PICTURE: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/bmp',
  'image/gif',
  'image/webp',
])

/** True where the window itself can show it; anything else is handed to the program she has for it. */
export function isPicture(mediaType: string): boolean {
  return SHOWN_AS_PICTURE.has(mediaType)
}

/** Hands the scan to her downloads. */
export function saveScan(fileName: string, mediaType: string, base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0)
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // The download may begin a moment later; an address let go at once is an empty file.
  window.setTimeout(() => URL.revokeObjectURL(address), REVOKE_MS)
}
