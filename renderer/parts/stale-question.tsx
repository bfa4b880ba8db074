import { useEffect, useState } from 'react'
import { onStale } from '../api/client.ts'
import { Dialog } from '../ui/dialog.tsx'

interface Asked {
  readonly what: string
  readonly answer: (yes: boolean) => void
}

/** Where the window asks when what she filled in would be written over another's later change. Once, in the shell. */
export function StaleQuestion() {
  const [asked, setAsked] = useState<Asked | null>(null)
  useEffect(
    () =>
      onStale(
        (what) =>
          new Promise((resolve) =>
            setAsked({
              what,
              answer: (yes) => {
                setAsked(null)
                resolve(yes)
              },
            }),
          ),
      ),
    [],
  )
  if (asked === null) return null
  return (
    <Dialog
      title="同一处已有别的改动"
      onClose={() => asked.answer(false)}
      confirm={{ label: '看过了，仍按我填的保存', onConfirm: () => asked.answer(true) }}
    >
      <p>{asked.what}</p>
      <p className="quiet">按“取消”什么都不改，您填的还在，可以对照着改。仍保存的，两次都记在台账里。</p>
    </Dialog>
  )
}
