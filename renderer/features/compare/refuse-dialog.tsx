import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, FormGrid, TextArea } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'
import type { CompareLine } from './compare-rows.ts'

/** Asks why ours stays; the reason is kept and shown when the next list says the same. */
export function RefuseDialog({
  fileId,
  lines,
  onClose,
  onDone,
}: {
  readonly fileId: string
  readonly lines: readonly CompareLine[]
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const [reason, setReason] = useState('')
  const refuse = useCommand('compare.refuse')
  const confirm = async () => {
    const done = await refuse.run({
      fileId,
      items: lines.map(({ personId, row, field }) => ({ personId, row, field })),
      reason: reason.trim(),
    })
    if (done === null) return
    toastSaved(`保留编制本 ${done.noted} 处`)
    onDone()
  }
  const [first] = lines
  return (
    <Dialog
      title="保留编制本"
      onClose={onClose}
      confirm={{ label: '登记', onConfirm: () => void confirm(), busy: refuse.busy, disabled: reason.trim() === '' }}
    >
      <p>
        {lines.length === 1 && first !== undefined
          ? `${first.name}，${first.what}：编制本 ${first.ours}，对方 ${first.theirs}。`
          : `选中的 ${lines.length} 处差异都按编制本。`}
        理由会记下来，下次比对遇到同样的差异直接显示。
      </p>
      <FormGrid>
        <Field label="理由" required hint="如 以档案为准；已函告对方更正">
          {(ids) => <TextArea {...ids} autoFocus value={reason} onChange={setReason} />}
        </Field>
      </FormGrid>
      <ErrorLine error={refuse.error} />
    </Dialog>
  )
}
