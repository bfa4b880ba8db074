import { expect, it } from 'vitest'
import { previewReport } from '../../../electron/app/forms/draft-report.ts'
import { addEvent } from '../../../electron/app/ledger/add-event.ts'
import { addRecord } from '../../../electron/app/records/add-record.ts'
import type { EventInput } from '../../../electron/contract/events.ts'
import type { Input } from '../../../electron/contract/operations.ts'
import type { OpenBook } from '../../../electron/store/open.ts'
import { makeContext } from '../../kit/context.ts'
import { seatPeople } from '../../kit/people.ts'
import { withTownship } from '../../kit/township.ts'

/* 四类人员: everybody of the township once, with the reason where somebody is not in post. */

const CENTRE = '农业综合服务中心'
const seat = (name: string, birth: string, title = '干事') => ({
  name,
  unit: CENTRE,
  category: 'institution' as const,
  title,
  birth,
})

const event = (book: OpenBook, input: EventInput) =>
  addEvent({ event: { reason: '按会议决定', ...input } }, makeContext(book, { operation: 'event.add' }))
const record = (book: OpenBook, input: Omit<Input<'record.add'>, 'documentNumber'> & { documentNumber?: string }) =>
  addRecord(input, makeContext(book, { operation: 'record.add' }))

async function paper(book: OpenBook, form: string, asOf: string) {
  const { preview } = await previewReport({ form, asOf }, makeContext(book))
  const cells = preview.pages.flatMap((page, at) => page.cells.map((cell) => ({ ...cell, at })))
  const rows = [...Map.groupBy(cells, ({ at, row }) => `${at} ${row}`).values()].map((own) =>
    own.toSorted((left, right) => left.column - right.column).map(({ text }) => text),
  )
  return rows
}
const named = (rows: readonly (readonly string[])[], name: string) => rows.filter((row) => row.includes(name))
const column = (rows: readonly (readonly string[])[], title: string, name: string) => {
  const place = rows.find((row) => row[0] === '序号')?.indexOf(title) ?? -1
  return named(rows, name)[0]?.[place]
}

const withStaff = (work: (book: OpenBook) => Promise<void>) =>
  withTownship(async (book) => {
    await seatPeople(book, [
      seat('在岗一', '1981-01-11'),
      seat('久病二', '1982-02-12'),
      seat('小病三', '1983-03-13'),
      seat('创业四', '1984-04-14'),
      seat('待岗五', '1985-05-15'),
      seat('退休六', '1966-02-16'),
      seat('借出七', '1986-06-16'),
      { name: '护林八', unit: CENTRE, kind: 'offQuota', offQuotaKind: 'selfHired', birth: '1987-07-17' },
    ])
    await event(book, {
      type: 'absence.begin',
      on: '2026-03-01',
      person: '久病二',
      kind: 'sickLeave',
      until: '2027-02-28',
      document: { number: '山党发〔2026〕2号' },
    })
    await event(book, { type: 'absence.begin', on: '2026-10-20', person: '小病三', kind: 'sickLeave' })
    await record(book, {
      kind: 'dutyMatter',
      person: '创业四',
      from: '2026-01-01',
      documentNumber: '区人社〔2026〕1号',
      content: { matter: 'keptStatus' },
    })
    await record(book, {
      kind: 'redeployment',
      person: '待岗五',
      from: '2026-05-01',
      documentNumber: '山编发〔2026〕5号',
      content: { channel: 'waiting' },
    })
    await event(book, {
      type: 'exit',
      on: '2026-07-01',
      person: '退休六',
      cause: '31',
      proofs: ['退休审批表'],
      document: { number: '区人社〔2026〕31号' },
    })
    await event(book, { type: 'secondment.out', on: '2026-08-01', person: '借出七', to: '区委办', until: '2026-12-31' })
    await work(book)
  })

it('everybody stands in one block, 非在职 with the reason, the days and the paper', () =>
  withStaff(async (book) => {
    const away = await paper(book, 'away-roster', '2026-11-30')
    expect(away.filter((row) => /^\d+$/u.test(row[0] ?? '')).map((row) => [row[2], ...row.slice(7)])).toEqual([
      ['久病二', '是', '长期病休', '2026-03-01', '2027-02-28', '山党发〔2026〕2号'],
      ['创业四', '是', '保留人事关系（离岗创业等）', '2026-01-01', '', '区人社〔2026〕1号'],
      ['待岗五', '是', '待岗', '2026-05-01', '', '山编发〔2026〕5号'],
    ])
    const serving = await paper(book, 'serving-roster', '2026-11-30')
    expect(named(serving, '久病二')).toEqual([])
    expect(column(serving, '备注', '小病三')).toContain('病休，自2026-10-20')
    expect(column(serving, '备注', '借出七')).toContain('借出到区委办')
    const retired = await paper(book, 'retired-roster', '2026-11-30')
    expect(column(retired, '退休日期', '退休六')).toBe('2026-07-01')
    expect(column(retired, '退休文号', '退休六')).toBe('区人社〔2026〕31号')
    expect(column(retired, '原机构', '退休六')).toBe(CENTRE)
    expect(column(await paper(book, 'off-quota-roster', '2026-11-30'), '用工形式', '护林八')).toBe('自聘')
    const four = await paper(book, 'four-rosters', '2026-11-30')
    for (const name of ['在岗一', '久病二', '小病三', '创业四', '待岗五', '退休六', '借出七', '护林八'])
      expect([name, named(four, name).length]).toEqual([name, 1])
    const text = four.flat().join('\n')
    for (const part of [
      '一、在编人员（3 人）',
      '二、非在职人员（3 人）',
      '三、编外人员（1 人）',
      '四、退休人员（1 人）',
    ])
      expect(text).toContain(part)
    expect(text).toContain('其中占用编制 6 人')
  }))

it('on the day before, nothing of it is so: the month of 病休 is not long, who has not retired is in post', () =>
  withStaff(async (book) => {
    const [sixMonths, later] = [
      await paper(book, 'away-roster', '2026-09-01'),
      await paper(book, 'away-roster', '2026-09-02'),
    ]
    expect([named(sixMonths, '久病二').length, named(later, '久病二').length]).toEqual([0, 1])
    expect(named(await paper(book, 'serving-roster', '2026-06-30'), '退休六')).toHaveLength(1)
    expect(named(await paper(book, 'retired-roster', '2026-06-30'), '退休六')).toEqual([])
    await event(book, { type: 'absence.end', on: '2026-11-01', person: '久病二' })
    expect(named(await paper(book, 'away-roster', '2026-11-30'), '久病二')).toEqual([])
  }))

it('who is said to have retired or left and is not written off, and guests, are told and never lost', () =>
  withTownship(async (book) => {
    await seatPeople(book, [
      seat('像退九', '1960-01-11', '2022年1月退休'),
      seat('像走十', '1981-02-12', '已调往县财政局'),
      { name: '借入甲', unit: CENTRE, kind: 'secondedIn', title: '干事', birth: '1988-08-18', counterpart: '区文化局' },
    ])
    const four = await paper(book, 'four-rosters', '2026-11-30')
    expect(column(await paper(book, 'retired-roster', '2026-11-30'), '备注', '像退九')).toBe(
      '没有登记退休出编，仍占编制',
    )
    const text = four.flat().join('\n')
    expect(text).toContain('像走十（像是已经离开，未办出编）')
    expect(text).toContain('借入甲（借入、挂职，编制在原单位）')
  }))
