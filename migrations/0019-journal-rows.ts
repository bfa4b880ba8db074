import { CompiledQuery, sql, type Kysely } from 'kysely'
import { encodeImages, imageOfText, rowKeyOf } from './image-codec.ts'

/*
 * The changes of an entry in a third of the space: ids, salts and digests as bytes, images without their columns' names (image-codec), tables
 * by number. A digest is kept only where it was written already: it follows from salt and image. What is hashed stays the same text, so every
 * chain still verifies. From here on an entry does not repeat the hash of the one before it, and has its digest in 43 letters instead of 64.
 */

const TABLES = [
  `CREATE TABLE journal_table (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
  ) STRICT`,
  `CREATE TABLE journal_row (
    seq INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
    ordinal INTEGER NOT NULL,
    table_id INTEGER NOT NULL REFERENCES journal_table (id),
    row_key ANY NOT NULL,
    kind INTEGER NOT NULL CHECK (kind IN (0, 1, 2)),
    images BLOB NOT NULL,
    salt BLOB NOT NULL,
    before_hash ANY,
    after_hash ANY,
    PRIMARY KEY (seq, ordinal)
  ) STRICT, WITHOUT ROWID`,
]

const GUARDS = [
  ...['journal_table', 'journal_row'].flatMap((table) =>
    ['UPDATE', 'DELETE'].map(
      (event) => `CREATE TRIGGER ${table}_no_${event.toLowerCase()} BEFORE ${event} ON ${table}
    BEGIN SELECT RAISE(ABORT, 'append_only:journal_row'); END`,
    ),
  ),
  `CREATE TRIGGER journal_row_no_replace BEFORE INSERT ON journal_row
    WHEN EXISTS (SELECT 1 FROM journal_row AS other WHERE other.seq = NEW.seq AND other.ordinal = NEW.ordinal)
    BEGIN SELECT RAISE(ABORT, 'append_only:journal_row'); END`,
  `CREATE TRIGGER journal_table_no_replace BEFORE INSERT ON journal_table
    WHEN EXISTS (SELECT 1 FROM journal_table AS other WHERE other.id = NEW.id OR other.name = NEW.name)
    BEGIN SELECT RAISE(ABORT, 'append_only:journal_row'); END`,
  `CREATE INDEX journal_row_row ON journal_row (table_id, row_key)`,
]

const PAGE = 2000

interface OldChange {
  readonly seq: number
  readonly ordinal: number
  readonly table_name: string
  readonly row_id: string
  readonly before_json: string | null
  readonly after_json: string | null
  readonly before_hash: string | null
  readonly after_hash: string | null
  readonly salt: string
  readonly recorded_at: string | null
}

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of TABLES) await sql.raw(statement).execute(db)
  await sql`insert into journal_table (name) select distinct table_name from journal_change order by 1`.execute(db)
  const numbers = await tableNumbers(db)
  let last = { seq: 0, ordinal: 0 }
  for (;;) {
    const { rows } = await sql<OldChange>`
      select c.*, e.recorded_at from journal_change as c left join journal as e on e.seq = c.seq
      where (c.seq, c.ordinal) > (${last.seq}, ${last.ordinal}) order by c.seq, c.ordinal limit ${PAGE}`.execute(db)
    await moveOver(db, rows, numbers)
    const end = rows.at(-1)
    if (end === undefined) break
    last = end
  }
  await sql`drop table journal_change`.execute(db)
  for (const statement of GUARDS) await sql.raw(statement).execute(db)
}

async function tableNumbers(db: Kysely<unknown>): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: number; name: string }>`select id, name from journal_table`.execute(db)
  return new Map(rows.map(({ id, name }) => [name, id]))
}

const COLUMNS = ['seq', 'ordinal', 'table_id', 'row_key', 'kind', 'images', 'salt', 'before_hash', 'after_hash']

/** One statement for all of them: a book of ten thousand people has sixty thousand. */
async function moveOver(
  db: Kysely<unknown>,
  rows: readonly OldChange[],
  numbers: ReadonlyMap<string, number>,
): Promise<void> {
  if (rows.length === 0) return
  const places = `(${COLUMNS.map(() => '?').join(', ')})`
  const text = `insert into journal_row (${COLUMNS.join(', ')}) values ${rows.map(() => places).join(', ')}`
  const values = rows.flatMap((row) => movedOver(row, numbers.get(row.table_name) ?? 0))
  await db.executeQuery(CompiledQuery.raw(text, values))
}

function movedOver(row: OldChange, table: number): readonly unknown[] {
  const of = { table: row.table_name, rowId: row.row_id, at: row.recorded_at ?? '' }
  const [before, after] = [row.before_json, row.after_json].map((text) => (text === null ? null : imageOfText(text)))
  const kind = row.before_json === null ? 0 : row.after_json === null ? 2 : 1
  const images = encodeImages(of, before ?? null, after ?? null)
  const salt = bytesOf(row.salt) ?? Buffer.from(row.salt)
  const hashes = [row.before_hash, row.after_hash].map((hash) => (hash === null ? null : (bytesOf(hash) ?? hash)))
  return [row.seq, row.ordinal, table, rowKeyOf(row.row_id), kind, images, salt, ...hashes]
}

/** The bytes of hexadecimal digits; null for a text that is none. */
function bytesOf(text: string): Buffer | null {
  return /^(?:[0-9a-f]{2})*$/iu.test(text) ? Buffer.from(text, 'hex') : null
}
