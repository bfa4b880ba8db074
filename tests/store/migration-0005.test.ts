import { expect, it } from 'vitest'
import { MIGRATIONS } from '../../migrations/index.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import { commitCommand } from '../../electron/store/journal.ts'
import { translateSqliteError } from '../../electron/store/store-error.ts'
import { RECORDED_AT, withBook } from '../kit/book.ts'

/* What the book remembers of a superior's blank form: one row a shape. */

const ROW = { id: 'm1', fingerprint: 'a'.repeat(64), title: '实有人员统计表', mapping: '{}', recorded_at: RECORDED_AT }
const DRAFT = { recordedAt: RECORDED_AT, actor: '经办人', operation: 'template.remember', summary: '记住填法' }

it('a form’s shape is remembered, changed and forgotten through the journal, and the book stays whole', () =>
  withBook(async (book) => {
    expect(Object.keys(MIGRATIONS)).toContain('0005-layouts')
    await commitCommand(book.db, DRAFT, (_, journal) => journal.insert('template_mapping', [ROW]))
    await commitCommand(book.db, DRAFT, (_, journal) =>
      journal.update('template_mapping', 'm1', { mapping: '{"who":"roster"}' }),
    )
    expect(await book.db.selectFrom('template_mapping').selectAll().execute()).toEqual([
      { ...ROW, mapping: '{"who":"roster"}' },
    ])
    await commitCommand(book.db, DRAFT, (_, journal) => journal.remove('template_mapping', 'm1'))
    expect(await verifyBook(book)).toMatchObject({ ok: true, entries: 3, problems: [] })
  }))

it.each([
  ['a second mapping of one shape', `('m2', '${'a'.repeat(64)}', '表', '{}', '${RECORDED_AT}')`],
  ['a fingerprint that is none', `('m2', 'abc', '表', '{}', '${RECORDED_AT}')`],
  ['a form without a name', `('m2', '${'b'.repeat(64)}', ' ', '{}', '${RECORDED_AT}')`],
  ['a mapping that is no JSON', `('m2', '${'b'.repeat(64)}', '表', '{', '${RECORDED_AT}')`],
])('the file refuses %s', (_, values) =>
  withBook(async (book) => {
    await commitCommand(book.db, DRAFT, (_tx, journal) => journal.insert('template_mapping', [ROW]))
    const insert = (row: string) => book.raw.exec(`BEGIN; INSERT INTO template_mapping VALUES ${row}`)
    const refusal = (() => {
      try {
        insert(values)
        return null
      } catch (error) {
        return translateSqliteError(error, '')
      } finally {
        if (book.raw.inTransaction) book.raw.exec('ROLLBACK')
      }
    })()
    expect(refusal).toMatchObject({ code: 'rule_violation' })
    // Control: the same with a good row.
    insert(`('m2', '${'b'.repeat(64)}', '表', '{}', '${RECORDED_AT}')`)
    book.raw.exec('ROLLBACK')
  }),
)
