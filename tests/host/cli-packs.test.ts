import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { PLAN_PAPER } from '../kit/township.ts'
import type { Output } from '../../electron/contract/operations.ts'
import { packFileText } from '../../electron/app/packs/write-pack-file.ts'
import type { LocalPack } from '../../electron/domain/model/local-pack.ts'
import { temporaryFolder } from '../kit/book.ts'
import { runCli } from '../kit/command-line.ts'

/* Rule packs and holiday tables by command line: a real book. */

const folder = temporaryFolder()
const book = join(folder.path, '山溪乡.dingbian')
afterAll(() => folder.dispose())

const cli = (...args: readonly string[]) => runCli(folder.path, args)

async function json<T>(...args: readonly string[]): Promise<T> {
  const ran = await cli(...args, '--json')
  expect(ran).toMatchObject({ exitCode: 0, stderr: '' })
  return JSON.parse(ran.stdout) as T
}

const LOCAL: LocalPack = {
  id: 'local-abc',
  basePackId: 'seed-003',
  title: '邻县规则',
  locality: '邻县',
  note: '',
  date: '',
  packFrom: null,
  parameters: {
    officeLimit: { value: 5, document: null, documentNumber: '县编办〔2026〕2号', date: '2026-02-01', clause: null },
  },
  rules: {},
}
const file = (name: string, text: string) => {
  const path = join(folder.path, name)
  writeFileSync(path, text)
  return path
}

beforeAll(async () => {
  await cli('book', 'create', '--book', book, '--pack', 'seed-000', ...PLAN_PAPER)
})

it('lists and shows shipped packs without a book, the masked one said to be so', async () => {
  const list = await json<Output<'packs.list'>>('pack', 'list')
  expect(list.packs.map((pack) => pack.id)).toEqual([
    'seed-000',
    'seed-001',
    'seed-002',
    'seed-003',
    'seed-004',
    'none',
  ])
  const shown = await json<Output<'pack.show'>>('pack', 'show', 'seed-003')
  expect(shown.parameters.find((parameter) => parameter.name === 'classQuotas')).toMatchObject({
    value: null,
    text: '文件没有给出',
    clause: '并根据乡镇类别分类核定',
  })
  expect(await cli('pack', 'show', 'seed-999')).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('没有这个规则包'),
  })
})

it('shows what a switch changes, switches, and undoes it', async () => {
  const dry = await json<Output<'pack.preview'> & { readonly committed: boolean }>(
    'pack',
    'use',
    'seed-004',
    '--book',
    book,
    '--dry-run',
  )
  expect(dry).toMatchObject({ committed: false, figuresSame: true, to: { id: 'seed-004' } })
  expect(dry.created.map((finding) => finding.rule)).toContain('R004-06')
  expect((await cli('pack', 'list', '--book', book)).stdout).toMatch(/seed-000 .*正在使用/)
  expect(await json('pack', 'use', 'seed-004', '--book', book)).toMatchObject({ committed: true })
  expect((await json<Output<'check.run'>>('check', '--book', book)).pack.id).toBe('seed-004')
  expect((await cli('undo', '--book', book)).exitCode).toBe(0)
  expect((await json<Output<'check.run'>>('check', '--book', book)).pack.id).toBe('seed-000')
})

it('takes a pack file, previewed first, and gives the same bytes back', async () => {
  const path = file('邻县.json', packFileText(LOCAL))
  const preview = await json<Output<'pack.importPreview'>>('pack', 'import', path, '--book', book, '--dry-run')
  expect(preview.changes).toContainEqual({
    what: '办公室上限',
    from: '4 个（云发〔2011〕8号，2011-12-15）',
    to: '5 个（县编办〔2026〕2号，2026-02-01）',
  })
  expect(await json('pack', 'import', path, '--book', book)).toMatchObject({ id: 'local-abc', committed: true })
  const out = join(folder.path, '回.json')
  await json('pack', 'export', 'local-abc', '--book', book, '--out', out)
  expect(readFileSync(out, 'utf8')).toBe(packFileText(LOCAL))
  const bad = file('坏.json', packFileText(LOCAL).replace('"value": 5', '"value": 6'))
  expect(await cli('pack', 'import', bad, '--book', book)).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('校验码不符'),
  })
})

it('counts working days into a year whose table is given, by file or in the book', async () => {
  const path = file(
    '2027.json',
    JSON.stringify({
      schema: 'dingbian-holidays',
      version: 1,
      year: 2027,
      notice: '国办发明电〔2026〕7号',
      off: [
        ['2027-01-01', '2027-01-03'],
        ['2027-05-01', '2027-05-05'],
        ['2027-10-01', '2027-10-07'],
      ],
      worked: ['2027-01-09'],
    }),
  )
  expect(await cli('working-days', '--from', '2026-12-28', '--days', '5')).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('没有 2027 年的放假安排'),
  })
  expect(await json('working-days', '--from', '2026-12-28', '--days', '5', '--holidays', path)).toEqual({
    end: '2027-01-05',
    calendarDays: 8,
  })
  expect(await json('holidays', 'import', path, '--book', book)).toMatchObject({
    year: 2027,
    committed: true,
    replaces: null,
  })
  expect(await cli('holidays', 'import', file('空.json', '{}'), '--book', book)).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('不能用作放假安排'),
  })
})

it('lists the rules of a pack with what each stands on there, in the agreed shape', async () => {
  const rulesOf = async (...args: readonly string[]) =>
    (await json<Output<'rules.list'>>('rules', 'list', ...args)).rules
  const none = await rulesOf('--pack', 'none')
  const [first] = none
  expect(Object.keys(first ?? {})).toEqual(['id', 'title', 'severity', 'level', 'verbatim', 'sources'])
  expect(Object.keys(first?.sources[0] ?? {})).toEqual([
    'issuer',
    'document',
    'number',
    'article',
    'clause',
    'inForceFrom',
    'inForceTo',
  ])
  expect(
    none.filter(({ severity, level, verbatim }) => severity === 'error' && !(level === '国家' && verbatim)),
  ).toEqual([])
  expect(none.some(({ id }) => id.startsWith('R000'))).toBe(false)
  expect((await rulesOf('--pack', 'seed-000')).find(({ id }) => id === 'R000-03')).toMatchObject({
    severity: 'error',
    level: '乡',
  })
  expect((await rulesOf()).length).toBeGreaterThan(none.length)
  expect((await cli('rules', 'list', '--pack', 'seed-999', '--json')).exitCode).not.toBe(0)
})
