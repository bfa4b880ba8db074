import { chmodSync, readFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyBook } from '../../electron/store/integrity.ts'
import { closeBookFile, openBookFile, type OpenBook } from '../../electron/store/open.ts'
import { translateSqliteError } from '../../electron/store/store-error.ts'
import { RECORDED_AT, temporaryFolder } from '../kit/book.ts'

/* A book whose notice was issued by the first released schema: the table is made anew around it, and the notice is as frozen as before. */

const SQL = readFileSync(join(import.meta.dirname, '../fixtures/book-schema-1.sql'), 'utf8')
const R = `'${RECORDED_AT}'`
const SHA = `'${'0'.repeat(64)}'`

let folder: ReturnType<typeof temporaryFolder>
let book: OpenBook
let before: { readonly notice: Record<string, unknown>; readonly content: Buffer }

beforeAll(async () => {
  folder = temporaryFolder()
  const path = join(folder.path, '山溪乡.dingbian')
  const raw = new Database(path)
  raw.pragma('journal_mode = WAL')
  raw.exec(SQL)
  before = {
    notice: raw.prepare<[], Record<string, unknown>>('SELECT * FROM notice').get()!,
    content: raw.prepare<[], Buffer>('SELECT content FROM notice_file').pluck().get()!,
  }
  raw.close()
  chmodSync(path, 0o600)
  book = await openBookFile(path, { beforeMigration: () => Promise.resolve() })
})
afterAll(async () => {
  await closeBookFile(book)
  folder.dispose()
})

function attempt(statements: string): string {
  book.raw.exec('BEGIN IMMEDIATE')
  try {
    book.raw.exec(statements)
    return 'accepted'
  } catch (error) {
    const known = translateSqliteError(error, book.path) as { readonly details?: { readonly what?: string } }
    return known.details?.what ?? 'refused'
  } finally {
    if (book.raw.inTransaction) book.raw.exec('ROLLBACK')
  }
}

/** The one the fixture's book issued. */
const noticeId = () => 'id-00000121'
const newNotice = (
  id: string,
  { layout = 'nine', days = '5', ends = `'2026-11-30'`, more = 'NULL, NULL, NULL, NULL' } = {},
) =>
  `INSERT INTO notice VALUES ('${id}', '${id}', '${layout}', '2026-11-22', '2026-11-23', ${days}, ${ends}, 'a.xlsx', ${SHA}, 'h', ${R}, ${more}, NULL);`
const objection = (id: string, closed = 'NULL, NULL, NULL, NULL, NULL') =>
  `INSERT INTO objection VALUES ('${id}', '${noticeId()}', '2026-11-24', 'call', NULL, '名单有误', ${closed}, ${R});`
const closing = `INSERT INTO notice_closing VALUES ('c', '${noticeId()}', '2026-12-01', '经办人', NULL, ${R});`

it('notice and file are what they were, the journal still covers them, nothing of the rebuilding is left', async () => {
  const kept = book.raw.prepare<[], Record<string, unknown>>('SELECT * FROM notice').all()
  expect(kept).toEqual([
    {
      ...before.notice,
      checked_by: null,
      checked_on: null,
      reviewed_by: null,
      reviewed_on: null,
      listing_sha256: null,
    },
  ])
  const file = book.raw
    .prepare<[], { readonly content: Buffer; readonly listing: string | null }>(
      'SELECT content, listing FROM notice_file',
    )
    .get()!
  expect(file.content.equals(before.content)).toBe(true)
  expect(file.listing).toBeNull()
  expect(createHash('sha256').update(file.content).digest('hex')).toBe(before.notice['content_sha256'])
  expect(await verifyBook(book)).toMatchObject({ ok: true, problems: [] })
  expect(book.raw.prepare(`SELECT count(*) FROM sqlite_schema WHERE name LIKE '%_kept'`).pluck().get()).toBe(0)
})

describe('it is still frozen', () => {
  it.each([
    `UPDATE notice SET ends_on = '2026-12-30'`,
    'DELETE FROM notice',
    `UPDATE notice_file SET content = x'01'`,
    'DELETE FROM notice_file',
    `INSERT OR REPLACE INTO notice SELECT * FROM notice`,
    `INSERT OR REPLACE INTO notice_file SELECT * FROM notice_file`,
  ])('%s', (statement) => {
    expect(attempt(statement)).toBe('已发布的公示不能改动')
  })
  it('also to a shell that leaves recursive triggers off', () => {
    book.raw.pragma('recursive_triggers = OFF')
    expect(attempt('INSERT OR REPLACE INTO notice_file SELECT * FROM notice_file')).toBe('已发布的公示不能改动')
    book.raw.pragma('recursive_triggers = ON')
  })
})

describe('a new notice', () => {
  it.each([
    ...(['tree', 'table', 'nine', 'units', 'short'] as const).map(
      (layout) => [`in the layout ${layout}`, { layout }, true] as const,
    ),
    ['in a layout nobody posts', { layout: 'poster' }, false],
    ['without end', { days: 'NULL', ends: 'NULL' }, true],
    ['with days and no end', { ends: 'NULL' }, false],
    ['checked and reviewed before it hangs', { more: `'甲', '2026-11-20', '乙', '2026-11-21'` }, true],
    ['reviewed by nobody', { more: `NULL, NULL, NULL, '2026-11-21'` }, false],
    ['reviewed after it hangs', { more: `NULL, NULL, '乙', '2026-11-24'` }, false],
    ['reviewed before it was checked', { more: `'甲', '2026-11-22', '乙', '2026-11-21'` }, false],
  ] as const)('%s', (_, notice, passes) => {
    expect(attempt(newNotice('n2', notice)) === 'accepted').toBe(passes)
  })
})

describe('objections and the end', () => {
  const ANSWERED = `'已核对', 'kept', NULL, '2026-11-25', '经办人'`
  it.each([
    ['an objection, open', () => objection('o1'), 'accepted'],
    ['answered', () => objection('o1', ANSWERED), 'accepted'],
    ['an end while one is open', () => objection('o1') + closing, '还有没办结的异议，公示不能办结'],
    ['an end once it is answered', () => objection('o1', ANSWERED) + closing, 'accepted'],
    ['an objection after the end', () => closing + objection('o1', ANSWERED), '公示已办结，异议不能再动'],
    [
      'an answer changed after the end',
      () => `${objection('o1', ANSWERED) + closing}UPDATE objection SET answer = '另一说'`,
      '公示已办结，异议不能再动',
    ],
    [
      'an objection taken away after the end',
      () => `${objection('o1', ANSWERED) + closing}DELETE FROM objection`,
      '公示已办结，异议不能再动',
    ],
    ['two ends', () => closing + closing.replace(`'c'`, `'d'`), '公示办结的公示重复'],
    [
      'an archive without an end',
      () => `INSERT INTO notice_archive VALUES ('a', '${noticeId()}', 'c', '2026-12-02', '经办人', NULL, ${R});`,
      '所指的记录不存在，或还有记录指着它',
    ],
  ])('%s', (_, statements, outcome) => {
    expect(attempt(statements())).toBe(outcome)
  })
  it.each([
    ['更正 without the entry that put the book right', `'已改', 'corrected', NULL, '2026-11-25', '经办人'`],
    ['维持 with one', `'不改', 'kept', 1, '2026-11-25', '经办人'`],
    ['closed without an answer', `NULL, 'kept', NULL, '2026-11-25', '经办人'`],
    ['closed before it came', `'已核对', 'kept', NULL, '2026-11-23', '经办人'`],
  ])('refused: %s', (_, closed) => {
    expect(attempt(objection('o1', closed))).not.toBe('accepted')
  })
  it('更正 with its entry passes', () => {
    expect(attempt(objection('o1', `'已改', 'corrected', 1, '2026-11-25', '经办人'`))).toBe('accepted')
  })
})

it('an exception needs a reason and is frozen with its notice', () => {
  const exception = (reason: string, field = 'maskedId') =>
    `INSERT INTO notice_exception VALUES ('e', '${noticeId()}', '${field}', '${reason}', '书记', ${R});`
  expect(attempt(exception('县编办要求'))).toBe('accepted')
  expect(attempt(exception(' '))).not.toBe('accepted')
  expect(attempt(exception('县编办要求', 'idNumber'))).not.toBe('accepted')
  expect(attempt(`${exception('县编办要求')}UPDATE notice_exception SET reason = '另一个理由'`)).toBe(
    '已发布的公示不能改动',
  )
})
