import { useSyncExternalStore } from 'react'
import type { Output } from '../../electron/contract/operations.ts'
import { Dialog } from '../ui/dialog.tsx'

type UndoFacts = Output<'undo.preview'>

interface Asked {
  readonly facts: UndoFacts
  readonly answer: (yes: boolean) => void
}

let asked: Asked | null = null
const listeners = new Set<() => void>()

function publish(next: Asked | null): void {
  asked = next
  for (const listener of listeners) listener()
}

/** Asks before much is taken back. Resolves to her answer. */
export function askBeforeUndo(facts: UndoFacts): Promise<boolean> {
  return new Promise((resolve) =>
    publish({
      facts,
      answer: (yes) => {
        publish(null)
        resolve(yes)
      },
    }),
  )
}

/** Where the question appears; once, in the shell. */
export function UndoQuestion() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => asked,
  )
  if (shown === null) return null
  const { facts, answer } = shown
  return (
    <Dialog
      title={`撤销第 ${facts.entry} 条 ${facts.title}？`}
      onClose={() => answer(false)}
      confirm={{ label: '撤销', onConfirm: () => answer(true), danger: true }}
    >
      <p>{facts.text}</p>
      <ul className="undo-lines">
        {facts.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="quiet">撤销也记入台账，之后可以重做。</p>
    </Dialog>
  )
}
