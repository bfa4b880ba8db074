import { chmodSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { expect, it } from 'vitest'
import { readBookState } from '../../electron/app/read-book-state.ts'
import { backupFolderOf, createBackup, listBackups } from '../../electron/store/backup.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import { commitCommand, readHead } from '../../electron/store/journal.ts'
import { closeBookFile, createBookFile, openBookFile, openReadOnly, type OpenBook } from '../../electron/store/open.ts'
import { SCHEMA_VERSION } from '../../migrations/index.ts'
import { RECORDED_AT, temporaryFolder } from '../kit/book.ts'
import { nextId } from '../kit/context.ts'

/* A book that the first released schema wrote: tests/fixtures/book-schema-1.sql is its content, .json what it said then. */

interface Then {
  readonly entries: number
  readonly head: string
  readonly days: readonly { readonly asOf: string; readonly roster: readonly unknown[] }[]
}

const SQL = readFileSync(join(import.meta.dirname, '../fixtures/book-schema-1.sql'), 'utf8')
const then: Then = JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/book-schema-1.json'), 'utf8'))

function writeOldBook(path: string, ...more: readonly string[]): void {
  const raw = new Database(path)
  raw.pragma('journal_mode = WAL')
  for (const statement of [SQL, ...more]) raw.exec(statement)
  raw.close()
  chmodSync(path, 0o600)
}

/** Runs `work` on a folder with the old book in it. */
async function withOldBook(work: (path: string) => Promise<void>, ...more: readonly string[]): Promise<void> {
  const folder = temporaryFolder()
  try {
    const path = join(folder.path, '山溪乡.dingbian')
    writeOldBook(path, ...more)
    await work(path)
  } finally {
    folder.dispose()
  }
}

/** Opens as the program does: a verified copy before the first step. */
function open(path: string): Promise<OpenBook> {
  return openBookFile(path, {
    beforeMigration: async (book) => {
      await createBackup(book, { reason: '升级前', folder: backupFolderOf(path), at: RECORDED_AT })
    },
  })
}

async function whileOpen<R>(path: string, work: (book: OpenBook) => Promise<R>): Promise<R> {
  const book = await open(path)
  try {
    return await work(book)
  } finally {
    await closeBookFile(book)
  }
}

function schemaOf(book: OpenBook): unknown[] {
  return book.raw
    .prepare(
      `SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name`,
    )
    .all()
}

it('the figures and lists of every day are what they were', () =>
  withOldBook((path) =>
    whileOpen(path, async (book) => {
      expect(then.days.length).toBe(5)
      // What later versions say beside it is not of that time.
      for (const day of then.days) {
        const { figures, roster } = await readBookState(book.db, day.asOf)
        expect({ ...figures, roster: roster.map((entry) => [entry.personId, entry.list]) }).toMatchObject(day)
      }
      expect(then.days.at(-1)?.roster.length).toBe(12)
    }),
  ))

it('the journal is carried over to the byte, the tables still follow from it, and it goes on', () =>
  withOldBook((path) =>
    whileOpen(path, async (book) => {
      expect(book.raw.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION)
      expect(await verifyBook(book)).toEqual({ ok: true, entries: then.entries, head: then.head, problems: [] })
      const holding = await book.db
        .selectFrom('holding')
        .select('id')
        .where('occupies_quota', '=', 1)
        .executeTakeFirstOrThrow()
      const draft = { recordedAt: RECORDED_AT, actor: '经办人', operation: 'event.add', summary: '出编' }
      await commitCommand(book.db, draft, async (_, journal) => {
        await journal.update('holding', holding.id, { valid_to: '2026-12-01', exit_cause: '31' })
        await journal.insert('ledger_event', [
          {
            id: nextId(),
            type: 'exit',
            effective_on: '2026-12-01',
            person_id: null,
            unit_id: null,
            other_unit_id: null,
            category: null,
            cause: '31',
            document_number: null,
            proofs: '[]',
            note: null,
            is_correction: 0,
            recorded_at: RECORDED_AT,
          },
        ])
      })
      expect(await verifyBook(book)).toMatchObject({ ok: true, entries: then.entries + 1 })
    }),
  ))

it('its schema is that of a fresh book, and opening again changes nothing', () =>
  withOldBook(async (path) => {
    const fresh = await createBookFile(join(path, '../新.dingbian'))
    const migrated = await whileOpen(path, (book) => Promise.resolve(schemaOf(book)))
    expect(migrated).toEqual(schemaOf(fresh))
    await closeBookFile(fresh)
    const head = await whileOpen(path, (book) => readHead(book.db))
    expect(head).toEqual({ seq: then.entries, hash: then.head })
    expect((await listBackups(backupFolderOf(path))).length).toBe(1)
  }))

it('a verified copy of the old book is made first and stays the old book', () =>
  withOldBook(async (path) => {
    await whileOpen(path, () => Promise.resolve())
    const [copy, ...others] = await listBackups(backupFolderOf(path))
    expect([copy?.reason, copy?.state, copy?.schema, copy?.entries, copy?.head, others.length]).toEqual([
      '升级前',
      'verified',
      1,
      then.entries,
      then.head,
      0,
    ])
    const raw = openReadOnly(copy?.path ?? '')
    expect(raw.pragma('user_version', { simple: true })).toBe(1)
    expect(
      raw.prepare(`SELECT count(*) FROM pragma_table_info('holding') WHERE name = 'exit_cause'`).pluck().get(),
    ).toBe(0)
    raw.close()
  }))

it('when the copy cannot be made nothing is changed', () =>
  withOldBook(async (path) => {
    const before = readFileSync(path)
    await expect(openBookFile(path, { beforeMigration: () => Promise.reject(new Error('no room')) })).rejects.toThrow(
      'no room',
    )
    expect(readFileSync(path).equals(before)).toBe(true)
    await whileOpen(path, async (book) => expect(await verifyBook(book)).toMatchObject({ ok: true }))
  }))

it('a step that breaks off leaves the old book whole', () =>
  // A table of that name is in the way of the ninth statement.
  withOldBook(async (path) => {
    await expect(open(path)).rejects.toThrow('already exists')
    const raw = openReadOnly(path)
    expect(raw.pragma('user_version', { simple: true })).toBe(1)
    expect(
      raw.prepare(`SELECT count(*) FROM pragma_table_info('holding') WHERE name = 'exit_cause'`).pluck().get(),
    ).toBe(0)
    expect(raw.prepare('SELECT count(*) FROM journal').pluck().get()).toBe(then.entries)
    raw.close()
    expect(statSync(path).size).toBeGreaterThan(0)
  }, 'CREATE TABLE absence (id TEXT)'))

it('an old book that was tampered with is still caught after the step', () =>
  withOldBook(
    (path) =>
      whileOpen(path, async (book) => {
        const found = await verifyBook(book)
        expect(found.ok).toBe(false)
        expect(found.problems.map((problem) => problem.text).join()).toContain('核定')
      }),
    'UPDATE quota SET amount = amount + 1 WHERE id = (SELECT min(id) FROM quota)',
  ))
