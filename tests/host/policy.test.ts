import { describe, expect, it } from 'vitest'
import {
  APP_URL,
  CONTENT_SECURITY_POLICY,
  FUSES,
  isOwnPage,
  isTrustedSender,
  mayNavigate,
  mayUse,
  RESPONSE_HEADERS,
  opensMaximised,
  WEB_PREFERENCES,
} from '../../electron/security-policy.ts'

const FOREIGN = [
  'app://dingbian.evil/',
  'app://evil/',
  'app://dingbian@evil/',
  'app://evil@dingbian/',
  'app://dingbian:80/',
  'http://dingbian/',
  'https://dingbian/',
  'file:///etc/passwd',
  'about:blank',
  'data:text/html,<p>',
  'blob:app://dingbian/1',
  'javascript:alert(1)',
  'appx://dingbian/',
  '',
  'dingbian',
  'app:dingbian',
]

describe('our own page', () => {
  it('is app://dingbian and any path below it', () => {
    expect([APP_URL, 'app://dingbian/index.html', 'app://dingbian/assets/a.js#/roster'].map(isOwnPage)).toEqual([
      true,
      true,
      true,
    ])
  })

  it.each(FOREIGN)('is not %s', (address) => {
    expect(isOwnPage(address)).toBe(false)
    expect(mayNavigate(address)).toBe(false)
    expect(isTrustedSender({ url: address, parent: null })).toBe(false)
    expect(mayUse('clipboard-sanitized-write', address)).toBe(false)
  })

  it('is not told by its origin: that of every custom scheme is the same string', () => {
    expect(new URL('app://dingbian/').origin).toBe(new URL('evil://anything/').origin)
    expect(isOwnPage('evil://anything/')).toBe(false)
  })

  it('calls from its top frame only', () => {
    expect(isTrustedSender({ url: APP_URL, parent: null })).toBe(true)
    expect(isTrustedSender({ url: APP_URL, parent: {} })).toBe(false)
    expect(isTrustedSender(null)).toBe(false)
  })
})

describe('what the page may use', () => {
  it('is writing to the clipboard', () => {
    expect(mayUse('clipboard-sanitized-write', APP_URL)).toBe(true)
  })

  it.each([
    'media',
    'geolocation',
    'notifications',
    'midi',
    'clipboard-read',
    'fullscreen',
    'openExternal',
    'serial',
    'hid',
    'usb',
    'fileSystem',
    'unknown',
    'display-capture',
    'pointerLock',
  ])('is not %s', (permission) => {
    expect(mayUse(permission, APP_URL)).toBe(false)
  })
})

describe('the policy', () => {
  it('lets nothing run or load but our own files', () => {
    const directives = new Map(
      CONTENT_SECURITY_POLICY.split('; ').map((each) => [
        each.slice(0, each.indexOf(' ')),
        each.slice(each.indexOf(' ') + 1),
      ]),
    )
    expect(Object.fromEntries(directives)).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self' data: blob:",
      'font-src': "'self'",
      'connect-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
    })
    expect(RESPONSE_HEADERS['Content-Security-Policy']).toBe(CONTENT_SECURITY_POLICY)
  })

  it('keeps Node, other worlds and the page apart', () => {
    expect(WEB_PREFERENCES).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
    })
    for (const forbidden of [
      'webSecurity',
      'allowRunningInsecureContent',
      'experimentalFeatures',
      'enableBlinkFeatures',
      'preload',
    ])
      expect(WEB_PREFERENCES).not.toHaveProperty(forbidden)
  })

  it('names all eight fuses', () => {
    expect(Object.keys(FUSES)).toHaveLength(8)
    expect(
      Object.entries(FUSES)
        .filter(([, on]) => on)
        .map(([name]) => name)
        .sort(),
    ).toEqual(['enableCookieEncryption', 'enableEmbeddedAsarIntegrityValidation', 'onlyLoadAppFromAsar'])
  })
})

describe('the window', () => {
  it.each([
    ['the office monitor with its task bar', 1366, 728, true],
    ['a screen hardly larger', 1440, 820, true],
    ['a screen of full height but narrow', 1400, 1010, true],
    ['a common large screen', 1920, 1040, false],
  ])('on %s', (_, width, height, maximised) => {
    expect(opensMaximised({ width, height })).toBe(maximised)
  })
})
