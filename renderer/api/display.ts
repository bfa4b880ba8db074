import { useSyncExternalStore } from 'react'
import { DISPLAY_SIZES, type DisplayLook, type DisplaySize } from '../../electron/vocabulary/display.ts'
import { call } from './client.ts'

/*
 * How large and how light everything is drawn. The root carries it (styles/base.css), so a window and a page in a browser do the same;
 * the core keeps it, because a page's own memory belongs to an address that is another one at every start.
 */

export interface Display {
  readonly size: DisplaySize
  readonly look: DisplayLook
}

let display: Display = { size: 100, look: 'system' }
const listeners = new Set<() => void>()

function apply(next: Display): void {
  display = next
  const root = document.documentElement
  root.style.setProperty('--size', String(next.size / 100))
  root.dataset['look'] = next.look
  for (const listener of listeners) listener()
}

/** Takes what was kept; call once, at start. Without an answer the usual size stays. */
export async function startDisplay(): Promise<void> {
  try {
    apply(await call('display.read', {}))
  } catch {
    // The screens say that the program cannot be reached.
  }
}

/** Draws everything so at once, and keeps it. */
export function setDisplay(change: Partial<Display>): void {
  apply({ ...display, ...change })
  call('display.set', change).catch(() => undefined)
}

/** The next larger or smaller size; the same at either end. */
export function sizeBeside(size: DisplaySize, step: 1 | -1): DisplaySize {
  const place = DISPLAY_SIZES.indexOf(size) + step
  return DISPLAY_SIZES[place] ?? size
}

/** The present size and look. */
export function useDisplay(): Display {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => display,
  )
}
