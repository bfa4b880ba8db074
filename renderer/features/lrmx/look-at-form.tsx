import { useState } from 'react'
import type { Output } from '../../../electron/contract/operations.ts'
import { useCommand } from '../../api/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, FormGrid, TextInput } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'

export type Looked = Output<'lrmx.look'>['differences']

/** 查看遮住的内容: asks why, and shows what a form says otherwise once that is written down. */
export function LookAtForm({
  fileId,
  name,
  onShown,
}: {
  readonly fileId: string
  readonly name: string
  readonly onShown: (looked: Looked) => void
}) {
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('核对任免审批表')
  const look = useCommand('lrmx.look')
  const run = async () => {
    const looked = await look.run({ fileId, reason })
    if (looked === null) return
    onShown(looked.differences)
    setAsking(false)
  }
  return (
    <>
      <Button look="link" onClick={() => setAsking(true)}>
        查看遮住的内容
      </Button>
      {asking && (
        <Dialog
          title="查看遮住的内容"
          onClose={() => setAsking(false)}
          confirm={{ label: '查看', onConfirm: () => void run(), busy: look.busy, disabled: reason.trim() === '' }}
        >
          <p>什么时候、为什么看了 {name} 的简历、家庭成员、奖惩情况，会记入台账，不能取消；台账里不写看到的内容。</p>
          <FormGrid>
            <Field label="理由" required>
              {(ids) => <TextInput {...ids} autoFocus value={reason} onChange={setReason} />}
            </Field>
          </FormGrid>
          <ErrorLine error={look.error} />
        </Dialog>
      )}
    </>
  )
}
