import type { ReactNode } from 'react'
import type { ApiError } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { Paper } from '../../parts/paper.tsx'
import { Button } from '../../ui/button.tsx'
import { setParams } from '../../ui/route.ts'
import { saveFile } from '../../ui/save-file.ts'
import { Answer, EmptyState, ErrorLine } from '../../ui/states.tsx'

/** 与上次公示相比 of a notice, as the paper it prints on. */
export function ChangesPaper({ id }: { readonly id: string }) {
  const query = useQuery('notice.changes', { id })
  const file = useCommand('notice.paper')
  return (
    <Attached title="与上次公示相比" command={file} ask={() => file.run({ paper: 'changes', id })}>
      <Answer query={query} rows={10}>
        {(changes) => (
          <Paper preview={changes.preview} label="与上次公示相比的纸样" fileName={`${changes.number}与上次公示相比`} />
        )}
      </Answer>
    </Attached>
  )
}

/** 公示结果 of a notice whose period is over, as the paper it prints on. */
export function ResultPaper({ id }: { readonly id: string }) {
  const query = useQuery('notice.result', { id })
  const file = useCommand('notice.paper')
  return (
    <Attached title="公示结果" command={file} ask={() => file.run({ paper: 'result', id })}>
      <Answer query={query} rows={10}>
        {(result) => <Paper preview={result.preview} label="公示结果的纸样" fileName={`${result.number}公示结果`} />}
      </Answer>
    </Attached>
  )
}

/** 公开内容例外记录 of all notices. */
export function ExceptionsPaper() {
  const query = useQuery('notice.exceptions', {})
  const file = useCommand('notice.paper')
  return (
    <Attached title="公开内容例外记录" command={file} ask={() => file.run({ paper: 'exceptions' })}>
      <Answer query={query} rows={10}>
        {(record) => <Paper preview={record.preview} label="公开内容例外记录的纸样" fileName="公开内容例外记录" />}
      </Answer>
    </Attached>
  )
}

/** An issued notice as it hangs: its frozen pages, to be printed again or saved. */
export function IssuedSheet({ id }: { readonly id: string }) {
  const query = useQuery('notice.sheet', { id })
  const file = useCommand('notice.file')
  return (
    <Attached title={query.data?.number ?? ''} command={file} ask={() => file.run({ id })}>
      <Answer query={query} rows={12}>
        {(sheet) =>
          sheet.preview === null ? (
            <EmptyState text="这份公示是较早的版本发布的，只存了 xlsx 文件。请下载后打印，与当时一字不差。" />
          ) : (
            <Paper preview={sheet.preview} label={`${sheet.number}的纸样`} fileName={sheet.number} />
          )
        }
      </Answer>
    </Attached>
  )
}

interface AttachedProps {
  readonly title: string
  readonly command: { readonly busy: boolean; readonly error: ApiError | null }
  /** Asks for the file; null: refused, and the command says why. */
  readonly ask: () => Promise<{ readonly fileName: string; readonly base64: string } | null>
  readonly children: ReactNode
}

/** A paper with the way back and its file. */
function Attached({ title, command, ask, children }: AttachedProps) {
  const download = async () => {
    const found = await ask()
    if (found !== null) saveFile(found.fileName, found.base64)
  }
  return (
    <div className="notice-attached">
      <header className="notice-page-head">
        <Button look="link" onClick={() => setParams({ paper: null })}>
          ← 返回
        </Button>
        <h2>{title}</h2>
        <Button busy={command.busy} onClick={() => void download()}>
          下载 xlsx
        </Button>
        <ErrorLine error={command.error} />
      </header>
      {children}
    </div>
  )
}
