import { EVENT_TITLES } from '../../vocabulary/events.ts'
import type { HolidayTable } from '../model/holiday-table.ts'
import type { Acts } from '../ledger/journal/history.ts'
import { isLateEntry } from '../ledger/journal/late-entry.ts'
import type { HistoryRecord } from '../ledger/journal/journal-record.ts'
import { withNames } from '../ledger/journal/person-marks.ts'

const TITLES: ReadonlyMap<string, string> = new Map(Object.entries(EVENT_TITLES))

/** What an entry is called: an event by what happened, a reversal by what it does, anything else by its operation's title. */
export function entryTitle(operationTitle: string, eventType: string | null, depth: number): string {
  if (depth > 0) return depth % 2 === 1 ? '撤销' : '重做'
  const event = eventType === null ? undefined : TITLES.get(eventType)
  return event ?? operationTitle
}

/** Operations that put an error right by their nature; of events it is said one by one. */
const CORRECTING = new Set(['person.correct', 'identity.settle'])

export interface HistoryContext {
  readonly acts: Acts
  readonly operationTitle: string
  readonly names: ReadonlyMap<string, string>
  readonly event: { readonly type: string; readonly correction: boolean } | undefined
  /** What changed in words; null when the summary says it all. */
  readonly words: string | null
  /** Holiday tables of the book. */
  readonly holidays: readonly HolidayTable[]
}

/** An entry of 变动历史 as the screen shows it. */
export function historyEntryView(
  record: HistoryRecord,
  { acts, operationTitle, names, event, words, holidays }: HistoryContext,
) {
  const depth = acts.depth(record.seq)
  const reversedBy = acts.reversedBy(record.seq)
  const summary = withNames(record.summary, names)
  return {
    seq: record.seq,
    recordedAt: record.recordedAt,
    operation: record.operation,
    title: entryTitle(operationTitle, event?.type ?? null, depth),
    effectiveOn: record.effectiveOn,
    actor: record.actor,
    document: record.documentNumber,
    reason: record.reason,
    text: words === null ? summary : `${summary}（${words}）`,
    // The book's beginning is no event that was registered late, and a reversal bears the day of what it takes back.
    late:
      depth === 0 &&
      record.operation !== 'book.create' &&
      record.effectiveOn !== null &&
      isLateEntry(record.effectiveOn, record.recordedAt, holidays),
    correction: depth === 0 && (event?.correction === true || CORRECTING.has(record.operation)),
    ...(record.reverses === null ? {} : { reverses: record.reverses }),
    ...(reversedBy === null ? {} : { reversedBy }),
  }
}
