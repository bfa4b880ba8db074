import { useState } from 'react'
import type { RecordValue } from '../../../electron/contract/records.ts'
import { useCommand } from '../../api/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Field, TextInput } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'

/** What is masked in the form stays as it is unless it is typed anew; whole it is shown once that is written down. */
export function ShowWhole({
  recordId,
  onShown,
}: {
  readonly recordId: string
  readonly onShown: (content: Readonly<Record<string, RecordValue>>) => void
}) {
  const [reason, setReason] = useState('')
  const [shown, setShown] = useState(false)
  const look = useCommand('record.look')
  if (shown) return null
  const run = async () => {
    const looked = await look.run({ id: recordId, reason })
    if (looked === null) return
    onShown(looked.content)
    setShown(true)
  }
  return (
    <div className="record-whole">
      <Field label="查看全文的理由" hint="带 *** 的格没有显示全；不改就不会动。查看会记入台账，不写内容">
        {(ids) => <TextInput {...ids} value={reason} onChange={setReason} placeholder="如 核对档案" />}
      </Field>
      <Button small busy={look.busy} disabled={reason.trim() === ''} onClick={() => void run()}>
        查看全文
      </Button>
      <ErrorLine error={look.error} />
    </div>
  )
}
