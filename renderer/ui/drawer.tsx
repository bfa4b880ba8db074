import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'

interface DrawerProps {
  readonly title: ReactNode
  readonly label: string
  readonly onClose: () => void
  readonly children: ReactNode
  readonly footer?: ReactNode
  readonly wide?: boolean
  /** The name under which the drawer can be printed alone. */
  readonly printPart?: string
}

/** A page laid over the right of the screen. Not modal: the list beneath stays in reach, so one can step through it. Esc closes the topmost. */
export function Drawer({ title, label, onClose, children, footer, wide = false, printPart }: DrawerProps) {
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    const before = document.activeElement
    // A form inside may have taken the focus for its first field.
    if (panel.current?.contains(before) !== true) panel.current?.focus({ preventScroll: true })
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
  useEscape(panel, onClose)
  return (
    <aside
      className={wide ? 'drawer drawer-wide' : 'drawer'}
      aria-label={label}
      tabIndex={-1}
      ref={panel}
      data-drawer=""
      data-print-part={printPart}
    >
      <header className="drawer-head">
        <h2>{title}</h2>
        <span className="no-print">
          <Button look="quiet" onClick={onClose} aria-label="关闭">
            关闭
          </Button>
        </span>
      </header>
      <div className="drawer-body">{children}</div>
      {footer !== undefined && <footer className="drawer-foot no-print">{footer}</footer>}
    </aside>
  )
}

function useEscape(panel: { readonly current: HTMLElement | null }, onClose: () => void): void {
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return
      if (document.querySelector('dialog[open]') !== null) return
      const all = document.querySelectorAll('[data-drawer]')
      if (all[all.length - 1] !== panel.current) return
      event.preventDefault()
      onClose()
    }
    document.addEventListener('keydown', close)
    return () => document.removeEventListener('keydown', close)
  }, [panel, onClose])
}
