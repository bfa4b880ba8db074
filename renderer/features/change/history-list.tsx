import { useState } from 'react'
import type { CallInput } from '../../../electron/contract/operations.ts'
import type { HistoryEntryView } from '../../../electron/contract/ledger-operations.ts'
import type { ApiError } from '../../api/client.ts'
import { useQuery } from '../../api/use-query.ts'
import { SeenListButtons } from '../../parts/seen-list.tsx'
import { undoEntry } from '../../parts/undo-entry.ts'
import { formatInstant, orDash } from '../../text/format.ts'
import { goTo } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { TextInput } from '../../ui/form.tsx'
import { Toolbar } from '../../ui/page.tsx'
import { openParam, setParams, useRoute } from '../../ui/route.ts'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { EntryDrawer } from './entry-drawer.tsx'
import { EntryMarks } from './entry-marks.tsx'
import { blockingEntries, canBeUndone } from './undo-refusal.ts'

const STEP = 200
const MOST = 1000
const FILTERS = ['who', 'where', 'document', 'search', 'from', 'to'] as const
type Filters = Readonly<Partial<Record<(typeof FILTERS)[number], string>>>

/** Everything ever written down, newest first; each can be taken back, by a linked reversal. */
export function HistoryList() {
  const { params } = useRoute()
  const [limit, setLimit] = useState(STEP)
  const [refused, setRefused] = useState<{ readonly seq: number; readonly error: ApiError } | null>(null)
  const history = useQuery('history.read', questionOf(params, limit))
  const entries = history.data?.entries
  const opened = params['entry']
  const undo = async (seq: number) => {
    const error = await undoEntry(seq)
    setRefused(error === null ? null : { seq, error })
  }
  const filtered = FILTERS.some((key) => params[key] !== undefined)
  return (
    <>
      <HistoryFilters filters={params} />
      {refused !== null && <UndoRefusal seq={refused.seq} error={refused.error} onClose={() => setRefused(null)} />}
      {history.error !== null && <ErrorState error={history.error} onRetry={history.refetch} />}
      {history.error === null && entries === undefined && <Skeleton rows={12} />}
      {history.error === null && entries !== undefined && (
        <DataTable
          label="变动历史"
          memory="history"
          renderTools={(seen) => <SeenListButtons title="变动历史" note={noteOf(params)} seen={seen} />}
          columns={columnsWith((seq) => void undo(seq))}
          rows={entries}
          rowKey={(entry) => String(entry.seq)}
          openedKey={opened ?? null}
          onOpen={(entry) => openParam('entry', String(entry.seq))}
          empty={
            <EmptyState
              text={
                filtered
                  ? '没有这样的登记。放宽查找条件再试。'
                  : '还没有变动。导入花名册、登记变动，每一步都会记在这里。'
              }
              action={
                filtered ? (
                  <Button onClick={() => goTo('journal', { tab: 'history' })}>看全部</Button>
                ) : (
                  <Button onClick={() => goTo('journal', { tab: 'register' })}>登记变动</Button>
                )
              }
            />
          }
        />
      )}
      {history.data !== undefined && (
        <p className="history-foot">
          {entries?.length ?? 0} 条，共 {history.data.total} 条{' '}
          {(entries?.length ?? 0) >= limit && limit < MOST && (
            <Button small busy={history.loading} onClick={() => setLimit(MOST)}>
              再往前看
            </Button>
          )}
        </p>
      )}
      {opened !== undefined && (
        <EntryDrawer
          key={opened}
          seq={Number(opened)}
          entry={entries?.find((entry) => String(entry.seq) === opened)}
          onUndo={(seq) => void undo(seq)}
        />
      )}
    </>
  )
}

/** "人员 某人，生效日 2026-01-01 至 2026-06-30": what was asked for. */
function noteOf({ who, where, document, search, from, to }: Filters): string {
  const days = from === undefined && to === undefined ? '' : `生效日 ${from ?? ''} 至 ${to ?? ''}`
  return [
    ...(who === undefined ? [] : [`人员 ${who}`]),
    ...(where === undefined ? [] : [`机构 ${where}`]),
    ...(document === undefined ? [] : [`文号 ${document}`]),
    ...(search === undefined ? [] : [`含有 ${search}`]),
    ...(days === '' ? [] : [days]),
  ].join('，')
}

function questionOf(filters: Filters, limit: number): CallInput<'history.read'> {
  const { who, where, document, search, from, to } = filters
  return {
    limit,
    ...said('person', who),
    ...said('unit', where),
    ...said('document', document),
    ...said('search', search),
    ...said('from', from),
    ...said('to', to),
  }
}

function said<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined || value === '' ? {} : ({ [key]: value } as Record<K, string>)
}

function columnsWith(onUndo: (seq: number) => void): readonly Column<HistoryEntryView>[] {
  return [
    {
      key: 'seq',
      title: '序号',
      width: 56,
      align: 'right',
      render: (entry) => entry.seq,
      text: (entry) => String(entry.seq),
    },
    {
      key: 'recordedAt',
      title: '登记时间',
      width: 136,
      render: (entry) => formatInstant(entry.recordedAt),
      text: (entry) => formatInstant(entry.recordedAt),
    },
    {
      key: 'effectiveOn',
      title: '生效日',
      width: 94,
      render: (entry) => orDash(entry.effectiveOn),
      text: (entry) => entry.effectiveOn ?? '',
    },
    {
      key: 'title',
      title: '事项',
      width: 164,
      text: (entry) => entry.title,
      render: (entry) => (
        <span title={entry.title}>
          {entry.title} <EntryMarks entry={entry} />
        </span>
      ),
    },
    {
      key: 'text',
      title: '内容',
      render: (entry) => <span title={entry.text}>{entry.text}</span>,
      text: (entry) => entry.text,
    },
    {
      key: 'document',
      title: '文号',
      width: 196,
      text: (entry) => entry.document ?? '',
      render: (entry) => <span title={entry.document ?? ''}>{orDash(entry.document)}</span>,
    },
    { key: 'actor', title: '经办', width: 72, render: (entry) => entry.actor, text: (entry) => entry.actor },
    {
      key: 'undo',
      title: '',
      width: 84,
      align: 'right',
      render: (entry) =>
        canBeUndone(entry) && (
          <Button
            look="link"
            aria-label={`撤销这条：第 ${entry.seq} 条`}
            onClick={(event) => {
              event.stopPropagation()
              onUndo(entry.seq)
            }}
          >
            撤销这条
          </Button>
        ),
    },
  ]
}

function HistoryFilters({ filters }: { readonly filters: Filters }) {
  const put = (key: string, value: string | undefined) =>
    setParams({ [key]: value === '' ? null : (value ?? null) }, { replace: true })
  const box = (key: 'who' | 'where' | 'document' | 'search', label: string, width: number) => (
    <TextInput
      aria-label={label}
      placeholder={label}
      width={width}
      value={filters[key] ?? ''}
      onChange={(value) => put(key, value)}
    />
  )
  return (
    <Toolbar>
      {box('search', '找：内容、事项', 200)}
      <WhoBox who={filters.who} onWho={(who) => put('who', who)} />
      {box('where', '机构', 160)}
      {box('document', '文号', 170)}
      <span className="quiet">生效日</span>
      <DateInput aria-label="生效日自" value={filters.from} onChange={(day) => put('from', day)} width={132} />
      <span className="quiet">至</span>
      <DateInput aria-label="生效日至" value={filters.to} onChange={(day) => put('to', day)} width={132} />
      {FILTERS.some((key) => filters[key] !== undefined) && (
        <Button onClick={() => goTo('journal', { tab: 'history' })}>清除</Button>
      )}
    </Toolbar>
  )
}

/** The person asked for by a link is known by id, which is nothing to read: the box shows the name, with the unit where two have it. */
function WhoBox({ who, onWho }: { readonly who: string | undefined; readonly onWho: (who: string) => void }) {
  const people = useQuery('roster.read', {}).data?.people ?? []
  const person = people.find(({ personId }) => personId === who)
  const twice =
    person !== undefined && people.some((one) => one.name === person.name && one.personId !== person.personId)
  const shown = person === undefined ? (who ?? '') : twice ? `${person.name}（${person.unit}）` : person.name
  return <TextInput aria-label="人员" placeholder="人员" width={twice ? 200 : 120} value={shown} onChange={onWho} />
}

/** Why an entry cannot be taken back, with the later ones to look at. */
function UndoRefusal({
  seq,
  error,
  onClose,
}: {
  readonly seq: number
  readonly error: ApiError
  readonly onClose: () => void
}) {
  const later = blockingEntries(error.details['later'], seq)
  return (
    <div className="undo-refusal" role="alert">
      <span>{error.message}</span>
      {later.map((each) => (
        <Button key={each} look="link" onClick={() => openParam('entry', String(each))}>
          看第 {each} 条
        </Button>
      ))}
      <Button small onClick={onClose}>
        知道了
      </Button>
    </div>
  )
}
