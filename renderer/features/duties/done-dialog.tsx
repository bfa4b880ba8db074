import type { DutyView } from '../../../electron/contract/duty-operations.ts'
import { useAsOf } from '../../api/as-of.tsx'
import { useForm } from '../../api/use-form.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, FormGrid, TextInput } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'

/** 办结: on which day, and what is worth remembering. */
export function DoneDialog({ duty, onClose }: { readonly duty: DutyView; readonly onClose: () => void }) {
  const { today } = useAsOf()
  const form = useForm('duty.done', { key: duty.key, doneOn: today })
  const submit = async () => {
    if ((await form.submit()) === null) return
    toastSaved(`${duty.title}已办`)
    onClose()
  }
  return (
    <Dialog
      title={duty.title}
      onClose={onClose}
      confirm={{ label: '登记办结', onConfirm: () => void submit(), busy: form.busy }}
    >
      <p className="quiet">{duty.detail}</p>
      <FormGrid>
        <Field label="办结日" error={form.errors['doneOn']}>
          {(ids) => <DateInput {...ids} value={form.values.doneOn} onChange={(value) => form.set('doneOn', value)} />}
        </Field>
        <Field label="备注" hint="如 已送编办，回执在档" error={form.errors['note']}>
          {(ids) => (
            <TextInput
              {...ids}
              autoFocus
              value={form.values.note ?? ''}
              onChange={(value) => form.set('note', value)}
            />
          )}
        </Field>
      </FormGrid>
      <ErrorLine error={form.error} />
    </Dialog>
  )
}
