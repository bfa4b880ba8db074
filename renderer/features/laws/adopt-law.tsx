import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, FormGrid, TextInput } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'
import { BINDS_WORDS, type LawRow } from './law-base.ts'

/** How far a source binds here; one of another place is adopted by the township's own paper, or laid aside again. */
export function AdoptLaw({ row: { law, standing }, pack }: { readonly row: LawRow; readonly pack: string }) {
  const [asking, setAsking] = useState(false)
  const release = useCommand('law.release')
  const { adoption } = standing
  if (adoption !== null)
    return (
      <div className="law-binds">
        <p>
          本乡镇已采用，依据：{adoption.issuer ?? ''}
          {adoption.documentTitle === null ? '' : `《${adoption.documentTitle}》`}
          {adoption.documentNumber}
          {adoption.issuedOn === null ? '' : `（${adoption.issuedOn}）`}；{adoption.on} 由{adoption.by}登记。
        </p>
        <Button
          small
          disabled={release.busy}
          onClick={() =>
            void release.run({ law: law.id }).then((done) => {
              if (done !== null) toastSaved(`不再采用《${law.title}》`)
            })
          }
        >
          不再采用
        </Button>
        <ErrorLine error={release.error} />
      </div>
    )
  if (standing.binds === 'central') return <p className="law-binds quiet">全国都要执行。</p>
  if (standing.binds === 'pack')
    return <p className="law-binds quiet">正在使用的规则包“{pack}”就是这份文件，依据它的规则照本来的轻重。</p>
  return (
    <div className="law-binds">
      <p>{BINDS_WORDS[standing.binds]}。本地有文件要求照此办的，登记那份文件就是采用，依据它的规则从此照本来的轻重。</p>
      <Button look="main" onClick={() => setAsking(true)}>
        采用…
      </Button>
      {asking && <AdoptForm id={law.id} title={law.title} onClose={() => setAsking(false)} />}
    </div>
  )
}

function AdoptForm({
  id,
  title,
  onClose,
}: {
  readonly id: string
  readonly title: string
  readonly onClose: () => void
}) {
  const [number, setNumber] = useState('')
  const [name, setName] = useState('')
  const [issuer, setIssuer] = useState('')
  const adopt = useCommand('law.adopt')
  const save = async () => {
    const told = (value: string) => (value.trim() === '' ? undefined : value.trim())
    const [documentTitle, issuingBody] = [told(name), told(issuer)]
    const saved = await adopt.run({
      law: id,
      documentNumber: number.trim(),
      ...(documentTitle === undefined ? {} : { documentTitle }),
      ...(issuingBody === undefined ? {} : { issuer: issuingBody }),
    })
    if (saved === null) return
    toastSaved(`采用《${title}》`)
    onClose()
  }
  return (
    <Dialog
      title={`采用《${title}》`}
      onClose={onClose}
      confirm={{
        label: '采用',
        onConfirm: () => void save(),
        busy: adopt.busy,
        disabled: number.trim() === '',
      }}
    >
      <FormGrid>
        <Field label="本地文号" required hint="没有文号的，写题名或会议纪要的期号">
          {(ids) => <TextInput {...ids} autoFocus value={number} onChange={setNumber} />}
        </Field>
        <Field label="题名">{(ids) => <TextInput {...ids} value={name} onChange={setName} />}</Field>
        <Field label="发文机关">{(ids) => <TextInput {...ids} value={issuer} onChange={setIssuer} />}</Field>
      </FormGrid>
      <p className="quiet">记入台账，可以撤销。</p>
      <ErrorLine error={adopt.error} />
    </Dialog>
  )
}
