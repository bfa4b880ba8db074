import './notice.css'
import { useState } from 'react'
import type { Output } from '../../../electron/contract/operations.ts'
import { useBook } from '../../api/book.tsx'
import { useQuery } from '../../api/use-query.ts'
import { PaperViews } from '../../parts/paper-views.tsx'
import { Page } from '../../ui/page.tsx'
import { setParams, useRoute } from '../../ui/route.ts'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { ChangesPaper, ExceptionsPaper } from './attached-paper.tsx'
import { DraftNotice } from './draft-notice.tsx'
import { IssuedNotices } from './issued-notices.tsx'
import { NoticePage } from './notice-page.tsx'
import { firstDraft, keepDraft, keptDraft } from './notice-draft.ts'
import type { NoticeDefaults, NoticeDraft } from './notice-draft.ts'

type View = 'draft' | 'issued'

/** The public sheet: fill in, see the paper, freeze it; and what was issued before. */
export function NoticeScreen() {
  const { params } = useRoute()
  const view: View = params['view'] === 'issued' ? 'issued' : 'draft'
  const list = useQuery('notice.list', {})
  const book = useBook()
  const tabs = [{ value: 'draft', label: '拟公示' }, { value: 'issued', label: '已发布', ...(list.data === undefined ? {} : { count: list.data.notices.length }) }] as const
  return (
    <Page title="公示与报表" note={<PaperViews current="notice" />} fill>
      <Tabs<View> label="公示" value={view} tabs={tabs} onChange={(chosen) => setParams({ view: chosen === 'issued' ? 'issued' : null, notice: null, paper: null })} />
      {list.error !== null && <ErrorState error={list.error} onRetry={list.refetch} />}
      {list.data === undefined && list.error === null && <Skeleton rows={10} />}
      {list.data !== undefined && view === 'issued' && <Issued notice={params['notice']} paper={params['paper']} notices={list.data.notices} />}
      {list.data !== undefined && view === 'draft' && <Draft key={book?.path ?? ''} book={book?.path ?? ''} today={book?.today ?? ''} defaults={list.data.defaults} signers={list.data.signers} />}
    </Page>
  )
}

interface IssuedProps {
  readonly notice: string | undefined
  readonly paper: string | undefined
  readonly notices: Output<'notice.list'>['notices']
}

/** The list, one notice, or a paper that goes with it. */
function Issued({ notice, paper, notices }: IssuedProps) {
  if (paper === 'exceptions') return <ExceptionsPaper />
  if (notice === undefined) return <IssuedNotices notices={notices} />
  return paper === 'changes' ? <ChangesPaper id={notice} /> : <NoticePage id={notice} />
}

interface DraftProps {
  readonly book: string
  readonly today: string
  readonly defaults: NoticeDefaults
  readonly signers: Output<'notice.list'>['signers']
}

function Draft({ book, today, defaults, signers }: DraftProps) {
  const [draft, setDraft] = useState<NoticeDraft>(() => keptDraft(book) ?? firstDraft(defaults, today))
  const change = (part: Partial<NoticeDraft>) => {
    const next = { ...draft, ...part }
    keepDraft(book, next)
    setDraft(next)
  }
  return <DraftNotice draft={draft} signers={signers} today={today} onChange={change} />
}
