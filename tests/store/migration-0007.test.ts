import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { packContent } from '../../electron/domain/ledger/snapshot/decided-here.ts'
import type { LocalPack } from '../../electron/domain/model/local-pack.ts'
import { loadSnapshot } from '../../electron/store/load-snapshot.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import { commitCommand } from '../../electron/store/journal.ts'
import { closeBookFile, createBookFile, type OpenBook } from '../../electron/store/open.ts'
import { translateSqliteError } from '../../electron/store/store-error.ts'
import { RECORDED_AT, temporaryFolder } from '../kit/book.ts'
import { foundTownship } from './invented-township.ts'

/* Local packs and holiday tables in the book's file: what it refuses by itself, each with a control that passes, and what a snapshot carries. */

let folder: ReturnType<typeof temporaryFolder>
let book: OpenBook

beforeAll(async () => {
  folder = temporaryFolder()
  book = await createBookFile(join(folder.path, '试验乡.dingbian'))
  await foundTownship(book)
})
afterAll(async () => {
  await closeBookFile(book)
  folder.dispose()
})

const pack = (id = 'local-a', title = '山溪乡规则', content = '{}', base = 'seed-000') =>
  `INSERT INTO rule_pack VALUES ('${id}', '${base}', '${title}', '${content}', '${RECORDED_AT}')`
const calendar = (id = '2027', year = 2027, off = '[]', issued = 'NULL') =>
  `INSERT INTO holiday_calendar VALUES ('${id}', ${year}, '国办发明电〔2026〕7号', ${issued}, '${off}', '[]', '${RECORDED_AT}')`
const use = (id: string) => `UPDATE book SET pack_id = '${id}'`

function attempt(...statements: readonly string[]): string {
  book.raw.exec('BEGIN IMMEDIATE')
  try {
    for (const statement of statements) book.raw.exec(statement)
    return 'accepted'
  } catch (error) {
    return translateSqliteError(error, book.path) instanceof Error ? 'refused' : 'failed'
  } finally {
    if (book.raw.inTransaction) book.raw.exec('ROLLBACK')
  }
}

it.each<[string, readonly string[], string]>([
  ['a local pack', [pack()], 'accepted'],
  ['two of one title', [pack(), pack('local-b')], 'refused'],
  ['two titles', [pack(), pack('local-b', '另一个')], 'accepted'],
  ['an id that is not a local one', [pack('seed-000')], 'refused'],
  ['one that rests on another local one', [pack('local-a', '甲', '{}', 'local-b')], 'refused'],
  ['content that is a list', [pack('local-a', '甲', '[]')], 'refused'],
  ['content that is no JSON', [pack('local-a', '甲', '{')], 'refused'],
  ['in force', [pack(), use('local-a')], 'accepted'],
  ['in force without being there', [use('local-a')], 'refused'],
  ['a shipped one in force', [use('seed-003')], 'accepted'],
  ['taken out', [pack(), `DELETE FROM rule_pack`], 'accepted'],
  ['taken out while in force', [pack(), use('local-a'), `DELETE FROM rule_pack`], 'refused'],
  ['a year', [calendar()], 'accepted'],
  ['a year twice', [calendar(), calendar()], 'refused'],
  ['a year under another id', [calendar('2028')], 'refused'],
  ['days off that are no list', [calendar('2027', 2027, '{}')], 'refused'],
  ['a notice of a day that cannot be', [calendar('2027', 2027, '[]', `'2026-02-30'`)], 'refused'],
  ['a notice of a day', [calendar('2027', 2027, '[]', `'2026-11-04'`)], 'accepted'],
])('%s: %s', (_, statements, outcome) => {
  expect(attempt(...statements)).toBe(outcome)
})

it('a snapshot carries the local pack in force and the imported years; the journal covers both', async () => {
  const local: LocalPack = {
    id: 'local-a',
    basePackId: 'seed-000',
    title: '山溪乡规则',
    locality: '山溪乡',
    note: '',
    date: '2026-01-01',
    packFrom: null,
    parameters: {},
    rules: { C4: { severity: null, off: { reason: '没有编外', by: '经办人', on: '2026-11-22' } } },
  }
  expect((await loadSnapshot(book.db, '2026-11-22')).localPack).toBeNull()
  await commitCommand(
    book.db,
    { recordedAt: RECORDED_AT, actor: '经办人', operation: 'pack.choose', summary: '换用规则包' },
    async (_, journal) => {
      await journal.insert('rule_pack', [
        {
          id: local.id,
          base_pack_id: local.basePackId,
          title: local.title,
          content: packContent(local),
          recorded_at: RECORDED_AT,
        },
      ])
      await journal.update('book', 'book', { pack_id: local.id })
      await journal.insert('holiday_calendar', [
        {
          id: '2027',
          year: 2027,
          notice: '国办发明电〔2026〕7号',
          issued_on: null,
          off: '[["2027-01-01","2027-01-03"]]',
          worked: '[]',
          recorded_at: RECORDED_AT,
        },
      ])
    },
  )
  const snapshot = await loadSnapshot(book.db, '2026-11-22')
  expect(snapshot.localPack).toEqual(local)
  expect(snapshot.holidays).toEqual([
    { year: 2027, notice: '国办发明电〔2026〕7号', issuedOn: null, off: [['2027-01-01', '2027-01-03']], worked: [] },
  ])
  expect(await verifyBook(book)).toMatchObject({ ok: true })
  book.raw.exec(`UPDATE holiday_calendar SET worked = '["2027-01-09"]'`)
  expect(await verifyBook(book)).toMatchObject({ ok: false })
  book.raw.exec(`UPDATE holiday_calendar SET worked = '[]'`)
})
