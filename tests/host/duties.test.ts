import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallInput, OperationName, Output } from '../../electron/contract/operations.ts'
import { createCore } from '../../electron/host/core.ts'
import type { Core } from '../../electron/host/dispatch.ts'
import { openLog } from '../../electron/host/log.ts'
import { createExcelPort } from '../../electron/host/spawn-excel.ts'
import { temporaryFolder } from '../kit/book.ts'

/* 职责日历 and 预测 of the sample township, through the one door. */

const folder = temporaryFolder()
let today = '2026-11-22'
let core: Core

beforeAll(async () => {
  core = createCore({
    dataFolder: folder.path,
    excel: createExcelPort(),
    log: openLog(folder.path),
    appVersion: '0',
    clock: { now: () => `${today}T02:00:00.000Z`, today: () => today },
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
const stateOf = async (key: string) => (await call('duties.read', {})).duties.find((duty) => duty.key === key)?.state

it('a duty is marked done, in the journal, once; taken back by hand or by Ctrl+Z', async () => {
  const key = 'monthly-report~2026-11'
  expect(await stateOf(key)).toBe('ahead')
  await expect(call('duty.done', { key, doneOn: '2026-11-23' })).rejects.toThrow(/还没有到/)
  await expect(call('duty.done', { key: 'monthly-report~1999-01' })).rejects.toThrow(/duty_gone/)
  await call('duty.done', { key, note: '已送编办' })
  expect(await stateOf(key)).toBe('done')
  expect((await call('history.read', { limit: 1 })).entries).toMatchObject([
    { title: '办结', text: '办结：11 月人员变动月报' },
  ])
  await expect(call('duty.done', { key })).rejects.toThrow(/duty_done.*已办结/)
  await call('journal.undo', {})
  expect(await stateOf(key)).toBe('ahead')
  await call('journal.redo', {})
  await call('duty.reopen', { key })
  expect(await stateOf(key)).toBe('ahead')
  await expect(call('duty.reopen', { key })).rejects.toThrow(/duty_gone/)
  expect(await call('book.verify', {})).toMatchObject({ ok: true })
})

it('local days move the duties, are said in the journal, and go back', async () => {
  await expect(call('duty.dates', { dates: { hiringPlan: '02-30' } })).rejects.toThrow(/用编计划 “02-30”不对/)
  await expect(call('duty.dates', { dates: { hiringPlan: '01-31' } })).rejects.toThrow(/没有改动/)
  await call('duty.dates', { dates: { monthlyDay: '25', freezeFrom: '12-20' }, reason: '县编办通知' })
  const local = await call('duties.read', { from: '2026-11-01', to: '2026-12-31' })
  expect(local.duties.filter((duty) => duty.kind === 'calendar').map((duty) => [duty.dueOn, duty.duty])).toEqual([
    ['2026-11-25', 'monthly-report'],
    ['2026-12-20', 'annual-freeze'],
    ['2026-12-25', 'monthly-report'],
    ['2026-12-31', 'half-year-report'],
  ])
  expect(local.dates.filter((date) => date.own).map((date) => date.name)).toEqual(['monthlyDay', 'freezeFrom'])
  expect((await call('history.read', { limit: 1 })).entries).toMatchObject([
    { text: '改报送日期：月报截止 31 改为 25，冻结起 12-15 改为 12-20', reason: '县编办通知' },
  ])
  await call('duty.dates', { dates: { monthlyDay: '31', freezeFrom: '12-15' } })
  expect((await call('duties.read', {})).dates.some((date) => date.own)).toBe(false)
})

it('what is registered brings its own duties: a retirement its ten working days, a lent person their last day', async () => {
  const { people } = await call('roster.read', {})
  const id = (name: string) => people.find((person) => person.name === name)?.personId ?? ''
  await call('event.add', {
    event: { type: 'exit', on: '2026-11-20', person: id('郎婷'), cause: '31', proofs: ['退休审批表'] },
  })
  await call('event.add', {
    event: { type: 'secondment.out', on: '2026-11-22', person: id('严宏图'), to: '县农业农村局', until: '2027-01-15' },
  })
  const own = (await call('duties.read', {})).duties.filter(
    (duty) => duty.duty === 'exit-report' || duty.duty === 'term-end',
  )
  expect(own.map(({ title, dueOn, workBy, missingYear }) => [title, dueOn, workBy, missingYear])).toEqual([
    ['郎婷出编核销', '2026-12-04', null, null],
    ['严宏图借出期满', '2027-01-15', null, 2027],
  ])
  await call('duty.done', { key: own[0]?.key ?? '' })
  expect((await call('history.read', { limit: 1 })).entries).toMatchObject([{ text: '办结：出编核销（郎婷）' }])
})

it('the forecast adds up: years to people, people to lines, and everybody counted is in it once', async () => {
  const [told, figures] = [await call('forecast.read', { years: 30 }), await call('figures.read', {})]
  expect(told.years.map((year) => year.retiring)).toEqual(
    told.years.map((year) => told.people.filter((person) => person.year === year.year).length),
  )
  expect(told.years.every((year) => year.organ + year.institution + year.other === year.retiring)).toBe(true)
  const counted =
    figures.lines.reduce((sum, line) => sum + line.actual, 0) +
    figures.misplaced.reduce((sum, line) => sum + line.people.length, 0)
  const everybody = new Set([...told.people, ...told.unknown].map((person) => person.personId))
  // The others retire after the thirty years.
  expect(everybody.size).toBe(told.people.length + told.unknown.length)
  expect(everybody.size).toBeLessThanOrEqual(counted)
  expect(told.runOffs.map((line) => [line.unit, line.over])).toEqual(
    figures.lines.filter((line) => line.over > 0).map((line) => [line.unit, line.over]),
  )
  expect((await call('forecast.read', {})).years).toHaveLength(10)
  await expect(call('forecast.read', { years: 31 })).rejects.toThrow(/invalid_input/)
})

it('原法定退休年龄, once confirmed, is written down with its reason and the forecast stands on it', async () => {
  const before = (await call('forecast.read', { years: 30 })).people.find((person) => person.track === 'female55')
  expect(before?.recorded).toBe(false)
  await call('person.correct', {
    personId: before?.personId ?? '',
    changes: { retirementCategory: 'female50' },
    reason: '县人社局核定',
  })
  expect(
    (await call('forecast.read', { years: 30 })).people.find((person) => person.personId === before?.personId),
  ).toMatchObject({ track: 'female50', recorded: true, basis: '已登记' })
  expect((await call('person.read', { personId: before?.personId ?? '' })).fields['retirementCategory']).toBe(
    'female50',
  )
  expect((await call('history.read', { limit: 1 })).entries[0]?.text).toContain('原法定退休年龄')
  await call('journal.undo', {})
})

it('after the freeze has begun the day says so', async () => {
  today = '2026-12-31'
  const due = await call('duties.read', {})
  expect(due.freeze).toEqual({ from: '2026-12-15', to: '2027-01-10' })
  expect(due.duties.filter((duty) => duty.state === 'today').map((duty) => duty.key)).toEqual([
    'due-training~2026',
    'half-year-report~2026-2',
    'monthly-report~2026-12',
  ])
  expect(due.duties.find((duty) => duty.duty === 'annual-freeze')?.state).toBe('overdue')
  today = '2026-11-22'
})

describe('a range with a slip in its year is refused at the door, not computed for minutes', () => {
  const refusalOf = async (name: OperationName, input: unknown) => {
    const reply = await core.call(name, input)
    return reply.ok ? 'answered' : `${reply.error.code} ${reply.error.message}`
  }
  const far = { from: '2026-01-01', to: '2126-01-01' }

  it.each([
    ['duties.read', far],
    ['duties.read', { to: '2126-01-01' }],
    ['duties.read', { from: '1950-01-01' }],
    ['duties.read', { from: '2026-01-01', to: '9999-12-31' }],
    ['duties.read', { asOf: '9999-12-31' }],
    ['checkPaper.preview', { paper: 'duties', ...far }],
    ['checkPaper.file', { paper: 'duties', to: '2190-01-01' }],
    ['checkPaper.preview', { paper: 'forecast', years: 31 }],
    ['forecast.read', { years: 31 }],
    ['forecast.read', { asOf: '9999-12-31', years: 30 }],
    ['changes.read', { from: '1900-01-01', to: '2026-11-22' }],
    ['changes.read', { from: '0001-01-01', to: '2026-11-22' }],
    ['report.preview', { form: 'changes', from: '1900-01-01', to: '2100-01-01' }],
    ['figures.read', { asOf: '9999-12-31' }],
    ['roster.read', { asOf: '0206-01-01' }],
    ['figures.read', { believedOn: '3026-01-01' }],
  ] as const)('%s %o', async (name, input) => {
    expect(await refusalOf(name, input)).toMatch(
      /^invalid_input 填写有误：(截止日期|起始日期|年份|截至日期|当时所知的日期|这一次填的内容) ?.*年/,
    )
  })

  it.each([
    ['duties.read', { from: '2010-01-01', to: '2039-12-31' }],
    ['duties.read', { from: '1997-01-01', to: '2027-01-01' }],
    ['forecast.read', { years: 30 }],
    ['changes.read', { from: '1949-10-01', to: '2026-11-22' }],
    ['figures.read', { asOf: '1949-10-01' }],
  ] as const)('control: %s %o is answered', async (name, input) => {
    expect(await refusalOf(name, input)).toBe('answered')
  })
})
