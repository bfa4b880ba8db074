import { useState } from 'react'
import type { JournalEntryView } from '../../../electron/contract/shapes.ts'
import { useQuery } from '../../api/use-query.ts'
import { formatInstant, orDash, shortHash } from '../../text/format.ts'
import { goTo } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Page } from '../../ui/page.tsx'
import { openParam, useRoute } from '../../ui/route.ts'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { EntryDrawer } from './entry-drawer.tsx'

const STEP = 100
const MOST = 500

const COLUMNS: readonly Column<JournalEntryView>[] = [
  { key: 'seq', title: '序号', width: 56, align: 'right', render: (entry) => entry.seq },
  { key: 'recordedAt', title: '登记时间', width: 132, render: (entry) => formatInstant(entry.recordedAt) },
  { key: 'title', title: '事项', width: 130, render: (entry) => entry.title },
  { key: 'effectiveOn', title: '生效日', width: 94, render: (entry) => orDash(entry.effectiveOn) },
  { key: 'document', title: '文号', width: 154, render: (entry) => <span title={entry.documentNumber ?? ''}>{orDash(entry.documentNumber)}</span> },
  { key: 'summary', title: '摘要', render: (entry) => <span title={entry.summary}>{entry.summary}</span> },
  { key: 'reason', title: '理由', width: 122, render: (entry) => <span title={entry.reason ?? ''}>{orDash(entry.reason)}</span> },
  { key: 'changes', title: '改动', width: 62, align: 'right', render: (entry) => `${entry.changes} 处` },
  { key: 'hash', title: '校验值', width: 84, render: (entry) => <span className="mono quiet" title={entry.hash}>{shortHash(entry.hash)}</span> },
]

/** Every change ever written down, newest first. Nothing is ever taken out of it. */
export function JournalScreen() {
  const [limit, setLimit] = useState(STEP)
  const [before, setBefore] = useState<number | null>(null)
  const journal = useQuery('journal.read', { limit, ...(before === null ? {} : { before }) })
  const entries = journal.data?.entries
  const oldest = entries?.at(-1)
  const wanted = useRoute().params['entry']
  const opened = entries?.find((entry) => String(entry.seq) === wanted)
  const more = () => {
    if (limit < MOST) setLimit(limit + STEP)
    else if (oldest !== undefined) setBefore(oldest.seq)
  }
  return (
    <Page title="变动" note={journal.data === undefined ? '' : `台账共 ${journal.data.total} 条，新的在前`} fill>
      {journal.error !== null && <ErrorState error={journal.error} onRetry={journal.refetch} />}
      {journal.error === null && entries === undefined && <Skeleton rows={12} />}
      {journal.error === null && entries !== undefined && (
        <>
          <DataTable
            label="变动台账"
            memory="journal"
            columns={COLUMNS}
            rows={entries}
            rowKey={(entry) => String(entry.seq)}
            openedKey={opened === undefined ? null : String(opened.seq)}
            onOpen={(entry) => openParam('entry', String(entry.seq))}
            empty={<EmptyState text="还没有变动。导入花名册、核定编制、更正人员，每一步都会记在这里。" action={<Button onClick={() => goTo('import')}>导入花名册</Button>} />}
          />
          {oldest !== undefined && oldest.seq > 1 && (
            <p className="journal-more">
              {before !== null && <Button onClick={() => setBefore(null)}>回到最新</Button>} <Button onClick={more} busy={journal.loading}>{limit < MOST ? '再往前看' : '更早的'}</Button>
            </p>
          )}
        </>
      )}
      {opened !== undefined && <EntryDrawer entry={opened} />}
    </Page>
  )
}
