import { useCommand } from '../../api/use-command.ts'
import { goTo } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { toastRefused, toastSaved } from '../../ui/toast.tsx'

/** 任免审批表 of one person: on paper, and for the organisation department's editor. */
export function ExportForm({ personId }: { readonly personId: string }) {
  const make = useCommand('lrmx.export')
  const run = async () => {
    const done = await make.run({ people: [personId] })
    const file = done?.files[0]
    if (file === undefined) {
      toastRefused(make.error?.message ?? '没有导出')
      return
    }
    saveFile(file.fileName, file.base64, 'application/xml')
    toastSaved(`已导出 ${file.fileName}，含身份证号，请妥善保管`)
  }
  return (
    <>
      <Button onClick={() => goTo('reports', { form: 'appointment-form', whose: personId })}>任免审批表</Button>
      <Button busy={make.busy} onClick={() => void run()}>
        导出 .lrmx
      </Button>
    </>
  )
}
