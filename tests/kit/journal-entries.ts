import type { OpenBook } from '../../electron/store/open.ts'
import type { JournalEntry, Row, RowChange } from './recount.ts'

/** The journal of a book file as it stands in the file, read without the program's own reading of it. */
export function journalOf(book: OpenBook): Promise<readonly JournalEntry[]> {
  // The book's one connection: nobody writes between the two readings.
  return book.db.connection().execute(() => {
    const changes = book.raw
      .prepare('SELECT seq, table_name, row_id, before_json, after_json FROM journal_change ORDER BY seq, ordinal')
      .all() as readonly {
      seq: number
      table_name: string
      row_id: string
      before_json: string | null
      after_json: string | null
    }[]
    const bySeq = Map.groupBy(changes, (change) => change.seq)
    const entries = book.raw.prepare('SELECT seq, operation, reverses FROM journal ORDER BY seq').all() as readonly {
      seq: number
      operation: string
      reverses: number | null
    }[]
    const image = (json: string | null): Row | null => (json === null ? null : JSON.parse(json))
    return Promise.resolve(
      entries.map((entry) => ({
        ...entry,
        changes: (bySeq.get(entry.seq) ?? []).map((change): RowChange => ({
          table: change.table_name,
          id: change.row_id,
          before: image(change.before_json),
          after: image(change.after_json),
        })),
      })),
    )
  })
}
