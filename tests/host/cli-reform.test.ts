import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Output } from '../../electron/contract/operations.ts'
import { temporaryFolder } from '../kit/book.ts'
import { runCli, SAMPLE_WORKBOOK } from '../kit/command-line.ts'
import { PLAN_PAPER } from '../kit/township.ts'

/* A reform by command line: drafted on the sample township, shared, compared, taken into force, taken back. */

const folder = temporaryFolder()
const book = join(folder.path, '山溪乡.dingbian')
afterAll(() => folder.dispose())

const cli = (args: readonly string[]) => runCli(folder.path, args)
async function json<T>(command: string, ...rest: readonly string[]): Promise<T> {
  const ran = await cli([...command.split(' '), '--book', book, ...rest, '--json'])
  expect(ran).toMatchObject({ exitCode: 0, stderr: '' })
  return JSON.parse(ran.stdout) as T
}
function file(name: string, value: unknown): string {
  const path = join(folder.path, name)
  writeFileSync(path, JSON.stringify(value))
  return path
}

beforeAll(async () => {
  await cli(['book', 'create', '--book', book, '--pack', 'seed-000', '--name', '山溪乡', ...PLAN_PAPER])
  await cli(['import', SAMPLE_WORKBOOK, '--book', book])
}, 120_000)

const PLAN = ['--plan', '站所整合'] as const

it('drafted, shown, shared, compared, in force as one entry, undone as one', async () => {
  await json('reform new', '--title', '站所整合', '--on', '2026-12-01', '--document-number', '山编发〔2026〕9号')
  const steps = file('s.json', [
    { type: 'unit.merge', units: ['文化服务中心'], into: '农业综合服务中心' },
    { type: 'quota.recut', unit: '农业综合服务中心', category: '事业编制', amount: 11 },
    { type: 'unit.abolish', unit: '维稳信息员' },
  ])
  const refused = await cli(['reform', 'add', '--book', book, ...PLAN, '--file', steps])
  expect([refused.exitCode, refused.stderr]).toEqual([1, expect.stringContaining('第 3 步“撤销机构”办不了')])
  const added = await json<Output<'reform.addSteps'>>(
    'reform add',
    ...PLAN,
    '--file',
    file('s2.json', [
      { type: 'unit.merge', units: ['文化服务中心'], into: '农业综合服务中心' },
      { type: 'quota.recut', unit: '农业综合服务中心', category: '事业编制', amount: 11 },
    ]),
  )
  expect(added.texts).toHaveLength(2)
  const shown = await json<Output<'reform.show'>>('reform show', ...PLAN)
  expect(shown.after.counts.units).toBe(shown.before.counts.units - 1)
  expect(shown.before.counts.quota - shown.after.counts.quota).toBe(1)
  const out = join(folder.path, '方案.json')
  await json('reform export', ...PLAN, '--out', out)
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({
    schema: 'dingbian-reform',
    plan: { title: '站所整合' },
  })
  const taken = await json<Output<'reform.import'>>('reform import', out, '--title', '同事的')
  expect(taken).toMatchObject({ steps: 2, conflicts: [] })
  await json('reform remove', '--plan', '同事的')
  const text = await cli(['reform', 'show', '--book', book, ...PLAN])
  expect(text.stdout).toContain('1. ［机构合并］')
  const forced = await json<Output<'reform.force'>>('reform force', ...PLAN)
  const compared = await json<Output<'reform.compare'>>('reform compare', ...PLAN, '--as-of', '2026-12-02')
  expect([compared.after?.counts, compared.drift]).toEqual([compared.draft.counts, []])
  const undone = await json<Output<'journal.undo'>>('undo')
  expect(undone.reverses).toBe(forced.seq)
  expect((await json<Output<'reform.list'>>('reform list')).plans).toMatchObject([{ state: 'draft', steps: 2 }])
  expect(await json('verify')).toMatchObject({ ok: true })
}, 120_000)

it('a name that is none is refused with those there are', async () => {
  const ran = await cli(['reform', 'show', '--book', book, '--plan', '没有'])
  expect([ran.exitCode, ran.stderr.trim()]).toEqual([1, '没有名为“没有”的改革方案。现有：“站所整合”。'])
}, 60_000)
