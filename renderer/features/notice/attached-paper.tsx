import type { ReactNode } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { Paper } from '../../parts/paper.tsx'
import { Button } from '../../ui/button.tsx'
import { setParams } from '../../ui/route.ts'
import { saveFile } from '../../ui/save-file.ts'
import { Answer, ErrorLine } from '../../ui/states.tsx'

/** 与上次公示相比 of a notice, as the paper it prints on. */
export function ChangesPaper({ id }: { readonly id: string }) {
  const query = useQuery('notice.changes', { id })
  return (
    <Attached title="与上次公示相比" ask={{ paper: 'changes', id }}>
      <Answer query={query} rows={10}>
        {(changes) => <Paper preview={changes.preview} label="与上次公示相比的纸样" fileName={`${changes.number}与上次公示相比`} />}
      </Answer>
    </Attached>
  )
}

/** 公开内容例外记录 of all notices. */
export function ExceptionsPaper() {
  const query = useQuery('notice.exceptions', {})
  return (
    <Attached title="公开内容例外记录" ask={{ paper: 'exceptions' }}>
      <Answer query={query} rows={10}>
        {(record) => <Paper preview={record.preview} label="公开内容例外记录的纸样" fileName="公开内容例外记录" />}
      </Answer>
    </Attached>
  )
}

interface AttachedProps {
  readonly title: string
  readonly ask: { readonly paper: 'changes' | 'exceptions'; readonly id?: string }
  readonly children: ReactNode
}

function Attached({ title, ask, children }: AttachedProps) {
  const file = useCommand('notice.paper')
  const download = async () => {
    const found = await file.run(ask)
    if (found !== null) saveFile(found.fileName, found.base64)
  }
  return (
    <div className="notice-attached">
      <header className="notice-page-head">
        <Button look="link" onClick={() => setParams({ paper: null })}>
          ← 返回
        </Button>
        <h2>{title}</h2>
        <Button busy={file.busy} onClick={() => void download()}>
          下载 xlsx
        </Button>
        <ErrorLine error={file.error} />
      </header>
      {children}
    </div>
  )
}
