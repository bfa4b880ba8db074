import { useState } from 'react'
import type { CallInput } from '../../../electron/contract/operations.ts'
import { useCommand } from '../../api/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { ErrorLine } from '../../ui/states.tsx'

/** The roster's file. Where whole ID numbers were chosen, that is said before it is made. */
export function SaveAdhoc({ input, ready }: { readonly input: CallInput<'adhoc.file'>; readonly ready: boolean }) {
  const [asking, setAsking] = useState(false)
  const file = useCommand('adhoc.file')
  const whole = input.layout?.idNumbers === 'plain' && input.layout.fields.includes('idNumber')
  const save = async () => {
    const made = await file.run(input)
    if (made === null) return
    saveFile(made.fileName, made.base64)
    setAsking(false)
  }
  return (
    <>
      <Button
        look="main"
        disabled={!ready}
        busy={file.busy}
        onClick={() => (whole ? setAsking(true) : void save())}
        data-testid="adhoc-save"
      >
        另存为 xlsx{whole ? '…' : ''}
      </Button>
      {!asking && <ErrorLine error={file.error} />}
      {asking && (
        <Dialog
          title="另存自定花名册"
          onClose={() => setAsking(false)}
          confirm={{ label: '另存为 xlsx', onConfirm: () => void save(), busy: file.busy }}
        >
          <p>选了“完整号码”：文件里的身份证号不遮挡。请只交给要的人，不要张贴、不要群发。</p>
          <p className="quiet">导出会记入台账。</p>
          <ErrorLine error={file.error} />
        </Dialog>
      )}
    </>
  )
}
