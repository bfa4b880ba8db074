import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { PLAN_PAPER } from '../kit/township.ts'
import type { Output } from '../../electron/contract/operations.ts'
import { workbookOf } from '../fixtures/workbooks.ts'
import { temporaryFolder } from '../kit/book.ts'
import { runCli, SAMPLE_WORKBOOK } from '../kit/command-line.ts'

/* 资料 by command line on the sample township: a real book. */

const folder = temporaryFolder()
const book = join(folder.path, '山溪乡.dingbian')
afterAll(() => folder.dispose())

const cli = (...args: readonly string[]) => runCli(folder.path, args)

function file(name: string, content: string | Buffer): string {
  const path = join(folder.path, name)
  writeFileSync(path, content)
  return path
}

beforeAll(async () => {
  await cli('book', 'create', '--book', book, '--pack', 'seed-000', '--name', '山溪乡', ...PLAN_PAPER)
  await cli('import', '--book', book, SAMPLE_WORKBOOK)
})

it('one record, and the snapshot of the day knows it', async () => {
  const added = await cli(
    'record',
    'add',
    '--book',
    book,
    '--file',
    file(
      '概况.json',
      JSON.stringify({ kind: 'township', from: '2026-01-01', content: { population: 50001, areaKm2: 88.5 } }),
    ),
    '--json',
  )
  expect(added).toMatchObject({ exitCode: 0, stderr: '' })
  const listed = await cli('record', 'list', '--book', book, '--kind', '乡镇概况')
  expect(listed.stdout.trim()).toBe('乡镇概况  全乡  2026-01-01  常住人口 50001  面积 88.5')
})

it('a sheet with a fault goes in only when its good rows are asked for', async () => {
  const sheet = file(
    '培训.xlsx',
    workbookOf([
      {
        name: '培训',
        rows: [
          ['姓名', '培训名称', '培训类别', '开始日期', '天数'],
          ['褚卫东', '业务培训', '业务或理论培训', '2026-03-02', 4],
          ['查无此人', '业务培训', '业务或理论培训', '2026-03-02', 4],
        ],
      },
    ]),
  )
  const refused = await cli('record', 'import', '--book', book, sheet, '--json')
  expect([refused.exitCode, refused.stderr.trim()]).toEqual([
    1,
    '没有导入任何一行。\n第 3 行：没有名为“查无此人”的人员。请核对名称。',
  ])
  const done = await cli('record', 'import', '--book', book, sheet, '--skip-refused', '--json')
  const answer = JSON.parse(done.stdout) as Output<'records.import'>
  expect([done.exitCode, answer.kind, answer.added]).toEqual([0, 'training', 1])
  const unknown = await cli('record', 'list', '--book', book, '--kind', '没有这种')
  expect([unknown.exitCode, unknown.stderr]).toEqual([1, expect.stringContaining('training（培训）')])
})
