/*
 * A whole ID number does not stay on the clipboard: a minute after it was copied anywhere in the window it is taken off, or as soon as the window
 * is looked at again, for a page behind another may not write there. What was copied in the window since is left; what another program put
 * there since is left where the browser lets us look.
 */

/** Long enough to paste into another system. */
export const KEPT_MS = 60_000
const WHOLE_ID = /(?<!\d)\d{17}[\dXx](?![\dXx])/u

interface Copied {
  readonly text: string
  readonly due: number
}

let copied: Copied | null = null
let timer: number | undefined

/** True where a text holds a whole ID number. */
export function holdsWholeId(text: string): boolean {
  return WHOLE_ID.test(text)
}

/** To be told of everything that goes onto the clipboard. */
export function noteCopied(text: string): void {
  window.clearTimeout(timer)
  copied = holdsWholeId(text) ? { text, due: Date.now() + KEPT_MS } : null
  if (copied !== null) timer = window.setTimeout(() => void forget(), KEPT_MS)
}

/** Listens for what is copied in the window, by key, menu or program. Returns how to stop. */
export function watchCopies(): () => void {
  const heard = (event: ClipboardEvent) => noteCopied(copiedText(event))
  const back = () => void (copied !== null && Date.now() >= copied.due && forget())
  document.addEventListener('copy', heard)
  document.addEventListener('cut', heard)
  window.addEventListener('focus', back)
  return () => {
    document.removeEventListener('copy', heard)
    document.removeEventListener('cut', heard)
    window.removeEventListener('focus', back)
  }
}

/** What a sheet put there itself, else what is marked in a field or on the page. */
function copiedText(event: ClipboardEvent): string {
  const own = event.clipboardData?.getData('text/plain') ?? ''
  if (own !== '') return own
  const { target } = event
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)
    return target.value.slice(target.selectionStart ?? 0, target.selectionEnd ?? 0)
  return document.getSelection()?.toString() ?? ''
}

async function forget(): Promise<void> {
  // Behind another window nothing can be written: `focus` asks again.
  if (copied === null || !document.hasFocus()) return
  const { text } = copied
  try {
    const there = await readIfAllowed()
    if (there === null || there === text) await navigator.clipboard.writeText('')
    copied = null
  } catch {
    // Still there; tried again when she comes back.
  }
}

/** What lies on the clipboard; null where the browser would have to ask her first. */
async function readIfAllowed(): Promise<string | null> {
  try {
    const { state } = await navigator.permissions.query({ name: 'clipboard-read' as PermissionName })
    return state === 'granted' ? await navigator.clipboard.readText() : null
  } catch {
    return null
  }
}
