import { useCommand } from '../../api/use-command.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { setParams } from '../../ui/route.ts'
import { ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'
import type { NoticeInput } from './notice-draft.ts'
import type { NoticePreview } from './use-notice-preview.ts'

/** The one step here that cannot be taken back, said in full before it is taken. */
export function IssueDialog({ input, preview, onClose }: { readonly input: NoticeInput; readonly preview: NoticePreview; readonly onClose: () => void }) {
  const issue = useCommand('notice.issue')
  const confirm = async () => {
    const notice = await issue.run(input)
    if (notice === null) return
    toastSaved(`${notice.number} 已冻结，可下载打印`)
    onClose()
    setParams({ view: 'issued' })
  }
  return (
    <Dialog title="发布并冻结这份公示？" onClose={onClose} confirm={{ label: '发布并冻结', onConfirm: () => void confirm(), busy: issue.busy }}>
      <p>
        《{preview.title}》，编号 {preview.number}，按 {preview.asOf} 的名单，列入 {preview.listed} 人，不上榜 {preview.leftOff.length} 人，共 {preview.preview.pages.length} 页 {preview.preview.paper}。
      </p>
      <p>
        {input.from} 张贴，公示 {input.days} 个工作日，至 {preview.endsOn} 止。
      </p>
      <p className="red">发布后内容冻结，不能修改，也不能撤销；以后重印与这一份一字不差。名单如有变动，请另发一份。</p>
      <ErrorLine error={issue.error} />
    </Dialog>
  )
}
