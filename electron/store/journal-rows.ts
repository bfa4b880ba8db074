import { sql, type Kysely } from 'kysely'
import type Database from 'better-sqlite3-multiple-ciphers'
import {
  decodeImages,
  decodeParts,
  rowIdOf,
  rowKeyOf,
  type ImageParts,
  type ImageTexts,
} from '../../migrations/image-codec.ts'
import type { BookDatabase, JournalChangeTable } from './book-database.ts'
import { imageHash } from './canonical.ts'

/*
 * The journal's changes as they are read: with names, ids and images as texts. The file keeps them as bytes (`journal_row`); a view of each
 * connection's own shows them as the table `journal_change` that books of older schemas have.
 */

/** What an image that cannot be read gives: no JSON, so that whoever reads it says so, and no digest fits it. */
const UNREADABLE = '?'

type Which = keyof ImageTexts

const AT = '(SELECT recorded_at FROM main.journal AS e WHERE e.seq = c.seq)'
const image = (which: Which) => `journal_${which}(t.name, c.row_key, ${AT}, c.images)`
const digest = (which: Which) =>
  `CASE WHEN c.${which}_hash IS NULL THEN journal_digest(hex(c.salt), ${image(which)}) ELSE journal_hex(c.${which}_hash) END`

const VIEW = `CREATE TEMP VIEW IF NOT EXISTS journal_change AS
  SELECT c.seq, c.ordinal, t.name AS table_name, journal_row_id(c.row_key) AS row_id, c.row_key, c.kind,
    CASE c.kind WHEN 0 THEN NULL ELSE ${image('before')} END AS before_json,
    CASE c.kind WHEN 2 THEN NULL ELSE ${image('after')} END AS after_json,
    ${digest('before')} AS before_hash, ${digest('after')} AS after_hash, lower(hex(c.salt)) AS salt
  FROM main.journal_table AS t JOIN main.journal_row AS c ON c.table_id = t.id`

/** Lets a connection read the changes as `journal_change`; nothing to do for a file of an older schema, which has a table of that name. */
export function showJournal(raw: Database.Database): void {
  if (!keepsRows(raw)) return
  define(
    raw,
    'journal_before',
    (table: string, key: Key, at: string | null, bytes: Buffer) => textsOf(table, key, at, bytes).before,
  )
  define(
    raw,
    'journal_after',
    (table: string, key: Key, at: string | null, bytes: Buffer) => textsOf(table, key, at, bytes).after,
  )
  define(raw, 'journal_row_id', (key: Key) => rowIdOf(key))
  define(raw, 'journal_row_key', (id: string) => rowKeyOf(id))
  define(raw, 'journal_digest', (salt: string, text: string | null) => imageHash(salt.toLowerCase(), text))
  define(raw, 'journal_hex', (hash: Key) => (typeof hash === 'string' ? hash : hash.toString('hex')))
  raw.exec(VIEW)
}

/** Bytes of a UUID or a digest; a text where it is none. */
type Key = Buffer | string

function define(raw: Database.Database, name: string, work: (...given: never[]) => string | Buffer | null): void {
  // SQLite hands over what the view gives: the columns of a STRICT table.
  raw.function(name, { deterministic: true }, work as unknown as (...given: unknown[]) => unknown)
}

function keepsRows(raw: Database.Database): boolean {
  return (
    raw
      .prepare<[], number>(`SELECT count(*) FROM main.sqlite_schema WHERE type = 'table' AND name = 'journal_row'`)
      .pluck()
      .get() === 1
  )
}

/** Ids of rows as the file keeps them, for `row_key in (…)`: one bound value, a list has no limit then. */
export function rowKeys(ids: readonly string[]) {
  return sql<Buffer>`(select journal_row_key(value) from json_each(${JSON.stringify(ids)}))`
}

/** A change with its images as they were written. */
export interface ReadChange extends ImageParts {
  readonly table: string
  readonly rowId: string
}

/** The changes of one entry in their order. An entry of thousands is read without a text of each image being made and taken apart again. */
export async function readChangesOf(db: Kysely<BookDatabase>, seq: number): Promise<readonly ReadChange[]> {
  const { rows } = await sql<Pick<StoredRow, 'table_name' | 'row_key' | 'kind' | 'at' | 'images'>>`
    select t.name as table_name, c.row_key, c.kind, e.recorded_at as at, c.images
    from main.journal_row as c join main.journal_table as t on t.id = c.table_id left join main.journal as e on e.seq = c.seq
    where c.seq = ${seq} order by c.ordinal`.execute(db)
  return rows.map(({ table_name: table, row_key, kind, at, images }) => {
    const rowId = rowIdOf(row_key)
    const { before, after } = partsOf({ table, rowId, at: at ?? '' }, images)
    return { table, rowId, before: kind === 0 ? null : before, after: kind === 2 ? null : after }
  })
}

function partsOf(
  of: { readonly table: string; readonly rowId: string; readonly at: string },
  bytes: Buffer,
): ImageParts {
  try {
    return decodeParts(of, bytes)
  } catch {
    return { before: UNREADABLE, after: UNREADABLE }
  }
}

interface StoredRow {
  readonly seq: number
  readonly ordinal: number
  readonly table_name: string
  readonly row_key: Buffer | string
  readonly kind: number
  readonly at: string | null
  readonly images: Buffer
  readonly salt: Buffer
  readonly before_hash: Buffer | string | null
  readonly after_hash: Buffer | string | null
}

/** Every change in its order, each image taken apart once. */
export function* everyChange(raw: Database.Database): Generator<JournalChangeTable> {
  if (!keepsRows(raw)) {
    yield* raw.prepare<[], JournalChangeTable>('SELECT * FROM journal_change ORDER BY seq, ordinal').iterate()
    return
  }
  const rows = raw
    .prepare<[], StoredRow>(
      `SELECT c.seq, c.ordinal, t.name AS table_name, c.row_key, c.kind, e.recorded_at AS at, c.images, c.salt, c.before_hash, c.after_hash
      FROM journal_row AS c LEFT JOIN journal_table AS t ON t.id = c.table_id LEFT JOIN journal AS e ON e.seq = c.seq
      ORDER BY c.seq, c.ordinal`,
    )
    .iterate()
  for (const row of rows) yield changeOf(row)
}

function changeOf({ table_name, row_key, at, images, ...row }: StoredRow): JournalChangeTable {
  const salt = row.salt.toString('hex')
  const read = textsOf(table_name, row_key, at, images)
  // What kind of change it is follows from its images; a row that says otherwise is none of ours.
  const texts = row.kind === kindOf(read) ? read : { before: UNREADABLE, after: UNREADABLE }
  const hash = (which: Which) => {
    const kept = row[`${which}_hash`]
    return kept === null ? imageHash(salt, texts[which]) : typeof kept === 'string' ? kept : kept.toString('hex')
  }
  return {
    seq: row.seq,
    ordinal: row.ordinal,
    table_name,
    row_id: rowIdOf(row_key),
    before_json: texts.before,
    after_json: texts.after,
    before_hash: hash('before'),
    after_hash: hash('after'),
    salt,
  }
}

function kindOf({ before, after }: ImageTexts): number {
  return before === null ? 0 : after === null ? 2 : 1
}

function textsOf(table: string, key: Key, at: string | null, bytes: Buffer): ImageTexts {
  try {
    return decodeImages({ table, rowId: rowIdOf(key), at: at ?? '' }, bytes)
  } catch {
    return { before: UNREADABLE, after: UNREADABLE }
  }
}
