import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { temporaryFolder } from '../kit/book.ts'
import { runCli } from '../kit/command-line.ts'
import { PLAN_PAPER } from '../kit/township.ts'

/* `handover` and `inspection` as a script uses them: a real book, real folders. */

const folder = temporaryFolder()
const book = join(folder.path, '山溪乡.dingbian')
afterAll(() => folder.dispose())

const cli = (...args: readonly string[]) => runCli(folder.path, args)
const inFolder = (name: string) => join(folder.path, name)

beforeAll(
  async () =>
    void (await cli('book', 'create', '--book', book, '--pack', 'seed-000', '--name', '山溪乡', ...PLAN_PAPER)),
)

interface Pack {
  readonly folder: string
  readonly index: string
  readonly masked: boolean
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[]
}

it('writes every file it names, each as its hash says, with an index', async () => {
  const made = await cli('handover', '--book', book, '--out', inFolder('交接'), '--json')
  expect(made.exitCode).toBe(0)
  const pack = JSON.parse(made.stdout) as Pack
  expect([pack.masked, pack.index]).toEqual([true, join(inFolder('交接'), '目录.html')])
  expect(pack.files.length).toBeGreaterThan(10)
  for (const { path, bytes, sha256 } of pack.files) {
    const content = readFileSync(join(pack.folder, path))
    expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([bytes, sha256])
  }
})

it('an inspection has its range; a folder with other files in it is refused before anything is made', async () => {
  const args = ['inspection', '--book', book, '--from', '2026-01-01', '--to', '2026-11-22', '--json']
  const made = await cli(...args, '--out', inFolder('核查'))
  expect(JSON.parse(made.stdout)).toMatchObject({ kind: 'inspection', from: '2026-01-01', asOf: '2026-11-22' })
  const again = await cli(...args, '--out', inFolder('核查'))
  expect([again.exitCode, again.stderr]).toEqual([1, expect.stringContaining('换一个空文件夹')])
  writeFileSync(inFolder('旧.txt'), '')
  expect((await cli(...args, '--out', folder.path)).exitCode).toBe(1)
})

it('whole numbers need a reason', async () => {
  const out = inFolder('全号')
  const bare = await cli('handover', '--book', book, '--out', out, '--whole-numbers')
  expect([bare.exitCode, existsSync(out)]).toEqual([1, false])
  expect(bare.stderr).toContain('--reason')
  const told = await cli(
    'handover',
    '--book',
    book,
    '--out',
    out,
    '--whole-numbers',
    '--reason',
    '组织部核对',
    '--json',
  )
  expect(JSON.parse(told.stdout)).toMatchObject({ masked: false })
  const history = await cli('history', '--book', book, '--json')
  expect(history.stdout).toContain('组织部核对')
})
