import './access.css'
import { useSyncExternalStore } from 'react'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { printOnly } from '../ui/print.ts'

interface Shown {
  readonly book: string
  readonly day: string
  readonly code: string
  readonly done: () => void
}

let shown: Shown | null = null
const listeners = new Set<() => void>()

function publish(next: Shown | null): void {
  shown = next
  for (const listener of listeners) listener()
}

/** Shows the sheet until it is put away. Nothing of it is kept in the window afterwards. */
export function showRecoverySheet(sheet: Omit<Shown, 'done'>): Promise<void> {
  return new Promise((resolve) =>
    publish({
      ...sheet,
      done: () => {
        publish(null)
        resolve()
      },
    }),
  )
}

/** Where the recovery sheet appears; above all that is made anew with a book. */
export function RecoverySheet() {
  const sheet = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => shown,
  )
  if (sheet === null) return null
  return (
    <Dialog
      title="请把恢复单打印出来，锁进抽屉"
      onClose={sheet.done}
      leave="以后再打印"
      confirm={{ label: '已打印或抄好', onConfirm: sheet.done }}
    >
      <section className="recovery-sheet" data-print-part="recovery-sheet">
        <h3>{sheet.book} 编制本恢复单</h3>
        <p className="recovery-code" data-testid="recovery-code">
          {sheet.code}
        </p>
        <p>打印日期：{sheet.day}</p>
        <ul>
          <li>忘了密码，或“.钥匙”文件丢了，用这个号码能打开这本编制本和它的备份。</li>
          <li>在开始页选编制本，点“忘了密码”，照抄号码（横线、大小写不用管），再设新密码。</li>
          <li>谁拿到它，谁就能打开。请锁在只有负责人能开的柜子里，不要拍照，不要和电脑、U 盘放在一起。</li>
        </ul>
      </section>
      <p className="field-hint">密码已经设好。现在不打印的，以后在“备份与安全”里“重打恢复单”。</p>
      <Button onClick={() => printOnly('recovery-sheet')}>打印恢复单</Button>
    </Dialog>
  )
}
