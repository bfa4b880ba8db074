import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { Paper } from '../../parts/paper.tsx'
import { Button } from '../../ui/button.tsx'
import { setParams } from '../../ui/route.ts'
import { saveFile } from '../../ui/save-file.ts'
import { Answer, EmptyState, ErrorLine } from '../../ui/states.tsx'

/** An issued notice as it hangs: its frozen pages, to be printed again or saved. */
export function IssuedSheet({ id }: { readonly id: string }) {
  const query = useQuery('notice.sheet', { id })
  const file = useCommand('notice.file')
  const download = async () => {
    const found = await file.run({ id })
    if (found !== null) saveFile(found.fileName, found.base64)
  }
  return (
    <div className="notice-attached">
      <header className="notice-page-head">
        <Button look="link" onClick={() => setParams({ paper: null })}>
          ← 返回
        </Button>
        <h2>{query.data?.number ?? ''}</h2>
        <Button busy={file.busy} onClick={() => void download()}>
          下载 xlsx
        </Button>
        <ErrorLine error={file.error} />
      </header>
      <Answer query={query} rows={12}>
        {(sheet) => (sheet.preview === null ? <EmptyState text="这份公示是较早的版本发布的，只存了 xlsx 文件。请下载后打印，与当时一字不差。" /> : <Paper preview={sheet.preview} label={`${sheet.number}的纸样`} fileName={sheet.number} />)}
      </Answer>
    </div>
  )
}
