import { expect, it } from 'vitest'
import { MIGRATIONS } from '../../migrations/index.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import { commitCommand } from '../../electron/store/journal.ts'
import { translateSqliteError } from '../../electron/store/store-error.ts'
import { RECORDED_AT, withBook } from '../kit/book.ts'

/* Rosters the clerk put together: one row a name. */

const ROW = { id: 'r1', name: '女干部', layout: '{}', recorded_at: RECORDED_AT }
const DRAFT = { recordedAt: RECORDED_AT, actor: '经办人', operation: 'rosterLayout.save', summary: '保存版式' }

it('a layout is kept, changed and let go through the journal, and the book stays whole', () =>
  withBook(async (book) => {
    expect(Object.keys(MIGRATIONS)).toContain('0008-roster-layouts')
    await commitCommand(book.db, DRAFT, (_, journal) => journal.insert('roster_layout', [ROW]))
    await commitCommand(book.db, DRAFT, (_, journal) =>
      journal.update('roster_layout', 'r1', { layout: '{"title":"x"}' }),
    )
    expect(await book.db.selectFrom('roster_layout').selectAll().execute()).toEqual([
      { ...ROW, layout: '{"title":"x"}' },
    ])
    await commitCommand(book.db, DRAFT, (_, journal) => journal.remove('roster_layout', 'r1'))
    expect(await verifyBook(book)).toMatchObject({ ok: true, entries: 3, problems: [] })
  }))

it.each([
  ['a second layout of one name', `('r2', '女干部', '{}', '${RECORDED_AT}')`],
  ['a layout without a name', `('r2', ' ', '{}', '${RECORDED_AT}')`],
  ['a layout that is no JSON', `('r2', '名', '{', '${RECORDED_AT}')`],
  ['a layout that is a list', `('r2', '名', '[]', '${RECORDED_AT}')`],
])('the file refuses %s', (_, values) =>
  withBook(async (book) => {
    await commitCommand(book.db, DRAFT, (_tx, journal) => journal.insert('roster_layout', [ROW]))
    const refusal = (row: string): unknown => {
      try {
        book.raw.exec(`BEGIN; INSERT INTO roster_layout VALUES ${row}`)
        return null
      } catch (error) {
        return translateSqliteError(error, '')
      } finally {
        if (book.raw.inTransaction) book.raw.exec('ROLLBACK')
      }
    }
    expect(refusal(values)).toMatchObject({ code: 'rule_violation' })
    // Control: the same with a good row.
    expect(refusal(`('r2', '名', '{}', '${RECORDED_AT}')`)).toBeNull()
  }),
)
