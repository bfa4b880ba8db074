import { describe, expect, test } from 'vitest'
import { isPlainDate } from '../../../electron/domain/model/plain-date.ts'
import { packById, RULE_PACKS, workTaskOf } from '../../../electron/domain/rules/packs/index.ts'

/* What the documents hand out: tasks, stages, reports. */

const tasksOf = (packId: string) => packById(packId)?.tasks ?? []

describe('every pack', () => {
  test('has each task once, with real days and windows the right way round', () => {
    for (const pack of RULE_PACKS) {
      const tasks = pack.tasks ?? []
      expect(new Set(tasks.map((task) => task.code)).size).toBe(tasks.length)
      for (const task of tasks) {
        expect([task.dueOn, task.windowFrom, task.windowTo].filter((day) => day !== null && !isPlainDate(day))).toEqual(
          [],
        )
        expect(task.windowFrom === null || task.windowTo === null || task.windowFrom <= task.windowTo).toBe(true)
      }
    }
  })

  test('only seed-000 and seed-002 hand out any', () => {
    expect(RULE_PACKS.filter((pack) => (pack.tasks ?? []).length > 0).map((pack) => pack.id)).toEqual([
      'seed-000',
      'seed-002',
    ])
  })
})

describe('seed-002', () => {
  const tasks = tasksOf('seed-002').filter((task) => task.taskKind === 'task')

  test('27 tasks; one without a time, one without a 牵头单位', () => {
    expect(tasks).toHaveLength(27)
    expect(tasks.filter((task) => task.dueText === null).map((task) => task.code)).toEqual(['(十一)2'])
    expect(
      tasks.filter((task) => task.leadUnit === null).map(({ code, responsibleUnit }) => [code, responsibleUnit]),
    ).toEqual([['(十一)3', '各乡镇']])
  })

  test('26 times: 12 by 2018, 2 by 2019, 5 by 2020, 7 without end', () => {
    const count = (text: string) => tasks.filter((task) => task.dueText === text).length
    expect(['2018年', '2019年', '2020年', '长期'].map(count)).toEqual([12, 2, 5, 7])
    expect(tasks.filter((task) => task.dueOn !== null && task.dueOn !== `${task.dueText?.slice(0, 4)}-12-31`)).toEqual(
      [],
    )
    expect(tasks.filter((task) => task.dueText === '长期' && task.dueOn !== null)).toEqual([])
  })

  test('three reports', () => {
    expect(
      tasksOf('seed-002')
        .filter((task) => task.taskKind === 'report')
        .map(({ dueOn, dueText }) => [dueOn, dueText]),
    ).toEqual([
      ['2018-05-10', '5月上旬'],
      [null, '每年6月底前'],
      [null, '每年12月底前'],
    ])
  })
})

describe('seed-000', () => {
  test('four stages in the text’s own words for the time; the text has lost its year, so none has a day', () => {
    expect(
      tasksOf('seed-000').map(({ taskKind, dueText, windowFrom, windowTo, dueOn }) => [
        taskKind,
        dueText,
        windowFrom,
        windowTo,
        dueOn,
      ]),
    ).toEqual([
      ['stage', '10月底', null, null, null],
      ['stage', '11月1日—12月20日', null, null, null],
      ['stage', '12月下旬', null, null, null],
      ['stage', '年春节前', null, null, null],
    ])
  })
})

test('taken into a book, a task keeps its bodies and is marked whether it concerns the township; begun and not done', () => {
  const first = tasksOf('seed-002')[0]
  expect(first === undefined ? null : workTaskOf(first, '崇兴镇')).toEqual({
    code: '(一)',
    title: '扩大乡镇政府服务管理权限',
    taskKind: 'task',
    leadUnit: '编办、法制办',
    responsibleUnit: null,
    supportingUnits: '农牧局、安监局、住建局、环保局、公安局、民政局等相关部门',
    ours: false,
    dueOn: '2018-12-31',
    dueText: '2018年',
    windowFrom: null,
    windowTo: null,
    doneOn: null,
    approvalNumber: null,
  })
})
