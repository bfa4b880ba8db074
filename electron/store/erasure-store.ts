import { createHash } from 'node:crypto'
import { sql, type Kysely, type Transaction } from 'kysely'
import { encodeImages } from '../../migrations/image-codec.ts'
import { ERASED_NAME, ERASED_TABLES, erasedRow, type ErasedTable } from '../domain/ledger/rows/erased-row.ts'
import type { PlainDate } from '../domain/model/plain-date.ts'
import { TABLE_TITLES } from '../domain/ledger/rows/table-titles.ts'
import type { BookDatabase, FactTable } from './book-database.ts'
import { canonicalRow, type RowImage } from './canonical.ts'
import { erasedLine, ERASED, type Erasure } from './erasure-record.ts'
import type { JournalWriter } from './journal.ts'
import { rowKeys } from './journal-rows.ts'
import type { OpenBook } from './open.ts'
import { parseImage } from './replay-journal.ts'

/*
 * What is personal in the images of the journal goes, and the chain stays: it is made of digests. The digest of each image that was is kept, the
 * salt is not, so that nobody can try names against it. Which details were erased, and what was left of them, is a row of its own in the chain.
 */

/** Rows the book has or ever had of a person, by table. */
export type PersonRows = ReadonlyMap<ErasedTable, readonly string[]>

/** Every row that ever was the person's, also one that is no more. */
export async function readRowsEver(db: Kysely<BookDatabase>, personId: string): Promise<PersonRows> {
  const { rows } = await sql<{ readonly table: ErasedTable; readonly id: string }>`
    select distinct table_name as "table", row_id as id from journal_change
    where (table_name = 'person' and row_id = ${personId})
      or (table_name in (${sql.join(ERASED_TABLES.filter((table) => table !== 'person'))})
        and coalesce(json_extract(after_json, '$.person_id'), json_extract(before_json, '$.person_id')) = ${personId})`.execute(
    db,
  )
  return new Map(
    ERASED_TABLES.map((table) => [table, rows.filter((row) => row.table === table).map((row) => row.id)] as const),
  )
}

export interface LeftPerson {
  readonly personId: string
  readonly name: string
  readonly left: string
  /** Where they sat last. */
  readonly unit: string
}

/**
 * Who may be erased on a day: whose holdings have all ended by it, and who are still named; those who left last first. `personId`: of this one alone.
 * Somebody who never had a seat has left on the day they were put down.
 */
export async function readLeftPeople(
  db: Kysely<BookDatabase>,
  today: PlainDate,
  personId: string | null = null,
): Promise<readonly LeftPerson[]> {
  const { rows } = await sql<LeftPerson>`
    select p.id as "personId", p.name, coalesce(max(h.valid_to), substr(p.recorded_at, 1, 10)) as left, coalesce((
      select uv.name from holding as l join post_version as pv on pv.post_id = l.post_id join unit_version as uv on uv.unit_id = pv.unit_id
      where l.person_id = p.id order by l.valid_to desc, pv.valid_from desc, uv.valid_from desc limit 1), '') as unit
    from person as p left join holding as h on h.person_id = p.id
    where p.name not like ${`${ERASED_NAME}%`} and (${personId} is null or p.id = ${personId})
    group by p.id having sum(h.id is not null and (h.valid_to is null or h.valid_to > ${today})) = 0
    order by left desc, p.name`.execute(db)
  return rows
}

/** Names and numbers the person ever had in the book: what is looked for afterwards. */
export async function readNamesEver(db: Kysely<BookDatabase>, personId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly json: string | null }>`
    select after_json as json from journal_change where table_name = 'person' and row_key in ${rowKeys([personId])}
    union select before_json from journal_change where table_name = 'person' and row_key in ${rowKeys([personId])}`.execute(
    db,
  )
  const words = rows.flatMap(({ json }) => {
    const image = json === null ? {} : parseImage(json)
    return ['name', 'id_number', 'disputed_id_number'].map((column) => image[column])
  })
  return [...new Set(words.filter((word): word is string => typeof word === 'string' && word.length > 1))]
}

interface Detail {
  readonly seq: number
  readonly ordinal: number
  readonly table_name: ErasedTable
  readonly row_id: string
  readonly at: string
  readonly before_json: string | null
  readonly after_json: string | null
  readonly before_hash: string | null
  readonly after_hash: string | null
}

/**
 * Takes what is personal out of the journal's images of these rows and notes in the book which they were.
 * @returns how many details were erased
 */
export async function eraseImages(
  tx: Transaction<BookDatabase>,
  journal: JournalWriter,
  rows: PersonRows,
  erasure: { readonly id: string; readonly personId: string; readonly name: string; readonly recordedAt: string },
): Promise<number> {
  const details = await readDetails(tx, rows)
  const digest = createHash('sha256')
  await withoutGuards(tx, ['journal_row'], async () => {
    for (const detail of details) {
      const { seq, ordinal, table_name: table, row_id: rowId, at } = detail
      const left = (json: string | null) => (json === null ? null : erasedRow(table, parseImage(json), erasure.name))
      const [before, after] = [left(detail.before_json), left(detail.after_json)]
      const known = (image: RowImage | null) => (image === null ? null : { text: canonicalRow(image), image })
      digest.update(erasedLine(seq, ordinal, known(before)?.text ?? null, known(after)?.text ?? null))
      await tx
        .updateTable('journal_row')
        .set({
          images: encodeImages({ table, rowId, at }, known(before), known(after)),
          salt: Buffer.alloc(0),
          before_hash: bytesOf(detail.before_hash),
          after_hash: bytesOf(detail.after_hash),
        })
        .where('seq', '=', seq)
        .where('ordinal', '=', ordinal)
        .execute()
    }
  })
  const record: Erasure = {
    personId: erasure.personId,
    details: details.map(({ seq, ordinal }) => [seq, ordinal]),
    digest: digest.digest('hex'),
  }
  await journal.insert('setting', [
    { id: ERASED + erasure.id, value: JSON.stringify(record), recorded_at: erasure.recordedAt },
  ])
  return details.length
}

async function readDetails(db: Kysely<BookDatabase>, rows: PersonRows): Promise<readonly Detail[]> {
  const found: Detail[] = []
  for (const [table, ids] of rows) {
    const read = await sql<Detail>`
      select c.seq, c.ordinal, c.table_name, c.row_id, e.recorded_at as at, c.before_json, c.after_json, c.before_hash, c.after_hash
      from journal_change as c join journal as e on e.seq = c.seq
      where c.table_name = ${table} and c.row_key in ${rowKeys(ids)} and c.salt <> ''`.execute(db)
    found.push(...read.rows)
  }
  return found.toSorted((left, right) => left.seq - right.seq || left.ordinal - right.ordinal)
}

function bytesOf(hash: string | null): Buffer | null {
  return hash === null ? null : Buffer.from(hash, 'hex')
}

/** The bytes of files that only these rows named. @returns how many */
export async function eraseFiles(tx: Transaction<BookDatabase>, hashes: readonly string[]): Promise<number> {
  let erased = 0
  await withoutGuards(tx, ['attachment_file'], async () => {
    for (const hash of new Set(hashes)) {
      const named = await sql<{ readonly n: number }>`
        select (select count(*) from attachment where sha256 = ${hash}) + (select count(*) from notice_photo where sha256 = ${hash})
          + (select count(*) from notice_sheet where sha256 = ${hash}) + (select count(*) from person_document where sha256 = ${hash}) as n`.execute(
        tx,
      )
      if (named.rows[0]?.n !== 0) continue
      const { numDeletedRows } = await tx
        .deleteFrom('attachment_file')
        .where('sha256', '=', hash)
        .executeTakeFirstOrThrow()
      erased += Number(numDeletedRows)
    }
  })
  return erased
}

/** Answers kept for a lost reply, and sentences of cured findings: they repeat names. */
export async function eraseRepeated(tx: Transaction<BookDatabase>, personId: string): Promise<void> {
  await tx.updateTable('request').set({ reply: null }).execute()
  await tx.updateTable('finding_cure').set({ text: '已清除' }).where('person_id', '=', personId).execute()
}

/** Hashes of the files kept of a person now, and of any that a detail of the journal names. */
export async function readFileHashes(db: Kysely<BookDatabase>, rows: PersonRows): Promise<readonly string[]> {
  const { rows: found } = await sql<{ readonly hash: string | null }>`
    select distinct json_extract(coalesce(after_json, before_json), '$.sha256') as hash from journal_change
    where table_name = 'person_document' and row_key in ${rowKeys(rows.get('person_document') ?? [])}`.execute(db)
  return found.flatMap(({ hash }) => (hash === null ? [] : [hash]))
}

/**
 * The guards of a table are taken off for what no other act may do, and put back letter by letter in the same transaction: the deep check
 * compares them with those of a fresh book.
 */
async function withoutGuards(
  tx: Transaction<BookDatabase>,
  tables: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const { rows } = await sql<{ readonly name: string; readonly sql: string }>`
    select name, sql from sqlite_schema where type = 'trigger' and tbl_name in (${sql.join(tables)})`.execute(tx)
  for (const { name } of rows) await sql`drop trigger ${sql.ref(name)}`.execute(tx)
  await work()
  for (const guard of rows) await sql.raw(guard.sql).execute(tx)
}

/** The write-ahead log still holds pages of before: it is folded in and cut. */
export function settleLog(book: OpenBook): void {
  book.raw.pragma('wal_checkpoint(TRUNCATE)')
}

export interface StillSaid {
  readonly where: string
  readonly times: number
}

/** Where any of the words still stands in the file, in what a clerk calls the tables. Scans and sheets are pictures and packed: they are not read. */
export async function readWhereSaid(db: Kysely<BookDatabase>, words: readonly string[]): Promise<readonly StillSaid[]> {
  const counts = new Map<string, number>()
  const count = (where: string, times: number) =>
    void (times > 0 && counts.set(where, (counts.get(where) ?? 0) + times))
  const { rows: columns } = await sql<{ readonly table: string; readonly column: string }>`
    select t.name as "table", c.name as "column" from sqlite_schema as t, pragma_table_info(t.name) as c
    where t.type = 'table' and t.name not like 'sqlite%' and t.name not like 'kysely%' and c.type in ('TEXT', 'ANY')`.execute(
    db,
  )
  for (const { table, column } of columns)
    for (const word of words) {
      const { rows } = await sql<{ readonly n: number }>`
        select count(*) as n from ${sql.table(table)} where instr(${sql.ref(column)}, ${word}) > 0`.execute(db)
      count(titleOf(table), rows[0]?.n ?? 0)
    }
  for (const word of words) {
    const { rows } = await sql<{ readonly n: number }>`
      select count(*) as n from journal_change where instr(coalesce(before_json, ''), ${word}) > 0 or instr(coalesce(after_json, ''), ${word}) > 0`.execute(
      db,
    )
    count('台账明细', rows[0]?.n ?? 0)
  }
  return [...counts].map(([where, times]) => ({ where, times }))
}

function titleOf(table: string): string {
  if (table === 'journal') return '台账的理由和内容'
  if (table === 'notice_file') return '张榜的公示'
  return TABLE_TITLES[table as FactTable] ?? '其他'
}
