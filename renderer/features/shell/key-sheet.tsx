import { useEffect, useState } from 'react'
import { KeyTables } from '../../parts/key-tables.tsx'
import { hrefTo } from '../../text/paths.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { asksForKeys, isTextField } from './undo-keys.ts'

/** F1 anywhere, ? outside a text: what the keyboard does. */
export function KeySheet() {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event
      const typing =
        target instanceof HTMLElement &&
        isTextField({
          tagName: target.tagName,
          type: target instanceof HTMLInputElement ? target.type : undefined,
          isContentEditable: target.isContentEditable,
        })
      if (!asksForKeys(event, typing) || event.isComposing || event.defaultPrevented) return
      event.preventDefault()
      if (document.querySelector('dialog[open]') === null) setOpen(true)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  if (!open) return null
  return (
    <Dialog title="键盘" wide onClose={() => setOpen(false)}>
      <KeyTables />
      <p>
        更多怎么做，看
        <a href={hrefTo('help')} onClick={() => setOpen(false)}>
          帮助
        </a>
        。
      </p>
    </Dialog>
  )
}
