import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Output } from '../../electron/contract/operations.ts'
import { temporaryFolder } from '../kit/book.ts'
import { runCli, SAMPLE_WORKBOOK, type Ran } from '../kit/command-line.ts'
import { PLAN_PAPER } from '../kit/township.ts'

/* A township hands up, its county receives, adds up, answers, and the township takes the answer in: by command line, as lines to read and as JSON. */

const folder = temporaryFolder()
const at = (name: string) => join(folder.path, name)
const [book, county] = [at('山溪乡.dingbian'), at('某县.dingbian')]
const SECRET = { PACKAGE_WORD: '山溪-上报-口令-2026' }
afterAll(() => folder.dispose())

const cli = (...args: readonly string[]) => runCli(folder.path, args, SECRET)
async function json<T>(...args: readonly string[]): Promise<T> {
  const ran = await cli(...args, '--json')
  expect(ran).toMatchObject({ exitCode: 0, stderr: '' })
  return JSON.parse(ran.stdout) as T
}
async function said(...args: readonly string[]): Promise<string> {
  const ran = await cli(...args)
  expect(ran).toMatchObject({ exitCode: 0, stderr: '' })
  return ran.stdout
}
const refused = ({ exitCode, stderr }: Ran) => [exitCode, stderr]

beforeAll(async () => {
  await cli('book', 'create', '--book', book, '--pack', 'seed-000', '--name', '山溪乡', ...PLAN_PAPER)
  await cli('import', SAMPLE_WORKBOOK, '--book', book)
  await cli('county', 'create', '--book', county, '--name', '某县')
})

describe('a package', () => {
  it('says of whom and of when it is, and that its ID numbers are masked', async () => {
    const out = at('一.dbpkg')
    expect(await said('package', 'make', '--book', book, '--out', out)).toMatch(
      /山溪乡，截至 .*，53 人，全量，身份证号已遮住/u,
    )
    expect(existsSync(out)).toBe(true)
    expect(refused(await cli('package', 'make', '--book', book, '--out', at('二'), '--whole-numbers'))).toEqual([
      expect.any(Number),
      expect.stringContaining('请写理由'),
    ])
  })

  it('under a passphrase is taken with it alone; one whose variable is empty is not made', async () => {
    const out = at('密.dbpkg')
    const lock = ['--to-passphrase-env', 'PACKAGE_WORD']
    expect(await said('package', 'make', '--book', book, '--out', out, ...lock)).toContain('已加密')
    const none = await cli('package', 'make', '--book', book, '--out', at('空'), '--to-passphrase-env', 'NOBODY')
    expect(refused(none)).toEqual([expect.any(Number), expect.stringContaining('NOBODY')])
    expect(existsSync(at('空'))).toBe(false)
    const shut = await cli('county', 'receive', '--book', county, out)
    expect([shut.exitCode, shut.stderr]).toEqual([1, expect.stringContaining('一个也没有收下')])
    const opened = ['--from-passphrase-env', 'PACKAGE_WORD']
    expect(await said('county', 'receive', '--book', county, out, ...opened)).toContain('收下 1 个，53 人')
  })
})

describe('the county', () => {
  it('receives, says what changed nothing, and adds up by township, category and region', async () => {
    const first = await json<Output<'county.receive'>>('county', 'receive', '--book', county, at('一.dbpkg'))
    expect([first.accepted.map(({ township }) => township), first.refused]).toEqual([['山溪乡'], []])
    const figures = await json<Output<'county.figures'>>('county', 'figures', '--book', county)
    const quotas = new Map(figures.totals.map((total) => [total.category, [total.quota, total.over]]))
    expect(quotas.get('行政编制')).toEqual([23, 1])
    expect(quotas.get('事业编制')).toEqual([28, 1])
    expect(await said('county', 'figures', '--book', county)).toMatch(
      /山溪乡 行政编制.*\n[^]*1 个乡镇，53 人；领导职数核定 8/u,
    )
    for (const by of ['category', 'region'])
      expect(await said('county', 'figures', '--book', county, '--by', by)).toContain('合计 事业编制')
    expect(refused(await cli('county', 'figures', '--book', county, '--by', 'name'))).toEqual([
      expect.any(Number),
      expect.stringContaining('只能是 township、category、region'),
    ])
  })

  it('sees the findings of its townships, and a damaged package is not taken', async () => {
    expect(await said('county', 'findings', '--book', county)).toMatch(/^错误 \d+，提醒 \d+[^]*山溪乡：A1 /u)
    const bytes = readFileSync(at('一.dbpkg'))
    writeFileSync(at('坏.dbpkg'), bytes.subarray(0, bytes.length - 400))
    const broken = await cli('county', 'receive', '--book', county, at('坏.dbpkg'))
    expect([broken.exitCode, broken.stdout]).toEqual([1, expect.stringContaining('坏.dbpkg')])
  })

  it('exports what it has by county, numbers masked, and hands up to its city', async () => {
    const out = at('导出')
    expect(await said('county', 'export', '--book', county, '--format', 'csv', '--out', out)).toContain(
      '身份证号已遮住',
    )
    expect(readdirSync(out, { recursive: true }).map(String)).toContain('roll-up.sql')
    const format = await cli('county', 'export', '--book', county, '--format', 'xml', '--out', at('别的'))
    expect(refused(format)).toEqual([2, expect.stringContaining('--format')])
    expect(await said('package', 'make', '--book', county, '--out', at('县.dbpkg'))).toContain('1 个乡镇，53 人')
  })

  it('makes the bureau’s forms, by id and by title, and a sheet for each part of the region alone', async () => {
    for (const form of ['county-summary', '乡镇机构编制台账', 'county-over-vacancy', '改革前后对照表']) {
      const out = at(`${form}.xlsx`)
      expect(await said('county', 'form', '--book', county, '--form', form, '--out', out)).toMatch(
        /已生成《.*》（统计日期 .*，1 个乡镇，\d+ 页）/u,
      )
      expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK')
    }
    const nowhere = ['--form', 'county-summary', '--region', '外县', '--out', at('没有.xlsx')]
    expect(refused(await cli('county', 'form', '--book', county, ...nowhere))).toEqual([
      1,
      expect.stringContaining('外县'),
    ])
    expect(existsSync(at('没有.xlsx'))).toBe(false)
  })

  it('is checked, and backed up as a file that opens as the same 主管本', async () => {
    expect(await said('county', 'verify', '--book', county)).toMatch(/主管本完好：收件记录 \d+ 条，数据包 \d+ 个/u)
    const made = await json<Output<'county.backup'>>('county', 'backup', '--book', county, '--to', folder.path)
    const [copy, own] = [made.path, county].map((path) => ['county', 'figures', '--book', path])
    expect(await json(...(copy ?? []))).toEqual(await json(...(own ?? [])))
    expect(refused(await cli('county', 'backup', '--book', county, '--to', at('没有')))).toEqual([
      1,
      expect.stringContaining('没有'),
    ])
  })

  it('answers with a paper, which the township looks at and takes in', async () => {
    const items = at('回执内容.json')
    const document = {
      number: '某编发〔2026〕31号',
      title: '关于核增编制的批复',
      issuedOn: '2026-11-20',
      issuer: '某县编办',
    }
    writeFileSync(
      items,
      JSON.stringify({
        events: [{ type: 'quota.increase', on: '2026-11-20', unit: '财政所', category: '事业编制', by: 1, document }],
      }),
    )
    const out = at('回执.dbrec')
    const answer = ['--township', '山溪乡', '--out', out, '--file', items]
    expect(await said('county', 'receipt', '--book', county, ...answer)).toMatch(/已做回执 .*（山溪乡，收下）/u)
    expect(await said('receipt', 'take', out, '--book', book, '--dry-run')).toContain('（没有记入）')
    expect(await said('receipt', 'take', out, '--book', book)).toMatch(/上报已收下，记入第 \d+ 条，可撤销/u)
    const since = await json<Output<'package.make'>>(
      'package',
      'make',
      '--book',
      book,
      '--out',
      at('变.dbpkg'),
      '--since',
      'LAST',
    )
    expect(since.kind).toBe('changes')
    const back = ['--township', '山溪乡', '--out', at('退.dbrec'), '--refuse', '--reason', '缺领导职数文件']
    expect(await said('county', 'receipt', '--book', county, ...back)).toContain('退回：缺领导职数文件')
  })
})

it('the change cards of a book, and one of them with its papers', async () => {
  const event = at('e.json')
  writeFileSync(
    event,
    JSON.stringify({
      type: 'exit',
      on: '2026-11-20',
      person: '戚文斌',
      cause: '33',
      proofs: ['主管部门或单位文件', '辞职批复'],
      document: { number: '山人字〔2026〕3号', title: '辞职批复', issuedOn: '2026-11-19', issuer: '山溪乡' },
    }),
  )
  const { seq } = await json<{ readonly seq: number }>('event', 'add', '--book', book, '--file', event)
  const { cards } = await json<Output<'card.list'>>('cards', '--book', book)
  expect(cards.map(({ person }) => person)).toEqual(['戚文斌'])
  expect(await said('cards', '--book', book)).toContain('变动卡 1 张')
  expect(await said('cards', '--book', book, '--entry', String(seq))).toMatch(/^戚文斌 .*\n\n材料：/u)
})
