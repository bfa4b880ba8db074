import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { temporaryFolder } from '../kit/book.ts'
import { openCore, smallTownship, type OpenCore } from '../kit/open-core.ts'

/* The file under the open book is moved, replaced or deleted: the next act says so, and nothing is acknowledged that is not in the file at that path. */

let folder: ReturnType<typeof temporaryFolder>
let open: OpenCore
let path: string
let people: readonly string[]

beforeEach(async () => {
  folder = temporaryFolder()
  open = openCore(folder.path, { copyAfterMs: 30 })
  ;({ path, people } = await smallTownship(open))
})
afterEach(async () => {
  await open.core.close()
  folder.dispose()
})

const save = (school: string) =>
  open.reply('person.correct', { personId: people[0] ?? '', reason: '核对', changes: { school } })

it.each([
  ['another file over it', () => (copyFileSync(path, `${path}.2`), renameSync(`${path}.2`, path))],
  ['deleted', () => rmSync(path)],
  ['moved away', () => renameSync(path, `${path}.old`)],
  ['its log deleted', () => rmSync(`${path}-wal`)],
])('%s: refused by name, and the content can still be kept elsewhere', async (_, happen) => {
  expect(await save('一中')).toMatchObject({ ok: true })
  happen()
  expect(await save('二中')).toMatchObject({ ok: false, error: { code: 'file_changed_under' } })
  expect(await open.reply('roster.read', {})).toMatchObject({ ok: true })
  const copy = await open.call('backup.create', { directory: folder.path })
  expect(existsSync(copy.path)).toBe(true)
})

it('control: a book nobody touches is saved into again and again', async () => {
  for (const school of ['一中', '二中', '三中']) expect(await save(school)).toMatchObject({ ok: true })
})

it('a while after a change there is a copy of it, though the program goes on', async () => {
  const { entries } = await open.call('book.status', {})
  await expect
    .poll(async () => (await open.call('backup.list', {})).backups.map(({ reason, state }) => ({ reason, state })))
    .toContainEqual({ reason: '定时', state: 'verified' })
  await save('一中')
  await expect
    .poll(async () => Math.max(...(await open.call('backup.list', {})).backups.map((backup) => backup.entries)))
    .toBe(entries + 1)
  expect((await open.call('book.status', {})).lastBackup?.file).toBeDefined()
  expect(join(path, '..')).toBe(folder.path)
})
