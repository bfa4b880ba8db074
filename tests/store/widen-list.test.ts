import type { Kysely } from 'kysely'
import { expect, it } from 'vitest'
import type { OpenBook } from '../../electron/store/open.ts'
import { widenList, type WiderList } from '../../migrations/widen-list.ts'
import { RECORDED_AT, withBook } from '../kit/book.ts'

/* A list the file closes takes a word more: the table is made anew, and nobody notices but for the word. */

const LAYOUT: WiderList = { table: 'notice', column: 'layout', after: 'short', words: ['pair', 'wide'] }
const NOTICE = `INSERT INTO notice (id, number, layout, as_of, posted_on, working_days, ends_on, file_name, content_sha256,
  journal_head, recorded_at) VALUES (?, ?, ?, '2026-11-22', '2026-11-23', 5, '2026-12-01', 'a.xlsx', '${'a'.repeat(64)}', 'h', '${RECORDED_AT}')`

/** As a step does it: all in one transaction. A step is written for any database. */
const widen = (book: OpenBook, wish: WiderList) =>
  book.db.transaction().execute((db) => widenList(db as unknown as Kysely<unknown>, wish))
const parts = (book: OpenBook) =>
  book.raw.prepare(`SELECT type, name, tbl_name FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name`).all()

/** A book with two notices, the later one first by its id, one with its file, an objection and a photo. */
function withNotices(work: (book: OpenBook) => Promise<void>): Promise<void> {
  return withBook((book) => {
    book.raw.prepare(NOTICE).run('公二', '1号', 'short')
    book.raw.prepare(NOTICE).run('公一', '2号', 'tree')
    book.raw.exec(`
      INSERT INTO notice_file (notice_id, content) VALUES ('公二', x'01');
      INSERT INTO objection (id, notice_id, received_on, channel, content, recorded_at)
        VALUES ('异', '公二', '2026-11-24', 'call', '有话说', '${RECORDED_AT}');
      INSERT INTO notice_photo (id, notice_id, file_name, media_type, bytes, sha256, recorded_at)
        VALUES ('照', '公二', 'a.jpg', 'image/jpeg', 3, '${'b'.repeat(64)}', '${RECORDED_AT}');`)
    return work(book)
  })
}

it('takes the new words and no others; rows, their order and what points at them stay', () =>
  withNotices(async (book) => {
    const read = () => [
      book.raw.prepare('SELECT * FROM notice ORDER BY rowid').all(),
      ...['notice_file', 'objection', 'notice_photo'].map((table) => book.raw.prepare(`SELECT * FROM ${table}`).all()),
    ]
    const [rows, schema] = [read(), parts(book)]
    expect(() => book.raw.prepare(NOTICE).run('公三', '3号', 'pair')).toThrow('CHECK')
    await widen(book, LAYOUT)
    expect(read()).toEqual(rows)
    expect(parts(book)).toEqual(schema)
    expect(book.raw.pragma('foreign_key_check')).toEqual([])
    book.raw.prepare(NOTICE).run('公三', '3号', 'pair')
    book.raw.prepare(NOTICE).run('公四', '4号', 'wide')
    expect(() => book.raw.prepare(NOTICE).run('公五', '5号', 'other')).toThrow('CHECK')
  }))

it('what guarded the table guards it still', () =>
  withNotices(async (book) => {
    await widen(book, LAYOUT)
    expect(() => book.raw.exec(`DELETE FROM notice WHERE id = '公一'`)).toThrow('append_only:notice')
    expect(() => book.raw.exec(`UPDATE notice SET file_name = 'b' WHERE id = '公一'`)).toThrow('append_only:notice')
    expect(() => book.raw.prepare(NOTICE).run('公六', '2号', 'pair')).toThrow('UNIQUE')
    expect(() => book.raw.exec(`INSERT INTO notice_file (notice_id, content) VALUES ('没有的公示', x'01')`)).toThrow(
      'FOREIGN KEY',
    )
  }))

it('a list that is not there is said, and nothing changes', () =>
  withNotices(async (book) => {
    const schema = parts(book)
    for (const wrong of [
      { ...LAYOUT, after: 'tree' },
      { ...LAYOUT, column: 'number' },
      { ...LAYOUT, table: 'nothing' },
    ])
      await expect(widen(book, wrong)).rejects.toThrow(
        `${wrong.table}.${wrong.column} is not closed to a list that ends in ${wrong.after}`,
      )
    expect(parts(book)).toEqual(schema)
  }))
