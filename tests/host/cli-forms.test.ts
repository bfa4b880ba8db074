import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MAX_FORM_BYTES } from '../../electron/contract/lrmx-operations.ts'
import { temporaryFolder } from '../kit/book.ts'
import { runCli, SAMPLE_WORKBOOK } from '../kit/command-line.ts'
import { PLAN_PAPER } from '../kit/township.ts'

/* 任免审批表, 队伍结构 and 到期 as a colleague would script them: the sample township, in words and as data. */

const folder = temporaryFolder()
const at = (...parts: readonly string[]) => join(folder.path, ...parts)
const book = at('山溪乡.dingbian')
afterAll(() => folder.dispose())

const cli = (command: string, ...more: readonly string[]) =>
  runCli(folder.path, [...command.split(' '), '--book', book, ...more])
async function json(command: string, ...more: readonly string[]) {
  const ran = await cli(command, ...more, '--json')
  expect(ran).toMatchObject({ exitCode: 0 })
  return JSON.parse(ran.stdout) as Record<string, unknown> & { readonly people?: unknown }
}

beforeAll(async () => {
  await cli('book create', '--pack', 'seed-000', '--name', '山溪乡', ...PLAN_PAPER)
  await cli('import', SAMPLE_WORKBOOK)
})

describe('任免审批表', () => {
  const WHO = '陈丽华'

  it('goes out for one person or a list, with a word about the numbers in it', async () => {
    const one = await cli('lrmx export', '--person', WHO, '--out', at('一人'))
    expect(one).toMatchObject({ exitCode: 0, stderr: '' })
    expect(one.stdout).toBe(`已导出 1 份任免审批表到 ${at('一人')}。文件含完整身份证号，请妥善保管。\n`)
    expect(readdirSync(at('一人'))).toEqual([expect.stringMatching(/^陈丽华.*\.lrmx$/u)])
    const many = await json('lrmx export', '--list', 'off-quota', '--out', at('名单'), '--today')
    expect((many['files'] as readonly object[]).length).toBe(readdirSync(at('名单')).length)
    expect(readdirSync(at('名单')).length).toBeGreaterThan(1)
  })

  it('an archive is named, alone and beside forms, and what to do with it', async () => {
    mkdirSync(at('压缩'))
    writeFileSync(at('压缩', '全乡.ZIP'), 'PK')
    const alone = await cli('lrmx import', at('压缩', '全乡.ZIP'))
    expect(alone).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('全乡.ZIP 是压缩包') as string })
    const [name = ''] = readdirSync(at('一人'))
    writeFileSync(at('压缩', name), readFileSync(at('一人', name)))
    const ran = await json('lrmx import', at('压缩'), '--dry-run')
    expect(ran).toMatchObject({ matched: 1, refused: [{ file: '全乡.ZIP', code: 'lrmx_archive' }] })
  })

  it('comes in without a change, as the book wrote it; what was written into it is shown before, and taken in then', async () => {
    const [name = ''] = readdirSync(at('一人'))
    const path = at('一人', name)
    expect(await json('lrmx import', at('一人'))).toMatchObject({ matched: 1, updated: 0, unchanged: 1, refused: [] })
    const same = await cli('lrmx import', at('一人'))
    expect(same.stdout).toBe('任免审批表 1 份，对上 1 人：更新 0 人（0 处），没有变化 1 人，没有收 0 份。\n')
    const written = readFileSync(path, 'utf8')
    expect(written).toMatch(/<JiGuan\s*\/>|<JiGuan><\/JiGuan>/u)
    writeFileSync(path, written.replace(/<JiGuan\s*\/>|<JiGuan><\/JiGuan>/u, '<JiGuan>江西宜丰</JiGuan>'))
    const before = await cli('lrmx import', path, '--dry-run')
    expect(before.stdout).toBe('任免审批表 1 份，对上 1 人：将更新 1 人（1 处），没有变化 0 人，没有收 0 份。\n')
    expect((await cli('lrmx show', '--person', WHO)).stdout).toContain('籍贯：\n')
    expect(await json('lrmx import', path)).toMatchObject({
      committed: true,
      files: 1,
      updated: 1,
      differences: [{ person: WHO, title: '籍贯', from: null, to: '江西宜丰' }],
    })
    const shown = await cli('lrmx show', '--person', WHO)
    expect(shown).toMatchObject({ exitCode: 0, stderr: '' })
    for (const line of ['姓名：陈丽华', '籍贯：江西宜丰', '现任职务：']) expect(shown.stdout).toContain(line)
  })

  it('folders are searched, other files left alone; what cannot be taken is told by name, the rest goes in', async () => {
    mkdirSync(at('夹', '里'), { recursive: true })
    const [name = ''] = readdirSync(at('一人'))
    writeFileSync(at('夹', '里', '甲.lrmx'), readFileSync(at('一人', name)))
    writeFileSync(at('夹', '说明.txt'), '不是表')
    writeFileSync(at('夹', '太大.lrmx'), Buffer.alloc(MAX_FORM_BYTES + 1))
    const ran = await cli('lrmx import', at('夹'), at('没有.lrmx'))
    expect(ran.exitCode).toBe(0)
    expect(ran.stdout).toBe('任免审批表 3 份，对上 1 人：更新 0 人（0 处），没有变化 1 人，没有收 2 份。\n')
    expect(ran.stderr).toContain('太大.lrmx')
    expect(ran.stderr).toContain('没有.lrmx')
    const nothing = await cli('lrmx import', at('夹', '说明.txt'))
    expect(nothing).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('对上 0 人') })
    mkdirSync(at('空'))
    expect(await cli('lrmx import', at('空'))).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('里没有 .lrmx 或 .lrm 文件'),
    })
  })

  it('the older kind: written only for whom one was kept; one that cannot be read is told, its picture beside it or not', async () => {
    expect(await cli('lrmx export', '--person', WHO, '--out', at('旧版'), '--format', 'lrm')).toMatchObject({
      exitCode: 1,
      stdout: '',
      stderr: expect.stringContaining(WHO),
    })
    mkdirSync(at('坏'))
    writeFileSync(at('坏', '坏.lrm'), '不是任免审批表')
    writeFileSync(at('坏', '坏.pic'), Buffer.from('ffd8ffe0', 'hex'))
    const ran = await cli('lrmx import', at('坏'))
    expect(ran).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('坏.lrm') })
    expect(ran.stdout).toContain('没有收 1 份')
  })
})

describe('队伍结构', () => {
  it('a table by two things, whose sums are those of the list', async () => {
    const { stdout } = await cli('structure', '--rows', 'sex', '--columns', '编制类型', '--list', 'in-quota')
    const read = await json('structure', '--rows', 'sex', '--columns', 'category', '--list', 'in-quota')
    const rows = read['rows'] as readonly { readonly title: string; readonly total: number }[]
    expect(rows.reduce((sum, row) => sum + row.total, 0)).toBe(read['total'])
    const lines = stdout.trimEnd().split('\n')
    expect(lines[0]).toContain('性别＼编制类型')
    expect(lines[0]).toContain('合计')
    expect(lines.at(-1)).toMatch(new RegExp(`^合计.*${String(read['total'])}\\s*$`, 'u'))
    for (const { title, total } of rows) expect(stdout).toMatch(new RegExp(`${title}.*${total}`, 'u'))
    expect(read.people).toBeUndefined()
  })

  it('by age in bands of one’s own; beside another day; with names where they are asked for', async () => {
    const aged = await json('structure', '--rows', '年龄', '--bands', '35，50', '--as-of', '2026-11-22')
    expect((aged['rows'] as readonly object[]).length).toBeGreaterThanOrEqual(3)
    const both = await cli('structure', '--rows', 'age', '--compare-with', '2026-11-01', '--as-of', '2026-11-22')
    expect(both.stdout).toMatch(/\d+（\d+）/u)
    const named = await json('structure', '--rows', 'sex', '--people', '--list', 'off-quota')
    const names = (named.people as readonly (readonly (readonly string[])[])[]).flat(2)
    expect(names).toHaveLength(named['total'] as number)
    expect(names.every((name) => name !== '')).toBe(true)
  })

  it('what is not known is refused with what there is', async () => {
    expect(await cli('structure', '--rows', '身高')).toMatchObject({
      exitCode: 1,
      stdout: '',
      stderr: expect.stringMatching(/sex（性别）.*不能是“身高”/u),
    })
    expect(await cli('structure', '--rows', 'age', '--bands', '35,老')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('应是各段的最大年龄'),
    })
  })
})

describe('到期', () => {
  it('a table with the day, who, what and how it was reckoned; one kind alone; an unknown kind refused', async () => {
    const all = await cli('due', '--as-of', '2026-11-22', '--until', '2030-12-31')
    const read = await json('due', '--as-of', '2026-11-22', '--until', '2030-12-31')
    const due = read['due'] as readonly { readonly kindTitle: string; readonly person: string }[]
    expect(due.length).toBeGreaterThan(0)
    expect(all.stdout).toContain(`截至 2026-11-22，到 2030-12-31：${due.length} 条`)
    expect(all.stdout).toContain('怎么算的')
    for (const { person } of due) expect(all.stdout).toContain(person)
    const kinds = new Set(due.map(({ kindTitle }) => kindTitle))
    const retiring = (await json('due', '--kind', 'retirement', '--until', '2030-12-31'))['due'] as typeof due
    expect(new Set(retiring.map(({ kindTitle }) => kindTitle)).size).toBeLessThanOrEqual(1)
    expect(kinds.size).toBeGreaterThan(1)
    expect(await cli('due', '--kind', '生日')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('不能是“生日”'),
    })
  })

  it('nothing due says so in one line', async () => {
    const { stdout } = await cli(
      'due',
      '--kind',
      'probation',
      '--as-of',
      '2026-11-22',
      '--until',
      '2026-11-22',
      '--unit',
      '纪委',
    )
    expect(stdout).toBe('截至 2026-11-22，到 2026-11-22：0 条\n')
  })
})

describe('核查 in words', () => {
  it('findings with their state and reason; the rest stays open', async () => {
    const before = await json('findings')
    const findings = before['findings'] as readonly { readonly key: string; readonly rule: string }[]
    const [first] = findings
    if (first === undefined) throw new Error('the sample has findings')
    const done = await cli(
      'findings explain',
      '--finding',
      first.key,
      '--reason',
      '县编办已答复',
      '--until',
      '2027-12-31',
    )
    expect(done.stdout).toMatch(/^第 \d+ 条：已说明 1 个问题。\n$/u)
    const { stdout } = await cli('findings')
    expect(stdout).toContain(`待处理 ${findings.length - 1}，已说明 1，已消除 0`)
    expect(stdout).toContain('[已说明]')
    expect(stdout).toContain('    说明：县编办已答复（至 2027-12-31）')
    expect((await cli('findings', '--state', 'explained')).stdout).not.toContain('[待处理]')
  })

  it('forecast: who retires when, and by what; duties: what is due, and done', async () => {
    const forecast = await cli('forecast', '--as-of', '2026-11-22', '--years', '10')
    expect(forecast.stdout).toMatch(/^截至 2026-11-22，\d{4} 至 \d{4} 年到龄退休 \d+ 人，待核 \d+ 人\n/u)
    for (const head of ['退休年月', '超编机构', '其中已到龄']) expect(forecast.stdout).toContain(head)
    const duties = await cli('duties', '--as-of', '2026-12-20', '--from', '2026-12-01', '--to', '2026-12-31')
    expect(duties.stdout).toMatch(/^截至 2026-12-20，2026-12-01 至 2026-12-31：逾期 \d+，今天 \d+，七天内 \d+\n/u)
    expect(duties.stdout).toContain('年报冻结期：2026-12-15 至')
    const { duties: list } = await json('duties', '--as-of', '2026-12-20', '--from', '2026-12-01', '--to', '2026-12-31')
    const open = (list as readonly { readonly key: string; readonly state: string }[]).find(
      ({ state }) => state !== 'done',
    )
    const done = await cli('duties done', '--duty', open?.key ?? '', '--note', '已报')
    expect(done.stdout).toMatch(/^第 \d+ 条：已办结。\n$/u)
  })
})

describe('the engines in words, in this process', () => {
  const engine = (...args: readonly string[]) => runCli(folder.path, args)

  it('retirement, ID numbers, working days and sums', async () => {
    const retirement = await engine('retirement', '--birth', '1968-06', '--category', 'male60')
    expect(retirement.stdout).toMatch(/^法定退休年龄 .+退休（延迟 \d+ 个月），最低缴费 .+\n最早 .+最晚 .+/u)
    expect((await engine('id-number', '110105194912310021')).stdout).toMatch(/^号码不对/u)
    expect((await engine('working-days', '--from', '2026-11-23', '--days', '7')).stdout).toBe(
      '2026-12-02（连同休息日共 9 天）\n',
    )
    expect((await engine('arithmetic', '--parts', '1,2,3', '--total', '6')).stdout).toMatch(/^相符：/u)
    expect((await engine('arithmetic', '--parts', '1,2,3', '--total', '7')).stdout).toMatch(/^不符：/u)
  })

  it('what is no question is refused with the field', async () => {
    expect(await engine('retirement', '--birth', '1968', '--category', 'male60')).toMatchObject({ exitCode: 1 })
    expect(existsSync(at('没有.json'))).toBe(false)
    expect(
      await engine('working-days', '--from', '2026-11-23', '--days', '7', '--holidays', at('没有.json')),
    ).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('没有.json') })
  })
})
