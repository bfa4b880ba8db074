import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadSnapshot } from '../../electron/store/load-snapshot.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import { commitCommand } from '../../electron/store/journal.ts'
import { closeBookFile, createBookFile, type OpenBook } from '../../electron/store/open.ts'
import { translateSqliteError } from '../../electron/store/store-error.ts'
import { RECORDED_AT, temporaryFolder } from '../kit/book.ts'
import { addPeople, foundTownship } from './invented-township.ts'

/* 资料 in the book's file: what it refuses by itself, each with a control that passes, and what a snapshot of a day carries. */

let folder: ReturnType<typeof temporaryFolder>
let book: OpenBook

beforeAll(async () => {
  folder = temporaryFolder()
  book = await createBookFile(join(folder.path, '试验乡.dingbian'))
  await foundTownship(book)
  await addPeople(book, 'a', 2)
})
afterAll(async () => {
  await closeBookFile(book)
  folder.dispose()
})

interface RecordFields {
  readonly id?: string
  readonly kind?: string
  readonly person?: string | null
  readonly content?: string
  readonly from?: string
  readonly to?: string | null
}

function attempt(...rows: readonly RecordFields[]): string {
  book.raw.exec('BEGIN IMMEDIATE')
  try {
    const insert = book.raw.prepare('INSERT INTO record VALUES (?, ?, ?, NULL, ?, NULL, ?, ?, ?)')
    for (const [place, row] of rows.entries())
      insert.run(
        row.id ?? `r${place}`,
        row.kind ?? 'township',
        row.person ?? null,
        row.content ?? '{}',
        row.from ?? '2026-01-01',
        row.to ?? null,
        RECORDED_AT,
      )
    return 'accepted'
  } catch (error) {
    return translateSqliteError(error, book.path) instanceof Error ? 'refused' : 'failed'
  } finally {
    if (book.raw.inTransaction) book.raw.exec('ROLLBACK')
  }
}

it.each<[string, readonly RecordFields[], string]>([
  ['one 乡镇概况', [{}], 'accepted'],
  ['two at a time', [{}, { from: '2026-06-01' }], 'refused'],
  ['one after the other', [{ to: '2026-06-01' }, { from: '2026-06-01' }], 'accepted'],
  [
    'two people, a workplace each',
    [
      { kind: 'workplace', person: 'p-a-0' },
      { kind: 'workplace', person: 'p-a-1' },
    ],
    'accepted',
  ],
  [
    'one person, two workplaces at a time',
    [
      { kind: 'workplace', person: 'p-a-0' },
      { kind: 'workplace', person: 'p-a-0', from: '2026-02-01' },
    ],
    'refused',
  ],
  [
    'one person, two courses on a day',
    [
      { kind: 'training', person: 'p-a-0' },
      { kind: 'training', person: 'p-a-0' },
    ],
    'accepted',
  ],
  ['content that is a list', [{ content: '[]' }], 'refused'],
  ['content that is no JSON', [{ content: '{' }], 'refused'],
  ['a day that cannot be', [{ from: '2026-02-30' }], 'refused'],
  ['an end before its beginning', [{ to: '2025-12-31' }], 'refused'],
  ['a kind of a later version', [{ kind: 'somethingNew' }], 'accepted'],
])('%s', (_, rows, outcome) => {
  expect(attempt(...rows)).toBe(outcome)
})

it('a snapshot carries a state while it is in force and a history from its day on; the journal covers both', async () => {
  const row = (id: string, kind: string, from: string, to: string | null, content: object) => ({
    id,
    kind,
    person_id: kind === 'training' ? 'p-a-0' : null,
    unit_id: null,
    content: JSON.stringify(content),
    document_number: null,
    valid_from: from,
    valid_to: to,
    recorded_at: RECORDED_AT,
  })
  await commitCommand(
    book.db,
    { recordedAt: RECORDED_AT, actor: '经办人', operation: 'record.add', summary: '登记资料' },
    (_, journal) =>
      journal.insert('record', [
        row('t1', 'township', '2026-01-01', '2026-06-01', { population: 49_000 }),
        row('t2', 'township', '2026-06-01', null, { population: 50_001 }),
        row('c1', 'training', '2026-03-10', null, { title: '业务培训', days: 3 }),
        row('n1', 'somethingNew', '2026-01-01', null, {}),
      ]),
  )
  const at = async (day: string) => (await loadSnapshot(book.db, day)).records
  expect((await at('2025-12-31')).township).toEqual([])
  expect((await at('2026-05-31')).township).toMatchObject([
    { id: 't1', population: 49_000, recordedOn: RECORDED_AT.slice(0, 10) },
  ])
  expect((await at('2026-06-01')).township).toMatchObject([{ id: 't2', population: 50_001 }])
  expect((await at('2026-03-09')).training).toEqual([])
  expect((await at('2027-01-01')).training).toMatchObject([{ personId: 'p-a-0', title: '业务培训', days: 3 }])
  expect(Object.keys(await at('2027-01-01'))).not.toContain('somethingNew')
  expect(await verifyBook(book)).toMatchObject({ ok: true })
  book.raw.prepare(`UPDATE record SET content = '{"population":1}' WHERE id = 't2'`).run()
  expect(await verifyBook(book)).toMatchObject({ ok: false })
  book.raw.prepare(`UPDATE record SET content = '{"population":50001}' WHERE id = 't2'`).run()
})
