const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const REVOKE_MS = 10_000

/** Hands a finished workbook, or a file of another type, to her downloads, byte for byte as the core gave it. */
export function saveFile(fileName: string, base64: string, mediaType: string = WORKBOOK): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0)
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // The download may begin a moment later; an address let go at once is an empty file.
  window.setTimeout(() => URL.revokeObjectURL(address), REVOKE_MS)
}
