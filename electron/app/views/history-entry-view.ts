import type { Kysely } from 'kysely'
import { EVENT_TITLES } from '../../contract/events.ts'
import { isOperationName, OPERATIONS } from '../../contract/operations.ts'
import { type HistoryEntryView } from '../../contract/ledger-operations.ts'
import type { HolidayTable } from '../../domain/calendar/holiday-tables.ts'
import type { Acts } from '../../domain/ledger/history.ts'
import { isLateEntry } from '../../domain/ledger/late-entry.ts'
import type { BookDatabase } from '../../store/book-database.ts'
import { readNamesEver, type HistoryRecord } from '../../store/journal-history-store.ts'
import { journalEntryView, markedPersonIds } from './journal-entry-view.ts'

const TITLES: ReadonlyMap<string, string> = new Map(Object.entries(EVENT_TITLES))

/** What an entry is called: an event by what happened, a reversal by what it does, anything else by its operation. */
export function entryTitle(record: HistoryRecord, eventType: string | null, depth: number): string {
  if (depth > 0) return depth % 2 === 1 ? '撤销' : '重做'
  const event = eventType === null ? undefined : TITLES.get(eventType)
  return event ?? (isOperationName(record.operation) ? OPERATIONS[record.operation].title : record.operation)
}

/** Operations that put an error right by their nature; of events it is said one by one. */
const CORRECTING = new Set(['person.correct', 'identity.settle'])

export interface HistoryContext {
  readonly acts: Acts
  readonly names: ReadonlyMap<string, string>
  readonly event: { readonly type: string; readonly correction: boolean } | undefined
  /** What changed in words; null when the summary says it all. */
  readonly words: string | null
  /** Holiday tables of the book. */
  readonly holidays: readonly HolidayTable[]
}

export function historyEntryView(record: HistoryRecord, { acts, names, event, words, holidays }: HistoryContext): HistoryEntryView {
  const depth = acts.depth(record.seq)
  const reversedBy = acts.reversedBy(record.seq)
  const { summary } = journalEntryView(record, names)
  return {
    seq: record.seq,
    recordedAt: record.recordedAt,
    operation: record.operation,
    title: entryTitle(record, event?.type ?? null, depth),
    effectiveOn: record.effectiveOn,
    actor: record.actor,
    document: record.documentNumber,
    reason: record.reason,
    text: words === null ? summary : `${summary}（${words}）`,
    // The book's beginning is no event that was registered late, and a reversal bears the day of what it takes back.
    late: depth === 0 && record.operation !== 'book.create' && record.effectiveOn !== null && isLateEntry(record.effectiveOn, record.recordedAt, holidays),
    correction: depth === 0 && (event?.correction === true || CORRECTING.has(record.operation)),
    ...(record.reverses === null ? {} : { reverses: record.reverses }),
    ...(reversedBy === null ? {} : { reversedBy }),
  }
}

/** A summary with today's names in the place of its marks. */
export async function fillNames(db: Kysely<BookDatabase>, summary: string): Promise<string> {
  const record = { summary, operation: '', seq: 0, recordedAt: '', actor: '', effectiveOn: null, documentNumber: null, reason: null, changes: 0, hash: '' }
  return journalEntryView(record, await readNamesEver(db, markedPersonIds([record]))).summary
}
