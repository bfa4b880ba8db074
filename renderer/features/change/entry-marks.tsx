import type { HistoryEntryView } from '../../../electron/contract/ledger-operations.ts'
import { Tag } from '../../ui/tag.tsx'

/** 补录, 更正, and the two ends of a reversal. */
export function EntryMarks({ entry }: { readonly entry: HistoryEntryView }) {
  return (
    <span className="entry-mark">
      {entry.late && (
        <Tag look="amber" title="登记明显晚于生效日">
          补录
        </Tag>
      )}
      {entry.correction && (
        <Tag look="ink" title="更正过去的错误">
          更正
        </Tag>
      )}
      {entry.reverses !== undefined && <Tag look="outline">撤第 {entry.reverses} 条</Tag>}
      {entry.reversedBy !== undefined && <Tag look="dashed">已被第 {entry.reversedBy} 条撤</Tag>}
    </span>
  )
}
