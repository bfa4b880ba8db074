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
import { ChangesPaper, ExceptionsPaper, IssuedSheet, ResultPaper } from './attached-paper.tsx'
import { DraftNotice } from './draft-notice.tsx'
import { IssuedNotices } from './issued-notices.tsx'
import { NoticePage } from './notice-page.tsx'
import type { SavedDraft } from './draft-steps.tsx'
import { draftOf, firstDraft, forgetDraft, keepDraft, keptDraft } from './notice-draft.ts'
import type { NoticeDefaults, NoticeDraft } from './notice-draft.ts'

type View = 'draft' | 'issued'

/** The public sheet: fill in, see the paper, freeze it; and what was issued before. */
export function NoticeScreen() {
  const { params } = useRoute()
  const view: View = params['view'] === 'issued' ? 'issued' : 'draft'
  const list = useQuery('notice.list', {})
  const kept = useQuery('notice.draft', {})
  const error = list.error ?? kept.error
  const book = useBook()
  const tabs = [
    { value: 'draft', label: '拟稿' },
    { value: 'issued', label: '已发布', ...(list.data === undefined ? {} : { count: list.data.notices.length }) },
  ] as const
  return (
    <Page title="公示与报表" note={<PaperViews current="notice" />} fill>
      <Tabs<View>
        label="公示"
        value={view}
        tabs={tabs}
        onChange={(chosen) => setParams({ view: chosen === 'issued' ? 'issued' : null, notice: null, paper: null })}
      />
      {error !== null && <ErrorState error={error} onRetry={list.error === null ? kept.refetch : list.refetch} />}
      {(list.data === undefined || kept.data === undefined) && error === null && <Skeleton rows={10} />}
      {list.data !== undefined && view === 'issued' && (
        <Issued notice={params['notice']} paper={params['paper']} notices={list.data.notices} />
      )}
      {list.data !== undefined && kept.data !== undefined && view === 'draft' && (
        <Draft
          saved={kept.data.draft}
          key={book?.path ?? ''}
          book={book?.path ?? ''}
          today={book?.today ?? ''}
          defaults={list.data.defaults}
          signers={list.data.signers}
        />
      )}
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
  if (paper === 'sheet') return <IssuedSheet id={notice} />
  if (paper === 'result') return <ResultPaper id={notice} />
  return paper === 'changes' ? <ChangesPaper id={notice} /> : <NoticePage id={notice} />
}

interface DraftProps {
  readonly saved: SavedDraft | null
  readonly book: string
  readonly today: string
  readonly defaults: NoticeDefaults
  readonly signers: Output<'notice.list'>['signers']
}

function Draft({ saved, book, today, defaults, signers }: DraftProps) {
  const [draft, setDraft] = useState<NoticeDraft>(
    () => keptDraft(book) ?? draftOf(saved?.content, firstDraft(defaults, today)),
  )
  const change = (part: Partial<NoticeDraft>) => {
    const next = { ...draft, ...part }
    keepDraft(book, next)
    setDraft(next)
  }
  const startAnew = () => {
    forgetDraft(book)
    setDraft(firstDraft(defaults, today))
  }
  return (
    <DraftNotice draft={draft} saved={saved} signers={signers} today={today} onChange={change} onDropped={startAnew} />
  )
}
