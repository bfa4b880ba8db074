import { expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { readChanges } from '../../electron/app/ledger/read-changes.ts'
import { readFigures } from '../../electron/app/units/read-figures.ts'
import { makeReportFile, listReports, previewReport, revealReport } from '../../electron/app/forms/draft-report.ts'
import { OPERATIONS, type Output } from '../../electron/contract/operations.ts'
import { readHead } from '../../electron/store/journal.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { makeContext } from '../kit/context.ts'
import { newestEntry } from '../kit/people.ts'
import { withSample, withSampleMonth } from '../kit/sample-month.ts'
import { entryCount, withTownship } from '../kit/township.ts'

const FORMS = listReports().forms
const WHOLE_ID = /\d{17}[\dX]/

/** Texts of the preview, page by page, row by row. */
const rowsOf = ({ preview }: Output<'report.preview'>) =>
  preview.pages.flatMap((page) =>
    page.rowHeights.map((_, row) =>
      page.cells
        .filter((cell) => cell.row === row)
        .toSorted((left, right) => left.column - right.column)
        .map((cell) => cell.text),
    ),
  )
const rowOf = (report: Output<'report.preview'>, first: string) =>
  rowsOf(report).find((row) => row.includes(first)) ?? []
const preview = (book: OpenBook, form: string, more: Partial<Parameters<typeof previewReport>[0]> = {}) =>
  previewReport({ form, asOf: '2026-11-30', ...more }, makeContext(book))

it('every form of the sample after a month of events: drawn on paper, answered as the contract says, the same again', () =>
  withSampleMonth(async (book) => {
    for (const { id, title } of FORMS) {
      const report = await preview(book, id)
      expect(OPERATIONS['report.preview'].output.parse(report)).toEqual(report)
      expect([report.title, report.preview.pages.length > 0]).toEqual([title, true])
      expect(await preview(book, title)).toEqual(report)
    }
  }))

it('a serial number is no amount: no form adds its 序号 up', () =>
  withSampleMonth(async (book) => {
    const totalled: string[] = []
    for (const { id } of FORMS) {
      const rows = rowsOf(await preview(book, id))
      const total = rows.find((row) => row.includes('总计'))
      if (total === undefined || !rows.some((row) => row[0] === '序号')) continue
      totalled.push(id)
      expect([id, total[0]]).toEqual([id, ''])
    }
    expect(totalled).toEqual(expect.arrayContaining(['quota-approval', 'vacancy-month', 'entry-application']))
  }))

it('编制与人员配备表: the totals are the figures’ own, and what stands in no line is said below', () =>
  withSampleMonth(async (book) => {
    const report = await preview(book, 'unit-staffing')
    const { totals, misplaced } = await readFigures({ asOf: '2026-11-30' }, makeContext(book))
    const [organ, institution] = [
      totals.find((line) => line.categoryCode === 'administrative')!,
      totals.find((line) => line.categoryCode === 'institution')!,
    ]
    const numbers = (line: typeof organ) => [line.quota, line.actual, line.over, line.vacancy].map(String)
    expect(rowOf(report, '总计')).toEqual([
      '总计',
      '',
      ...numbers(organ),
      '',
      '',
      '',
      '',
      ...numbers(institution),
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
    ])
    expect([numbers(organ), numbers(institution)]).toEqual([
      ['23', '22', '0', '0'],
      ['29', '26', '1', '4'],
    ])
    expect(misplaced.flatMap((line) => line.people.map((person) => person.name))).toEqual(['范雪'])
    expect(rowsOf(report).flat().join()).toContain('混编 1 人（范雪）')
    expect(rowsOf(report).flat().join()).toContain('已核准未到位 1 名')
  }))

it('领导职数、核定、基本情况: each with the numbers of the plan', () =>
  withSampleMonth(async (book) => {
    expect(rowOf(await preview(book, 'leadership-staffing'), '总计').slice(3, 7)).toEqual(['8', '8', '0', '0'])
    const approved = await preview(book, 'quota-approval')
    expect(rowOf(approved, '总计')[4]).toBe('52')
    expect(rowOf(approved, '财政所').at(-1)).toBe('事业编制 3 名未分经费形式；人财物归区财政局')
    expect(rowOf(await preview(book, 'quota-overview'), '总计').slice(3, 6)).toEqual(['52', '48', '8'])
    const history = rowsOf(await preview(book, 'quota-chronicle', { unit: '文化服务中心' })).filter((row) =>
      row.includes('文化服务中心'),
    )
    expect(history.map((row) => [row[0], row[1], row[2], row[7]])).toEqual([
      ['山编办〔2006〕12号', '2006-11-01', '深化乡镇机构改革工作实施方案', '事业编制 2 名'],
      ['区编委〔2026〕3号', '2026-11-15', '关于调整乡镇事业编制的通知', '事业编制 3 名'],
    ])
  }))

it('月报、调动、减员空编、上下编 of a month: the first and the last day count, and the sums are those of the change sheet', () =>
  withSampleMonth(async (book) => {
    const month = await preview(book, 'changes-month', { from: '2026-11-05', to: '2026-11-18' })
    expect([month.from, month.to]).toEqual(['2026-11-05', '2026-11-18'])
    expect(
      rowsOf(month)
        .filter((row) => /^\d+$/.test(row[0] ?? ''))
        .map((row) => [row[0], row[1], row[3], row[4], row[5], row[6], row[7], row[8], row[9], row[10]]),
    ).toEqual([
      [
        '1',
        '郎婷',
        '减',
        '离（退）休',
        '2026-11-05',
        '民政所→',
        '事业编制',
        '区人社〔2026〕31号',
        '退休审批表',
        '补录',
      ],
      [
        '2',
        '沈桂芳',
        '变更',
        '内部调整',
        '2026-11-10',
        '党政综合办公室→财政所',
        '行政编制→事业编制',
        '山党发〔2026〕9号',
        '',
        '',
      ],
      ['3', '试一', '增', '公开招聘', '2026-11-16', '→农业综合服务中心', '事业编制', '区编办〔2026〕8号', '', ''],
      ['4', '杨雪', '变更', '职级晋升', '2026-11-18', '经济发展办公室', '行政编制', '区组〔2026〕12号', '', ''],
    ])
    expect(rowsOf(month).flat().join()).toContain('期初实有 48 人，增 1 人次，减 1 人次，期末实有 48 人')
    const { vacancies } = await readChanges({ from: '2026-10-31', to: '2026-11-30' }, makeContext(book))
    const sum = (pick: (line: (typeof vacancies)[number]) => number) =>
      String(vacancies.reduce((total, line) => total + pick(line), 0))
    expect(rowOf(await preview(book, 'vacancy-month'), '总计').slice(3, 8)).toEqual([
      sum((line) => line.quota),
      sum((line) => line.opening),
      sum((line) => line.left),
      sum((line) => line.closing),
      sum((line) => line.vacancy),
    ])
    expect(
      rowsOf(await preview(book, 'transfers'))
        .filter((row) => row.length === 6)
        .map((row) => row[0]),
    ).toEqual(['姓名', '郎婷', '沈桂芳', '试一'])
    expect(
      rowsOf(await preview(book, 'entry-exit-review'))
        .filter((row) => /^\d+$/.test(row[0] ?? ''))
        .map((row) => [row[1], row[5], row[6]]),
    ).toEqual([
      ['郎婷', '下编', '民政所'],
      ['沈桂芳', '下编', '党政综合办公室'],
      ['沈桂芳', '上编', '财政所'],
      ['试一', '上编', '农业综合服务中心'],
    ])
  }))

it('花名册: five lists become sections, 借入 people last and called so, what the book does not know is empty', () =>
  withSample(async (book) => {
    const report = await preview(book, 'roster', { asOf: '2026-11-22' })
    const sections = rowsOf(report)
      .filter((row) => row.length === 1 && /（\d+人）$/.test(row[0] ?? ''))
      .flat()
    expect(sections).toEqual(['在编名单（43人）', '超编名单（2人）', '不合规名单（4人）', '编外名单（3人）'])
    expect(rowsOf(report).flat()).toContain('借入挂职名单（1人，编制在原单位，不计入本单位）')
    expect([rowOf(report, '宓春雷')[6], rowOf(report, '宓春雷')[8]]).toEqual(['借入', '借入，借自县文化局'])
    const texts = rowOf(report, '褚卫东')
    expect(texts).toContain('科员，兼任财政所会计')
    expect([texts[15], texts[16], texts[22], texts[25]]).toEqual(['', '', '', ''])
    expect(
      rowsOf(await preview(book, 'roster', { asOf: '2026-11-22', unit: '财政所' }))
        .filter((row) => row[0] === '财政所')
        .map((row) => row[2]),
    ).toEqual(['奚学军', '彭志强', '范雪'])
  }))

it('申报表 and 用编计划: seats that are free, nothing for a unit that stands over', () =>
  withSample(async (book) => {
    expect(
      rowsOf(await preview(book, 'entry-application', { asOf: '2026-11-22' }))
        .filter((row) => /^\d+$/.test(row[0] ?? ''))
        .map((row) => [row[1], row[6]]),
    ).toEqual([
      ['社会事务办公室', '1'],
      ['农业综合服务中心', '2'],
      ['村镇规划建设管理所', '1'],
      ['财政所', '1'],
    ])
    const plan = await preview(book, 'yearly-plan', { asOf: '2026-11-22' })
    expect(rowsOf(plan).flat().join()).toContain('计划年度：2027 年')
    expect([rowOf(plan, '党政综合办公室').slice(2, 7), rowOf(plan, '民政所').slice(2, 7)]).toEqual([
      ['5', '6', '0', '0', '0'],
      ['2', '2', '0', '1', '1'],
    ])
  }))

it('借调审批表: one page a person, one blank page when nobody is away', () =>
  withSample(async (book) => {
    const all = await preview(book, 'secondment-approval', { asOf: '2026-11-22' })
    expect(all.preview.pages).toHaveLength(2)
    expect(all.preview.pages.map((page) => page.cells.some((cell) => cell.text === '许小芹'))).toEqual([true, false])
    const one = await preview(book, 'secondment-approval', { asOf: '2026-11-22', person: '冯长青' })
    expect([one.preview.pages.length, rowOf(one, '姓名')[1], rowOf(one, '借出单位')[1]]).toEqual([
      1,
      '冯长青',
      '试验乡党政综合办公室',
    ])
    await withTownship(async (empty) =>
      expect((await preview(empty, 'secondment-approval')).preview.pages).toHaveLength(1),
    )
  }))

it('核查报告 and 问题清单: the numbers of the check, said also where there is none', () =>
  withSample(async (book) => {
    const text = rowsOf(await preview(book, 'check-report', { asOf: '2026-11-22' }))
      .flat()
      .join('\n')
    for (const part of [
      '批准设立机构 15 个，实际设置 15 个',
      '核定编制 51 名，实有 48 人',
      '空编 5 名，超编 2 人',
      '另有混编 1 人',
      '核定 8 名，实配 8 人',
      '非领导 41 人',
      '自聘 2 人、政府购买服务 1 人',
      '超编：2 处',
      '吃空饷和在编不在岗：未发现',
    ])
      expect(text).toContain(part)
    const list = rowsOf(await preview(book, 'findings-list', { asOf: '2026-11-22' })).filter((row) =>
      /^\d+$/.test(row[0] ?? ''),
    )
    expect(list.length).toBeGreaterThan(10)
    expect(list.map((row) => row[1]).filter((word) => word !== '违规' && word !== '待查')).toEqual([])
    expect(list.every((row) => row[5] !== '' && row[6] !== '' && row[7] !== '')).toBe(true)
  }))

it('ID numbers: masked in the preview, whole when asked for, and that is journalled with the reason', () =>
  withSample(async (book) => {
    const asked = { form: 'roster', asOf: '2026-11-22' }
    const masked = await previewReport(asked, makeContext(book))
    expect([masked.masked, WHOLE_ID.test(JSON.stringify(masked.preview.pages))]).toEqual([true, false])
    const before = await entryCount(book)
    const shown = await revealReport(
      { ...asked, reason: '核对档案' },
      makeContext(book, { operation: 'report.reveal' }),
    )
    expect([shown.masked, WHOLE_ID.test(JSON.stringify(shown.preview.pages))]).toEqual([false, true])
    const entry = await newestEntry(book)
    expect([(await entryCount(book)) - before, entry.operation, entry.reason, entry.summary]).toEqual([
      1,
      'report.reveal',
      '核对档案',
      '查看了《实名制花名册》（统计日期 2026-11-22）中的完整身份证号',
    ])
    await revealReport({ form: 'transfers', reason: '看看' }, makeContext(book, { operation: 'report.reveal' }))
    expect(await entryCount(book)).toBe(before + 1)
  }))

it('the file: whole ID numbers as text where the form has them, and nowhere else in the file; each such file journalled', () =>
  withSample(async (book) => {
    const before = await entryCount(book)
    const made = await makeReportFile(
      { form: 'roster', asOf: '2026-11-22' },
      makeContext(book, { operation: 'report.file' }),
    )
    expect(OPERATIONS['report.file'].output.parse(made)).toEqual(made)
    expect([made.fileName, made.pages, await entryCount(book)]).toEqual([
      '试验乡实名制花名册（截至2026-11-22）.xlsx',
      3,
      before + 1,
    ])
    expect((await newestEntry(book)).summary).toBe('导出《实名制花名册》（统计日期 2026-11-22），含完整身份证号')
    const cells = Object.values(
      XLSX.read(made.base64, { type: 'base64' }).Sheets['实名制花名册'] ?? {},
    ) as readonly XLSX.CellObject[]
    const ids = cells.filter((cell) => WHOLE_ID.test(String(cell.v)))
    expect(ids.length).toBeGreaterThan(40)
    expect(ids.every((cell) => cell.t === 's')).toBe(true)
    const { head } = { head: await readHead(book.db) }
    const plain = await makeReportFile({ form: 'transfers' }, makeContext(book, { operation: 'report.file' }))
    expect([plain.idNumbers, (await readHead(book.db)).hash]).toEqual([false, head.hash])
    expect((await makeReportFile({ form: 'transfers' }, makeContext(book, { operation: 'report.file' }))).sha256).toBe(
      plain.sha256,
    )
  }))

it('what cannot be answered is refused in words', () =>
  withSample(async (book) => {
    await expect(preview(book, '没有的表')).rejects.toMatchObject({ code: 'form_unknown' })
    await expect(preview(book, 'roster', { unit: '没有的办' })).rejects.toMatchObject({ code: 'name_unknown' })
    await expect(preview(book, 'changes-month', { from: '2026-12-01', to: '2026-11-01' })).rejects.toMatchObject({
      code: 'date_invalid',
    })
  }))

it('a book without anybody: every form stands, empty', () =>
  withTownship(async (book) => {
    for (const { id } of FORMS) expect((await preview(book, id)).preview.pages.length).toBeGreaterThan(0)
  }, 'none'))
