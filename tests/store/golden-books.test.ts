import { chmodSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import Database from 'better-sqlite3-multiple-ciphers'
import { describe, expect, it } from 'vitest'
import { readBookState } from '../../electron/app/read-book-state.ts'
import { backupFolderOf, createBackup, listBackups } from '../../electron/store/backup.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import { closeBookFile, createBookFile, openBookFile, type OpenBook } from '../../electron/store/open.ts'
import { restoreBook } from '../../electron/store/restore.ts'
import { MIGRATIONS, SCHEMA_VERSION } from '../../migrations/index.ts'
import { RECORDED_AT, temporaryFolder } from '../kit/book.ts'

/* A book of every schema, written by the program of its time (tests/fixtures/golden/README.md): this version opens, migrates and verifies each. */

const FOLDER = join(import.meta.dirname, '../fixtures/golden')
const GOLDEN = readdirSync(FOLDER)
  .flatMap((name) => /^schema-(\d+)\.sql\.gz$/.exec(name)?.[1] ?? [])
  .map(Number)
  .toSorted((left, right) => left - right)

/** What the command line of that time said of the book. */
interface Then {
  readonly verify: { readonly ok: boolean; readonly entries: number; readonly head: string }
  readonly figures: {
    readonly asOf: string
    readonly lines: readonly {
      readonly unitId: string
      readonly categoryCode: string
      readonly quota: number
      readonly actual: number
      readonly over: number
    }[]
  }
  readonly inQuota: { readonly people: readonly { readonly personId: string }[] }
}

function said(schema: number): Then {
  return JSON.parse(readFileSync(join(FOLDER, `schema-${schema}.json`), 'utf8')) as Then
}

function writeGolden(path: string, schema: number, ...more: readonly string[]): void {
  const raw = new Database(path)
  raw.pragma('journal_mode = WAL')
  // A dump names tables before those they point to, and its own last lines are the triggers.
  for (const statements of [
    gunzipSync(readFileSync(join(FOLDER, `schema-${schema}.sql.gz`))).toString('utf8'),
    ...more,
  ])
    raw.exec(statements)
  raw.close()
  chmodSync(path, 0o600)
}

async function withGolden(schema: number, work: (path: string) => Promise<void>, ...more: readonly string[]) {
  const folder = temporaryFolder()
  try {
    const path = join(folder.path, '山溪乡.dingbian')
    writeGolden(path, schema, ...more)
    await work(path)
  } finally {
    folder.dispose()
  }
}

async function whileOpen<R>(path: string, work: (book: OpenBook) => Promise<R>): Promise<R> {
  const book = await openBookFile(path, {
    beforeMigration: async (old) => {
      await createBackup(old, { reason: '升级前', folder: backupFolderOf(path), at: RECORDED_AT })
    },
  })
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

it('every schema from the second to today has its golden book', () => {
  // Schema 1 has a fixture of its own (tests/fixtures/book-schema-1.sql).
  expect(GOLDEN).toEqual(Array.from({ length: SCHEMA_VERSION - 1 }, (_, place) => place + 2))
})

describe.each(GOLDEN)('a book of schema %i', (schema) => {
  const then = said(schema)

  it('opens, is brought to today and verifies to the same last entry', () =>
    withGolden(schema, (path) =>
      whileOpen(path, async (book) => {
        expect(book.raw.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION)
        expect(await verifyBook(book)).toEqual({
          ok: true,
          entries: then.verify.entries,
          head: then.verify.head,
          problems: [],
        })
        const names = book.raw.prepare('SELECT name FROM kysely_migration ORDER BY name').pluck().all()
        expect(names).toEqual(Object.keys(MIGRATIONS))
      }),
    ))

  it('has the tables of a fresh book', () =>
    withGolden(schema, async (path) => {
      const fresh = await createBookFile(join(path, '../新.dingbian'))
      const migrated = await whileOpen(path, (book) => Promise.resolve(schemaOf(book)))
      expect(migrated).toEqual(schemaOf(fresh))
      await closeBookFile(fresh)
    }))

  it('says the figures and the names it said then', () =>
    withGolden(schema, (path) =>
      whileOpen(path, async (book) => {
        const { figures, roster } = await readBookState(book.db, then.figures.asOf)
        const now = figures.lines.map(({ unitId, category, quota, actual, over }) => [
          `${unitId} ${category}`,
          { quota, actual, over },
        ])
        const before = then.figures.lines.map(({ unitId, categoryCode, quota, actual, over }) => [
          `${unitId} ${categoryCode}`,
          { quota, actual, over },
        ])
        expect(Object.fromEntries(now)).toEqual(Object.fromEntries(before))
        const listed = roster.filter((entry) => entry.list === 'in-quota').map((entry) => entry.personId)
        expect(listed.toSorted()).toEqual(then.inQuota.people.map((one) => one.personId).toSorted())
        expect(listed).toHaveLength(5)
      }),
    ))

  it('as a backup it can still be restored', () =>
    withGolden(schema, async (path) => {
      const bookPath = join(path, '../另一本.dingbian')
      await restoreBook({ bookPath, backupPath: path, at: RECORDED_AT })
      const book = await openBookFile(bookPath)
      try {
        expect(await verifyBook(book)).toMatchObject({ ok: true, entries: then.verify.entries + 1 })
      } finally {
        await closeBookFile(book)
      }
    }))

  it('control: one figure changed by hand is caught after the steps', () =>
    withGolden(
      schema,
      (path) =>
        whileOpen(path, async (book) => {
          const { ok, problems } = await verifyBook(book)
          expect(ok).toBe(false)
          expect(problems.map((problem) => problem.text).join()).toContain('核定')
          // Before its first step an old book is copied as it was.
          expect(await listBackups(backupFolderOf(path))).toHaveLength(schema < SCHEMA_VERSION ? 1 : 0)
        }),
      'UPDATE quota SET amount = amount + 1 WHERE id = (SELECT min(id) FROM quota)',
    ))
})
