import { afterAll, beforeAll, expect, it } from 'vitest'
import { wholeDue } from '../../electron/contract/due-operations.ts'
import type { CallInput, OperationName, Output } from '../../electron/contract/operations.ts'
import { createCore } from '../../electron/host/core.ts'
import type { Core } from '../../electron/host/dispatch.ts'
import { openLog } from '../../electron/host/log.ts'
import { createExcelPort } from '../../electron/host/spawn-excel.ts'
import { temporaryFolder } from '../kit/book.ts'

/* 到期 of the sample township, through the one door: what the clerk registers moves what is told. */

const folder = temporaryFolder()
const today = '2026-11-22'
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

type Question = CallInput<'due.read'>
const dueOf = async (person: string, kind: Question['kind'], asOf: string) =>
  wholeDue(await call('due.read', { kind, asOf })).filter((one) => one.person === person)

type EventInput = CallInput<'event.add'>['event']
const happen = (event: EventInput) => call('event.add', { event })
type RecordInput = CallInput<'record.add'>
const note = (record: RecordInput) => call('record.add', record)

it('what is said alike of many is told once, and of everybody', async () => {
  const { due, sayings } = await call('due.read', {})
  expect(new Set(sayings.map((one) => JSON.stringify(one))).size).toBe(sayings.length)
  expect(sayings.length).toBeLessThan(due.length)
  const whole = wholeDue({ due, sayings })
  expect(whole).toHaveLength(due.length)
  expect(new Set(due.map(({ said }) => said)).size).toBe(sayings.length)
})

it('职级晋升: from the event’s own day, with the assessments and the free post; years later still', async () => {
  const before = await dueOf('陈丽华', 'rank', '2026-11-22')
  expect(before).toMatchObject([{ on: null, state: 'unknown', lacks: ['职级'] }])
  await happen({ type: 'rank.promote', on: '2022-03-15', person: '陈丽华', rank: '四级主任科员' })
  const [without] = await dueOf('陈丽华', 'rank', '2026-11-22')
  expect(without).toMatchObject({
    title: '晋升三级主任科员',
    on: null,
    lacks: ['2022 年度考核结果', '2023 年度考核结果', '三级主任科员的职级职数'],
  })
  for (const year of [2022, 2023])
    await note({
      kind: 'annualReview',
      person: '陈丽华',
      from: `${year}-12-28`,
      content: { year, result: year === 2022 ? 'excellent' : 'competent' },
    })
  await happen({
    type: 'rankQuota.set',
    on: '2022-01-01',
    unit: '山溪乡',
    pool: '三级和四级主任科员',
    amount: 1,
    document: { number: '山组〔2022〕1号' },
  })
  const [told] = await dueOf('陈丽华', 'rank', '2026-11-22')
  expect(told).toMatchObject({ on: '2023-09-15', state: 'past', lacks: [], obstacles: [] })
  expect(told?.steps).toEqual([
    '任四级主任科员：2022年3月15日起，须满 2 年',
    '2022年3月15日 + 2 年 = 2024年3月15日',
    '2022 年优秀，缩短 6 个月 = 2023年9月15日',
    '三级和四级主任科员：核定 1 − 实有 1 = 空 0（在同一职数内晋升，不另占）',
  ])
  expect(told?.source.clause).toContain('其间每有1个年度考核结果为优秀等次的，任职年限缩短半年')
  expect(await call('book.verify', {})).toMatchObject({ ok: true })
})

it('任现职: the day of an appointment years ago is remembered', async () => {
  await happen({
    type: 'appoint',
    on: '2016-05-10',
    person: '褚卫东',
    unit: '党政综合办公室',
    post: '主任',
    leadership: 'chief',
    document: { number: '山委〔2016〕5号' },
  })
  expect(await dueOf('褚卫东', 'term', '2026-05-09')).toMatchObject([
    { title: '任主任满 8 年', on: '2024-05-10', state: 'past' },
    { title: '任主任满 10 年', on: '2026-05-10', state: 'ahead' },
  ])
  expect(await dueOf('褚卫东', 'term', '2026-05-10')).toMatchObject([
    { title: '任主任满 10 年', on: '2026-05-10', state: 'now' },
  ])
})

it('one list, narrowed by kind, unit and month; the paper is the same list', async () => {
  const all = await call('due.read', {})
  expect(all.until).toBe('2027-11-22')
  const counted = Object.values(all.counts).reduce((sum, count) => sum + count, 0)
  expect(all.due).toHaveLength(counted)
  const january = await call('due.read', { kind: 'review', month: '2026-01', unit: '财政所' })
  expect(january.due.length).toBeGreaterThan(0)
  expect(new Set(wholeDue(january).map(({ kind, unit, on }) => `${kind} ${unit ?? ''} ${on ?? ''}`))).toEqual(
    new Set(['review 财政所 2026-01']),
  )
  const { preview } = await call('checkPaper.preview', {
    paper: 'due',
    kind: 'review',
    month: '2026-01',
    unit: '财政所',
  })
  const words = JSON.stringify(preview)
  for (const { person } of january.due) expect(words).toContain(person)
  expect(words).toContain('山溪乡财政所年度考核到期人员表')
  await expect(call('due.read', { until: '2026-11-21' })).rejects.toThrow(/date_invalid/)
  await expect(call('due.read', { until: '2126-11-21' })).rejects.toThrow(/超过 30 年/)
  await expect(call('due.read', { unit: '没有的所' })).rejects.toThrow(/name_unknown/)
})

it('a contract that has run out stays told', async () => {
  await note({
    kind: 'contract',
    person: '姜美玲',
    from: '2023-07-01',
    to: '2026-06-30',
    content: { number: '聘〔2023〕7号', years: 3, firstEmployment: false },
  })
  expect(await dueOf('姜美玲', 'contract', '2026-06-30')).toMatchObject([{ on: '2026-06-30', state: 'now' }])
  expect(await dueOf('姜美玲', 'contract', '2026-07-01')).toMatchObject([{ on: '2026-06-30', state: 'past' }])
})
