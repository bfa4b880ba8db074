import { useState } from 'react'
import { refusedAt } from '../../api/use-form.ts'
import { useCommand } from '../../api/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Field, FormGrid, TextArea, TextInput } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'

/** The 简历 put right by hand; from then on it is kept, and later posts are only added to it. */
export function ResumeForm({
  personId,
  text: before,
  today,
  onDone,
}: {
  readonly personId: string
  readonly text: string
  readonly today: string
  readonly onDone: () => void
}) {
  const [text, setText] = useState(before)
  const [documentNumber, setDocumentNumber] = useState('')
  const add = useCommand('record.add')
  const errors = refusedAt(add.error)
  const save = async () => {
    const saved = await add.run({
      kind: 'resume',
      person: personId,
      from: today,
      content: { text },
      ...(documentNumber.trim() === '' ? {} : { documentNumber: documentNumber.trim() }),
    })
    if (saved === null) return
    toastSaved('登记简历')
    onDone()
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <FormGrid>
        <Field
          label="简历"
          required
          full
          hint="一段一行：2004.09--2008.08  某校学习；至今的只写起始，如 2016.07--"
          error={errors['content.text']}
        >
          {(ids) => <TextArea {...ids} autoFocus rows={12} value={text} onChange={setText} />}
        </Field>
        <Field label="依据文号" hint="如 干部档案任免表的文号；没有就空着">
          {(ids) => <TextInput {...ids} value={documentNumber} onChange={setDocumentNumber} />}
        </Field>
      </FormGrid>
      <ErrorLine error={add.error} />
      <div className="form-buttons">
        <Button type="submit" look="main" busy={add.busy} disabled={text.trim() === '' || text === before}>
          登记
        </Button>
        <Button onClick={onDone}>取消</Button>
      </div>
    </form>
  )
}
