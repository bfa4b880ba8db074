/** What a scan of a document may be. */
export type ScanType = 'application/pdf' | 'image/jpeg' | 'image/png'

const EXTENSIONS: Readonly<Record<ScanType, readonly [string, ...string[]]>> = {
  'application/pdf': ['.pdf'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
}
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const JPEG = [0xff, 0xd8, 0xff]
/** %PDF- */
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d]
/** Scanners put a few bytes before the mark; readers look for it this far. */
const PDF_WITHIN = 1024

/** The type by the content's own mark, whatever the name says; null for anything else. */
export function scanTypeOf(bytes: Uint8Array): ScanType | null {
  if (standsAt(bytes, PNG, 0)) return 'image/png'
  if (standsAt(bytes, JPEG, 0)) return 'image/jpeg'
  for (let at = 0; at <= PDF_WITHIN; at += 1) if (standsAt(bytes, PDF, at)) return 'application/pdf'
  return null
}

/** The name the scan is handed out under: one whose ending says what it is, so that a PDF called 批文.exe is never saved as a program. */
export function scanFileName(name: string, type: ScanType): string {
  // Control characters and the ones Windows refuses in a name.
  // oxlint-disable-next-line no-control-regex
  const clean = name.replaceAll(/[\u0000-\u001f\u007f<>:"/\\|?*]/gu, '_').trim()
  const [extension] = EXTENSIONS[type]
  return EXTENSIONS[type].some((own) => clean.toLowerCase().endsWith(own))
    ? clean
    : `${clean === '' ? '扫描件' : clean}${extension}`
}

function standsAt(bytes: Uint8Array, mark: readonly number[], at: number): boolean {
  return mark.every((byte, index) => bytes[at + index] === byte)
}
