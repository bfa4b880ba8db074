import { useState } from 'react'
import type { OwnFieldView } from '../../../electron/contract/own-field-operations.ts'
import { OWN_KIND_LIST, type OwnKind } from '../../../electron/vocabulary/own-fields.ts'
import { refusedAt } from '../../api/use-form.ts'
import { useCommand } from '../../api/use-command.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Checkbox, Field, FormGrid, Select, TextArea, TextInput } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'

const KINDS = Object.entries(OWN_KIND_LIST).map(([value, { title }]) => ({ value: value as OwnKind, label: title }))

/** One field: what it is called, what it holds, whether it is personal. */
export function OwnFieldForm({
  field,
  onClose,
}: {
  /** Null: a new one. */
  readonly field: OwnFieldView | null
  readonly onClose: () => void
}) {
  const [title, setTitle] = useState(field?.title ?? '')
  const [kind, setKind] = useState<OwnKind>(field?.kind ?? 'text')
  const [choices, setChoices] = useState(field?.choices.join('\n') ?? '')
  const [masked, setMasked] = useState(field?.masked ?? false)
  const add = useCommand('ownField.add')
  const change = useCommand('ownField.change')
  const error = add.error ?? change.error
  const errors = refusedAt(error)
  const save = async () => {
    const said = {
      title: title.trim(),
      kind,
      masked,
      choices: choices.split('\n').filter((word) => word.trim() !== ''),
    }
    const saved = field === null ? await add.run({ fields: [said] }) : await change.run({ field: field.field, ...said })
    if (saved === null) return
    toastSaved(field === null ? `增设自定栏目“${said.title}”` : `修改自定栏目“${said.title}”`)
    onClose()
  }
  return (
    <Dialog
      title={field === null ? '增设栏目' : `修改“${field.title}”`}
      onClose={onClose}
      confirm={{
        label: '登记',
        onConfirm: () => void save(),
        busy: add.busy || change.busy,
        disabled: title.trim() === '',
      }}
    >
      <FormGrid>
        <Field label="栏目名" required hint="如 家庭住址；导入时同名的列认作它" error={errors['title']}>
          {(ids) => <TextInput {...ids} autoFocus value={title} onChange={setTitle} />}
        </Field>
        <Field label="填什么">{(ids) => <Select {...ids} value={kind} onChange={setKind} choices={KINDS} />}</Field>
        {kind === 'list' && (
          <Field label="选项" required hint="一行一个" error={errors['choices']}>
            {(ids) => <TextArea {...ids} rows={5} value={choices} onChange={setChoices} />}
          </Field>
        )}
        <Checkbox label="平时遮住（如银行卡号），要看时再看，看过的记入台账" checked={masked} onChange={setMasked} />
      </FormGrid>
      <ErrorLine error={error} />
    </Dialog>
  )
}
