import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { temporaryFolder } from '../kit/book.ts'
import { openCore, smallTownship, type OpenCore } from '../kit/open-core.ts'
import { tamper } from '../store/tamper.ts'

/* A copy that does not burn with the computer, and a restore that was tried before it is needed. */

let folder: ReturnType<typeof temporaryFolder>
let open: OpenCore
let path: string
let now = '2026-11-22T02:00:00.000Z'
const clock = { now: () => now, today: () => now.slice(0, 10) }

beforeEach(async () => {
  folder = temporaryFolder()
  now = '2026-11-22T02:00:00.000Z'
  open = openCore(folder.path, { clock })
  ;({ path } = await smallTownship(open))
  mkdirSync(join(folder.path, 'U盘'))
})
afterEach(async () => {
  await open.core.close()
  folder.dispose()
})

const own = () => join(folder.path, '试验乡.备份')
const listed = () => open.call('backup.list', {})

it('a copy in another place is remembered though the stick is in a drawer, and asked for again after a week', async () => {
  expect((await listed()).elsewhere).toEqual({ last: null, due: true })
  await open.call('backup.create', {})
  expect((await listed()).elsewhere).toEqual({ last: null, due: true })
  const stick = join(folder.path, 'U盘')
  await open.call('backup.create', { directory: stick })
  rmSync(stick, { recursive: true })
  expect((await listed()).elsewhere).toMatchObject({
    last: { folder: stick, at: now, people: 2, sameDisk: true },
    due: false,
  })
  now = '2026-11-29T01:59:00.000Z'
  expect((await listed()).elsewhere.due).toBe(false)
  now = '2026-11-29T02:01:00.000Z'
  expect((await listed()).elsewhere.due).toBe(true)
})

it('a copy is made at exit where something was changed, and before an upgrade', async () => {
  await open.core.close()
  const reasons = async () => (await listed()).backups.map(({ reason, state }) => `${reason} ${state}`)
  open = openCore(folder.path, { clock })
  await open.call('book.open', { path })
  expect(await reasons()).toEqual(['退出 verified'])
  // Nothing was changed: no other copy.
  await open.core.close()
  const raw = new Database(path)
  raw.pragma('user_version = 5')
  raw.close()
  now = '2026-11-22T03:00:00.000Z'
  open = openCore(folder.path, { clock })
  await open.call('book.open', { path })
  expect(await reasons()).toEqual(['升级前 verified', '退出 verified'])
})

it('its head is an anchor: a tail cut behind it is named, also where every copy beside the book is gone', async () => {
  await open.call('backup.create', { directory: join(folder.path, 'U盘') })
  const { entries } = await open.call('book.status', {})
  await open.core.close()
  for (const name of readdirSync(own())) if (name !== 'backups.json') rmSync(join(own(), name))
  const manifest = JSON.parse(readFileSync(join(own(), 'backups.json'), 'utf8')) as { backups: unknown[] }
  writeFileSync(join(own(), 'backups.json'), JSON.stringify({ ...manifest, backups: [] }))
  open = openCore(folder.path, { clock })
  await open.call('book.open', { path })
  expect(await open.call('book.verify', {})).toMatchObject({ ok: true })
  await open.core.close()
  tamper(path, `DELETE FROM journal_row WHERE seq = ${entries}`, `DELETE FROM journal WHERE seq = ${entries}`)
  open = openCore(folder.path, { clock })
  await open.call('book.open', { path })
  const { problems } = await open.call('book.verify', {})
  expect(problems.map((problem) => problem.text).join()).toContain('末尾被截去')
})

it('a rehearsal opens the newest copy somewhere else, leaves nothing there, and stands in the journal', async () => {
  expect(await open.reply('backup.rehearse', {})).toMatchObject({ error: { code: 'no_backup_yet' } })
  const { file, entries, people } = await open.call('backup.create', {})
  const before = readdirSync(own())
  expect((await listed()).rehearsedAt).toBeNull()
  expect(await open.call('backup.rehearse', {})).toMatchObject({ file, entries, people: 2, seq: entries + 1 })
  expect(people).toBe(2)
  expect(readdirSync(own())).toEqual(before)
  expect((await listed()).rehearsedAt).toBe(now)
  const [entry] = (await open.call('journal.read', {})).entries
  expect(entry?.summary).toBe(`恢复演练：备份 ${file} 在别处打开，2 人、台账 ${entries} 条，与清单一致`)
})

it('a copy that was destroyed is not rehearsed as good (control)', async () => {
  const { path: copy } = await open.call('backup.create', {})
  const bytes = readFileSync(copy)
  bytes.fill(0, 8192, 20_000)
  writeFileSync(copy, bytes)
  expect(await open.reply('backup.rehearse', {})).toMatchObject({ error: { code: 'no_backup_yet' } })
  expect((await listed()).rehearsedAt).toBeNull()
})
