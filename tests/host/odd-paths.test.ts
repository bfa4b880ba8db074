import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { temporaryFolder } from '../kit/book.ts'
import { openCore, type OpenCore } from '../kit/open-core.ts'

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
