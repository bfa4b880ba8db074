import { useSyncExternalStore } from 'react'

interface Toast {
  readonly id: number
  readonly text: string
}

const SHOWN_MS = 4000
let toasts: readonly Toast[] = []
let nextId = 1
const listeners = new Set<() => void>()

function publish(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

/** Says that it is written down: "已登记" and what. */
export function toastSaved(what: string): void {
  const toast = { id: nextId, text: what }
  nextId += 1
  // Only the latest: older ones are in the journal.
  publish([toast])
  window.setTimeout(() => publish(toasts.filter((one) => one.id !== toast.id)), SHOWN_MS)
}

/** Where the toasts appear; once, in the shell. */
export function Toaster() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => toasts,
  )
  return (
    <div className="toaster" role="status" aria-live="polite">
      {shown.map((toast) => (
        <div key={toast.id} className="toast">
          <strong>已登记</strong>
          <span>{toast.text}</span>
        </div>
      ))}
    </div>
  )
}
