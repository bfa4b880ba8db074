import { useState } from 'react'
import type { StatedFindingView } from '../../../electron/contract/finding-operations.ts'
import type { Output } from '../../../electron/contract/operations.ts'
import { useAsOf } from '../../api/as-of.tsx'
import { useQuery } from '../../api/use-query.ts'
import { CheckViews } from '../../parts/check-views.tsx'
import { OffRules } from '../../parts/off-rules.tsx'
import { goTo } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { useRoute } from '../../ui/route.ts'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { CuredList } from './cured-list.tsx'
import { ExplainDialog } from './explain-dialog.tsx'
import { ExplainedList } from './explained-list.tsx'
import { ProblemListPaper, RectificationPaper } from './finding-papers.tsx'
import { OpenFindings } from './open-findings.tsx'
import { ReopenDialog } from './reopen-dialog.tsx'
import './findings.css'

type Inbox = Output<'findings.read'>
type Part = 'open' | 'explained' | 'cured'
const PARTS: readonly (readonly [Part, string])[] = [
  ['open', '待处理'],
  ['explained', '已说明'],
  ['cured', '已消除'],
]

/** 核查: what the rules found, what has been explained, what has been put right, each with what it stands on. */
export function FindingsScreen() {
  const { asOf, believedOn } = useAsOf()
  const inbox = useQuery('findings.read', { asOf, believedOn })
  const [paper, setPaper] = useState<'list' | 'notice' | null>(null)
  const findings = inbox.data?.findings ?? []
  const actions = (
    <>
      <Button onClick={() => setPaper('list')} disabled={inbox.data === undefined}>
        问题清单…
      </Button>
      <Button
        onClick={() => setPaper('notice')}
        disabled={!findings.some((finding) => finding.state === 'open' && finding.severity !== 'info')}
      >
        整改通知…
      </Button>
      <Button onClick={inbox.refetch} busy={inbox.loading}>
        重新核查
      </Button>
    </>
  )
  return (
    <Page title="核查" note={<CheckViews current="findings" />} actions={actions}>
      <Answer query={inbox} rows={10}>
        {(data) => <Inbox inbox={data} />}
      </Answer>
      {paper === 'list' && <ProblemListPaper onClose={() => setPaper(null)} />}
      {paper === 'notice' && <RectificationPaper findings={findings} onClose={() => setPaper(null)} />}
    </Page>
  )
}

type Work = { readonly act: 'explain' | 'reopen'; readonly findings: readonly StatedFindingView[] }

function Inbox({ inbox }: { readonly inbox: Inbox }) {
  const { shown, isToday } = useAsOf()
  const { tab, rule } = useRoute().params
  const [work, setWork] = useState<Work | null>(null)
  const part = PARTS.find(([name]) => name === tab)?.[0] ?? 'open'
  const { counts } = inbox
  const open = inbox.findings.filter((finding) => finding.state === 'open')
  const explained = inbox.findings.filter((finding) => finding.state === 'explained')
  const explain = isToday ? (findings: readonly StatedFindingView[]) => setWork({ act: 'explain', findings }) : null
  const reopen = isToday ? (findings: readonly StatedFindingView[]) => setWork({ act: 'reopen', findings }) : null
  return (
    <>
      <div className="inbox-head">
        <Tabs
          label="问题的处理情况"
          tabs={PARTS.map(([value, label]) => ({ value, label, count: counts[value] }))}
          value={part}
          onChange={(next) => goTo('findings', { tab: next === 'open' ? null : next })}
        />
        <p className="quiet">
          截至 {shown}，按 {inbox.rulesRun} 条规则（{inbox.pack.title}）：违规 {counts.error}，待查 {counts.warning}
          ，提示 {counts.info}
        </p>
      </div>
      {part === 'open' && <OffRules rules={inbox.off} />}
      {part === 'open' &&
        (open.length === 0 ? (
          <EmptyState text={`${inbox.rulesRun} 条规则都查过了，没有待处理的问题。`} />
        ) : (
          <OpenFindings findings={open} wanted={rule} onExplain={explain} />
        ))}
      {part === 'explained' &&
        (explained.length === 0 ? (
          <EmptyState text="没有已说明的问题。情况属实、一时改不了的问题，在“待处理”里点“说明”，写明理由和期限。" />
        ) : (
          <ExplainedList findings={explained} onExplain={explain} onReopen={reopen} />
        ))}
      {part === 'cured' &&
        (inbox.cured.length === 0 ? (
          <EmptyState text="还没有消除的问题。改正之后，这里写明是哪一条登记消除的。" />
        ) : (
          <CuredList cured={inbox.cured} />
        ))}
      {work?.act === 'explain' && <ExplainDialog findings={work.findings} onClose={() => setWork(null)} />}
      {work?.act === 'reopen' && <ReopenDialog findings={work.findings} onClose={() => setWork(null)} />}
    </>
  )
}
