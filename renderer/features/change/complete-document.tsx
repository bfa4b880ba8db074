import { useState } from 'react'
import type { Output } from '../../../electron/contract/operations.ts'
import { useCommand } from '../../api/use-command.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, FormGrid, TextInput } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'

type Document = Output<'documents.search'>['documents'][number]

/** What a document on record still lacks; what is there stays as it is. */
export function CompleteDocument({ document, onClose }: { readonly document: Document; readonly onClose: () => void }) {
  const [told, setTold] = useState({ number: '', issuer: '', issuedOn: '' })
  const complete = useCommand('document.complete')
  const run = async () => {
    const done = await complete.run({
      documentNumber: document.number,
      ...(told.number.trim() === '' ? {} : { number: told.number.trim() }),
      ...(told.issuer.trim() === '' ? {} : { issuer: told.issuer.trim() }),
      ...(told.issuedOn === '' ? {} : { issuedOn: told.issuedOn }),
    })
    if (done !== null) onClose()
  }
  return (
    <Dialog
      title="补登文件"
      onClose={onClose}
      confirm={{ label: '补登', onConfirm: () => void run(), busy: complete.busy }}
    >
      <p>
        {document.title ?? document.number}：有 {document.uses} 处以它为依据，补登后一并写明。
      </p>
      <FormGrid>
        <Field label="文号">
          {(ids) => (
            <TextInput
              {...ids}
              autoFocus
              value={told.number}
              onChange={(number) => setTold((now) => ({ ...now, number }))}
            />
          )}
        </Field>
        {document.issuer === null && (
          <Field label="发文机关">
            {(ids) => (
              <TextInput {...ids} value={told.issuer} onChange={(issuer) => setTold((now) => ({ ...now, issuer }))} />
            )}
          </Field>
        )}
        {document.issuedOn === null && (
          <Field label="发文日期">
            {(ids) => (
              <DateInput
                {...ids}
                value={told.issuedOn === '' ? undefined : told.issuedOn}
                onChange={(issuedOn) => setTold((now) => ({ ...now, issuedOn: issuedOn ?? '' }))}
              />
            )}
          </Field>
        )}
      </FormGrid>
      <ErrorLine error={complete.error} />
    </Dialog>
  )
}
