import { useState } from 'react'
import type { ReceiptView } from '../../../electron/contract/package-operations.ts'
import { call, toApiError, type ApiError } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { stageFile, type StagedFile } from '../../parts/stage-file.ts'
import { Button } from '../../ui/button.tsx'
import { DropPlace } from '../../ui/drop-place.tsx'
import { Field, FormGrid, TextInput } from '../../ui/form.tsx'
import { Sheet } from '../../ui/page.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'

interface Looked {
  readonly file: StagedFile
  readonly receipt: ReceiptView | null
  readonly error: ApiError | null
}

/** 回执: shown item by item, then taken in by one entry that one undo takes back. */
export function TakeReceipt() {
  const take = useCommand('receipt.take')
  const [looked, setLooked] = useState<Looked | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const look = async (file: StagedFile, given = '') => {
    try {
      const asked = { fileId: file.fileId, ...(given === '' ? {} : { passphrase: given }) }
      setLooked({ file, receipt: await call('receipt.preview', asked), error: null })
    } catch (cause) {
      setLooked({ file, receipt: null, error: toApiError(cause) })
    }
  }
  const choose = async (chosen: File) => {
    take.clearError()
    setPassphrase('')
    try {
      await look(await stageFile(chosen))
    } catch (cause) {
      setLooked({ file: { fileId: '', name: chosen.name, bytes: 0 }, receipt: null, error: toApiError(cause) })
    }
  }
  const run = async () => {
    if (looked?.receipt === null || looked === null) return
    const done = await take.run({ fileId: looked.file.fileId, ...(passphrase === '' ? {} : { passphrase }) })
    if (done === null) return
    setLooked(null)
    toastSaved(`已记入回执 ${done.number}${done.items.length === 0 ? '' : `，附 ${done.items.length} 项`}`)
  }
  return (
    <Sheet title="编办的回执" note="先看它说什么、会改什么，再一次记入；一下可以撤销">
      {looked === null ? (
        <DropPlace
          words="把编办给的回执拖到这里"
          label="选择回执"
          accept=".dbreceipt,.json"
          testId="receipt-file"
          onFile={(file) => void choose(file)}
        />
      ) : (
        <div className="submit-receipt">
          {looked.receipt !== null && <ReceiptSaid receipt={looked.receipt} />}
          <ErrorLine error={looked.error} />
          {looked.error?.code === 'package_locked' && (
            <FormGrid>
              <Field label="口令">
                {(ids) => <TextInput {...ids} type="password" value={passphrase} onChange={setPassphrase} />}
              </Field>
            </FormGrid>
          )}
          <ErrorLine error={take.error} />
          <div className="submit-line">
            {looked.receipt !== null && (
              <Button
                look="main"
                busy={take.busy}
                disabled={looked.receipt.items.some((item) => item.problem !== null)}
                onClick={() => void run()}
                data-testid="take-receipt"
              >
                记入回执
              </Button>
            )}
            {looked.error?.code === 'package_locked' && (
              <Button look="main" onClick={() => void look(looked.file, passphrase)}>
                打开
              </Button>
            )}
            <Button onClick={() => setLooked(null)}>换一个文件</Button>
          </div>
        </div>
      )}
    </Sheet>
  )
}

function ReceiptSaid({ receipt }: { readonly receipt: ReceiptView }) {
  return (
    <>
      <p>
        {receipt.bureau}的回执 <strong>{receipt.number}</strong>
        {receipt.asOf === null ? '' : `，答复截至 ${receipt.asOf} 的上报`}：
        <strong className={receipt.accepted ? undefined : 'red'}>{receipt.accepted ? '已收下' : '退回'}</strong>
      </p>
      {receipt.reasons.length > 0 && (
        <ul>
          {receipt.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {receipt.items.length === 0 ? (
        <p className="quiet">没有附带的事项。</p>
      ) : (
        <table className="grid" aria-label="回执附带的事项">
          <thead>
            <tr>
              <th scope="col">事项</th>
              <th scope="col">会怎样</th>
            </tr>
          </thead>
          <tbody>
            {receipt.items.map((item, place) => (
              // The same item may stand twice; its place tells them apart.
              <tr key={`${place} ${item.text}`}>
                <th scope="row">{item.title}</th>
                <td>
                  {item.text}
                  {item.sentences.map((sentence) => (
                    <div key={sentence} className="quiet">
                      {sentence}
                    </div>
                  ))}
                  {item.problem !== null && <div className="red">{item.problem}</div>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
