import { useState } from 'react'
import { toApiError } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { useAsOf } from '../../api/as-of.tsx'
import { documentTold, type DocumentDraft } from '../../parts/document-draft.ts'
import { DocumentFields } from '../../parts/document-fields.tsx'
import { stageFile } from '../../parts/stage-file.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, FormGrid, TextInput } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'

interface Props {
  readonly onClose: () => void
  readonly onSaved: (id: string) => void
}

/** A new draft: its name, the day it is to take force, and its document as far as it is known. */
export function PlanForm({ onClose, onSaved }: Props) {
  const { shown } = useAsOf()
  const [title, setTitle] = useState('')
  const [day, setDay] = useState<string | undefined>(shown)
  const [document, setDocument] = useState<DocumentDraft>({ number: '' })
  const create = useCommand('reform.create')
  const save = async () => {
    const told = documentTold(document) as DocumentDraft | undefined
    const made = await create.run({
      title: title.trim(),
      day: day ?? '',
      ...(told === undefined ? {} : { document: told }),
    })
    if (made === null) return
    toastSaved(`新建改革方案“${title.trim()}”`)
    onSaved(made.id)
    onClose()
  }
  return (
    <Dialog
      title="新建改革方案"
      onClose={onClose}
      confirm={{
        label: '新建',
        onConfirm: () => void save(),
        busy: create.busy,
        disabled: title.trim() === '' || day === undefined,
      }}
    >
      <FormGrid>
        <Field label="名称" required>
          {(ids) => <TextInput {...ids} autoFocus value={title} onChange={setTitle} />}
        </Field>
        <Field label="施行日" required>
          {(ids) => <DateInput {...ids} value={day} onChange={setDay} />}
        </Field>
        <DocumentFields value={document} onChange={setDocument} required={false} errors={{}} />
      </FormGrid>
      <ErrorLine error={create.error} />
    </Dialog>
  )
}

/** A colleague's draft, from its file. */
export function ImportPlan({ onClose, onSaved }: Props) {
  const [file, setFile] = useState<File | null>(null)
  const [title, setTitle] = useState('')
  const [error, setError] = useState<{ readonly message: string } | null>(null)
  const take = useCommand('reform.import')
  const save = async () => {
    if (file === null) return
    setError(null)
    try {
      const { fileId } = await stageFile(file)
      const done = await take.run({ fileId, ...(title.trim() === '' ? {} : { title: title.trim() }) })
      if (done === null) return
      toastSaved(`导入改革方案“${done.title}”，${done.steps} 步`)
      onSaved(done.id)
      onClose()
    } catch (cause) {
      setError(toApiError(cause))
    }
  }
  return (
    <Dialog
      title="导入改革方案"
      onClose={onClose}
      confirm={{ label: '导入', onConfirm: () => void save(), busy: take.busy, disabled: file === null }}
    >
      <FormGrid>
        <Field label="方案文件" required hint="同一乡镇的同事导出的">
          {(ids) => (
            <input
              {...ids}
              type="file"
              accept=".json,application/json"
              onChange={(event) => setFile(event.target.files?.[0] ?? null)}
            />
          )}
        </Field>
        <Field label="换个名称" hint="和已有的方案同名时">
          {(ids) => <TextInput {...ids} value={title} onChange={setTitle} />}
        </Field>
      </FormGrid>
      <ErrorLine error={error ?? take.error} />
    </Dialog>
  )
}
