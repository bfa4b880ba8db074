import type { Transaction } from 'kysely'
import { EVENT_TITLES } from '../../vocabulary/events.ts'
import { OPERATIONS, operationTitle, type Input, type Output } from '../../contract/operations.ts'
import { readActs, type Acts } from '../../domain/ledger/journal/history.ts'
import type { BookDatabase } from '../../store/book-database.ts'
import { readEntryChanges } from '../../store/entry-rows-store.ts'
import type { HistoryRecord } from '../../domain/ledger/journal/journal-record.ts'
import {
  findByDocument,
  findByEvent,
  findByPerson,
  findByUnit,
  findByWords,
  readEventMarks,
  readHistoryPage,
  readNamesEver,
  readReversals,
} from '../../store/journal-history-store.ts'
import type { QueryContext } from '../context.ts'
import { whyFrozen } from './frozen-entry.ts'
import { newestAct } from './newest-act.ts'
import { changeWords } from '../../domain/views/change-words.ts'
import { historyEntryView } from '../../domain/views/history-entry-view.ts'
import { readHolidayTables } from '../../store/pack-store.ts'
import { markedPersonIds } from '../../domain/views/journal-entry-view.ts'

type Tx = Transaction<BookDatabase>

const PAGE = 200

/** 变动历史, newest first: what was registered, what took it back, and what undo and redo would take now. Filters narrow one another. */
export function readHistory(input: Input<'history.read'>, context: QueryContext): Promise<Output<'history.read'>> {
  return context.db.transaction().execute(async (tx) => {
    const acts = readActs(await readReversals(tx))
    const page = {
      only: await matching(tx, input),
      from: input.from ?? null,
      to: input.to ?? null,
      before: input.before ?? null,
      limit: input.limit ?? PAGE,
    }
    const { records, total } = await readHistoryPage(tx, page)
    const marks = await readEventMarks(
      tx,
      records.map((record) => record.seq),
    )
    const names = await readNamesEver(tx, markedPersonIds(records))
    const holidays = await readHolidayTables(tx)
    const entries: Output<'history.read'>['entries'] = []
    for (const record of records) {
      const event = marks.get(record.seq)
      entries.push(
        historyEntryView(record, {
          acts,
          operationTitle: operationTitle(record.operation),
          names,
          event,
          words: event === undefined ? await wordsOf(tx, record) : null,
          holidays,
        }),
      )
    }
    return { entries, total, undoable: await undoable(tx, acts), redoable: acts.undone[0]?.tip ?? null }
  })
}

/** Entries that pass every filter given; null: no filter. */
async function matching(tx: Tx, input: Input<'history.read'>): Promise<ReadonlySet<number> | null> {
  const filters: ReadonlySet<number>[] = []
  const add = (seqs: readonly number[]) => filters.push(new Set(seqs))
  if (given(input.person)) add(await findByPerson(tx, input.person))
  if (given(input.unit)) add(await findByUnit(tx, input.unit))
  if (given(input.document)) add(await findByDocument(tx, input.document))
  if (given(input.search)) add(await findByText(tx, input.search))
  const [first, ...rest] = filters
  return first === undefined ? null : new Set([...first].filter((seq) => rest.every((filter) => filter.has(seq))))
}

function given(filter: string | undefined): filter is string {
  return filter !== undefined && filter !== ''
}

/** The text may stand in the sentence, in what the entry is called, or be a person, unit or document the entry is about. */
async function findByText(tx: Tx, text: string): Promise<readonly number[]> {
  const titled = (titles: readonly (readonly [string, string])[]) =>
    titles.filter(([, title]) => title.includes(text)).map(([name]) => name)
  const operations = titled(Object.entries(OPERATIONS).map(([name, { title }]) => [name, title]))
  return [
    ...(await findByWords(tx, text, operations)),
    ...(await findByEvent(tx, titled(Object.entries(EVENT_TITLES)), text)),
    ...(await findByPerson(tx, text)),
    ...(await findByUnit(tx, text)),
    ...(await findByDocument(tx, text)),
  ]
}

/** Entries with more rows than this say in their summary what they did. */
const FEW_CHANGES = 12

async function wordsOf(tx: Tx, record: HistoryRecord): Promise<string | null> {
  if (record.reverses !== null || record.changes === 0 || record.changes > FEW_CHANGES) return null
  return changeWords(await readEntryChanges(tx, record.seq))
}

async function undoable(tx: Tx, acts: Acts): Promise<number | null> {
  const newest = await newestAct(tx, acts)
  return newest === null || whyFrozen(newest) !== null ? null : newest.seq
}
