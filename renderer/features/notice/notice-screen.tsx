import './notice.css'
import { useState } from 'react'
import { useBook } from '../../api/book.tsx'
import { useQuery } from '../../api/use-query.ts'
import { Page } from '../../ui/page.tsx'
import { setParams, useRoute } from '../../ui/route.ts'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { DraftNotice } from './draft-notice.tsx'
import { IssuedNotices } from './issued-notices.tsx'
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
    <Page title="公示与报表" fill>
      <Tabs<View> label="公示" value={view} tabs={tabs} onChange={(chosen) => setParams({ view: chosen === 'issued' ? 'issued' : null })} />
      {list.error !== null && <ErrorState error={list.error} onRetry={list.refetch} />}
      {list.data === undefined && list.error === null && <Skeleton rows={10} />}
      {list.data !== undefined && view === 'issued' && <IssuedNotices notices={list.data.notices} />}
      {list.data !== undefined && view === 'draft' && <Draft key={book?.path ?? ''} book={book?.path ?? ''} today={book?.today ?? ''} defaults={list.data.defaults} />}
    </Page>
  )
}

function Draft({ book, today, defaults }: { readonly book: string; readonly today: string; readonly defaults: NoticeDefaults }) {
  const [draft, setDraft] = useState<NoticeDraft>(() => keptDraft(book) ?? firstDraft(defaults, today))
  const change = (part: Partial<NoticeDraft>) => {
    const next = { ...draft, ...part }
    keepDraft(book, next)
    setDraft(next)
  }
  return <DraftNotice draft={draft} onChange={change} />
}
