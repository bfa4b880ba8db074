import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { ErrorLine } from '../../ui/states.tsx'
import type { FormView } from './form-list.tsx'
import type { ReportInput } from './report-input.ts'

/** The file for the bureau. Where it carries whole ID numbers, that is said before it is made. */
export function SaveReport({
  input,
  form,
  ready,
}: {
  readonly input: ReportInput
  readonly form: FormView
  readonly ready: boolean
}) {
  const [asking, setAsking] = useState(false)
  const file = useCommand('report.file')
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
        onClick={() => (form.idNumbers ? setAsking(true) : void save())}
        data-testid="report-save"
      >
        另存为 xlsx{form.idNumbers ? '…' : ''}
      </Button>
      {!asking && <ErrorLine error={file.error} />}
      {asking && (
        <Dialog
          title={`另存《${form.title}》`}
          onClose={() => setAsking(false)}
          confirm={{ label: '另存为 xlsx', onConfirm: () => void save(), busy: file.busy }}
        >
          <p>这张表有身份证号一栏，编办要完整号码：文件里的身份证号不遮挡。请只报给编办，不要张贴、不要群发。</p>
          <p className="quiet">导出会记入台账。</p>
          <ErrorLine error={file.error} />
        </Dialog>
      )}
    </>
  )
}
