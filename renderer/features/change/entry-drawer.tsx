import type { HistoryEntryView } from '../../../electron/contract/ledger-operations.ts'
import { useQuery } from '../../api/use-query.ts'
import { formatInstant } from '../../text/format.ts'
import { goTo } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { KeyValue } from '../../ui/key-value.tsx'
import { dropParam, openParam } from '../../ui/route.ts'
import { Answer } from '../../ui/states.tsx'
import { EntryMarks } from './entry-marks.tsx'
import { canBeUndone } from './undo-refusal.ts'

interface EntryDrawerProps {
  readonly seq: number
  /** Undefined when the filter leaves it out: it is read by itself then. */
  readonly entry: HistoryEntryView | undefined
  readonly onUndo: (seq: number) => void
}

/** One entry in full, with the entry it takes back or that took it back, and its place in the chain. */
export function EntryDrawer({ seq, entry, onUndo }: EntryDrawerProps) {
  const alone = useQuery('history.read', entry === undefined ? { before: seq + 1, limit: 1 } : null)
  const chain = useQuery('journal.read', { before: seq + 1, limit: 1 }).data?.entries[0]
  const found = entry ?? alone.data?.entries[0]
  const close = () => dropParam('entry')
  const footer =
    found !== undefined && canBeUndone(found) ? (
      <>
        {found.operation === 'event.add' && (
          <Button onClick={() => goTo('journal', { tab: 'cards', of: String(seq) })}>变动卡</Button>
        )}
        <Button onClick={() => onUndo(seq)}>撤销这条</Button>
      </>
    ) : undefined
  return (
    <Drawer
      title={`第 ${seq} 条${found === undefined ? '' : ` · ${found.title}`}`}
      label="变动详情"
      onClose={close}
      footer={footer}
    >
      {entry !== undefined && <EntryFacts entry={entry} chain={chain} />}
      {entry === undefined && (
        <Answer query={alone}>
          {({ entries: [one] }) =>
            one === undefined || one.seq !== seq ? <p>没有第 {seq} 条。</p> : <EntryFacts entry={one} chain={chain} />
          }
        </Answer>
      )}
    </Drawer>
  )
}

function EntryFacts({
  entry,
  chain,
}: {
  readonly entry: HistoryEntryView
  readonly chain: { readonly changes: number; readonly hash: string; readonly earlierThan: string | null } | undefined
}) {
  const link = (seq: number, words: string) => (
    <span className="entry-link">
      <Button look="link" onClick={() => openParam('entry', String(seq))}>
        {words}
      </Button>
    </span>
  )
  return (
    <KeyValue
      columns={1}
      pairs={[
        {
          label: '内容',
          value: (
            <>
              {entry.text} <EntryMarks entry={entry} />
            </>
          ),
        },
        { label: '生效日', value: entry.effectiveOn },
        { label: '登记时间', value: <RecordedAt at={entry.recordedAt} earlierThan={chain?.earlierThan ?? null} /> },
        { label: '经办', value: entry.actor },
        { label: '文号', value: entry.document },
        { label: '理由', value: entry.reason },
        ...(entry.reverses === undefined
          ? []
          : [{ label: '撤销', value: link(entry.reverses, `它撤销了第 ${entry.reverses} 条`) }]),
        ...(entry.reversedBy === undefined
          ? []
          : [{ label: '撤销', value: link(entry.reversedBy, `已被第 ${entry.reversedBy} 条撤销`) }]),
        { label: '改动', value: chain === undefined ? null : `${chain.changes} 处` },
        { label: '校验值', value: chain === undefined ? null : <span className="mono">{chain.hash}</span> },
      ]}
    />
  )
}

/** A clock that stood wrong is said: the entries' order is that of their numbers. */
function RecordedAt({ at, earlierThan }: { readonly at: string; readonly earlierThan: string | null }) {
  if (earlierThan === null) return formatInstant(at)
  return (
    <>
      {formatInstant(at)}{' '}
      <span className="amber">
        比上一条（{formatInstant(earlierThan)}）早：当时或此前电脑的日期不对，先后以条号为准
      </span>
    </>
  )
}
