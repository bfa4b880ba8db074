import { operationTitle } from '../../contract/operations.ts'
import type { Transaction } from 'kysely'
import { Refusal } from '../../vocabulary/refusals.ts'
import { sameImage } from '../../domain/ledger/rows/fact-columns.ts'
import { standingInTheWay, type Acts } from '../../domain/ledger/journal/history.ts'
import { groundOf, strandedRows, touchesGround, type StrandedRow } from '../../domain/ledger/journal/stranded-rows.ts'
import {
  reverseChanges,
  rowKey,
  touchedRows,
  type RowChange,
  type TouchedRow,
} from '../../domain/ledger/journal/reverse-entry.ts'
import type { BookDatabase } from '../../store/book-database.ts'
import {
  distinctRows,
  imagesOfStep,
  readClashes,
  readEntriesTouching,
  readEntryChanges,
  readReferences,
  readRows,
  StepRefused,
  writeReversal,
  type RowName,
} from '../../store/entry-rows-store.ts'
import type { JournalWriter } from '../../store/journal.ts'
import { loadFacts } from '../../store/load-facts.ts'
import type { HistoryRecord } from '../../domain/ledger/journal/journal-record.ts'
import { readEventMarks, readHistoryRecord } from '../../store/journal-history-store.ts'
import { replayFacts } from '../../store/replay-journal.ts'
import type { Report } from '../context.ts'
import { whyFrozen } from './frozen-entry.ts'
import { entryTitle } from '../../domain/views/history-entry-view.ts'

type Tx = Transaction<BookDatabase>

interface TakeBack {
  readonly target: HistoryRecord
  readonly acts: Acts
  readonly report: Report
}

/**
 * Writes what takes an entry back: undo and redo are the same work, a redo takes an undo back. Done only where every row is exactly as the
 * entry left it and nothing entered later rests on a row that would go.
 * @returns the summary for the journal. @throws `undo_frozen`; `undo_blocked` or `redo_blocked` with the later entries in the way.
 */
export async function takeBack(tx: Tx, journal: JournalWriter, { target, acts, report }: TakeBack): Promise<string> {
  const { changes, keep } = await rowsFreeToGo(tx, target, acts)
  const act = acts.of(target.seq)
  const redoing = acts.depth(target.seq) % 2 === 1
  const refuse = (rows: readonly RowName[]) => refuseForLater(tx, rows, { target, acts, redoing, root: act.root })
  const onGround = touchesGround(changes)
  const before = onGround ? strandedRows(await loadFacts(tx)) : []
  try {
    let done = 0
    await writeReversal(journal, reverseChanges(changes, keep), (rows) => {
      done += rows
      report(redoing ? '重做' : '撤销', done, changes.length)
    })
  } catch (error) {
    if (!(error instanceof StepRefused)) throw error
    const clashes = await readClashes(tx, error.step.table, await imagesOfStep(tx, error.step))
    if (clashes.length > 0) await refuse(clashes)
    throw error.cause
  }
  const stranded = onGround ? await newlyStranded(tx, before, target.seq) : []
  if (stranded.length > 0) await refuse(stranded)
  const root = act.root === target.seq ? target : await readHistoryRecord(tx, act.root)
  const summary = `${redoing ? '重做' : '撤销'}第 ${act.root} 条：${root?.summary ?? ''}`
  journal.describe({
    summary,
    reverses: target.seq,
    effectiveOn: target.effectiveOn,
    documentNumber: target.documentNumber,
  })
  return summary
}

interface FreeRows {
  readonly changes: readonly RowChange[]
  /** Rows the entry inserted that stay. */
  readonly keep: ReadonlySet<string>
}

/**
 * The rows of an entry when each is still as the entry left it. Reads only, so that nobody is asked about what will be refused.
 * @throws `undo_frozen`; `undo_blocked` or `redo_blocked` with the later entries in the way.
 */
export async function rowsFreeToGo(tx: Tx, target: HistoryRecord, acts: Acts): Promise<FreeRows> {
  const act = acts.of(target.seq)
  const redoing = acts.depth(target.seq) % 2 === 1
  const frozen = whyFrozen(target)
  if (frozen !== null) throw new Refusal('undo_frozen', { seq: target.seq, why: frozen })
  if (redoing === act.standing)
    throw new Refusal('undo_frozen', {
      seq: target.seq,
      why: `它已由第 ${act.tip} 条${redoing ? '重做' : '撤销'}`,
    })
  const changes = await readEntryChanges(tx, target.seq)
  const { keep, inTheWay } = await compareWithNow(tx, changes)
  if (inTheWay.length > 0) await refuseForLater(tx, inTheWay, { target, acts, redoing, root: act.root })
  return { changes, keep }
}

/**
 * A unit or post must not go from under people and numbers that were registered for it since. Rows that stood without ground already, or
 * did before the entry that is taken back (an import may bring people who were there before their unit), are let be.
 */
async function newlyStranded(tx: Tx, before: readonly StrandedRow[], seq: number): Promise<readonly RowName[]> {
  const without = (rows: readonly StrandedRow[], known: readonly StrandedRow[]) => {
    const keys = new Set(known.map((row) => rowKey(row.table, row.rowId)))
    return rows.filter((row) => !keys.has(rowKey(row.table, row.rowId)))
  }
  const after = await loadFacts(tx)
  const more = without(strandedRows(after), before)
  if (more.length === 0) return []
  const stranded = without(more, strandedRows(await replayFacts(tx, { seq: seq - 1 })))
  return distinctRows(stranded.flatMap((row) => [row, ...groundOf(after, row)]))
}

interface Comparison {
  /** Rows the entry inserted that stay: see below. */
  readonly keep: ReadonlySet<string>
  /** Rows that are no longer as the entry left them, or that rest on a row that would go. */
  readonly inTheWay: readonly RowName[]
}

/**
 * Holds the entry's rows against those of now. A document that was put on record with the entry and is cited or completed since stays:
 * it is the paper that several acts may rest on, not the act.
 */
async function compareWithNow(tx: Tx, changes: readonly RowChange[]): Promise<Comparison> {
  const touched = touchedRows(changes)
  const own = new Set(touched.map((row) => rowKey(row.table, row.rowId)))
  const keep = new Set<string>()
  const inTheWay: RowName[] = []
  for (const [table, rows] of Map.groupBy(touched, (row) => row.table)) {
    const present = await readRows(
      tx,
      table,
      rows.map((row) => row.rowId),
    )
    const changed = rows.filter((row) => !sameImage(present.get(row.rowId) ?? null, row.left))
    const references = await readReferences(
      tx,
      table,
      rows.filter(made).map((row) => row.rowId),
    )
    const foreign = references.filter((reference) => !own.has(rowKey(reference.table, reference.rowId)))
    if (table === 'basis_document') {
      const wanted = new Set([...changed.map((row) => row.rowId), ...foreign.map((reference) => reference.to)])
      const stay = rows.filter((row) => made(row) && present.has(row.rowId) && wanted.has(row.rowId))
      for (const row of stay) keep.add(rowKey(table, row.rowId))
      inTheWay.push(...changed.filter((row) => !keep.has(rowKey(table, row.rowId))))
    } else inTheWay.push(...changed, ...foreign)
  }
  return { keep, inTheWay }
}

/** True for a row that was not there before the entry: taking the entry back takes it out. */
function made(row: TouchedRow): boolean {
  return row.found === null && row.left !== null
}

interface Refused {
  readonly target: HistoryRecord
  readonly acts: Acts
  readonly redoing: boolean
  readonly root: number
}

/** Names the later entries that changed the rows. */
async function refuseForLater(
  tx: Tx,
  rows: readonly RowName[],
  { target, acts, redoing, root }: Refused,
): Promise<never> {
  const touching = await readEntriesTouching(tx, rows, target.seq)
  const standing = standingInTheWay(touching, target.seq, acts)
  const later = standing.length > 0 ? standing : touching
  // No later entry changed these rows, so they were changed without the journal.
  if (later.length === 0)
    throw new Refusal('undo_frozen', { seq: target.seq, why: '它动过的内容与台账不符，请先校验编制本' })
  throw new Refusal(redoing ? 'redo_blocked' : 'undo_blocked', {
    seq: redoing ? root : target.seq,
    later: await nameEntries(tx, later, acts),
  })
}

const NAMED = 10

/** `第 13 条“核增编制”、第 15 条“导入花名册”`, the first ten. */
async function nameEntries(tx: Tx, seqs: readonly number[], acts: Acts): Promise<string> {
  const named = seqs.slice(0, NAMED)
  const marks = await readEventMarks(tx, named)
  const names: string[] = []
  for (const seq of named) {
    const record = await readHistoryRecord(tx, seq)
    if (record !== null)
      names.push(
        `第 ${seq} 条“${entryTitle(operationTitle(record.operation), marks.get(seq)?.type ?? null, acts.depth(seq))}”`,
      )
  }
  return names.join('、') + (seqs.length > NAMED ? `等 ${seqs.length} 条` : '')
}
