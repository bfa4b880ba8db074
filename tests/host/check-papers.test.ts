import { read, utils } from 'xlsx'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CallInput, OperationName, Output } from '../../electron/contract/operations.ts'
import { createCore } from '../../electron/host/core.ts'
import type { Core } from '../../electron/host/dispatch.ts'
import { openLog } from '../../electron/host/log.ts'
import { createExcelPort } from '../../electron/host/spawn-excel.ts'
import { temporaryFolder } from '../kit/book.ts'

/* 问题清单, 整改通知, 预测 and 待办 on paper: what the screens say, drawn and opened again by a second library. */

const TODAY = '2026-11-22'
const folder = temporaryFolder()
let core: Core

beforeAll(async () => {
  core = createCore({
    dataFolder: folder.path,
    excel: createExcelPort(),
    log: openLog(folder.path),
    appVersion: '0',
    clock: { now: () => `${TODAY}T02:00:00.000Z`, today: () => TODAY },
  })
  await call('book.openSample', {})
})
afterAll(async () => {
  await core.close()
  folder.dispose()
})

async function call<K extends OperationName>(name: K, input: CallInput<K>): Promise<Output<K>> {
  const reply = await core.call(name, input)
  if (!reply.ok) throw new Error(`${reply.error.code} ${reply.error.message}`)
  return reply.value as Output<K>
}

/** Rows of texts of the drawn workbook, as another library reads them. */
async function drawn(
  question: CallInput<'checkPaper.file'>,
): Promise<{ readonly fileName: string; readonly rows: readonly (readonly string[])[] }> {
  const { fileName, base64 } = await call('checkPaper.file', question)
  const book = read(Buffer.from(base64, 'base64'))
  const sheet = book.Sheets[book.SheetNames[0] ?? '']
  return { fileName, rows: sheet === undefined ? [] : utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '' }) }
}

it('the list has every problem once, the gravest first, with clause, deadline and how it stands', async () => {
  const { findings } = await call('findings.read', {})
  const problems = findings.filter((finding) => finding.severity !== 'info')
  await call('finding.explain', {
    keys: [problems[0]?.key ?? ''],
    reason: '改革过渡期',
    documentNumber: '山编办〔2026〕8号',
    until: '2027-12-31',
  })
  const { fileName, rows } = await drawn({ paper: 'problem-list', deadline: '2026-12-31' })
  expect(fileName).toBe('山溪乡问题清单 2026-11-22.xlsx')
  const listed = rows.filter((row) => /^\d+$/.test(row[0] ?? ''))
  expect(listed.map((row) => row[0])).toEqual(problems.map((_, place) => String(place + 1)))
  for (const [place, problem] of problems.entries()) {
    expect(listed[place]?.[1]).toContain(problem.text)
    expect(listed[place]?.[2]).toContain(problem.source.clause)
    expect(listed[place]?.[4]).toBe(problem.remedy)
  }
  expect(listed[0]?.slice(5, 7)).toEqual(['', '已说明：改革过渡期，山编办〔2026〕8号（至 2027-12-31）'])
  expect(listed[1]?.slice(5, 7)).toEqual(['2026-12-31', '待整改'])
  const { preview } = await call('checkPaper.preview', { paper: 'problem-list' })
  const header = (page: number) =>
    preview.pages[page]?.cells.filter((cell) => cell.style === 'tableHeader').map((cell) => cell.text)
  expect(preview.pages.length).toBeGreaterThan(1)
  expect(preview.pages.map((_, page) => header(page))).toEqual(
    preview.pages.map(() => ['序号', '问题', '依据和条文', '责任单位', '整改措施', '整改期限', '状态']),
  )
})

it('a letter goes to one unit with what is open there, numbered, by a day; none to a unit in order', async () => {
  const { findings } = await call('findings.read', {})
  const unitId = findings.find((finding) => finding.unit === '财政所')?.unitId ?? ''
  const { rows } = await drawn({ paper: 'rectification', unitId, number: '编整〔2026〕1号' })
  const texts = rows.flat().filter((text) => text !== '')
  expect(texts).toEqual(
    expect.arrayContaining([
      '机构编制问题整改通知',
      '编整〔2026〕1号',
      '财政所：',
      '山溪乡人民政府（盖章）',
      '2026年11月22日',
    ]),
  )
  const open = findings.filter(
    (finding) => finding.unitId === unitId && finding.severity !== 'info' && finding.state === 'open',
  )
  expect(texts.some((text) => text.includes(`问题 ${open.length} 个。请于2026年12月22日前整改完毕`))).toBe(true)
  expect(open.every((finding) => texts.includes(finding.text))).toBe(true)
  const fine = (await call('units.read', {})).units.find((unit) => unit.name === '人民武装部')?.unitId ?? ''
  await expect(call('checkPaper.preview', { paper: 'rectification', unitId: fine })).rejects.toThrow(
    /人民武装部没有待整改的问题/,
  )
  await expect(call('checkPaper.preview', { paper: 'rectification', unitId, deadline: '2026-11-21' })).rejects.toThrow(
    /整改期限/,
  )
})

it('the forecast and the duties of a month say what their screens say', async () => {
  const told = await call('forecast.read', { years: 20 })
  const paper = await drawn({ paper: 'forecast', years: 20 })
  expect(paper.rows.filter((row) => /^\d+$/.test(row[0] ?? '')).map((row) => [row[1], row[2]])).toEqual(
    told.people.map((person) => [person.retires, person.name]),
  )
  const month = { from: '2026-12-01', to: '2026-12-31' }
  const due = await call('duties.read', month)
  const duties = await drawn({ paper: 'duties', ...month })
  expect(duties.rows.filter((row) => (row[0] ?? '').startsWith('2026-')).map((row) => [row[1], row[3]])).toEqual(
    due.duties.map((duty) => [duty.title, '□']),
  )
})
