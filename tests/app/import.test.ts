import { expect, it } from 'vitest'
import { readFigures } from '../../electron/app/units/read-figures.ts'
import { commitImport } from '../../electron/app/import/commit-import.ts'
import { previewImport } from '../../electron/app/import/preview-import.ts'
import { readHead } from '../../electron/store/journal.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { gb18030 } from '../fixtures/gb18030.ts'
import { sampleAsCsv, sampleAsXls, sampleBytes, sampleSheet, workbookOf } from '../fixtures/workbooks.ts'
import { makeContext } from '../kit/context.ts'
import { inventedId, newestEntry } from '../kit/people.ts'
import { entryCount, withTownship } from '../kit/township.ts'
import { setQuota } from '../kit/set-quota.ts'

const SAMPLE = '山溪乡花名册.xlsx'
const HEADER = ['机构', '姓名', '身份证号', '编制类型', '入编时间', '岗位']
const good = ['财政所', '试甲', inventedId('1985-06-16'), '事业编制', '2010-07', '会计']
const numeric = ['财政所', '试乙', 362201197801019900, '事业编制', '2010-07', '会计']

async function importSample(book: OpenBook) {
  const context = makeContext(book, { operation: 'import.commit' })
  return { context, done: await commitImport({ fileId: context.stage(SAMPLE, sampleBytes()) }, context) }
}

async function previewOf(book: OpenBook, name: string, bytes: Uint8Array) {
  const context = makeContext(book)
  return previewImport({ fileId: context.stage(name, bytes) }, context)
}

it('the sample into an empty book: 15 quota lines, 49 people, 4 others, one 兼任; one copy before, one entry after', () =>
  withTownship(async (book) => {
    const { context, done } = await importSample(book)
    const of = (added: number) => ({ added, updated: 0, unchanged: 0 })
    expect(done).toMatchObject({ committed: true, seq: 2, added: 69, refused: [], repaired: [], absent: 0 })
    expect(done.counts).toEqual({ units: of(15), quotas: of(15), people: of(49), others: of(4), concurrent: of(1) })
    expect(context.backups).toEqual(['导入前'])
    const entry = await newestEntry(book)
    expect([entry.operation, entry.effective_on, entry.summary]).toEqual([
      'import.commit',
      '2026-11-01',
      '导入花名册：新建机构 15 个，编制新增 15 条、更新 0 条，在编人员新增 49 人、更新 0 人，编外和借入人员新增 4 人、更新 0 人，兼任 1 条',
    ])
    const figures = await readFigures({}, context)
    expect(figures.totals.map((total) => [total.category, total.quota, total.actual])).toEqual([
      ['行政编制', 23, 23],
      ['事业编制', 28, 25],
    ])
    expect(figures.leadership).toMatchObject({ quota: 8, actual: 8, chief: { actual: 3 }, deputy: { actual: 5 } })
    expect(
      await book.db
        .selectFrom('unit_version')
        .select(['name', 'kind'])
        .where('name', 'in', ['乡领导班子', '人民武装部', '纪委', '维稳信息员', '财政所'])
        .orderBy('sort_order')
        .execute(),
    ).toEqual([
      { name: '乡领导班子', kind: 'leadership' },
      { name: '人民武装部', kind: 'armedForces' },
      { name: '纪委', kind: 'discipline' },
      { name: '维稳信息员', kind: 'special' },
      { name: '财政所', kind: 'institution' },
    ])
    const lent = await book.db
      .selectFrom('holding')
      .select(['counterpart', 'valid_from'])
      .where('kind', '=', 'secondedOut')
      .execute()
    expect(lent).toEqual([{ counterpart: '县农业农村局', valid_from: '2026-01-01' }])
    const shared = await book.db
      .selectFrom('person')
      .select(['name', 'id_number', 'disputed_id_number'])
      .where('disputed_id_number', 'is not', null)
      .execute()
    expect(shared).toEqual([{ name: '窦长青', id_number: null, disputed_id_number: '360121197809259959' }])
    expect((await verifyBook(book)).ok).toBe(true)
  }, 'none'))

it('into a book made from the plan the quotas are there already', () =>
  withTownship(async (book) => {
    const { done } = await importSample(book)
    expect([done.added, done.unchanged, done.counts.quotas, done.counts.units]).toEqual([
      54,
      15,
      { added: 0, updated: 0, unchanged: 15 },
      { added: 0, updated: 0, unchanged: 15 },
    ])
  }))

it('the same file again changes nothing: no entry, no copy, every row unchanged', () =>
  withTownship(async (book) => {
    await importSample(book)
    const head = await readHead(book.db)
    const { context, done } = await importSample(book)
    expect(done).toMatchObject({ committed: true, seq: null, added: 0, updated: 0, unchanged: 69 })
    expect([await readHead(book.db), context.backups]).toEqual([head, []])
    expect((await previewOf(book, SAMPLE, sampleBytes())).rows.every((row) => row.action === 'unchanged')).toBe(true)
  }))

it('the sample saved as .xls, and its roster as GB18030 or UTF-8 text, is the same plan', () =>
  withTownship(async (book) => {
    const xlsx = await previewOf(book, SAMPLE, sampleBytes())
    const xls = await previewOf(book, '山溪乡花名册.xls', sampleAsXls())
    expect([xls.planHash, xls.sheets]).toEqual([xlsx.planHash, xlsx.sheets])
    const roster = await previewOf(book, '人员花名册.xlsx', sampleSheet('人员花名册'))
    const text = sampleAsCsv('人员花名册')
    const gb = await previewOf(book, '人员花名册.csv', gb18030(text))
    const utf8 = await previewOf(book, '人员花名册.csv', Buffer.from(text))
    expect([roster.counts.people.added, roster.counts.others.added, roster.counts.concurrent.added]).toEqual([49, 4, 1])
    expect([gb.planHash, utf8.planHash]).toEqual([roster.planHash, roster.planHash])
    expect(gb.rows).toEqual(roster.rows)
  }))

it('one refused row keeps the whole file out, unless only the good rows are asked for', () =>
  withTownship(async (book) => {
    const before = await readHead(book.db)
    const context = makeContext(book)
    const fileId = context.stage('名册.xlsx', workbookOf([{ name: '名册', rows: [HEADER, good, numeric] }]))
    const refused = await commitImport({ fileId }, context)
    expect(refused).toMatchObject({
      committed: false,
      seq: null,
      refused: [{ sheet: '名册', row: 3, column: 'C', code: 'id_number_numeric' }],
    })
    expect([await readHead(book.db), context.backups]).toEqual([before, []])
    const done = await commitImport({ fileId, skipRefused: true }, context)
    expect(done).toMatchObject({ committed: true, seq: 2, added: 1, refused: [{ row: 3 }] })
    expect(await book.db.selectFrom('person').select('name').execute()).toEqual([{ name: '试甲' }])
    const allBad = makeContext(book)
    const bad = allBad.stage('名册.xlsx', workbookOf([{ name: '名册', rows: [HEADER, numeric] }]))
    expect(await commitImport({ fileId: bad, skipRefused: true }, allBad)).toMatchObject({
      committed: false,
      seq: null,
    })
  }))

it('what was previewed is what is committed: a book changed in between asks for a new preview', () =>
  withTownship(async (book) => {
    const context = makeContext(book, { operation: 'import.commit' })
    const fileId = context.stage(SAMPLE, sampleBytes())
    const { planHash } = await previewImport({ fileId }, context)
    await setQuota(book, {
      unit: '财政所',
      category: 'institution',
      amount: 2,
      on: '2026-10-01',
      number: '山编办〔2026〕1号',
    })
    await expect(commitImport({ fileId, planHash }, context)).rejects.toMatchObject({ code: 'plan_changed' })
    expect(await entryCount(book)).toBe(2)
    const again = await previewImport({ fileId }, context)
    expect(await commitImport({ fileId, planHash: again.planHash }, context)).toMatchObject({ committed: true, seq: 3 })
  }))

it('changes of a later sheet: the transfer splits the history, the corrected fact does not, figures follow', () =>
  withTownship(async (book) => {
    await importSample(book)
    const context = makeContext(book, { operation: 'import.commit' })
    const rows = [
      ['机构', '姓名', '身份证号', '编制类型', '岗位', '民族', '学历'],
      ['社会事务办公室', '沈桂芳', '362321198906029984', '行政编制', '科员', '汉', '本科'],
    ]
    const fileId = context.stage('调动.xlsx', workbookOf([{ name: '名册', rows }]))
    const done = await commitImport({ fileId, effectiveOn: '2026-11-20' }, context)
    expect(done).toMatchObject({
      updated: 1,
      added: 0,
      absent: 48,
      repaired: [
        { column: 'F', from: '汉', to: '汉族' },
        { column: 'G', from: '本科', to: '大学本科' },
      ],
    })
    const actual = async (asOf: string) =>
      (await readFigures({ asOf }, context)).lines
        .filter((line) => ['党政综合办公室', '社会事务办公室'].includes(line.unit))
        .map((line) => [line.actual, line.over])
    expect([await actual('2026-11-19'), await actual('2026-11-20')]).toEqual([
      [
        [6, 1],
        [2, 0],
      ],
      [
        [5, 0],
        [3, 0],
      ],
    ])
    expect(
      await book.db.selectFrom('person').select('ethnicity').where('name', '=', '沈桂芳').executeTakeFirst(),
    ).toEqual({ ethnicity: '汉族' })
    expect((await verifyBook(book)).ok).toBe(true)
  }))

it('a file without a roster is refused; with mappings it is shown so that its columns can be named', () =>
  withTownship(async (book) => {
    const context = makeContext(book)
    const fileId = context.stage(
      '别的.xlsx',
      workbookOf([
        {
          name: '表',
          rows: [
            ['甲', '乙', '丙', '丁'],
            ['财政所', '试甲', '事业编制', inventedId('1985-06-16')],
          ],
        },
      ]),
    )
    await expect(previewImport({ fileId }, context)).rejects.toMatchObject({
      code: 'no_roster_found',
      details: { file: '别的.xlsx' },
    })
    expect((await previewImport({ fileId, mappings: [] }, context)).sheets).toMatchObject([
      { purpose: 'ignored', columns: [{ header: '甲' }, { header: '乙' }, { header: '丙' }, { header: '丁' }] },
    ])
    await expect(commitImport({ fileId, mappings: [] }, context)).rejects.toMatchObject({ code: 'nothing_to_import' })
    const mappings = [
      {
        sheet: '表',
        purpose: 'roster' as const,
        headerRow: 1,
        columns: { A: 'unit', B: 'name', C: 'category', D: 'idNumber' },
      },
    ]
    expect(await commitImport({ fileId, mappings }, context)).toMatchObject({ committed: true, added: 1 })
  }))

it('a file is parsed once for preview and confirmation; a stop between leaves the book as it was', () =>
  withTownship(async (book) => {
    const stop = new AbortController()
    const phases: string[] = []
    const real = makeContext(book)
    let parsed = 0
    const excel = {
      ...real.excel,
      parse: (...given: Parameters<typeof real.excel.parse>) => {
        parsed += 1
        return real.excel.parse(...given)
      },
    }
    const context = makeContext(book, { excel, signal: stop.signal, report: (phase) => void phases.push(phase) })
    const fileId = context.stage(SAMPLE, sampleBytes())
    await previewImport({ fileId }, context)
    expect([...new Set(phases)]).toEqual(['读取', '检查文件', '识别', '比对'])
    stop.abort()
    await expect(commitImport({ fileId }, context)).rejects.toMatchObject({ code: 'cancelled' })
    expect([parsed, await entryCount(book)]).toEqual([1, 1])
  }))
