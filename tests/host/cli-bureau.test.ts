import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readWorkbook } from '../../electron/excel/read-workbook.ts'
import { runCli, SAMPLE_WORKBOOK } from '../kit/command-line.ts'

/* The command line of own fields, codes and the bureaus' import workbooks. */

let folder = ''
let book = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cli-bureau-'))
  book = join(folder, '山溪乡.dingbian')
  await runCli(folder, ['book', 'create', '--book', book, '--pack', 'seed-000', '--name', '山溪乡'])
  await runCli(folder, ['import', '--book', book, SAMPLE_WORKBOOK])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = async (...words: string[]) => runCli(folder, [...words, '--book', book])
const json = async (...words: string[]) => JSON.parse((await run(...words, '--json')).stdout) as Record<string, unknown>

describe('bureau, codes and field', () => {
  it('tells what would come back before the workbook is written; what is told is in it', async () => {
    const checked = (await json('bureau', 'check', '--form', 'establishment')) as {
      readonly sheets: readonly { readonly rows: number }[]
      readonly bounces: readonly { readonly column: string }[]
    }
    expect(checked.sheets.map(({ rows }) => rows).reduce((sum, rows) => sum + rows, 0)).toBe(49)
    expect(checked.bounces.some(({ column }) => column === '籍贯')).toBe(true)
    const out = join(folder, '实名制.xlsx')
    const made = await json('bureau', 'export', '--form', 'establishment', '--out', out)
    expect(made).toMatchObject({ rows: 49, bounces: checked.bounces.length })
    const sheets = readWorkbook('xlsx', readFileSync(out)).sheets
    expect(sheets.slice(0, 2).map(({ name, rows }) => [name, rows[1]?.length])).toEqual([
      ['行政机关', 27],
      ['事业单位', 27],
    ])
    const refused = await run('bureau', 'check', '--form', 'payroll')
    expect([refused.exitCode, refused.stderr]).toEqual([1, expect.stringContaining('cadre、establishment')])
  })

  it('reads codes, and remembers a county word for a list; an entry the list has not is refused', async () => {
    const map = (meant: string) => run('codes', 'map', '--code-list', '称谓', '--word', '老伴', '--meant', meant)
    expect((await map('妻子')).exitCode).toBe(0)
    const refused = await map('老友')
    expect([refused.exitCode, refused.stderr]).toEqual([1, expect.stringContaining('没有“老友”这一项')])
    expect((await run('codes', 'map', '--code-list', '称谓', '--word', '老伴', '--forget')).exitCode).toBe(0)
    const { fields } = (await json('codes')) as {
      readonly fields: readonly { readonly element: string | null; readonly gap: string | null }[]
    }
    expect(fields.length).toBeGreaterThan(50)
    expect(fields.filter(({ element, gap }) => element === null && gap === null)).toEqual([])
  })

  it('declares, renames and takes away a field by its name', async () => {
    expect((await run('field', 'add', '--title', '驻村', '--kind', 'list', '--choices', '甲村、乙村')).exitCode).toBe(0)
    await run('field', 'change', '--title', '驻村', '--new-title', '所驻村')
    expect((await json('field', 'list'))['fields']).toMatchObject([
      { title: '所驻村', kind: 'list', choices: ['甲村', '乙村'], people: 0 },
    ])
    await run('field', 'remove', '--title', '所驻村')
    expect((await json('field', 'list'))['fields']).toEqual([])
    expect((await run('field', 'remove', '--title', '所驻村')).exitCode).toBe(1)
  })
})
