import type Database from 'better-sqlite3-multiple-ciphers'
import { sha256 } from './canonical.ts'
import type { Check } from './integrity-problem.ts'
import { rowName } from '../domain/ledger/rows/table-titles.ts'

interface KeptFile {
  readonly id: string
  readonly sha256: string
  readonly bytes: number
  readonly content: Buffer | null
}

/**
 * Every scan, photo, page of a notice and file of a person on record must have its bytes, and they must be the ones put in. Bytes no row names
 * are of one that was taken back: they stay.
 */
export function* compareAttachmentFiles(raw: Database.Database): Check {
  // A copy of an earlier schema has not all of them yet.
  const here = (table: string) =>
    raw.prepare<[string], number>(`SELECT count(*) FROM sqlite_schema WHERE name = ?`).pluck().get(table) === 1
  if (!here('attachment_file')) return
  for (const table of ['attachment', 'notice_photo', 'notice_sheet', 'person_document'] as const) {
    if (!here(table)) continue
    for (const row of raw
      .prepare<[], KeptFile>(
        `SELECT id, sha256, bytes, content FROM ${table} LEFT JOIN attachment_file USING (sha256) ORDER BY id`,
      )
      .iterate()) {
      if (row.content === null) yield { seq: null, text: `${rowName(table, row.id)}的文件不见了` }
      else
        yield row.content.length === row.bytes && sha256(row.content) === row.sha256
          ? null
          : { seq: null, text: `${rowName(table, row.id)}的文件被改过` }
    }
  }
}
