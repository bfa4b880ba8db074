import { expect, it } from 'vitest'
import { MIGRATIONS } from '../../migrations/index.ts'
import { commitCommand } from '../../electron/store/journal.ts'
import { translateSqliteError } from '../../electron/store/store-error.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { RECORDED_AT, withBook } from '../kit/book.ts'

/* The draft of the next notice, and the pages of issued ones. */

const SHA = '0'.repeat(64)
const DRAFT = { recordedAt: RECORDED_AT, actor: '经办人', operation: 'notice.issue', summary: '发布' }
const NOTICE = {
  id: 'n1',
  number: '一',
  layout: 'tree',
  as_of: '2026-11-22',
  posted_on: '2026-11-23',
  working_days: 5,
  ends_on: '2026-11-30',
  file_name: 'a.xlsx',
  content_sha256: SHA,
  journal_head: 'h',
  recorded_at: RECORDED_AT,
  checked_by: null,
  checked_on: null,
  reviewed_by: null,
  reviewed_on: null,
  listing_sha256: null,
} as const
const SHEET = { id: 's1', notice_id: 'n1', bytes: 3, sha256: SHA, recorded_at: RECORDED_AT }

const withSheet = (work: (book: OpenBook) => void) =>
  withBook(async (book) => {
    expect(Object.keys(MIGRATIONS)).toContain('0009-notice-draft')
    await commitCommand(book.db, DRAFT, async (_, journal) => {
      await journal.insert('notice', [NOTICE])
      await journal.insert('notice_sheet', [SHEET])
    })
    work(book)
  })

function attempt(book: OpenBook, statement: string): string {
  book.raw.exec('BEGIN')
  try {
    book.raw.exec(statement)
    return 'accepted'
  } catch (error) {
    return (
      (translateSqliteError(error, book.path) as { readonly details?: { readonly what?: string } }).details?.what ??
      'refused'
    )
  } finally {
    if (book.raw.inTransaction) book.raw.exec('ROLLBACK')
  }
}

it.each([
  'UPDATE notice_sheet SET bytes = 4',
  'DELETE FROM notice_sheet',
  'INSERT OR REPLACE INTO notice_sheet SELECT * FROM notice_sheet',
  `INSERT INTO notice_sheet VALUES ('s2', 'n1', 3, '${SHA}', '${RECORDED_AT}')`,
])('the pages are frozen: %s', (statement) =>
  withSheet((book) => expect(attempt(book, statement)).toBe('已发布的公示不能改动')),
)

const draft = (checked: string, reviewed: string, { id = 'next', content = '{}' } = {}) =>
  `INSERT INTO notice_draft VALUES ('${id}', '${content}', ${checked}, ${reviewed}, '${RECORDED_AT}')`
const NONE = 'NULL, NULL, NULL'
const signed = (on: string) => `'甲', '${on}', '${SHA}'`

it.each([
  ['one that waits', draft(NONE, NONE), true],
  ['checked, and reviewed later', draft(signed('2026-11-20'), signed('2026-11-21')), true],
  ['a second one', draft(NONE, NONE, { id: 'other' }), false],
  ['one that is no object', draft(NONE, NONE, { content: '[]' }), false],
  ['reviewed and not checked', draft(NONE, signed('2026-11-21')), false],
  ['reviewed before it was checked', draft(signed('2026-11-22'), signed('2026-11-21')), false],
  ['checked on a day that is none', draft(signed('2026-02-30'), NONE), false],
  ['checked by nobody', draft(`NULL, '2026-11-20', '${SHA}'`, NONE), false],
  ['checked without what was seen', draft(`'甲', '2026-11-20', NULL`, NONE), false],
])('a draft: %s', (_, statement, passes) =>
  withSheet((book) => expect(attempt(book, statement) === 'accepted').toBe(passes)),
)
