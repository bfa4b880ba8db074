import { useState } from 'react'
import type { DutyDateView } from '../../../electron/contract/duty-operations.ts'
import { useCommand } from '../../api/use-command.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, FormGrid, TextInput } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'

/** The days the county asks for, where they are not the usual ones. */
export function DateSettings({
  dates,
  onClose,
}: {
  readonly dates: readonly DutyDateView[]
  readonly onClose: () => void
}) {
  const [values, setValues] = useState<Readonly<Partial<Record<DutyDateView['name'], string>>>>({})
  const [reason, setReason] = useState('')
  const command = useCommand('duty.dates')
  const submit = async () => {
    const saved = await command.run({ dates: values, ...(reason === '' ? {} : { reason }) })
    if (saved === null) return
    toastSaved('改报送日期')
    onClose()
  }
  return (
    <Dialog
      title="本地报送日期"
      onClose={onClose}
      confirm={{
        label: '登记',
        onConfirm: () => void submit(),
        busy: command.busy,
        disabled: Object.keys(values).length === 0,
      }}
      wide
    >
      <p className="quiet">没有全国统一的日子，先按公开文件里的填。以本地编办通知为准，改了记入台账。</p>
      <FormGrid columns={2}>
        {dates.map(({ name, title, value, own }) => (
          <Field
            key={name}
            label={title}
            hint={name === 'monthlyDay' ? '每月几号，31 即月末' : own ? '已按本地改过' : '月-日'}
          >
            {(ids) => (
              <TextInput
                {...ids}
                width={90}
                value={values[name] ?? value}
                onChange={(text) => setValues((now) => ({ ...now, [name]: text.trim() }))}
              />
            )}
          </Field>
        ))}
        <Field label="依据" hint="如 县编办通知的文号">
          {(ids) => <TextInput {...ids} value={reason} onChange={setReason} />}
        </Field>
      </FormGrid>
      <ErrorLine error={command.error} />
    </Dialog>
  )
}
