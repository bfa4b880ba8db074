import { useSyncExternalStore } from 'react'
import { Button } from './button.tsx'

export interface ToastAction {
  readonly label: string
  readonly act: () => void
}

interface Toast {
  readonly id: number
  readonly word: string
  readonly text: string
  readonly tone: 'saved' | 'refused'
  readonly action: ToastAction | null
}

const SHOWN_MS = 6000
/** A refusal has to be read, and says what to do. */
const REFUSED_MS = 12_000
let toasts: readonly Toast[] = []
let nextId = 1
const listeners = new Set<() => void>()
let offered: () => ToastAction | null = () => null

function publish(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

function show(toast: Omit<Toast, 'id'>, shownMs: number): void {
  const id = nextId
  nextId += 1
  // Only the latest: older ones are in the journal.
  publish([{ ...toast, id }])
  window.setTimeout(() => publish(toasts.filter((one) => one.id !== id)), shownMs)
}

/** What every toast that says "written down" offers beside it (撤销); asked at the moment the toast appears. */
export function offerWithToasts(offer: () => ToastAction | null): () => void {
  offered = offer
  return () => {
    offered = () => null
  }
}

/** Says that it is written down, and what; with the offered way back when there is one. */
export function toastSaved(what: string): void {
  const action = offered()
  show({ word: action === null ? '已登记' : `已登记，可${action.label}`, text: what, tone: 'saved', action }, SHOWN_MS)
}

/** Says something was done under a word of its own, with its own way back. */
export function toastDone(word: string, what: string, action: ToastAction | null): void {
  show({ word, text: what, tone: 'saved', action }, SHOWN_MS)
}

/** Says that it was not done, and why, where no form is there to say it. */
export function toastRefused(why: string): void {
  show({ word: '没有做', text: why, tone: 'refused', action: null }, REFUSED_MS)
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
        <div key={toast.id} className={`toast toast-${toast.tone}`} data-testid="toast">
          <strong>{toast.word}</strong>
          <span>{toast.text}</span>
          {toast.action !== null && (
            <Button
              small
              onClick={() => {
                publish(toasts.filter((one) => one.id !== toast.id))
                toast.action?.act()
              }}
            >
              {toast.action.label}
            </Button>
          )}
        </div>
      ))}
    </div>
  )
}
