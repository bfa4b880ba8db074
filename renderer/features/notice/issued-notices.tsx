import { useState } from 'react'
import { NOTICE_LAYOUT_TITLES } from '../../../electron/contract/notice-operations.ts'
import type { Output } from '../../../electron/contract/operations.ts'
import { useCommand } from '../../api/use-command.ts'
import { formatInstant, shortHash } from '../../text/format.ts'
import { Button } from '../../ui/button.tsx'
import { setParams } from '../../ui/route.ts'
import { saveFile } from '../../ui/save-file.ts'
import { EmptyState, ErrorLine } from '../../ui/states.tsx'

type Notice = Output<'notice.list'>['notices'][number]

/** Frozen notices, newest first, each with its file. */
export function IssuedNotices({ notices }: { readonly notices: readonly Notice[] }) {
  const file = useCommand('notice.file')
  const [fetching, setFetching] = useState<string | null>(null)
  const download = async (id: string) => {
    setFetching(id)
    const found = await file.run({ id })
    if (found !== null) saveFile(found.fileName, found.base64)
    setFetching(null)
  }
  if (notices.length === 0) {
    return <EmptyState text="还没有发布过公示。在“拟公示”里看好纸样再发布，发布后的文件留在这里。" action={<Button onClick={() => setParams({ view: null })}>去拟一份</Button>} />
  }
  return (
    <div className="issued">
      <ErrorLine error={file.error} />
      <table className="grid">
        <thead>
          <tr>
            <th scope="col">编号</th>
            <th scope="col">版式</th>
            <th scope="col">名单截至</th>
            <th scope="col">公示期</th>
            <th scope="col">发布时间</th>
            <th scope="col">文件校验值</th>
            <th scope="col">文件</th>
          </tr>
        </thead>
        <tbody>
          {notices.map((notice) => (
            <tr key={notice.id} data-testid="issued-notice">
              <th scope="row">{notice.number}</th>
              <td>{NOTICE_LAYOUT_TITLES[notice.layout]}</td>
              <td>{notice.asOf}</td>
              <td>
                {notice.endsOn === null ? `${notice.postedOn} 起长期公开` : `${notice.postedOn} 至 ${notice.endsOn}（${notice.workingDays} 个工作日）`}
              </td>
              <td>{formatInstant(notice.issuedAt)}</td>
              <td className="mono" title={notice.sha256}>
                {shortHash(notice.sha256)}
              </td>
              <td>
                <Button look="link" busy={fetching === notice.id} onClick={() => void download(notice.id)} title={notice.fileName}>
                  下载 xlsx
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">文件校验值是成品文件的 SHA-256 前 8 位：手里的文件算出来不一样，就不是当时发布的那一份。</p>
    </div>
  )
}
