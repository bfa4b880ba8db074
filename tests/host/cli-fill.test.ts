import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { PLAN_PAPER } from '../kit/township.ts'
import { readWorkbook } from '../../electron/excel/read-workbook.ts'
import { shownText } from '../../electron/domain/table/raw-workbook.ts'
import { temporaryFolder } from '../kit/book.ts'
import { runCli, SAMPLE_WORKBOOK } from '../kit/command-line.ts'
import { formA, formCard } from '../kit/blank-forms.ts'

/* `fill` as a colleague would script it: the sample township. */

const folder = temporaryFolder()
const [book, out] = [join(folder.path, '山溪乡.dingbian'), join(folder.path, '已填.xlsx')]
afterAll(() => folder.dispose())

const cli = (...args: readonly string[]) => runCli(folder.path, args)

async function form(name: string, bytes: Promise<Uint8Array>): Promise<string> {
  const path = join(folder.path, name)
  writeFileSync(path, await bytes)
  return path
}

const fill = (template: string, ...more: readonly string[]) =>
  cli('fill', '--book', book, '--template', template, '--out', out, '--as-of', '2026-11-22', ...more)

beforeAll(async () => {
  await cli('book', 'create', '--book', book, '--pack', 'seed-000', '--name', '山溪乡', ...PLAN_PAPER)
  await cli('import', '--book', book, SAMPLE_WORKBOOK)
})

it('fills the 49 who are counted, for the form asks for 实有人员, says which column took what, and remembers it', async () => {
  const template = await form('表.xlsx', formA())
  const first = await fill(template, '--json')
  expect(first).toMatchObject({ exitCode: 0, stderr: '' })
  expect(JSON.parse(first.stdout)).toMatchObject({
    parts: [
      {
        mapping: 'proposed',
        rows: 49,
        firstRow: 5,
        lastRow: 53,
        inserted: 29,
        empty: [],
      },
    ],
    leftOut: [{ list: 'off-quota' }, { list: 'seconded' }],
    lines: [{ cell: 'A2', text: '填报单位（盖章）：山溪乡' }],
    out,
  })
  const rows = readWorkbook('xlsx', readFileSync(out)).sheets[0]!.rows
  expect(rows.slice(4, 53).every((row) => shownText(row[2]) !== '')).toBe(true)
  expect(shownText(rows[53]?.[0])).toBe('合计')
  expect(JSON.parse((await fill(template, '--id-number', 'plain', '--json')).stdout)).toMatchObject({
    parts: [{ mapping: 'remembered' }],
    plainIdNumbers: true,
  })
  expect(JSON.parse((await fill(template, '--json')).stdout)).toMatchObject({
    parts: [{ mapping: 'remembered' }],
    plainIdNumbers: true,
  })
  expect((await fill(template)).stdout).toContain('\n  A2 填报单位（盖章）：山溪乡\n')
  expect(JSON.parse((await cli('verify', '--book', book, '--json')).stdout)).toMatchObject({ ok: true })
})

it('a card takes the person named; refusals are Chinese with exit 1 and write no file', async () => {
  const template = await form('卡.xlsx', formCard())
  expect(await fill(template, '--person', '褚卫东')).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining('B3 姓名：姓名'),
  })
  const none = join(folder.path, '没有.xlsx')
  const refused = (...args: readonly string[]) => cli('fill', '--book', book, '--out', none, ...args)
  expect(await refused('--template', template)).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('请先选定填谁'),
  })
  expect(await refused('--template', template, '--person', '查无此人')).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('没有名为“查无此人”的人员'),
  })
  expect(await refused('--template', join(folder.path, '不在.xlsx'))).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('找不到文件'),
  })
  expect(await refused()).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('缺少 --template') })
  expect(existsSync(none)).toBe(false)
})

it('whom it takes is narrowed by list, 编制类型 and unit; a word that means none of them is refused by name', async () => {
  const template = await form('表二.xlsx', formA())
  const rows = async (...more: readonly string[]) =>
    (JSON.parse((await fill(template, '--json', ...more)).stdout) as { readonly rows: number }).rows
  const all = await rows('--list', 'in-quota')
  const organ = await rows('--category', '行政编制', '--list', 'in-quota')
  expect(organ).toBeGreaterThan(0)
  expect(organ).toBeLessThan(all)
  expect(await rows('--category', 'administrative', '--list', 'in-quota')).toBe(organ)
  expect(await rows('--category', '行政编制', '--list', 'in-quota', '--unit', '党政综合办公室')).toBeLessThan(organ)
  expect(await fill(template, '--category', '行政')).toMatchObject({
    exitCode: 1,
    stderr: expect.stringMatching(/没有“行政”，可写 .*行政编制/u),
  })
  expect(await fill(template, '--unit', '外事办')).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('外事办'),
  })
})

it('--each writes one card a person of the unit into the folder, each under a name of its own', async () => {
  const template = await form('卡二.xlsx', formCard())
  const cards = join(folder.path, '卡片')
  const ran = await cli(
    'fill',
    '--book',
    book,
    '--template',
    template,
    '--out',
    cards,
    '--each',
    '--unit',
    '党政综合办公室',
    '--list',
    'in-quota',
  )
  expect(ran).toMatchObject({ exitCode: 0, stderr: '' })
  const files = readdirSync(cards)
  expect(files.length).toBeGreaterThan(2)
  expect(ran.stdout).toContain(`${files.length} 个文件，在 ${cards}`)
  const people = files.map((name) =>
    shownText(readWorkbook('xlsx', readFileSync(join(cards, name))).sheets[0]?.rows[2]?.[1]),
  )
  expect(new Set(people).size).toBe(files.length)
})
