import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PLAN_PAPER } from '../kit/township.ts'
import type { Output } from '../../electron/contract/operations.ts'
import { temporaryFolder } from '../kit/book.ts'
import { runCli, SAMPLE_WORKBOOK } from '../kit/command-line.ts'
import { inventedId } from '../kit/people.ts'

/* A month of changes in the sample township by command line: a real book. */

const OFFICE = '社会事务办公室'

const folder = temporaryFolder()
const book = join(folder.path, '山溪乡.dingbian')
afterAll(() => folder.dispose())

const cli = (args: readonly string[]) => runCli(folder.path, args)

/** Runs on the book with --json and parses the one object on stdout. */
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

const line = async (asOf: string) =>
  (await json<Output<'figures.read'>>('figures', '--as-of', asOf)).lines.find((one) => one.unit === OFFICE)

const GRANT = {
  type: 'approval.grant',
  on: '2026-11-23',
  unit: OFFICE,
  category: 'administrative',
  count: 1,
  number: '用编〔2026〕1号',
  expiresOn: '2027-05-31',
  document: { number: '用编〔2026〕1号' },
}
const ENTRY = {
  type: 'entry',
  on: '2026-11-24',
  document: { number: '山人社〔2026〕8号' },
  person: { name: '新一', idNumber: inventedId('1999-09-19', '女'), sex: '女', birth: '1999-09' },
  unit: OFFICE,
  post: '科员',
  category: 'administrative',
  cause: '21',
  approval: '用编〔2026〕1号',
  arrivesOn: '2026-11-26',
}

describe('the ledger by command line', () => {
  let opening: Output<'figures.read'>['lines'][number] | undefined
  let added: { readonly entries: readonly Output<'event.add'>[] }

  beforeAll(async () => {
    await json('book create', '--pack', 'seed-000', '--name', '山溪乡', ...PLAN_PAPER)
    await json('import', SAMPLE_WORKBOOK)
    opening = await line('2026-11-22')
    added = await json('event add', '--file', file('两项.json', [GRANT, ENTRY]))
  })

  it('a file of two events is two entries, the first reserving the seat the second takes', async () => {
    expect(opening).toMatchObject({ quota: 3, actual: 2, vacancy: 1 })
    expect(added.entries.map((entry) => entry.seq)).toEqual([3, 4])
    expect(await line('2026-11-23')).toMatchObject({ actual: 2, reserved: 1, vacancy: 0 })
    expect(await line('2026-11-26')).toMatchObject({ actual: 3, reserved: 0, vacancy: 0 })
  })

  it('history is filtered by person, unit and document, names filled in', async () => {
    const history = (...filter: readonly string[]) =>
      json<{ readonly entries: readonly Output<'history.read'>['entries'][number][] }>('history', ...filter)
    const all = await history()
    expect(all.entries.map((entry) => entry.seq)).toEqual([4, 3, 2, 1])
    expect(all.entries.find((entry) => entry.seq === 4)).toMatchObject({
      operation: 'event.add',
      effectiveOn: '2026-11-24',
      document: '山人社〔2026〕8号',
      text: expect.stringContaining('新一'),
    })
    // The approval is theirs too: they came by it.
    expect((await history('--person', '新一')).entries.map((entry) => entry.seq)).toEqual([4, 3])
    expect((await history('--document', '用编〔2026〕1号')).entries.map((entry) => entry.seq)).toContain(3)
    expect((await history('--unit', OFFICE)).entries.map((entry) => entry.seq)).toEqual(expect.arrayContaining([3, 4]))
  })

  it('explains a figure by unit and the short name of the category', async () => {
    const explained = await json<Output<'figure.explain'>>(
      'explain',
      '--unit',
      OFFICE,
      '--category',
      '行政',
      '--as-of',
      '2026-11-26',
    )
    expect(explained.line).toMatchObject({ quota: 3, actual: 3, categoryCode: 'administrative' })
    expect(explained.people.map((person) => person.name)).toContain('新一')
    expect(explained.quotas.map((quota) => quota.documentNumber)).toEqual(['山编办〔2006〕12号'])
    expect(await cli(['explain', '--book', book, '--unit', '没有的站', '--category', '行政'])).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('没有名为“没有的站”的机构'),
    })
    expect(await cli(['explain', '--book', book, '--unit', OFFICE, '--category', '机密'])).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('编制类型'),
    })
  })

  it('the change sheet balances and names who came', async () => {
    const sheet = await json<Output<'changes.read'>>('changes', '--from', '2026-11-22', '--to', '2026-11-30')
    const administrative = sheet.categories.find((category) => category.categoryCode === 'administrative')
    expect(administrative).toMatchObject({ in: 1, out: 0, transfers: 0, balanced: true })
    expect((administrative?.opening ?? 0) + 1).toBe(administrative?.closing)
    expect(sheet.rows.map((row) => [row.person, row.kind, row.toUnit])).toEqual([['新一', 'in', OFFICE]])
    expect(sheet.faults).toEqual([])
  })

  it('undo takes the last entry back, redo brings it back, and the book stays whole', async () => {
    const undone = await json<Output<'journal.undo'>>('undo')
    expect(undone).toMatchObject({ seq: 5, reverses: 4 })
    expect(await line('2026-11-26')).toMatchObject({ actual: 2, reserved: 1 })
    expect(await json('redo')).toMatchObject({ seq: 6, reverses: 5 })
    expect(await line('2026-11-26')).toMatchObject({ actual: 3, reserved: 0 })
    expect(await cli(['undo', '--book', book, '--entry', '3'])).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('不能撤销第 3 条'),
    })
    expect(await json<Output<'book.verify'>>('verify')).toMatchObject({ ok: true, entries: 6 })
  })

  it('stops at the first event that is refused and says how many went in', async () => {
    const rename = {
      type: 'unit.rename',
      on: '2026-12-01',
      unit: '文化服务中心',
      name: '文化站',
      document: { number: '山编发〔2026〕20号' },
    }
    const ran = await cli([
      'event',
      'add',
      '--book',
      book,
      '--file',
      file('坏.json', [rename, { ...rename, unit: '没有的站', name: '甲' }, rename]),
      '--json',
    ])
    expect(ran).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('第 2 项没有登记') })
    expect((JSON.parse(ran.stdout) as { readonly entries: readonly unknown[] }).entries).toHaveLength(1)
    expect(await json<Output<'book.verify'>>('verify')).toMatchObject({ ok: true, entries: 7 })
  })

  it('findings: listed by state, explained by key, still counted by check', async () => {
    const open = await json<Output<'findings.read'>>('findings', '--state', 'open')
    const found = open.findings.find((one) => one.rule === 'E2')
    const counts = (await json<Output<'check.run'>>('check')).counts
    expect(
      await json(
        'findings explain',
        '--finding',
        found?.key ?? '',
        '--reason',
        '批件在县档案馆',
        '--until',
        '2099-12-31',
      ),
    ).toMatchObject({ explained: 1 })
    const explained = await json<Output<'findings.read'>>('findings', '--state', 'explained')
    expect(explained.findings.map((one) => [one.key, one.explanation?.reason])).toEqual([
      [found?.key, '批件在县档案馆'],
    ])
    expect((await json<Output<'check.run'>>('check')).counts).toEqual(counts)
    expect(await cli(['findings', '--book', book])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('说明：批件在县档案馆（至 2099-12-31）'),
    })
    expect(await cli(['findings', '--book', book, '--state', 'ignored'])).toMatchObject({ exitCode: 2 })
    expect(
      await cli(['findings', 'explain', '--book', book, '--finding', 'A1~nothing', '--reason', '因']),
    ).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('没有了') })
  })

  it('--believed-on leaves out what was registered later; wrong usage is 2, wrong files are 1', async () => {
    expect(await cli(['figures', '--book', book, '--believed-on', '2000-01-01'])).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('还没有这本编制本'),
    })
    expect(await cli(['event', 'add', '--book', book])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('缺少 --file'),
    })
    expect(await cli(['undo', '--book', book, '--entry', '三'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('--entry'),
    })
    writeFileSync(join(folder.path, '不是.json'), '{')
    expect(await cli(['event', 'add', '--book', book, '--file', join(folder.path, '不是.json')])).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('不是正确的 JSON'),
    })
    expect(
      await cli(['event', 'add', '--book', book, '--file', file('缺.json', { type: 'exit', on: '2026-11-30' })]),
    ).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('填写有误') })
  })
})
