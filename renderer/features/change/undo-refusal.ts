import type { OperationName } from '../../../electron/contract/operations.ts'
import type { HistoryEntryView } from '../../../electron/contract/ledger-operations.ts'

/** What the core never takes back: offering it would be a lie. */
const FROZEN: ReadonlySet<string> = new Set<OperationName>([
  'book.create',
  'notice.issue',
  'person.reveal',
  'person.erase',
  'report.reveal',
  'report.file',
  'handoverPack.make',
  'inspectionPack.make',
  'backup.restore',
])

/** True where the row may offer 撤销这条; whether later entries are in the way the core says. */
export function canBeUndone(entry: HistoryEntryView): boolean {
  return entry.reversedBy === undefined && !FROZEN.has(entry.operation)
}

/** The later entries a refused undo names ("第 58 条、第 60 条"), each once, oldest first; only numbers after the one to take back can be entries. */
export function blockingEntries(later: string | number | undefined, seq: number): readonly number[] {
  const named = [...String(later ?? '').matchAll(/第\s*(\d+)\s*条/g)].map((match) => Number(match[1]))
  return [...new Set(named.filter((each) => each > seq))].sort((a, b) => a - b)
}
