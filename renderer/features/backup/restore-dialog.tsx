import { useState } from 'react'
import type { Output } from '../../../electron/contract/operations.ts'
import { call, toApiError } from '../../api/client.ts'
import type { ApiError } from '../../api/client.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { TextInput } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'

export interface RestoreSource {
  readonly path: string
  /** What it is, in her words. */
  readonly described: string
}

interface RestoreDialogProps {
  readonly source: RestoreSource
  /** Folder the present state is copied into. */
  readonly keptIn: string
  readonly book: Output<'book.status'>
  readonly onClose: () => void
}

/** Names exactly what is replaced by what, and where the present state stays, before anything is done. */
export function RestoreDialog({ source, keptIn, book, onClose }: RestoreDialogProps) {
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const asksPassword =
    error?.code === 'password_required' || error?.code === 'wrong_password' || error?.code === 'restore_other_password'
  // Told that the two are different books: the button then says what it does.
  const overOther = error?.code === 'restore_other_book'
  const restore = async () => {
    setBusy(true)
    setError(null)
    try {
      const { keptCopy } = await call('backup.restore', {
        path: source.path,
        ...(password === '' ? {} : { password }),
        ...(overOther ? { overOther } : {}),
      })
      toastSaved(keptCopy === null ? '已从备份恢复' : `已从备份恢复，恢复前的状态留在 ${keptCopy}`)
      onClose()
    } catch (cause) {
      setError(toApiError(cause))
      setBusy(false)
    }
  }
  return (
    <Dialog
      title="从备份恢复？"
      onClose={onClose}
      confirm={{ label: overOther ? '仍然换成另一本' : '恢复', onConfirm: () => void restore(), busy, danger: true }}
    >
      <ul className="restore-steps">
        <li>
          现在这本“{book.name}”（{book.people} 人，台账 {book.entries} 条）先另存一份副本到{' '}
          <span className="backup-path">{keptIn}</span>，缘由记作“恢复前”。
        </li>
        <li>
          然后换成：<strong className="backup-path">{source.described}</strong>。
        </li>
        <li>那份备份之后登记的变动，不在恢复后的编制本里；要找，打开“恢复前”那份。台账会记下这次恢复。</li>
      </ul>
      {asksPassword && (
        <TextInput
          type="password"
          aria-label="备份的密码"
          placeholder="备份的密码"
          value={password}
          onChange={setPassword}
          autoFocus
        />
      )}
      <ErrorLine error={error} />
    </Dialog>
  )
}
