import { createHash } from 'node:crypto'
import type { CountyBook } from './county-book.ts'
import { prepared } from './prepared.ts'

/* What happened to the 主管本, each entry chained to the one before. */

export interface CountyEntry {
  readonly seq: number
  readonly recordedAt: string
  readonly actor: string
  readonly operation: string
  readonly summary: string
}

const GENESIS = '0'.repeat(64)

/** Appends an entry inside the running transaction; returns its number. */
export function appendCountyEntry(county: CountyBook, entry: Omit<CountyEntry, 'seq'>): number {
  const last = prepared(county, `SELECT seq, hash FROM county_journal ORDER BY seq DESC LIMIT 1`).get() as
    | { readonly seq: number; readonly hash: string }
    | undefined
  const [seq, previous] = [(last?.seq ?? 0) + 1, last?.hash ?? GENESIS]
  const hash = hashOf({ ...entry, seq }, previous)
  prepared(county, `INSERT INTO county_journal VALUES (?, ?, ?, ?, ?, ?, ?)`).run(
    seq,
    entry.recordedAt,
    entry.actor,
    entry.operation,
    entry.summary,
    previous,
    hash,
  )
  return seq
}

/** Number of the first entry whose hash does not follow from it and the one before; null: the chain holds. */
export function brokenCountyEntry(county: CountyBook): number | null {
  let [previous, next] = [GENESIS, 1]
  const rows = county.raw.prepare(`SELECT * FROM county_journal ORDER BY seq`).iterate() as Iterable<{
    readonly seq: number
    readonly recorded_at: string
    readonly actor: string
    readonly operation: string
    readonly summary: string
    readonly previous_hash: string
    readonly hash: string
  }>
  for (const row of rows) {
    const hash = hashOf({ ...row, recordedAt: row.recorded_at }, previous)
    if (row.seq !== next || row.previous_hash !== previous || row.hash !== hash) return row.seq
    previous = row.hash
    next += 1
  }
  return null
}

function hashOf({ seq, recordedAt, actor, operation, summary }: CountyEntry, previous: string): string {
  return createHash('sha256')
    .update(JSON.stringify([seq, recordedAt, actor, operation, summary, previous]))
    .digest('hex')
}

/** Newest first. */
export function readCountyEntries(county: CountyBook, limit: number): readonly CountyEntry[] {
  return prepared(
    county,
    `SELECT seq, recorded_at AS recordedAt, actor, operation, summary FROM county_journal ORDER BY seq DESC LIMIT ?`,
  ).all(limit) as CountyEntry[]
}

/** Hash of the newest entry. */
export function readCountyHead(county: CountyBook): string {
  const row = prepared(county, `SELECT hash FROM county_journal ORDER BY seq DESC LIMIT 1`).get() as
    | { readonly hash: string }
    | undefined
  return row?.hash ?? GENESIS
}
