/**
 * What the window and the page may do, as plain data and pure functions: nothing here imports anything,
 * so every line of it is tested without Electron. The same headers go out through app:// and through the loopback host.
 */

export const APP_SCHEME = 'app'
export const APP_HOST = 'dingbian'
export const APP_URL = `${APP_SCHEME}://${APP_HOST}/`

/** Everything comes from the program itself; nothing inline, nothing from outside, no frames, no forms sent anywhere. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** On every answer of both doors. `no-store`: what a page showed is not left behind in a cache folder. */
export const RESPONSE_HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
  'Cache-Control': 'no-store',
} as const

/** Privileges of app://: a real origin, so that 'self', fetch and modules work without file://. */
export const SCHEME_PRIVILEGES = { standard: true, secure: true, supportFetchAPI: true } as const

/** `webSecurity`, `allowRunningInsecureContent` and experimental features are left at their safe defaults on purpose. */
export const WEB_PREFERENCES = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const

/** The window as it opens: the office monitor's size. */
export const WINDOW_SIZE = { width: 1366, height: 768, minWidth: 1024, minHeight: 640 } as const

/** On a screen hardly larger than the window it opens maximised: its lower edge would lie under the task bar. Takes the screen without that bar. */
export function opensMaximised(room: { readonly width: number; readonly height: number }): boolean {
  return room.width < WINDOW_SIZE.width + 100 || room.height < WINDOW_SIZE.height + 60
}

/** Fuses of the packaged program; electron-builder.yml spells out the same and a test compares the two. */
export const FUSES = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
} as const

/** True for a page of ours. Compares scheme and host: the `origin` of any custom scheme is the string 'null'. */
export function isOwnPage(address: string): boolean {
  const url = URL.parse(address)
  return (
    url !== null &&
    url.protocol === `${APP_SCHEME}:` &&
    url.host === APP_HOST &&
    url.username === '' &&
    url.password === ''
  )
}

/** Where the window may go: nowhere but our own page. */
export function mayNavigate(address: string): boolean {
  return isOwnPage(address)
}

/** What the page may ask of the machine: writing text to the clipboard after a click, nothing else. */
export function mayUse(permission: string, address: string): boolean {
  return permission === 'clipboard-sanitized-write' && isOwnPage(address)
}

/** The part of an IPC event that says who sent it. */
export interface SenderFrame {
  readonly url: string
  readonly parent: unknown
}

/** Only the top frame of our own page may call. A frame that is gone is null. */
export function isTrustedSender(frame: SenderFrame | null): boolean {
  return frame !== null && frame.parent === null && isOwnPage(frame.url)
}
