import type { CountyLevel } from '../../vocabulary/county.ts'
import { appendCountyEntry } from './county-journal.ts'
import type { CountyBook } from './county-book.ts'
import { inTransaction, prepared } from './prepared.ts'

/** Who keeps the 主管本. */
export interface CountyFacts {
  readonly name: string
  readonly level: CountyLevel
  readonly code: string | null
  readonly secretKey: string
  readonly publicKey: string
}

/** First entry of a fresh file: the book, and the region it gathers. */
export function writeCounty(
  county: CountyBook,
  facts: CountyFacts & { readonly recordedAt: string; readonly actor: string },
): void {
  inTransaction(county, () => {
    prepared(county, `INSERT INTO county VALUES ('county', ?, ?, ?, ?, ?, ?)`).run(
      facts.name,
      facts.level,
      facts.code,
      facts.secretKey,
      facts.publicKey,
      facts.recordedAt,
    )
    prepared(county, `INSERT INTO region VALUES (1, NULL, ?, ?, ?)`).run(facts.level, facts.name, facts.code)
    appendCountyEntry(county, {
      recordedAt: facts.recordedAt,
      actor: facts.actor,
      operation: 'county.create',
      summary: `新建主管本“${facts.name}”`,
    })
  })
}

export function readCounty(county: CountyBook): CountyFacts {
  return prepared(
    county,
    `SELECT name, level, code, secret_key AS secretKey, public_key AS publicKey FROM county`,
  ).get() as CountyFacts
}

export interface Region {
  readonly id: number
  readonly parentId: number | null
  readonly level: CountyLevel
  readonly name: string
  readonly code: string | null
}

/** All regions, each behind the one above it. */
export function readRegions(county: CountyBook): readonly Region[] {
  return prepared(
    county,
    `SELECT id, parent_id AS parentId, level, name, code FROM region ORDER BY id`,
  ).all() as Region[]
}

/** '' for one that is not there. */
export function regionName(county: CountyBook, id: number): string {
  const row = prepared(county, `SELECT name FROM region WHERE id = ?`).get(id) as { readonly name: string } | undefined
  return row?.name ?? ''
}

/** The region of a name under another, made where it is not there yet. */
export function ensureRegion(county: CountyBook, region: Omit<Region, 'id'>): number {
  const known = prepared(county, `SELECT id FROM region WHERE parent_id IS ? AND name = ?`).get(
    region.parentId,
    region.name,
  ) as { readonly id: number } | undefined
  if (known !== undefined) return known.id
  const made = prepared(county, `INSERT INTO region (parent_id, level, name, code) VALUES (?, ?, ?, ?)`).run(
    region.parentId,
    region.level,
    region.name,
    region.code,
  )
  return Number(made.lastInsertRowid)
}

/** A township with what it handed in last. */
export interface TownshipRow {
  readonly id: number
  readonly regionId: number
  readonly name: string
  readonly code: string | null
  readonly type: string | null
  readonly ethnic: number
  readonly book: string
  readonly currentSubmission: number | null
}

const TOWNSHIP = `id, region_id AS regionId, name, code, type, ethnic, book, current_submission AS currentSubmission`

export function readTownships(county: CountyBook): readonly TownshipRow[] {
  return prepared(
    county,
    `SELECT ${TOWNSHIP} FROM township ORDER BY region_id, coalesce(code, ''), id`,
  ).all() as TownshipRow[]
}

export function townshipOfBook(county: CountyBook, book: string): TownshipRow | undefined {
  return prepared(county, `SELECT ${TOWNSHIP} FROM township WHERE book = ?`).get(book) as TownshipRow | undefined
}

/** Whoever bears the code, or the name in the region where one of the two has no code. */
export function townshipLike(
  county: CountyBook,
  asked: { readonly regionId: number; readonly name: string; readonly code: string | null },
): TownshipRow | undefined {
  return prepared(
    county,
    // Two lookups by key: as one condition it is a walk through every township where few were there when the file was last looked over.
    `SELECT ${TOWNSHIP} FROM township WHERE code = @code
     UNION ALL SELECT ${TOWNSHIP} FROM township WHERE region_id = @regionId AND name = @name AND (code IS NULL OR @code IS NULL)
     LIMIT 1`,
  ).get(asked) as TownshipRow | undefined
}

/** By code, id, or name. */
export function townshipsNamed(county: CountyBook, text: string): readonly TownshipRow[] {
  return prepared(county, `SELECT ${TOWNSHIP} FROM township WHERE name = @text OR code = @text ORDER BY id`).all({
    text,
  }) as TownshipRow[]
}

/** Approved totals that the bureau's own ledger has for a township. */
export function readLedgerTotals(
  county: CountyBook,
  townshipId: number,
): readonly { readonly category: string; readonly amount: number; readonly documentNumber: string | null }[] {
  return prepared(
    county,
    `SELECT category, amount, document_number AS documentNumber FROM ledger_total WHERE township_id = ?`,
  ).all(townshipId) as never
}

export function writeLedgerTotal(
  county: CountyBook,
  row: {
    readonly townshipId: number
    readonly category: string
    readonly amount: number
    readonly documentNumber: string | null
  },
): void {
  prepared(
    county,
    `INSERT INTO ledger_total VALUES (@townshipId, @category, @amount, @documentNumber)
     ON CONFLICT DO UPDATE SET amount = excluded.amount, document_number = excluded.document_number`,
  ).run(row)
}

/** What a unit's new name was before, as somebody told once; both as `wordKey`. */
export function readToldNames(county: CountyBook, townshipId: number): ReadonlyMap<string, string> {
  const rows = prepared(county, `SELECT name, former FROM unit_name WHERE township_id = ?`).all(townshipId) as {
    readonly name: string
    readonly former: string
  }[]
  return new Map(rows.map((row) => [row.name, row.former]))
}

export function writeToldName(county: CountyBook, townshipId: number, name: string, former: string): void {
  prepared(county, `INSERT INTO unit_name VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET former = excluded.former`).run(
    townshipId,
    name,
    former,
  )
}
