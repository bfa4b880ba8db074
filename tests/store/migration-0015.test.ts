import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import Database from 'better-sqlite3-multiple-ciphers'
import { expect, it } from 'vitest'
import { closeBookFile, openBookFile } from '../../electron/store/open.ts'
import { temporaryFolder } from '../kit/book.ts'

const GOLDEN = join(import.meta.dirname, '../fixtures/golden')

it.each([11, 14])('a file kept in a book of schema %i is still there, beside a place for its basis', async (schema) => {
  const folder = temporaryFolder()
  try {
    const path = join(folder.path, '山溪乡.dingbian')
    const raw = new Database(path)
    raw.exec(gunzipSync(readFileSync(join(GOLDEN, `schema-${schema}.sql.gz`))).toString('utf8'))
    raw.exec(
      `INSERT INTO person_document (id, person_id, purpose, file_name, media_type, bytes, sha256, recorded_at)
       SELECT 'd1', id, 'photo', 'a.jpg', 'image/jpeg', 3, '${'a'.repeat(64)}', '2026-11-29T08:00:00.000Z' FROM person LIMIT 1`,
    )
    raw.close()
    const book = await openBookFile(path)
    try {
      expect(book.raw.prepare('SELECT id, file_name, bytes, basis FROM person_document').all()).toEqual([
        { id: 'd1', file_name: 'a.jpg', bytes: 3, basis: null },
      ])
    } finally {
      await closeBookFile(book)
    }
  } finally {
    folder.dispose()
  }
})
