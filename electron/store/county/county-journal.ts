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
  const hash = createHash('sha256')
    .update(JSON.stringify([seq, entry.recordedAt, entry.actor, entry.operation, entry.summary, previous]))
    .digest('hex')
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
