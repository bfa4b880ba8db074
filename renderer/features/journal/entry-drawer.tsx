import type { JournalEntryView } from '../../../electron/contract/shapes.ts'
import { formatInstant } from '../../text/format.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { KeyValue } from '../../ui/key-value.tsx'
import { dropParam } from '../../ui/route.ts'

const DAY_MS = 86_400_000
const LATE_DAYS = 30

/** One entry in full. An entry written long after its effective day says so: 补录. */
export function EntryDrawer({ entry }: { readonly entry: JournalEntryView }) {
  const { effectiveOn } = entry
  const late = effectiveOn !== null && Date.parse(entry.recordedAt) - Date.parse(`${effectiveOn}T00:00:00+08:00`) > LATE_DAYS * DAY_MS
  return (
    <Drawer title={`第 ${entry.seq} 条 · ${entry.title}`} label="变动详情" onClose={() => dropParam('entry')}>
      <KeyValue
        columns={1}
        pairs={[
          { label: '摘要', value: entry.summary },
          { label: '登记时间', value: formatInstant(entry.recordedAt) },
          { label: '生效日', value: effectiveOn === null ? null : `${effectiveOn}${late ? '（补录）' : ''}` },
          { label: '经办', value: entry.actor },
          { label: '文号', value: entry.documentNumber },
          { label: '理由', value: entry.reason },
          { label: '改动', value: `${entry.changes} 处` },
          { label: '校验值', value: <span className="mono">{entry.hash}</span> },
        ]}
      />
    </Drawer>
  )
}
