import { expect, test } from 'vitest'
import { taskDuties } from '../../../electron/domain/duties/task-duties.ts'
import { packById, workTaskOf } from '../../../electron/domain/rules/packs/index.ts'
import { concernOf } from '../../../electron/domain/tasks/task-concern.ts'
import { yearlyDay } from '../../../electron/domain/tasks/yearly-day.ts'
import { buildSnapshot, recordOf, run } from '../../kit/snapshot.ts'

const TOWNSHIP = '山溪乡'
const tasksOf = (pack: string) =>
  (packById(pack)?.tasks ?? []).map((told) =>
    recordOf('workTask', workTaskOf(told, TOWNSHIP), { id: told.code, validFrom: '2018-04-28' }),
  )
const dutiesOn = (asOf: string, pack: string) =>
  taskDuties(buildSnapshot({ asOf, units: [], records: { workTask: tasksOf(pack) } }))

test('whose a task is: the bodies the document names', () => {
  const bodies = { leadUnit: null, responsibleUnit: null, supportingUnits: null, ours: null }
  const cases: readonly (readonly [Partial<Parameters<typeof concernOf>[0]>, string])[] = [
    [{ responsibleUnit: '各乡镇' }, 'lead'],
    [{ leadUnit: '乡镇机构改革领导小组' }, 'lead'],
    [{ leadUnit: '党政办' }, 'lead'],
    [{}, 'lead'],
    [{ leadUnit: '山溪乡' }, 'lead'],
    [{ leadUnit: '财政局', supportingUnits: '各乡镇' }, 'support'],
    [{ leadUnit: '住建局', supportingUnits: '残联' }, 'none'],
    [{ leadUnit: '市直各部门、单位' }, 'none'],
    [{ leadUnit: '领导小组办公室(民政局)' }, 'none'],
    [{ leadUnit: '住建局', ours: true }, 'support'],
    [{ responsibleUnit: '各乡镇', ours: false }, 'none'],
  ]
  for (const [told, concern] of cases)
    expect([told, concernOf({ ...bodies, ...told }, TOWNSHIP)]).toEqual([told, concern])
})

test('27 tasks and 3 reports: the bodies stay, and the ones that name 各乡镇 are marked', () => {
  const tasks = tasksOf('seed-002')
  expect(tasks.filter(({ taskKind }) => taskKind === 'task')).toHaveLength(27)
  const ours = tasks.filter(({ ours: own }) => own === true)
  expect(ours.every((one) => `${one.responsibleUnit}${one.supportingUnits}`.includes('各乡镇'))).toBe(true)
  expect(tasks.filter(({ ours: own }) => own === false).map(({ code }) => code)).toEqual([
    '(一)',
    '(七)5',
    '(七)6',
    '(八)1',
    '(八)2',
    '报送1',
  ])
  expect(tasks.find(({ code }) => code === '(十一)3')).toMatchObject({
    responsibleUnit: '各乡镇',
    supportingUnits: '人大办、政协办',
  })
})

test('reports stand in 待办 by 6月底 and 12月底, other bodies’ tasks do not', () => {
  const days = (asOf: string) => dutiesOn(asOf, 'seed-002').map(({ dueOn, title }) => [dueOn, title])
  expect(days('2026-11-22')).toEqual([
    ['2026-06-30', '上半年工作推进情况汇总'],
    ['2027-06-30', '上半年工作推进情况汇总'],
    ['2026-12-31', '全年工作推进情况汇总'],
    ['2027-12-31', '全年工作推进情况汇总'],
  ])
  expect(days('2018-12-31').filter(([day]) => day === '2018-12-31').length).toBeGreaterThan(5)
  expect(days('2019-01-01').filter(([day]) => day === '2018-12-31')).toEqual([['2018-12-31', '全年工作推进情况汇总']])
  expect(dutiesOn('2026-11-22', 'seed-002')[0]?.detail).toContain('牵头单位：领导小组办公室(民政局)')
})

test('a stage without a year stands in 待办 as a question; dated, it has its window', () => {
  const [first] = dutiesOn('2026-11-22', 'seed-000')
  expect([first?.dueOn, first?.undated]).toEqual([null, '文件只写“10月底”，没有年份，请在资料里填上起止日期。'])
  const [told] = tasksOf('seed-000')
  const dated = { ...told!, windowFrom: '2026-11-01', windowTo: '2026-12-20' }
  const [duty] = taskDuties(buildSnapshot({ units: [], records: { workTask: [dated] } }))
  expect([duty?.from, duty?.dueOn]).toEqual(['2026-11-01', '2026-12-20'])
})

test('loading the tasks of a pack makes no error, whatever the day', () => {
  for (const packId of ['seed-000', 'seed-002'])
    for (const asOf of ['2018-05-11', '2019-01-01', '2026-11-22', '2030-07-01']) {
      const found = (workTask: ReturnType<typeof tasksOf>) =>
        run({ asOf, packId, units: [], records: { workTask } }).findings.filter(({ severity }) => severity === 'error')
      expect([packId, asOf, found(tasksOf(packId))]).toEqual([packId, asOf, found([])])
    }
})

test('每年6月底前 and 2月底前 end on the month’s last day; other words name no day', () => {
  expect([yearlyDay('每年6月底前', 2026), yearlyDay('每年2月底前', 2028)]).toEqual(['2026-06-30', '2028-02-29'])
  expect([yearlyDay('2018年', 2026), yearlyDay(null, 2026)]).toEqual([null, null])
})
