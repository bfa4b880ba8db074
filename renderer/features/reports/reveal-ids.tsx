import { useState } from 'react'
import type { Output } from '../../../electron/contract/operations.ts'
import { useCommand } from '../../api/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, TextInput } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import type { ReportInput } from './report-input.ts'

interface RevealIdsProps {
  readonly input: ReportInput
  readonly masked: boolean
  readonly onShown: (view: Output<'report.reveal'>) => void
  readonly onHidden: () => void
}

/** ID numbers are masked on the screen until she says why she has to see them. */
export function RevealIds({ input, masked, onShown, onHidden }: RevealIdsProps) {
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const reveal = useCommand('report.reveal')
  const confirm = async () => {
    const view = await reveal.run({ ...input, reason })
    if (view === null) return
    setAsking(false)
    setReason('')
    onShown(view)
  }
  if (!masked) return <Button onClick={onHidden}>重新遮住身份证号</Button>
  return (
    <>
      <Button onClick={() => setAsking(true)}>显示完整身份证号…</Button>
      {asking && (
        <Dialog
          title="显示完整身份证号？"
          onClose={() => setAsking(false)}
          confirm={{
            label: '显示',
            onConfirm: () => void confirm(),
            busy: reveal.busy,
            disabled: reason.trim() === '',
          }}
        >
          <p>谁在什么时候看了哪张表、为什么看，会记入台账。</p>
          <Field label="理由" required>
            {(ids) => <TextInput {...ids} value={reason} onChange={setReason} autoFocus />}
          </Field>
          <ErrorLine error={reveal.error} />
        </Dialog>
      )}
    </>
  )
}
