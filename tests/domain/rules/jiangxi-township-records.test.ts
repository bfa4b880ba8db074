import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { WorkTask } from '../../../electron/domain/model/records.ts'
import {
  crowd,
  findingsOf,
  recordOf,
  run,
  seat,
  seated,
  jiangxiUnits,
  type PersonSpec,
  type SnapshotSpec,
  type UnitSpec,
} from '../../kit/snapshot.ts'

/* Rules of the reform plan that look at contracts, managing bodies, stages and posts. The base is its own township, empty of people. */

const base = (more: Partial<SnapshotSpec> = {}): SnapshotSpec => ({
  packId: 'seed-000',
  packFrom: '2006-11-01',
  units: jiangxiUnits(),
  ...more,
})
const found = (more: Partial<SnapshotSpec>, rule: string) => findingsOf(run(base(more)), rule)
const texts = (more: Partial<SnapshotSpec>, rule: string) => found(more, rule).map((finding) => finding.text)
const changed = (name: string, change: Partial<UnitSpec>) =>
  jiangxiUnits().map((unit) => (unit.name === name ? { ...unit, ...change } : unit))

describe('R000-09 全部实行聘用制', () => {
  const CENTRE = '农业综合服务中心'
  const contract = (personId: string) =>
    recordOf('contract', { number: '聘1', years: 3, firstEmployment: false }, { personId })
  const staff = crowd(3, '甲', CENTRE, 'institution')

  test('one of three without a contract', () => {
    expect(found({ people: staff, records: { contract: [contract('甲1'), contract('甲3')] } }, 'R000-09')).toEqual([
      {
        rule: 'R000-09',
        severity: 'error',
        effect: 'none',
        unitId: CENTRE,
        personId: '甲2',
        text: '甲2（农业综合服务中心）没有在有效期内的聘用合同；方案规定人员全部实行聘用制。',
        remedy: '签订或续订聘用合同后登记；已有合同的，补登起止日期。',
        facts: { 实有: 3, 有合同: 2 },
      },
    ])
  })

  test('all with one: silent; nobody there: silent; no such centre: silent', () => {
    expect(texts({ people: staff, records: { contract: staff.map(({ name }) => contract(name)) } }, 'R000-09')).toEqual(
      [],
    )
    expect(texts({}, 'R000-09')).toEqual([])
    expect(texts({ units: jiangxiUnits().filter((unit) => unit.name !== CENTRE) }, 'R000-09')).toEqual([])
  })

  test('a book without a single contract says once that it did not look', () => {
    expect(found({ people: staff }, 'R000-09')).toEqual([
      {
        rule: 'R000-09',
        severity: 'info',
        effect: 'none',
        unitId: CENTRE,
        personId: null,
        text: '没有登记在有效期内的聘用合同，农业综合服务中心 3 人是否全部实行聘用制没有核查：甲1、甲2、甲3。',
        remedy: '在“资料”里登记聘用合同。',
        facts: { 实有: 3, 有合同: 0 },
      },
    ])
  })

  test('other institutions and people of the centre who are 编外 are not meant', () => {
    const others: readonly PersonSpec[] = [
      ...crowd(2, '乙', '财政所', 'institution'),
      { name: '丙', holdings: [{ unit: CENTRE, kind: 'offQuota', offQuotaKind: 'selfHired' }] },
    ]
    expect(
      texts(
        { people: [...staff, ...others], records: { contract: staff.map(({ name }) => contract(name)) } },
        'R000-09',
      ),
    ).toEqual([])
  })

  test('as many findings as people of the centre without a contract, for any who have one', () => {
    fc.assert(
      fc.property(fc.subarray(['甲1', '甲2', '甲3'], { minLength: 1 }), (names) => {
        expect(
          found({ people: staff, records: { contract: names.map(contract) } }, 'R000-09').map(
            (finding) => finding.personId,
          ),
        ).toEqual(['甲1', '甲2', '甲3'].filter((name) => !names.includes(name)))
      }),
    )
  })
})

describe('R000-14 人财物归属', () => {
  test("the plan's own township is silent", () => {
    expect(texts({}, 'R000-14')).toEqual([])
  })

  test('财政所 kept by the township', () => {
    const units = jiangxiUnits().map(({ managingBody: _none, ...unit }) => unit)
    expect(found({ units }, 'R000-14')).toEqual([
      expect.objectContaining({
        severity: 'error',
        unitId: '财政所',
        text: '财政所登记为由山溪乡管理；方案规定人、财、物由区财政局管理。',
        remedy: '核对人财物归属，把管理单位登记为区财政局。',
        facts: { 管理单位: '山溪乡' },
      }),
    ])
    expect(texts({ units: changed('财政所', { managingBody: '区农业农村局' }) }, 'R000-14')).toEqual([
      '财政所登记为由区农业农村局管理；方案规定人、财、物由区财政局管理。',
    ])
    expect(texts({ units: changed('财政所', { managingBody: '县财政局' }) }, 'R000-14')).toEqual([])
  })

  test('another institution given to a bureau, which may only guide it', () => {
    expect(found({ units: changed('民政所', { managingBody: '区民政局' }) }, 'R000-14')).toEqual([
      expect.objectContaining({
        unitId: '民政所',
        text: '民政所登记为由区民政局管理；方案规定由乡管理，区业务主管部门只负责指导。',
        remedy: '核对人财物归属；只是业务指导的，不填管理单位。',
        facts: { 管理单位: '区民政局' },
      }),
    ])
    expect(texts({ units: changed('民政所', { managingBody: '山溪乡人民政府' }) }, 'R000-14')).toEqual([])
  })

  test('institutions the plan does not know are not judged, and one that is missing is R000-07', () => {
    expect(
      texts(
        {
          units: [
            ...jiangxiUnits().filter((unit) => unit.name !== '民政所'),
            { name: '林业站', kind: 'institution', managingBody: '区林业局' },
          ],
        },
        'R000-14',
      ),
    ).toEqual([])
  })

  test('of the six, exactly those with a bureau are named', () => {
    const six = [
      '农业综合服务中心',
      '计划生育服务中心',
      '文化服务中心',
      '劳动保障事务所',
      '村镇规划建设管理所',
      '民政所',
    ]
    fc.assert(
      fc.property(fc.subarray(six), (names) => {
        const units = jiangxiUnits().map((unit) =>
          names.includes(unit.name) ? { ...unit, managingBody: '区某局' } : unit,
        )
        expect(found({ units }, 'R000-14').map((finding) => finding.unitId)).toEqual(names)
      }),
    )
  })
})

describe('R000-15 各阶段', () => {
  const stage = (more: Partial<WorkTask>) =>
    recordOf(
      'workTask',
      {
        code: '七-2',
        title: '组织实施阶段',
        taskKind: 'stage',
        leadUnit: null,
        responsibleUnit: null,
        supportingUnits: null,
        ours: null,
        dueOn: null,
        dueText: null,
        windowFrom: '2006-11-01',
        windowTo: '2006-12-20',
        doneOn: null,
        approvalNumber: null,
        ...more,
      },
      { validFrom: '2006-10-01' },
    )
  const judged = (more: Partial<WorkTask>, asOf = '2026-11-22') =>
    found({ asOf, records: { workTask: [stage(more)] } }, 'R000-15')

  test('done after the window', () => {
    expect(judged({ doneOn: '2006-12-21' })).toEqual([
      {
        rule: 'R000-15',
        severity: 'error',
        effect: 'none',
        unitId: null,
        personId: null,
        text: '“组织实施阶段”应在2006年12月20日前完成，登记2006年12月21日完成，逾期。',
        remedy: '核对完成日期；经批准延期的，登记批准文件。',
        facts: { 窗口自: '2006-11-01', 窗口至: '2006-12-20', 完成: '2006-12-21' },
      },
    ])
  })

  test.each([
    ['done on the last day', { doneOn: '2006-12-20' }],
    ['done on the first day', { doneOn: '2006-11-01' }],
    ['a task that is no stage', { taskKind: 'task', doneOn: '2007-01-01' }],
    ['a window without an end', { windowTo: null, doneOn: '2007-01-01' }],
    ['an open window without an end', { windowTo: null }],
    ['a window without a beginning', { windowFrom: null, doneOn: '2006-01-01' }],
  ] as const)('silent: %s', (_what, more) => {
    expect(judged(more)).toEqual([])
  })

  test('done the day before the window opens', () => {
    expect(judged({ doneOn: '2006-10-31', windowTo: null })).toEqual([
      expect.objectContaining({
        text: '“组织实施阶段”2006年11月1日才开始，登记2006年10月31日完成，早于规定时间。',
        remedy: '核对完成日期。',
        facts: { 窗口自: '2006-11-01', 窗口至: '未写明', 完成: '2006-10-31' },
      }),
    ])
  })

  test('not done: silent on the last day, late on the day after', () => {
    expect(judged({ windowFrom: null }, '2006-12-20')).toEqual([])
    expect(judged({ windowFrom: null }, '2006-12-21')).toEqual([
      expect.objectContaining({
        text: '“组织实施阶段”应在2006年12月20日前完成，还没有登记完成，已逾期。',
        remedy: '完成后登记完成日期。',
        facts: { 窗口自: '未写明', 窗口至: '2006-12-20', 完成: '未完成' },
      }),
    ])
  })

  test('a stage without a year is asked about, once it is done or dated no more', () => {
    const undated = { windowFrom: null, windowTo: null, dueText: '11月1日—12月20日' }
    expect(judged(undated)).toEqual([
      expect.objectContaining({
        severity: 'info',
        text: '“组织实施阶段”文件写作“11月1日—12月20日”，没有年份，是哪一年的？没有核查是否按期。',
        facts: { 原文: '11月1日—12月20日' },
      }),
    ])
    expect(judged({ ...undated, dueText: null })[0]?.text).toContain('没有写明时间')
    expect(judged({ ...undated, doneOn: '2006-12-01' })).toEqual([])
  })

  test('a book without stages is silent', () => {
    expect(texts({}, 'R000-15')).toEqual([])
  })

  test('any day inside the window is right, any other is not', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2006-10-01'), max: new Date('2007-02-01'), noInvalidDate: true }), (day) => {
        const doneOn = day.toISOString().slice(0, 10)
        expect(judged({ doneOn })).toHaveLength(doneOn >= '2006-11-01' && doneOn <= '2006-12-20' ? 0 : 1)
      }),
    )
  })
})

describe('R000-16 一人多岗', () => {
  const clerk = (name: string, title: string) => seated(name, '经济发展办公室', 'administrative', { title })

  test('one information for the book, by name', () => {
    expect(
      found(
        {
          people: [
            clerk('甲', '统计员'),
            clerk('乙', '干事'),
            seated('丙', '社会事务办公室', 'administrative', { title: '民政专干' }),
          ],
        },
        'R000-16',
      ),
    ).toEqual([
      {
        rule: 'R000-16',
        severity: 'info',
        effect: 'none',
        unitId: null,
        personId: null,
        text: '一般干部中 2 人只登记了一个专职岗位：甲（统计员）、丙（民政专干）；方案要求一人多岗，不设单一对口的专职岗位。',
        remedy: '兼事其他工作的，补登兼任岗位。',
        facts: { 专职岗位: 2 },
      },
    ])
  })

  test.each(['干事', '经济助理', '一级科员', '办事员', '综合岗', '办公室主任', ''])(
    'a broad title or none is silent: “%s”',
    (title) => {
      expect(texts({ people: [clerk('甲', title)] }, 'R000-16')).toEqual([])
    },
  )

  test('several duties, leaders, institutions and people who are not counted are not meant', () => {
    const people: readonly PersonSpec[] = [
      {
        name: '甲',
        holdings: [
          seat('经济发展办公室', 'administrative', { title: '统计员' }),
          { unit: '社会事务办公室', title: '民政专干', kind: 'concurrent' },
        ],
      },
      { name: '乙', holdings: [seat('经济发展办公室', 'administrative', { title: '副乡长', leadership: 'deputy' })] },
      seated('丙', '财政所', 'institution', { title: '会计' }),
      { name: '丁', holdings: [{ unit: '经济发展办公室', title: '会计', kind: 'secondedIn' }] },
    ]
    expect(texts({ people }, 'R000-16')).toEqual([])
  })

  test('counts them all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 15 }), (count) => {
        const people = Array.from({ length: count }, (_, position) => clerk(`甲${position}`, '统计员'))
        expect(found({ people }, 'R000-16').map((finding) => finding.facts)).toEqual([{ 专职岗位: count }])
      }),
    )
  })
})
