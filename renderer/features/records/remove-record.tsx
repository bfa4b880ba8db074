import { useState } from 'react'
import type { RecordView } from '../../../electron/contract/record-operations.ts'
import { recordType } from '../../../electron/contract/records.ts'
import { useCommand } from '../../api/use-command.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, FormGrid, TextArea } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'

/** Asks why a record should never have been there; it stays in the journal, and the act can be undone. */
export function RemoveRecord({
  record,
  onClose,
  onRemoved,
}: {
  readonly record: RecordView
  readonly onClose: () => void
  readonly onRemoved: () => void
}) {
  const [reason, setReason] = useState('')
  const remove = useCommand('record.remove')
  const confirm = async () => {
    if ((await remove.run({ id: record.id, reason: reason.trim() })) === null) return
    toastSaved(`删去${recordType(record.kind).title}`)
    onRemoved()
  }
  return (
    <Dialog
      title={`删去这条${recordType(record.kind).title}`}
      onClose={onClose}
      confirm={{ label: '删去', onConfirm: () => void confirm(), busy: remove.busy, disabled: reason.trim() === '' }}
    >
      <p>只用于登记错了的资料；情况变了请另登记一条。删去的内容留在台账里，可以撤销。</p>
      <FormGrid>
        <Field label="理由" required>
          {(ids) => <TextArea {...ids} autoFocus value={reason} onChange={setReason} />}
        </Field>
      </FormGrid>
      <ErrorLine error={remove.error} />
    </Dialog>
  )
}
