import { useEffect, useId, useRef } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { Button } from './button.tsx'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  /** What leaving it is called, where 取消 would leave open what is cancelled. */
  readonly leave?: string
  /** The button that does it; without it the dialog only shows. */
  readonly confirm?: {
    readonly label: string
    readonly onConfirm: () => void
    readonly busy?: boolean
    readonly disabled?: boolean
    readonly danger?: boolean
  }
  readonly children: ReactNode
  readonly wide?: boolean
}

/** The platform's own modal dialog: it keeps focus inside and gives it back. Enter confirms, Esc closes. */
export function Dialog({ title, onClose, leave, confirm, children, wide = false }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = element.current
    if (dialog !== null && !dialog.open) dialog.showModal()
    return () => dialog?.close()
  }, [])
  // What scrolls and has nothing in it to tab to must still scroll by keyboard.
  useEffect(() => {
    const own = body.current
    if (own === null) return
    const held = own.querySelector('a[href], button, input, select, textarea, [tabindex]') !== null
    if (own.scrollHeight > own.clientHeight && !held) own.tabIndex = 0
    else own.removeAttribute('tabindex')
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    confirm?.onConfirm()
  }
  return (
    <dialog
      ref={element}
      className={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <form onSubmit={submit} noValidate>
        <h2 id={titleId}>{title}</h2>
        <div className="dialog-body" ref={body}>
          {children}
        </div>
        <footer className="dialog-foot">
          <Button onClick={onClose}>{leave ?? (confirm === undefined ? '关闭' : '取消')}</Button>
          {confirm !== undefined && (
            <Button
              type="submit"
              look={confirm.danger === true ? 'danger' : 'main'}
              busy={confirm.busy ?? false}
              disabled={confirm.disabled ?? false}
            >
              {confirm.label}
            </Button>
          )}
        </footer>
      </form>
    </dialog>
  )
}
