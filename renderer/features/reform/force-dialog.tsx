import { useState } from 'react'
import type { ReformShown } from '../../../electron/contract/reform-operations.ts'
import { useCommand } from '../../api/use-command.ts'
import { documentTold, type DocumentDraft } from '../../parts/document-draft.ts'
import { DocumentFields } from '../../parts/document-fields.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, FormGrid, TextInput } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'

/** 施行: the document, and a reason where the draft asks for one. What was looked at is what takes force. */
export function ForceDialog({ shown, onClose }: { readonly shown: ReformShown; readonly onClose: () => void }) {
  const { plan } = shown
  const [document, setDocument] = useState<DocumentDraft>(plan.document === null ? { number: '' } : own(plan.document))
  const [reason, setReason] = useState('')
  const force = useCommand('reform.force')
  const asks = shown.created.some(({ gate }) => gate !== 'hint')
  const save = async () => {
    const told = documentTold(document) as DocumentDraft | undefined
    const done = await force.run({
      plan: plan.id,
      fingerprint: shown.fingerprint,
      ...(told === undefined ? {} : { document: told }),
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    })
    if (done === null) return
    toastSaved(done.text)
    onClose()
  }
  return (
    <Dialog
      title="施行改革方案"
      onClose={onClose}
      confirm={{
        label: '施行',
        onConfirm: () => void save(),
        busy: force.busy,
        disabled: document.number.trim() === '' || (asks && reason.trim() === ''),
      }}
    >
      <p>
        “{plan.title}”的 {shown.steps.length} 步自 {plan.day} 起一并登记，记为一条台账，可以一次撤销。
      </p>
      <FormGrid>
        <DocumentFields value={document} onChange={setDocument} required errors={{}} />
        <Field label="理由" required={asks} hint={asks ? '会引起要写明理由的问题' : ''}>
          {(ids) => <TextInput {...ids} value={reason} onChange={setReason} />}
        </Field>
      </FormGrid>
      <ErrorLine error={force.error} />
    </Dialog>
  )
}

function own(document: NonNullable<ReformShown['plan']['document']>): DocumentDraft {
  return {
    number: document.number,
    ...(document.title === undefined ? {} : { title: document.title }),
    ...(document.issuer === undefined ? {} : { issuer: document.issuer }),
    ...(document.issuedOn === undefined ? {} : { issuedOn: document.issuedOn }),
  }
}
