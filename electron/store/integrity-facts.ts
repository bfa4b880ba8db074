import type Database from 'better-sqlite3-multiple-ciphers'
import { FACT_TABLES, type FactTable, type JournalChangeTable } from './book-database.ts'
import { canonicalRow, sha256, type RowImage } from './canonical.ts'
import type { Check, Problem } from './integrity-problem.ts'
import { columnTitle, rowName, TABLE_TITLES } from '../domain/ledger/rows/table-titles.ts'

type Change = Pick<JournalChangeTable, 'seq' | 'row_id' | 'before_json' | 'after_json'>
/** What the journal says a row is now: null when it was removed. */
interface Replayed {
  readonly rowId: string
  readonly seq: number
  readonly json: string | null
}
type FactRow = RowImage & { readonly id: string }

/**
 * Replays the journal and compares it with every fact table, both ways: a row that was edited, is gone, or was never journalled.
 * Both sides are read in the order of their ids and walked together, so nothing is held in memory.
 */
export function* compareFacts(raw: Database.Database): Check {
  for (const table of FACT_TABLES) yield* compareTable(raw, table)
  const known = FACT_TABLES.map((table) => `'${table}'`).join(',')
  for (const seq of raw
    .prepare<[], number>(`SELECT DISTINCT seq FROM journal_change WHERE table_name NOT IN (${known}) ORDER BY seq`)
    .pluck()
    .iterate()) {
    yield { seq, text: `台账第 ${seq} 条记着一张不存在的表` }
  }
}

function* compareTable(raw: Database.Database, table: FactTable): Check {
  const rows = raw.prepare<[], FactRow>(`SELECT * FROM ${table} ORDER BY id`).iterate()
  let row = rows.next()
  try {
    for (const step of replay(raw, table)) {
      if ('text' in step) {
        yield step
        continue
      }
      for (; row.done !== true && byteOrder(row.value.id, step.rowId) < 0; row = rows.next())
        yield extraRow(table, row.value.id)
      const present = row.done !== true && row.value.id === step.rowId ? row.value : null
      yield compareRow(table, step, present)
      if (present !== null) row = rows.next()
    }
    for (; row.done !== true; row = rows.next()) yield extraRow(table, row.value.id)
  } finally {
    rows.return?.()
  }
}

/** Folds a row's changes into its last image. Each change must start from what the one before it left. */
function* replay(raw: Database.Database, table: FactTable): Generator<Replayed | Problem> {
  const changes = raw
    .prepare<[string], Change>(
      'SELECT row_id, seq, before_json, after_json FROM journal_change WHERE table_name = ? ORDER BY row_id, seq, ordinal',
    )
    .iterate(table)
  let last: Replayed | null = null
  for (const change of changes) {
    if (last !== null && last.rowId !== change.row_id) {
      yield last
      last = null
    }
    if (!sameImage(change.before_json, last?.json ?? null))
      yield {
        seq: change.seq,
        text: `台账第 ${change.seq} 条：${rowName(table, change.row_id)}改动前的内容与上一次改动后不符`,
      }
    last = { rowId: change.row_id, seq: change.seq, json: change.after_json }
  }
  if (last !== null) yield last
}

function compareRow(table: FactTable, replayed: Replayed, row: FactRow | null): Problem | null {
  if (row === null)
    return replayed.json === null
      ? null
      : { seq: replayed.seq, text: `${rowName(table, replayed.rowId)}不见了，台账第 ${replayed.seq} 条写有它` }
  if (replayed.json === null)
    return { seq: replayed.seq, text: `${rowName(table, replayed.rowId)}已由台账第 ${replayed.seq} 条移除，却还在` }
  if (canonicalRow(row) === replayed.json) return null
  const columns = differingColumns(replayed.json, canonicalRow(row))
  return columns.length === 0
    ? null
    : {
        seq: replayed.seq,
        text: `${rowName(table, replayed.rowId)}的${columns.map(columnTitle).join('、')}与台账第 ${replayed.seq} 条不符`,
      }
}

function extraRow(table: FactTable, rowId: string): Problem {
  return { seq: null, text: `${rowName(table, rowId)}不是经台账写入的` }
}

function sameImage(left: string | null, right: string | null): boolean {
  if (left === right) return true
  return left !== null && right !== null && differingColumns(left, right).length === 0
}

/** A column that a later schema added is absent from older images: absent and empty are the same. */
function differingColumns(left: string, right: string): readonly string[] {
  const [before, after] = [parseImage(left), parseImage(right)]
  if (before === null || after === null) return ['内容']
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (column) => (before[column] ?? null) !== (after[column] ?? null),
  )
}

function parseImage(json: string): RowImage | null {
  try {
    const image: unknown = JSON.parse(json)
    return typeof image === 'object' && image !== null ? (image as RowImage) : null
  } catch {
    return null
  }
}

/** The order of SQLite's BINARY collation: bytes of UTF-8. */
function byteOrder(left: string, right: string): number {
  return left === right ? 0 : Buffer.compare(Buffer.from(left), Buffer.from(right))
}

interface FrozenRow {
  readonly id: string
  readonly content_sha256: string
  readonly content: Buffer | null
  readonly listing: string | null
  readonly listing_sha256: string | null
}

/** Every issued notice must have its file, and file and listing must be those that were issued. */
export function* compareNoticeFiles(raw: Database.Database): Check {
  // A copy of an earlier schema keeps the sheet alone.
  const listed =
    raw
      .prepare<[], number>(`SELECT count(*) FROM pragma_table_info('notice_file') WHERE name = 'listing'`)
      .pluck()
      .get() === 1
  const columns = listed ? 'listing, listing_sha256' : 'NULL AS listing, NULL AS listing_sha256'
  const rows = raw
    .prepare<[], FrozenRow>(
      `SELECT id, content_sha256, content, ${columns} FROM notice LEFT JOIN notice_file ON notice_id = id ORDER BY id`,
    )
    .iterate()
  for (const row of rows) {
    if (row.content === null) yield { seq: null, text: `${rowName('notice', row.id)}的成品文件不见了` }
    else if (sha256(row.content) !== row.content_sha256)
      yield { seq: null, text: `${rowName('notice', row.id)}的成品文件被改过` }
    else
      yield (row.listing === null ? null : sha256(row.listing)) === row.listing_sha256
        ? null
        : { seq: null, text: `${rowName('notice', row.id)}的名单被改过` }
  }
  const orphans =
    raw
      .prepare<[], number>('SELECT count(*) FROM notice_file WHERE notice_id NOT IN (SELECT id FROM notice)')
      .pluck()
      .get() ?? 0
  if (orphans > 0) yield { seq: null, text: `有 ${orphans} 份成品文件不属于任何“${TABLE_TITLES.notice}”` }
}
