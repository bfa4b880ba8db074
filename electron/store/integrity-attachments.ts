import type Database from 'better-sqlite3-multiple-ciphers'
import { sha256 } from './canonical.ts'
import type { Check } from './integrity-problem.ts'
import { rowName } from './table-titles.ts'

/** Every scan on record must have its bytes, and they must be the ones put in. Bytes no row names are of a scan that was taken back: they stay. */
export function* compareAttachmentFiles(raw: Database.Database): Check {
  // A copy of the first schema has no scans yet.
  if (raw.prepare<[], number>(`SELECT count(*) FROM sqlite_schema WHERE name = 'attachment_file'`).pluck().get() === 0) return
  const rows = raw.prepare<[], { id: string; sha256: string; bytes: number; content: Buffer | null }>('SELECT id, sha256, bytes, content FROM attachment LEFT JOIN attachment_file USING (sha256) ORDER BY id').iterate()
  for (const row of rows) {
    if (row.content === null) yield { seq: null, text: `${rowName('attachment', row.id)}的文件不见了` }
    else yield row.content.length === row.bytes && sha256(row.content) === row.sha256 ? null : { seq: null, text: `${rowName('attachment', row.id)}的文件被改过` }
  }
}
