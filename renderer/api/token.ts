const KEY = 'dingbian.token'

/**
 * The loopback door's token comes in the fragment (`#TOKEN`), which no server log or referrer ever sees. It is read once, kept for this tab,
 * and taken out of the address so that it is neither bookmarked nor read over a shoulder. A fragment starting with `/` is a screen, not a token.
 */
export function takeToken(): void {
  const fragment = window.location.hash.slice(1)
  if (fragment === '' || fragment.startsWith('/')) return
  window.sessionStorage.setItem(KEY, fragment)
  window.history.replaceState(null, '', `${window.location.pathname}#/`)
}

/** The token of this tab, or null in the Electron window. */
export function readToken(): string | null {
  return window.sessionStorage.getItem(KEY)
}
