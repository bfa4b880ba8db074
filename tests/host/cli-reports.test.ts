import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { PLAN_PAPER } from '../kit/township.ts'
import * as XLSX from 'xlsx'
import { temporaryFolder } from '../kit/book.ts'
import { runCli } from '../kit/command-line.ts'

/* `report` as a script uses it: a real book. */

const folder = temporaryFolder()
const book = join(folder.path, '山溪乡.dingbian')
afterAll(() => folder.dispose())

const cli = (...args: readonly string[]) => runCli(folder.path, args)

beforeAll(
  async () =>
    void (await cli('book', 'create', '--book', book, '--pack', 'seed-000', '--name', '山溪乡', ...PLAN_PAPER)),
)

it('lists the forms without a book, by id and title alone', async () => {
  const { exitCode, stdout } = await cli('report', 'list', '--json')
  const { forms } = JSON.parse(stdout) as { readonly forms: readonly Record<string, string>[] }
  expect([exitCode, forms.length, forms[0]]).toEqual([0, 25, { id: 'unit-staffing', title: '各单位编制与人员配备表' }])
})

it('makes a file by id or by title, of a day or a period', async () => {
  const out = join(folder.path, '配备表.xlsx')
  const made = await cli(
    'report',
    '--book',
    book,
    '--form',
    '各单位编制与人员配备表',
    '--as-of',
    '2026-11-22',
    '--out',
    out,
    '--json',
  )
  expect(JSON.parse(made.stdout)).toMatchObject({ form: 'unit-staffing', asOf: '2026-11-22', pages: 1, out })
  expect(XLSX.read(readFileSync(out), { type: 'buffer' }).SheetNames).toEqual(['各单位编制与人员配备表'])
  const month = await cli(
    'report',
    '--book',
    book,
    '--form',
    'changes-month',
    '--from',
    '2026-10-01',
    '--to',
    '2026-10-31',
    '--out',
    join(folder.path, '月报.xlsx'),
  )
  expect([month.exitCode, month.stdout.includes('统计日期 2026-10-31')]).toEqual([0, true])
})

it('refuses in Chinese what it cannot make, and leaves no file', async () => {
  const out = join(folder.path, '无.xlsx')
  const unknown = await cli('report', '--book', book, '--form', 'nothing', '--out', out)
  expect([unknown.exitCode, unknown.stderr.includes('没有名为“nothing”的报表'), existsSync(out)]).toEqual([
    1,
    true,
    false,
  ])
  expect((await cli('report', '--book', book, '--form', 'roster')).exitCode).toBe(2)
})
