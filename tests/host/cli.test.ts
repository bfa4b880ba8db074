import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PLAN_PAPER } from '../kit/township.ts'
import type { Output } from '../../electron/contract/operations.ts'
import { COMMAND_LINE } from '../../electron/host/cli-commands.ts'
import { temporaryFolder } from '../kit/book.ts'
import { runCli, runCliProcess, SAMPLE_WORKBOOK } from '../kit/command-line.ts'

/* The command line as a clerk's colleague would script it: a real book, the bundled clerk's workbook. */

const AS_OF = ['--as-of', '2026-11-22']

const folder = temporaryFolder()
const book = join(folder.path, '山溪乡.dingbian')
afterAll(() => folder.dispose())

const cli = (args: readonly string[], environment?: Readonly<Record<string, string>>) =>
  runCli(folder.path, args, environment)

/** Runs with --json and parses the one object on stdout. */
async function json<T>(args: readonly string[]): Promise<T> {
  const ran = await cli([...args, '--json'])
  expect(ran).toMatchObject({ exitCode: 0, stderr: '' })
  return JSON.parse(ran.stdout) as T
}

const roster = (list: string) => json<Output<'roster.read'>>(['roster', '--book', book, '--list', list, ...AS_OF])
const names = (result: Output<'roster.read'>) => new Set(result.people.map((person) => person.name))

describe('the sample township, from an empty folder to the notice', () => {
  let dry: Output<'import.commit'>
  let first: Output<'import.commit'>

  beforeAll(async () => {
    await json(['book', 'create', '--book', book, '--pack', 'seed-000', '--name', '山溪乡', ...PLAN_PAPER])
    dry = await json<Output<'import.commit'>>(['import', '--book', book, SAMPLE_WORKBOOK, '--dry-run'])
    first = await json<Output<'import.commit'>>(['import', '--book', book, SAMPLE_WORKBOOK])
  })

  it('brings in 49 people, 4 others and 1 concurrent holding, the plan unchanged', () => {
    expect(dry).toMatchObject({ added: 54, committed: false })
    expect(first).toMatchObject({ added: 54, updated: 0, unchanged: 15, refused: [], committed: true })
    expect(first.counts).toMatchObject({
      people: { added: 49 },
      others: { added: 4 },
      concurrent: { added: 1 },
      quotas: { unchanged: 15 },
    })
  })

  it('importing the same file again changes nothing, not even the journal', async () => {
    const before = await json<Output<'book.verify'>>(['verify', '--book', book])
    expect(await json(['import', '--book', book, SAMPLE_WORKBOOK])).toMatchObject({
      added: 0,
      updated: 0,
      unchanged: 69,
      committed: true,
    })
    expect(await json(['verify', '--book', book])).toEqual(before)
    expect(before).toMatchObject({ ok: true, problems: [] })
  })

  it('figures: 行政 23, 事业 28, 领导职数 8, over and vacant exactly where the workbook says', async () => {
    const figures = await json<Output<'figures.read'>>(['figures', '--book', book, ...AS_OF])
    const line = (unit: string, category: string) =>
      figures.lines.find((one) => one.unit === unit && one.category === category)
    expect(figures.lines).toHaveLength(15)
    expect(figures.totals.map(({ category, quota }) => [category, quota])).toEqual([
      ['行政编制', 23],
      ['事业编制', 28],
    ])
    expect(figures.leadership).toMatchObject({ quota: 8, actual: 8 })
    expect(figures.lines.filter((one) => one.over > 0).map(({ unit, quota, actual }) => [unit, quota, actual])).toEqual(
      [
        ['党政综合办公室', 5, 6],
        ['计划生育服务中心', 5, 6],
      ],
    )
    expect(
      Object.fromEntries(figures.lines.filter((one) => one.vacancy > 0).map((one) => [one.unit, one.vacancy])),
    ).toEqual({ 社会事务办公室: 1, 农业综合服务中心: 2, 村镇规划建设管理所: 1, 财政所: 1 })
    expect(line('财政所', '事业编制')).toMatchObject({ quota: 3, actual: 2 })
    expect(figures.misplaced).toMatchObject([{ unit: '财政所', category: '行政编制', people: [{ name: '范雪' }] }])
  })

  it('the split: everyone on exactly one list', async () => {
    const [inQuota, over, nonCompliant, off, seconded] = [
      await roster('in-quota'),
      await roster('over-quota'),
      await roster('non-compliant'),
      await roster('off-quota'),
      await roster('seconded'),
    ]
    expect(names(over)).toEqual(new Set(['姜美玲', '沈桂芳']))
    expect(names(nonCompliant)).toEqual(new Set(['周海涛', '窦长青', '范雪', '郎婷']))
    expect(names(off)).toEqual(new Set(['侯志明', '巩建平', '车晓琳']))
    expect(names(seconded)).toEqual(new Set(['宓春雷']))
    expect(inQuota.people).toHaveLength(43)
    expect(inQuota.people.find((person) => person.name === '许小芹')).toMatchObject({
      status: '借出',
      secondedTo: expect.stringContaining('县农业农村局'),
    })
    const chu = inQuota.people.filter((person) => person.name === '褚卫东')
    expect(chu).toMatchObject([{ unit: '党政综合办公室', concurrent: [{ unit: '财政所', post: '会计' }] }])
  })

  it('every sheet says one 实有, and names who is 混编 beside it', async () => {
    const figures = await json<Output<'figures.read'>>(['figures', '--book', book, ...AS_OF])
    const period = ['changes', '--book', book, '--from', '2026-10-31', '--to', '2026-11-22']
    const changes = await json<Output<'changes.read'>>(period)
    expect(changes.categories.map(({ categoryCode, closing }) => [categoryCode, closing])).toEqual(
      figures.totals.map(({ categoryCode, actual }) => [categoryCode, actual]),
    )
    expect(changes.misplaced).toEqual([{ unit: '财政所', category: '行政编制', people: ['范雪'] }])
    for (const command of [period, ['figures', '--book', book, ...AS_OF]])
      expect((await cli(command)).stdout).toContain('混编：财政所 范雪（行政编制），不计入实有')
  })

  it('findings name who and why, with the clause', async () => {
    const { findings } = await json<Output<'check.run'>>(['check', '--book', book, ...AS_OF])
    const people = (rule: string) =>
      findings.filter((finding) => finding.rule === rule).map((finding) => finding.person)
    expect(people('B1')).toEqual(['范雪'])
    expect(people('E2')).toEqual(['严宏图'])
    expect(
      people('F7').filter(
        (_, index) => findings.filter((finding) => finding.rule === 'F7')[index]?.severity === 'error',
      ),
    ).toEqual(['郎婷'])
    expect(new Set(people('D3'))).toEqual(new Set(['朱志强', '金正阳']))
    expect(new Set(people('D1'))).toEqual(new Set(['周海涛', '窦长青']))
    // 借出 is one fact: how long, and beneath it where to and that the seat stays hers.
    const loan = findings.find((finding) => finding.rule === 'H1')
    expect([loan?.person, loan?.alsoBy.map((other) => other.rule)]).toEqual(['许小芹', ['H5']])
    expect(people('D7')).toEqual(['褚卫东'])
    expect(new Set(people('C1'))).toEqual(new Set(['姜美玲', '沈桂芳']))
    expect(findings.filter((finding) => finding.rule === 'A1').map((finding) => finding.unit)).toEqual([
      '党政综合办公室',
      '计划生育服务中心',
    ])
    expect(findings.filter((finding) => finding.source.clause === '')).toEqual([])
  })

  it('tells the sample in at most 1.3 findings a subject', async () => {
    const { findings } = await json<Output<'check.run'>>(['check', '--book', book, ...AS_OF])
    const subjects = new Set(findings.map((finding) => finding.personId ?? finding.unitId ?? ''))
    expect(subjects.size).toBeGreaterThan(20)
    expect(findings.length / subjects.size).toBeLessThanOrEqual(1.3)
  })

  it('the notice is frozen, the file carries no long digit string, and the period counts working days', async () => {
    const out = join(folder.path, '公示.xlsx')
    const issue = (to: string, ...more: readonly string[]) => {
      const asked = { book, layout: 'table', from: '2026-11-23', days: '5', out: to }
      return [
        'notice',
        'issue',
        ...Object.entries(asked).flatMap(([name, value]) => [`--${name}`, value]),
        ...AS_OF,
        ...more,
      ]
    }
    // What mostly is a slip is told with its key, on stderr, and uses up no number; so does a file that cannot be written.
    const refused = await cli(issue(out, '--json'))
    expect([refused.exitCode, refused.stdout]).toEqual([1, ''])
    expect(refused.stderr).toMatch(
      /要先写明理由才能发布.*没有写监督电话.*〔no-telephone〕.*谁列为超编还没有指定.*〔over-quota-order:/,
    )
    const despite = [
      '--phone',
      '0794-1234567',
      '--mailbox',
      '文明路1号信箱',
      '--despite',
      'all',
      '--reason',
      '先张榜，限期整改',
    ]
    const before = await json<Output<'book.verify'>>(['verify', '--book', book])
    for (const nowhere of [join(folder.path, '没有这个文件夹', '公示.xlsx'), folder.path]) {
      const failed = await cli(issue(nowhere, ...despite))
      expect(failed).toMatchObject({ exitCode: 1, stdout: '', stderr: expect.stringContaining(`写不了 ${nowhere}`) })
    }
    expect((await json<Output<'book.verify'>>(['verify', '--book', book])).entries).toBe(before.entries)
    const notice = await json<Output<'notice.issue'>>(issue(out, ...despite))
    expect(notice.number).toMatch(/〔2026〕1号$/)
    expect(existsSync(`${out}.part`)).toBe(false)
    expect(notice).toMatchObject({ postedOn: '2026-11-23', endsOn: '2026-11-30', workingDays: 5 })
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK')
  })

  it('answers wrong usage with 2 and refusals with 1, in Chinese, changing nothing', async () => {
    expect(await cli(['figures'])).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('缺少 --book') })
    expect(await cli(['roster', '--book', book, '--list', '全部'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('--list 只能是'),
    })
    expect(await cli(['figures', '--book', join(folder.path, '没有.dingbian')])).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('找不到'),
    })
    expect(existsSync(join(folder.path, '没有.dingbian'))).toBe(false)
    expect(await cli(['figures', '--book', book, '--as-of', '2026-02-30'])).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('应写成 2026-11-22'),
    })
    expect(await cli(['book', 'create', '--book', book])).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('已经存在'),
    })
  })
})

it('a book with a password opens by DINGBIAN_PASSWORD and by nothing else', async () => {
  const secret = join(folder.path, '加密乡.dingbian')
  const password = { DINGBIAN_PASSWORD: '山清水秀2026年' }
  expect(await cli(['book', 'create', '--book', secret, '--name', '加密乡'], password)).toMatchObject({ exitCode: 0 })
  expect(await cli(['verify', '--book', secret, '--json'], password)).toMatchObject({ exitCode: 0 })
  expect(await cli(['verify', '--book', secret])).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('密码'),
  })
  expect(await cli(['verify', '--book', secret], { DINGBIAN_PASSWORD: '别的密码123' })).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('密码不对'),
  })
})

it.each([
  ['an answer', ['figures', '--book', 'BOOK', '--json', ...AS_OF]],
  ['a sentence', ['verify', '--book', 'BOOK']],
  ['a refusal', ['figures', '--book', 'BOOK', '--as-of', '2026-02-30']],
  ['wrong usage', ['figures', '--nonsense']],
  ['help', ['--help']],
] as const)('%s is the same from a process of its own, exit code, streams and all', async (_, line) => {
  const args = line.map((word) => (word === 'BOOK' ? book : word))
  expect(await runCliProcess(folder.path, args)).toEqual(await cli(args))
})

it('the help names every command', async () => {
  const help = await cli(['--help'])
  expect(Object.keys(COMMAND_LINE).filter((command) => !help.stdout.includes(`\n  ${command} `))).toEqual([])
})

it('an empty roster with drop-downs needs no book; a kind of 资料 by its title; an unknown one is refused with the choices', async () => {
  const out = join(folder.path, '空白.xlsx')
  const made = await cli(['blank', '--out', out, '--json'])
  expect(JSON.parse(made.stdout)).toEqual({
    kind: 'roster',
    fileName: '编制实名制花名册（空白表）.xlsx',
    sheets: ['编制核定', '花名册'],
    out,
  })
  expect(readFileSync(out).subarray(0, 2).toString('latin1')).toBe('PK')
  expect((await cli(['blank', '--kind', '年度考核', '--out', out])).stdout).toContain('年度考核')
  expect(await cli(['blank', '--kind', '考勤', '--out', out])).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('没有“考勤”这一种'),
  })
})
