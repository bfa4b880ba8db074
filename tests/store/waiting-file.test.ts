import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { waitingFile, writeStreamWhole } from '../../electron/store/county/stream-file.ts'
import { temporaryFolder } from '../kit/book.ts'

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => void (folder = temporaryFolder()))
afterEach(() => folder.dispose())

const BYTES = Buffer.from('数据包')

it('a folder that is a file is named as it was given, and nothing is left beside it', async () => {
  const file = join(folder.path, '工资.xlsx')
  writeFileSync(file, 'x')
  expect(() => waitingFile(file, '数据包.dbpkg', BYTES)).toThrow(
    expect.objectContaining({ code: 'directory_not_found', details: { path: file } }),
  )
  const path = join(file, '名册.csv')
  await expect(writeStreamWhole(path, new Blob([BYTES]).stream())).rejects.toMatchObject({
    code: 'directory_not_found',
    details: { path },
  })
  expect(readdirSync(folder.path)).toEqual(['工资.xlsx'])
})

it('lies beside its name until it is placed (control)', () => {
  const waiting = waitingFile(folder.path, '数据包.dbpkg', BYTES)
  expect(existsSync(waiting.path)).toBe(false)
  waiting.place()
  expect(readFileSync(waiting.path)).toEqual(BYTES)
  waiting.drop()
  expect(readdirSync(folder.path)).toEqual(['数据包.dbpkg'])
})
