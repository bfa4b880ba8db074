import type { StatedFindingView } from '../../../electron/contract/finding-operations.ts'
import { useForm } from '../../api/use-form.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, FormGrid, TextArea } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'
import { ChosenFindings } from './chosen-findings.tsx'

/** 重新打开: the explanation holds no more; it stays readable. */
export function ReopenDialog({
  findings,
  onClose,
}: {
  readonly findings: readonly StatedFindingView[]
  readonly onClose: () => void
}) {
  const form = useForm('finding.reopen', { keys: findings.map((finding) => finding.key) })
  const submit = async () => {
    const saved = await form.submit()
    if (saved === null) return
    toastSaved(`重新打开 ${saved.reopened} 处问题`)
    onClose()
  }
  return (
    <Dialog
      title="重新打开问题"
      onClose={onClose}
      confirm={{ label: '登记', onConfirm: () => void submit(), busy: form.busy }}
    >
      <ChosenFindings findings={findings} />
      <FormGrid>
        <Field label="理由" required error={form.errors['reason']} hint="原来的说明为什么不再成立；记入台账">
          {(ids) => (
            <TextArea
              {...ids}
              autoFocus
              value={form.values.reason ?? ''}
              onChange={(value) => form.set('reason', value)}
            />
          )}
        </Field>
      </FormGrid>
      <ErrorLine error={form.error} />
    </Dialog>
  )
}
