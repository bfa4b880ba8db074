import type { EventInput } from '../../electron/contract/events.ts'
import { Refusal } from '../../electron/vocabulary/refusals.ts'
import { resolveEvent } from '../../electron/domain/assess/resolve-event.ts'
import { rowOfImage } from '../../electron/domain/ledger/rows/fact-columns.ts'
import type { FactTable } from '../../electron/domain/ledger/rows/fact-rows.ts'
import type { EventTools, FactWrite, PlanResult } from '../../electron/domain/ledger/planning/event-plan.ts'
import { planEvent } from '../../electron/domain/ledger/events/index.ts'
import { ledgerBook } from '../../electron/domain/ledger/book/ledger-book.ts'
import { strandedRows } from '../../electron/domain/ledger/journal/stranded-rows.ts'
import { reverseChanges, touchedRows, type RowChange } from '../../electron/domain/ledger/journal/reverse-entry.ts'
import { dice } from './dice.ts'
import { commit, factsOf, WriteRefused, type MemoryBook } from './memory-book.ts'
import { beginHistory, nextAct } from './random-history.ts'
import { rowText, type JournalEntry, type Tables } from './recount.ts'

/** What became of an act. `refused`: the program said no, with its code; `file`: the program would have, and the file did not take it. */
export type Outcome =
  | {
      readonly kind: 'done'
      readonly name: string
      readonly event: EventInput | null
      readonly before: MemoryBook
      readonly after: MemoryBook
    }
  | { readonly kind: 'refused'; readonly name: string; readonly code: string }
  | { readonly kind: 'file'; readonly name: string; readonly why: string; readonly event: EventInput }

export type Planner = typeof planEvent

export const PLAYED_TODAY = '2026-11-22'

/** Plays `acts` acts of one seed; `look` sees each outcome as it comes. @returns the book in the end */
export function playInMemory(
  base: MemoryBook,
  seed: number,
  acts: number,
  look: (outcome: Outcome) => void,
  plan: Planner = planEvent,
): MemoryBook {
  const chance = dice(seed)
  let [book, state, ids] = [base, beginHistory(), 0]
  const tools: EventTools = {
    today: PLAYED_TODAY,
    recordedAt: '2026-11-22T02:00:00.000Z',
    newId: () => `m-${String((ids += 1)).padStart(5, '0')}`,
  }
  for (let turn = 0; turn < acts; turn += 1) {
    const next = nextAct(factsOf(book), state, lastSeq(book), chance)
    state = next.state
    const { act } = next
    const outcome =
      act.kind === 'event'
        ? playEvent(book, act.event, tools, plan)
        : act.kind === 'undo'
          ? undo(book, act.seq)
          : redo(book)
    if (outcome.kind === 'done') book = outcome.after
    look(outcome)
  }
  return book
}

export function lastSeq(book: MemoryBook): number {
  return book.entries.at(-1)?.seq ?? 0
}

function playEvent(book: MemoryBook, event: EventInput, tools: EventTools, plan: Planner): Outcome {
  const planned = planOrRefuse(book, event, tools, plan)
  if ('refusal' in planned) return { kind: 'refused', name: event.type, code: planned.refusal }
  try {
    return { kind: 'done', name: event.type, event, before: book, after: commit(book, event.type, planned.writes) }
  } catch (error) {
    if (error instanceof WriteRefused) return { kind: 'file', name: event.type, why: error.message, event }
    throw error
  }
}

function planOrRefuse(book: MemoryBook, event: EventInput, tools: EventTools, plan: Planner): PlanResult {
  const ledger = ledgerBook(factsOf(book))
  try {
    return plan(resolveEvent(event, ledger, tools.today), ledger, tools)
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.code, details: error.details }
    throw error
  }
}

/** Entries a clerk can take back: not the book's own beginning, and not what has been taken back. */
function undoable(book: MemoryBook): readonly JournalEntry[] {
  const reversed = new Set(book.entries.map((entry) => entry.reverses))
  return book.entries.filter(
    (entry) =>
      entry.reverses === null &&
      !reversed.has(entry.seq) &&
      !['book.create', 'import.commit'].includes(entry.operation),
  )
}

/** Takes an entry back where every row it left is as it left it. */
export function undo(book: MemoryBook, seq: number | null): Outcome {
  const entry = seq === null ? undoable(book).at(-1) : undoable(book).find((candidate) => candidate.seq === seq)
  return entry === undefined ? { kind: 'refused', name: 'undo', code: 'nothing_to_undo' } : reverse(book, entry, 'undo')
}

export function redo(book: MemoryBook): Outcome {
  const reversed = new Set(book.entries.map((entry) => entry.reverses))
  const entry = book.entries.findLast((candidate) => candidate.operation === 'undo' && !reversed.has(candidate.seq))
  return entry === undefined ? { kind: 'refused', name: 'redo', code: 'nothing_to_redo' } : reverse(book, entry, 'redo')
}

function reverse(book: MemoryBook, entry: JournalEntry, name: 'undo' | 'redo'): Outcome {
  const changes = entry.changes.map((change): RowChange => ({
    table: change.table as FactTable,
    rowId: change.id,
    before: change.before,
    after: change.after,
  }))
  const touched = touchedRows(changes).some(
    (row) => rowText(book.store.get(row.table)?.get(row.rowId) ?? null) !== rowText(row.left),
  )
  if (touched) return { kind: 'refused', name, code: 'undo_blocked' }
  const writes = reverseChanges(changes).flatMap((step): readonly FactWrite[] => {
    if (step.op === 'remove') return step.ids.map((id) => ({ op: 'remove', table: step.table, id }))
    if (step.op === 'insert')
      return step.rows.map(
        (row) => ({ op: 'insert', table: step.table, row: rowOfImage(step.table, row) }) as FactWrite,
      )
    return [{ op: 'update', table: step.table, id: step.id, set: step.set } as FactWrite]
  })
  try {
    const after = commit(book, name, writes, entry.seq)
    if (strandedRows(factsOf(after)).length > strandedRows(factsOf(book)).length)
      return { kind: 'refused', name, code: 'undo_blocked' }
    return { kind: 'done', name, event: null, before: book, after }
  } catch (error) {
    // Something later holds the place of what should come back, or points at what should go.
    if (error instanceof WriteRefused) return { kind: 'refused', name, code: 'undo_blocked' }
    throw error
  }
}

/** The tables of a book as the recount reads them. */
export function tablesOf(book: MemoryBook): Tables {
  return book.store
}
