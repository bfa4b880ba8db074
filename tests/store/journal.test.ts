import * as fc from 'fast-check'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { canonicalRow } from '../../electron/store/canonical.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import { commitCommand, readHead } from '../../electron/store/journal.ts'
import { loadSnapshot } from '../../electron/store/load-snapshot.ts'
import { RECORDED_AT, withBook } from '../kit/book.ts'

const draft = { recordedAt: RECORDED_AT, actor: '经办', operation: 'book.create', summary: '新建编制本' }
const bookRow = { id: 'book', name: '试验乡', pack_id: 'none', pack_from: null, recorded_at: RECORDED_AT } as const

it('a command leaves one entry with the images of every row it touched', () =>
  withBook(async ({ db }) => {
    await commitCommand(db, draft, (_, journal) => journal.insert('book', [bookRow]))
    await commitCommand(db, { ...draft, operation: 'book.rename', summary: '更名' }, (_, journal) =>
      journal.update('book', 'book', { name: '新试验乡' }),
    )
    const changes = await db.selectFrom('journal_change').select(['before_json', 'after_json']).orderBy('seq').execute()
    expect(
      changes.map((change) => [
        change.before_json === null ? null : JSON.parse(change.before_json).name,
        JSON.parse(change.after_json ?? '').name,
      ]),
    ).toEqual([
      [null, '试验乡'],
      ['试验乡', '新试验乡'],
    ])
    expect((await readHead(db)).seq).toBe(2)
    expect((await loadSnapshot(db, '2026-11-22')).book.name).toBe('新试验乡')
  }))

it('a command that fails leaves neither rows nor an entry', () =>
  withBook(async ({ db }) => {
    await expect(
      commitCommand(db, draft, async (_, journal) => {
        await journal.insert('book', [bookRow])
        throw new Error('half way')
      }),
    ).rejects.toThrow('half way')
    expect(await db.selectFrom('book').selectAll().execute()).toEqual([])
    expect((await readHead(db)).seq).toBe(0)
  }))

it('the journal can be neither changed nor shortened, also by raw SQL', () =>
  withBook(async ({ db, raw }) => {
    await commitCommand(db, draft, (_, journal) => journal.insert('book', [bookRow]))
    expect(() => raw.exec(`UPDATE journal SET summary = 'x'`)).toThrow('append_only:journal')
    expect(() => raw.exec('DELETE FROM journal')).toThrow('append_only:journal')
    expect(() => raw.exec('DELETE FROM journal_row')).toThrow('append_only:journal_row')
    expect(() => raw.exec('DELETE FROM journal_change')).toThrow('view')
    expect(() => raw.exec(`UPDATE journal_table SET name = 'x'`)).toThrow('append_only:journal_row')
    expect(() =>
      raw.exec(
        'INSERT OR REPLACE INTO journal SELECT seq, recorded_at, actor, operation, effective_on, ' +
          `document_number, reason, 'x', reverses, change_count, changes_digest, previous_hash, hash FROM ` +
          'journal',
      ),
    ).toThrow()
  }))

const documents = (count: number) =>
  Array.from({ length: count }, (_, place) => ({
    id: `d${place}`,
    number: `试编办〔2006〕${place}号`,
    title: place % 7 === 0 ? '带"引号"\n的' : null,
    issuing_body: null,
    issued_on: null,
    recorded_at: RECORDED_AT,
  }))

it.for([1, 49, 50, 51, 100, 1_234])('%i rows inserted at once are all there, each with its image', (count) =>
  withBook(async (book) => {
    await commitCommand(book.db, draft, (_, journal) => journal.insert('book', [bookRow]))
    const rows = documents(count)
    await commitCommand(book.db, draft, (_, journal) => journal.insert('basis_document', rows))
    expect(
      await book.db
        .selectFrom('basis_document')
        .selectAll()
        .orderBy(sql`rowid`)
        .execute(),
    ).toEqual(rows)
    const changes = await book.db
      .selectFrom('journal_change')
      .select(['ordinal', 'row_id', 'after_json'])
      .where('seq', '=', 2)
      .orderBy('ordinal')
      .execute()
    expect(changes.map(({ ordinal, row_id }) => [ordinal, row_id])).toEqual(rows.map(({ id }, at) => [at + 1, id]))
    expect(JSON.parse(changes[0]?.after_json ?? '')).toMatchObject({ id: 'd0', title: '带"引号"\n的' })
    expect(await verifyBook(book)).toMatchObject({ ok: true })
  }),
)

it('one bad row among thousands leaves none of them', () =>
  withBook(async ({ db }) => {
    await commitCommand(db, draft, (_, journal) => journal.insert('book', [bookRow]))
    const rows = documents(2_000)
    const twice = [...rows.slice(0, 1_777), { ...rows[0]!, id: 'again' }, ...rows.slice(1_777)]
    await expect(commitCommand(db, draft, (_, journal) => journal.insert('basis_document', twice))).rejects.toThrow(
      'UNIQUE',
    )
    expect(await db.selectFrom('basis_document').selectAll().execute()).toEqual([])
    expect((await readHead(db)).seq).toBe(1)
  }))

it('the text of a row that is hashed is JSON with sorted keys and no empty columns, whatever is in it', () => {
  const value = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.double(), fc.constant(null))
  const key = fc.oneof(fc.constantFrom('id', 'name', 'recorded_at', 'valid_from'), fc.string({ maxLength: 3 }))
  const plain = (row: Readonly<Record<string, string | number | null>>) =>
    JSON.stringify(
      Object.fromEntries(
        Object.entries(row)
          .filter(([, cell]) => cell !== null)
          .toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ),
    )
  fc.assert(
    fc.property(fc.array(fc.dictionary(key, value, { noNullPrototype: true }), { maxLength: 4 }), (rows) => {
      expect(rows.map(canonicalRow)).toEqual(rows.map(plain))
    }),
  )
})
