import { expect, it } from 'vitest'
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
