import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { temporaryFolder } from '../kit/book.ts'
import { openCore, smallTownship, type OpenCore } from '../kit/open-core.ts'

/* A name or a path the system does not take is said to be one, never an unknown error, and nothing is left lying about. */

let folder: ReturnType<typeof temporaryFolder>
let open: OpenCore

beforeEach(() => {
  folder = temporaryFolder()
  mkdirSync(join(folder.path, 'data'))
  writeFileSync(join(folder.path, '文件'), '')
  open = openCore(join(folder.path, 'data'))
})
afterEach(async () => {
  await open.core.close()
  folder.dispose()
})

const long = '甲'.repeat(150)
it.each([
  ['book.create', { name: long }, 'path_unusable'],
  ['book.create', { name: '甲\u0000乙' }, 'invalid_input'],
  ['book.create', { name: '甲', path: '\u0000' }, 'invalid_input'],
  ['book.create', { name: '甲', path: '<folder>/文件/甲.dingbian' }, 'directory_not_found'],
  ['book.open', { path: `<folder>/${long}.dingbian` }, 'book_not_found'],
  ['book.open', { path: '<folder>/\u0000.dingbian' }, 'invalid_input'],
  ['backup.restore', { path: `<folder>/${long}`, bookPath: `<folder>/${long}.dingbian` }, 'backup_not_valid'],
  ['county.create', { name: long, level: 'county', path: `<folder>/${long}` }, 'path_unusable'],
  ['files.list', { directory: `<folder>/${long}` }, 'directory_not_found'],
] as const)('%s %o', async (name, input, code) => {
  const given = JSON.parse(JSON.stringify(input).replaceAll('<folder>', folder.path)) as unknown
  const reply = await open.reply(name, given)
  expect(reply).toMatchObject({ ok: false, error: { code } })
  expect(readdirSync(join(folder.path, 'data'))).toEqual([])
})

/** A path of so many characters altogether, in folders of what a disk takes. */
function longPath(characters: number, of: string): string {
  const parts: string[] = []
  for (let left = characters - folder.path.length; left > 0; left -= 41) parts.push(of.repeat(Math.min(40, left)))
  return join(folder.path, ...parts)
}

it('a path too long for the database is said to be too long, and nothing is left', async () => {
  const place = longPath(240, '深')
  mkdirSync(place, { recursive: true })
  const path = join(place, '试验乡.dingbian')
  expect(await open.reply('book.create', { name: '试验乡', path })).toMatchObject({ error: { code: 'path_unusable' } })
  expect(readdirSync(place)).toEqual([])
  const short = join(folder.path, 'data', '试验乡.dingbian')
  await open.call('book.create', { name: '试验乡', path: short })
  await open.call('book.close', {})
  copyFileSync(short, path)
  expect(await open.reply('book.open', { path })).toMatchObject({ error: { code: 'path_unusable' } })
})

it.each([
  ['Chinese and full-width', '二〇二六年　编制（新）'],
  ['spaces in front and between', ' 我的 文档'],
  ['an emoji', '编制📒'],
  ['signs an address would take for its own', "100% #1 & 'a' + b=c;d"],
  ['a dot in front', '.编制'],
  ['a tilde and a dollar', '~$编制'],
  ['240 characters', ''],
])('a book in a folder with %s is made, kept, copied and restored', async (_, name) => {
  const place = name === '' ? longPath(240, 'a') : join(folder.path, name)
  mkdirSync(place, { recursive: true })
  const path = join(place, '试验乡.dingbian')
  const { people } = await smallTownship(open, { path })
  const copy = await open.call('backup.create', {})
  await open.call('person.correct', { personId: people[0] ?? '', reason: '核对', changes: { school: '一中' } })
  await open.call('book.close', {})
  expect(await open.call('book.open', { path })).toMatchObject({ path, people: 2 })
  expect(await open.call('backup.restore', { path: copy.path })).toMatchObject({ status: { open: true, path } })
  expect(await open.call('book.verify', {})).toMatchObject({ ok: true })
  expect((await open.call('backup.list', {})).backups.every(({ state }) => state === 'verified')).toBe(true)
})
