import type { CountyBook } from './county-book.ts'
import { prepared } from './prepared.ts'

/* What was not received, and why. */

export interface RefusedRow {
  readonly fileName: string
  readonly fileSha256: string
  readonly township: string | null
  readonly code: string
  readonly message: string
}

/** True where the same file was refused for the same reason before, and the reason stands. */
export function refusedBefore(county: CountyBook, { fileSha256, code }: RefusedRow): boolean {
  return (
    prepared(county, `SELECT 1 FROM refused WHERE file_sha256 = ? AND code = ? AND lifted_seq IS NULL`).get(
      fileSha256,
      code,
    ) !== undefined
  )
}

export function writeRefused(county: CountyBook, row: RefusedRow & { readonly receivedSeq: number }): void {
  prepared(
    county,
    `INSERT INTO refused (file_name, file_sha256, township, code, message, received_seq)
     VALUES (@fileName, @fileSha256, @township, @code, @message, @receivedSeq)`,
  ).run(row)
}

/** True where a refusal of this file still stands. */
export function standsRefused(county: CountyBook, fileSha256: string): boolean {
  return (
    prepared(county, `SELECT 1 FROM refused WHERE file_sha256 = ? AND lifted_seq IS NULL`).get(fileSha256) !== undefined
  )
}

/** What was said against a file stands no more, from an entry on. */
export function liftRefusals(county: CountyBook, fileSha256: string, seq: number): void {
  prepared(county, `UPDATE refused SET lifted_seq = ? WHERE file_sha256 = ? AND lifted_seq IS NULL`).run(
    seq,
    fileSha256,
  )
}

/** The newest refusal of a township by its name that still stands. */
export function lastRefusal(
  county: CountyBook,
  township: string,
): (RefusedRow & { readonly receivedSeq: number }) | undefined {
  return prepared(
    county,
    `SELECT file_name AS fileName, file_sha256 AS fileSha256, township, code, message, received_seq AS receivedSeq
     FROM refused WHERE township = ? AND lifted_seq IS NULL ORDER BY id DESC LIMIT 1`,
  ).get(township) as (RefusedRow & { readonly receivedSeq: number }) | undefined
}

/** Newest first. */
export function readRefused(
  county: CountyBook,
  limit: number,
): readonly (RefusedRow & { readonly receivedAt: string })[] {
  return prepared(
    county,
    `SELECT r.file_name AS fileName, r.file_sha256 AS fileSha256, r.township, r.code, r.message, j.recorded_at AS receivedAt
     FROM refused r JOIN county_journal j ON j.seq = r.received_seq ORDER BY r.id DESC LIMIT ?`,
  ).all(limit) as never
}
