import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, FormGrid } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'

/** The list is the payroll: writes down who is paid, so that 吃空饷 can be looked for. */
export function PayDialog({
  fileId,
  fileName,
  today,
  onClose,
}: {
  readonly fileId: string
  readonly fileName: string
  readonly today: string
  readonly onClose: () => void
}) {
  const [from, setFrom] = useState<string | undefined>(today)
  const pay = useCommand('compare.pay')
  const confirm = async () => {
    if (from === undefined) return
    const done = await pay.run({ fileId, from })
    if (done === null) return
    if (done.seq !== null) toastSaved(`登记工资发放：在发 ${done.paid} 人，未发 ${done.unpaid} 人`)
    onClose()
  }
  return (
    <Dialog
      title="按这份表登记工资发放"
      onClose={onClose}
      confirm={{ label: '登记', onConfirm: () => void confirm(), busy: pay.busy, disabled: from === undefined }}
    >
      <p>
        “{fileName}
        ”是统发工资名册时用。名册上有的人登记为在发，在编而名册上没有的登记为未发；已出编还在名册上的也登记，核查时会列出。
      </p>
      <FormGrid>
        <Field label="自" required>
          {(ids) => <DateInput {...ids} value={from} onChange={setFrom} />}
        </Field>
      </FormGrid>
      <ErrorLine error={pay.error} />
    </Dialog>
  )
}
