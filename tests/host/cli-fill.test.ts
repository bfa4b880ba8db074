import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readWorkbook } from '../../electron/excel/read-workbook.ts'
import { shownText } from '../../electron/domain/import-plan/raw-workbook.ts'
import { temporaryFolder } from '../kit/book.ts'
import { runCli, SAMPLE_WORKBOOK } from '../kit/command-line.ts'
import { formA, formCard } from '../kit/blank-forms.ts'

/* `fill` as a colleague would script it: real processes on the sample township. */

const folder = temporaryFolder()
const [book, out] = [join(folder.path, '山溪乡.dingbian'), join(folder.path, '已填.xlsx')]
afterAll(() => folder.dispose())

const cli = (...args: readonly string[]) => runCli(folder.path, args)

async function form(name: string, bytes: Promise<Uint8Array>): Promise<string> {
  const path = join(folder.path, name)
  writeFileSync(path, await bytes)
  return path
}

const fill = (template: string, ...more: readonly string[]) => cli('fill', '--book', book, '--template', template, '--out', out, '--as-of', '2026-11-22', ...more)

beforeAll(async () => {
  await cli('book', 'create', '--book', book, '--pack', 'seed-000', '--name', '山溪乡')
  await cli('import', '--book', book, SAMPLE_WORKBOOK)
}, 60_000)

it('fills the 43 of the in-quota list, says which column took what, and remembers it', async () => {
  const template = await form('表.xlsx', formA())
  const first = await fill(template, '--json')
  expect(first).toMatchObject({ exitCode: 0, stderr: '' })
  expect(JSON.parse(first.stdout)).toMatchObject({ mapping: 'proposed', rows: 43, firstRow: 5, lastRow: 47, inserted: 23, empty: [{ column: 'F' }], lines: [{ cell: 'A2', text: '填报单位（盖章）：山溪乡' }], out })
  const rows = readWorkbook('xlsx', readFileSync(out)).sheets[0]!.rows
  expect(rows.slice(4, 47).every((row) => shownText(row[2]) !== '')).toBe(true)
  expect(shownText(rows[47]?.[0])).toBe('合计')
  expect(JSON.parse((await fill(template, '--id-number', 'plain', '--json')).stdout)).toMatchObject({ mapping: 'remembered', plainIdNumbers: true })
  expect(JSON.parse((await fill(template, '--json')).stdout)).toMatchObject({ mapping: 'remembered', plainIdNumbers: true })
  expect((await fill(template)).stdout).toContain('\n  A2 填报单位（盖章）：山溪乡\n')
  expect(JSON.parse((await cli('verify', '--book', book, '--json')).stdout)).toMatchObject({ ok: true })
}, 60_000)

it('a card takes the person named; refusals are Chinese with exit 1 and write no file', async () => {
  const template = await form('卡.xlsx', formCard())
  expect(await fill(template, '--person', '褚卫东')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('B3 姓名：姓名') })
  const none = join(folder.path, '没有.xlsx')
  const refused = (...args: readonly string[]) => cli('fill', '--book', book, '--out', none, ...args)
  expect(await refused('--template', template)).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('请先选定填谁') })
  expect(await refused('--template', template, '--person', '查无此人')).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('没有名为“查无此人”的人员') })
  expect(await refused('--template', join(folder.path, '不在.xlsx'))).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('找不到文件') })
  expect(await refused()).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('缺少 --template') })
  expect(existsSync(none)).toBe(false)
}, 60_000)
