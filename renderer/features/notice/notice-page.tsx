import type { Output } from '../../../electron/contract/operations.ts'
import { NOTICE_EXCEPTION_TITLES, NOTICE_LAYOUT_TITLES, NOTICE_STAGE_TITLES } from '../../../electron/contract/notice-operations.ts'
import { useBook } from '../../api/book.tsx'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { formatInstant, shortHash } from '../../text/format.ts'
import { hrefTo } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { setParams } from '../../ui/route.ts'
import { saveFile } from '../../ui/save-file.ts'
import { Answer, ErrorLine } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { ArchiveStep, ClosingStep } from './end-steps.tsx'
import { periodText } from './issued-notices.tsx'
import { LifeStep } from './life-step.tsx'
import { ObjectionSteps } from './objection-steps.tsx'
import { PhotoList } from './photo-list.tsx'
import { stageLook } from './stage-look.ts'

export type NoticeLife = Output<'notice.read'>

/** One notice: its life as a line from top to bottom, what comes next with its button. */
export function NoticePage({ id }: { readonly id: string }) {
  const query = useQuery('notice.read', { id })
  const today = useBook()?.today ?? ''
  return (
    <div className="notice-page">
      <p>
        <a href={hrefTo('notice', { view: 'issued' })}>← 全部公示</a>
      </p>
      <Answer query={query} rows={8}>
        {(life) => <Life life={life} today={today} />}
      </Answer>
    </div>
  )
}

function Life({ life, today }: { readonly life: NoticeLife; readonly today: string }) {
  const { notice } = life
  return (
    <>
      <header className="notice-page-head">
        <h2>{notice.number}</h2>
        <Tag look={stageLook(notice.stage)}>{NOTICE_STAGE_TITLES[notice.stage]}</Tag>
        <span className="quiet">
          {NOTICE_LAYOUT_TITLES[notice.layout]}，名单截至 {notice.asOf}
        </span>
        <Doors life={life} />
      </header>
      <ol className="life" aria-label="办理经过">
        <LifeStep title="拟稿" on={notice.asOf} done>
          名单截至 {notice.asOf}
          {life.exceptions.map((one) => (
            <p key={one.field}>
              例外公开{NOTICE_EXCEPTION_TITLES[one.field]}：{one.reason}（{one.decidedBy}决定）
            </p>
          ))}
        </LifeStep>
        <SignOff title="初审" by={notice.checkedBy} on={notice.checkedOn} />
        <SignOff title="保密审查" by={notice.reviewedBy} on={notice.reviewedOn} />
        <LifeStep title="张贴" on={notice.postedOn} done>
          {periodText(notice)}；{formatInstant(notice.issuedAt)} 冻结，文件校验值 <span className="mono" title={notice.sha256}>{shortHash(notice.sha256)}</span>
        </LifeStep>
        <ObjectionSteps life={life} today={today} />
        <ClosingStep life={life} today={today} />
        <LifeStep title="照片" on={null} done={life.photos.length > 0}>
          <PhotoList life={life} />
        </LifeStep>
        <ArchiveStep life={life} today={today} />
      </ol>
    </>
  )
}

function SignOff({ title, by, on }: { readonly title: string; readonly by: string | null; readonly on: string | null }) {
  return (
    <LifeStep title={title} on={on} done={by !== null}>
      {by === null ? <span className="quiet">没有登记</span> : by}
    </LifeStep>
  )
}

/** The frozen file, and what it changed against the one before. */
function Doors({ life }: { readonly life: NoticeLife }) {
  const file = useCommand('notice.file')
  const download = async () => {
    const found = await file.run({ id: life.notice.id })
    if (found !== null) saveFile(found.fileName, found.base64)
  }
  return (
    <span className="notice-page-doors">
      <Button look="main" onClick={() => setParams({ paper: 'sheet' })}>看纸样、打印</Button>
      <Button busy={file.busy} onClick={() => void download()} title={life.notice.fileName}>
        下载 xlsx
      </Button>
      <Button onClick={() => setParams({ paper: 'changes' })}>与上次公示相比</Button>
      <ErrorLine error={file.error} />
    </span>
  )
}
