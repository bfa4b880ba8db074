import { Fragment } from 'react'
import {
  NOTICE_EXCEPTION_TITLES,
  NOTICE_LAYOUT_TITLES,
  NOTICE_STAGE_TITLES,
} from '../../../electron/contract/notice-operations.ts'
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
import { inOrderOfTime, type DatedStep } from './life-line.tsx'
import { ObjectionStep, ObjectionSum } from './objection-steps.tsx'
import type { NoticeLife } from './notice-life.ts'
import { PhotoList } from './photo-list.tsx'
import { stageLook } from './stage-look.ts'

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
        {inOrderOfTime(stepsOf(life, today)).map(({ name, step }) => (
          <Fragment key={name}>{step}</Fragment>
        ))}
      </ol>
    </>
  )
}

/** Every step with its day, in the order in which they are usually taken. */
function stepsOf(life: NoticeLife, today: string): readonly DatedStep[] {
  const { notice } = life
  const frozen = formatInstant(notice.issuedAt)
  const over = notice.endsOn !== null && notice.endsOn < today ? notice.endsOn : null
  return [
    { name: 'draft', on: notice.asOf, step: <Drafted life={life} /> },
    {
      name: 'checked',
      on: notice.checkedOn,
      step: <SignOff title="初审" by={notice.checkedBy} on={notice.checkedOn} />,
    },
    {
      name: 'reviewed',
      on: notice.reviewedOn,
      step: <SignOff title="保密审查" by={notice.reviewedBy} on={notice.reviewedOn} />,
    },
    {
      name: 'frozen',
      on: frozen.slice(0, 10),
      step: (
        <LifeStep title="发布" on={frozen.slice(0, 10)} done>
          {frozen} 冻结
          <Despite despite={life.despite} />
          <details>
            <summary className="quiet">核对文件用的校验值</summary>
            <span className="mono" title={notice.sha256}>
              {shortHash(notice.sha256)}
            </span>
          </details>
        </LifeStep>
      ),
    },
    {
      name: 'posted',
      on: notice.postedOn,
      step: (
        <LifeStep title="张贴" on={notice.postedOn} done>
          {periodText(notice)}
        </LifeStep>
      ),
    },
    ...life.objections.map((objection) => ({
      name: objection.id,
      on: objection.receivedOn,
      step: <ObjectionStep objection={objection} life={life} today={today} />,
    })),
    ...(over === null
      ? []
      : [
          {
            name: 'over',
            on: over,
            step: (
              <LifeStep title="期满" on={over} done>
                <Button look="link" onClick={() => setParams({ paper: 'result' })} data-testid="notice-result">
                  公示结果
                </Button>
              </LifeStep>
            ),
          },
        ]),
    { name: 'objections', on: life.closing?.on ?? null, step: <ObjectionSum life={life} today={today} /> },
    { name: 'closed', on: life.closing?.on ?? null, step: <ClosingStep life={life} today={today} /> },
    {
      name: 'photos',
      on: life.archive?.on ?? null,
      step: (
        <LifeStep title="照片" on={null} done={life.photos.length > 0}>
          <PhotoList life={life} />
        </LifeStep>
      ),
    },
    { name: 'archived', on: life.archive?.on ?? null, step: <ArchiveStep life={life} today={today} /> },
  ]
}

function Drafted({ life }: { readonly life: NoticeLife }) {
  return (
    <LifeStep title="拟稿" on={life.notice.asOf} done>
      名单截至 {life.notice.asOf}
      {life.exceptions.map((one) => (
        <p key={one.field}>
          例外公开{NOTICE_EXCEPTION_TITLES[one.field]}：{one.reason}（{one.decidedBy}决定）
        </p>
      ))}
    </LifeStep>
  )
}

/** What it was frozen in spite of: whoever reads the page later must not have to guess. */
function Despite({ despite }: Pick<NoticeLife, 'despite'>) {
  if (despite === null) return null
  return (
    <div className="notice-despite-told" data-testid="notice-despite">
      <p>
        下列 {despite.doubts.length} 件事写明理由后发布：{despite.reason}
      </p>
      <ul>
        {despite.doubts.map((doubt) => (
          <li key={doubt.key}>{doubt.text}</li>
        ))}
      </ul>
    </div>
  )
}

function SignOff({
  title,
  by,
  on,
}: {
  readonly title: string
  readonly by: string | null
  readonly on: string | null
}) {
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
      <Button look="main" onClick={() => setParams({ paper: 'sheet' })}>
        看纸样、打印
      </Button>
      <Button busy={file.busy} onClick={() => void download()} title={life.notice.fileName}>
        下载 xlsx
      </Button>
      <Button onClick={() => setParams({ paper: 'changes' })}>与上次公示相比</Button>
      <ErrorLine error={file.error} />
    </span>
  )
}
