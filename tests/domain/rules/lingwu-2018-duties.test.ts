import * as fc from 'fast-check'
import { emptyContent } from '../../../electron/vocabulary/records.ts'
import { describe, expect, test } from 'vitest'
import type { LedgerChange } from '../../../electron/domain/model/book-snapshot.ts'
import type { Absence } from '../../../electron/domain/model/limits.ts'
import type { HiringPlan, WorkTask } from '../../../electron/domain/model/records.ts'
import { packById, workTaskOf } from '../../../electron/domain/rules/packs/index.ts'
import {
  buildSnapshot,
  crowd,
  findingsOf,
  recordOf,
  run,
  runSnapshot,
  seat,
  seated,
  type PersonSpec,
  type SnapshotSpec,
} from '../../kit/snapshot.ts'

/* 灵武 2018 on hiring, seats, leave, tasks and reports. */

const UNITS: SnapshotSpec['units'] = [
  { name: '党政办公室', kind: 'office', quotas: { administrative: 3 } },
  { name: '农业中心', kind: 'institution', quotas: { institution: 4 } },
]
const base = (more: Partial<SnapshotSpec> = {}): SnapshotSpec => ({ packId: 'seed-002', units: UNITS, ...more })
const found = (rule: string, more: Partial<SnapshotSpec>) => findingsOf(run(base(more)), rule)

describe('the pack', () => {
  test('an empty book is told once what it does not hold, and of its vacant seats', () => {
    expect(
      run(base())
        .findings.filter((finding) => finding.rule.startsWith('R002'))
        .map(({ rule, severity }) => [rule, severity]),
    ).toEqual([
      ['R002-06', 'info'],
      ['R002-06', 'info'],
      ['R002-14', 'info'],
    ])
  })

  test('its rules run only under it', () => {
    expect(run(base({ packId: 'none' })).findings.filter((finding) => finding.rule.startsWith('R002'))).toEqual([])
  })
})

describe('R002-03 定向招录1-2名', () => {
  const plan = (amount: number, more: Partial<HiringPlan> = {}, id = 'a') =>
    recordOf(
      'hiringPlan',
      {
        year: 2026,
        category: 'institution',
        amount,
        method: null,
        conditions: null,
        reason: null,
        targeted: true,
        ...more,
      },
      { unitId: '农业中心', id },
    )
  const judged = (hiringPlan: readonly ReturnType<typeof plan>[], here = 2) =>
    found('R002-03', { people: crowd(here, '甲', '农业中心', 'institution'), records: { hiringPlan } })

  test.each([
    ['one', [plan(1)]],
    ['two, as many as are vacant', [plan(2)]],
    ['one and one', [plan(1, {}, 'a'), plan(1, {}, 'b')]],
    ['none planned', []],
    ['plans of another year', [plan(9, { year: 2025 }, 'a'), plan(9, { year: 2027 }, 'b')]],
    ['plans that are not 定向招录', [plan(9, { targeted: false })]],
  ])('silent: %s', (_what, plans) => {
    expect(judged(plans)).toEqual([])
  })

  test('three are one too many, none in the plan is one too few', () => {
    expect(judged([plan(2, {}, 'a'), plan(1, {}, 'b')], 1)).toEqual([
      {
        rule: 'R002-03',
        severity: 'error',
        effect: 'none',
        unitId: null,
        personId: null,
        text: '2026 年计划定向招录涉农专业技术人员 3 名，每个乡镇 1-2 名，多 1 名。',
        remedy: '按规定人数修改用编计划。',
        facts: { 计划: 3, 最少: 1, 最多: 2 },
      },
    ])
    expect(judged([plan(0)]).map((finding) => finding.text)).toEqual([
      '2026 年计划定向招录涉农专业技术人员 0 名，每个乡镇 1-2 名，少 1 名。',
    ])
  })

  test('two planned, one vacant; vacant 行政编制 does not help', () => {
    expect(judged([plan(2)], 3)).toEqual([
      {
        rule: 'R002-03',
        severity: 'error',
        effect: 'none',
        unitId: null,
        personId: null,
        text: '2026 年计划定向招录涉农专业技术人员 2 名，全乡镇事业编制空编 1 名，无空编 1 名；定向招录利用空编。',
        remedy: '按空编数减少计划，或先腾出编制。',
        facts: { 计划: 2, 空编: 1 },
      },
    ])
  })

  test('right exactly when 1 ≤ planned ≤ 2 and planned ≤ vacant', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }), (planned, here) => {
        expect(judged([plan(planned)], here)).toHaveLength(
          Number(planned < 1 || planned > 2) + Number(planned > 4 - here),
        )
      }),
    )
  })
})

describe('R002-04 边远乡镇定向招录', () => {
  const file = (householdPlace: string | null, originPlace: string | null, personId = '甲') =>
    recordOf('personFile', { ...emptyContent('personFile'), householdPlace, originPlace }, { personId })
  const recruit = (name: string, entryRoute: string | null = '定向招录') =>
    seated(name, '农业中心', 'institution', { entryRoute })
  const judged = (
    files: readonly ReturnType<typeof file>[],
    people: readonly PersonSpec[] = [recruit('甲')],
    name = '白土岗乡',
  ) => {
    const snapshot = buildSnapshot(base({ people, records: { personFile: files } }))
    return findingsOf(runSnapshot({ ...snapshot, book: { ...snapshot.book, name } }), 'R002-04')
  }

  test('neither 户籍 nor 生源地', () => {
    expect(judged([file('银川市兴庆区', '吴忠市利通区')])).toEqual([
      {
        rule: 'R002-04',
        severity: 'error',
        effect: 'none',
        unitId: '农业中心',
        personId: '甲',
        text: '甲由定向招录进入，户籍和生源地都不在灵武，不符合定向条件。',
        remedy: '核对招录时的户籍和生源地，更正档案补充或报组织人社部门处理。',
        facts: {},
      },
    ])
  })

  test.each([
    ['户籍 alone', file('灵武市东塔镇', '吴忠市')],
    ['生源地 alone', file('银川市', '宁夏灵武')],
    ['户籍, the other not on record', file('灵武市', null)],
  ])('silent: %s', (_what, own) => {
    expect(judged([own])).toEqual([])
  })

  test('not on record: one information for all of them', () => {
    expect(
      judged([file('银川市', null)], [recruit('甲'), recruit('乙'), recruit('丙', '公开招聘'), recruit('丁', null)]),
    ).toEqual([
      {
        rule: 'R002-04',
        severity: 'info',
        effect: 'none',
        unitId: null,
        personId: null,
        text: '定向招录的 2 人没有登记齐户籍地和生源地：甲、乙，是否符合定向条件没有核查。',
        remedy: '在“资料”的档案补充里登记。',
        facts: { 人数: 2 },
      },
    ])
    expect(judged([file(null, '吴忠市')])).toHaveLength(1)
  })

  test('only the listed townships, with or without the city before them', () => {
    const elsewhere = [file('银川市', '吴忠市')]
    expect(judged(elsewhere, [recruit('甲')], '灵武市马家滩镇')).toHaveLength(1)
    expect(judged(elsewhere, [recruit('甲')], '郝家桥镇')).toEqual([])
  })

  test('other ways in, and people who are not counted, are not meant', () => {
    expect(judged([file('银川市', '吴忠市')], [recruit('甲', '公开招聘')])).toEqual([])
    expect(
      judged(
        [file('银川市', '吴忠市')],
        [{ name: '甲', holdings: [{ unit: '农业中心', kind: 'secondedIn', entryRoute: '定向招录' }] }],
      ),
    ).toEqual([])
  })

  test('flagged exactly when neither is local', () => {
    fc.assert(
      fc.property(fc.constantFrom('灵武市', '银川市'), fc.constantFrom('灵武', '吴忠'), (household, origin) => {
        expect(judged([file(household, origin)])).toHaveLength(household === '银川市' && origin === '吴忠' ? 1 : 0)
      }),
    )
  })
})

describe('R002-05 专编专用', () => {
  const lent = (name: string, counterpart: string | null, remark: string | null = null): PersonSpec => ({
    name,
    holdings: [seat('党政办公室'), { kind: 'secondedOut', counterpart, remark }],
  })

  test('lent to a county bureau', () => {
    expect(found('R002-05', { people: [lent('甲', '市农牧局'), seated('乙', '党政办公室')] })).toEqual([
      {
        rule: 'R002-05',
        severity: 'error',
        effect: 'none',
        unitId: '党政办公室',
        personId: '甲',
        text: '甲占党政办公室 干事的编制，借出到市农牧局；乡镇编制专编专用。',
        remedy: '催促返回后登记返回；确需长期在外的，办理调动和出编。',
        facts: { 借往: '市农牧局' },
      },
    ])
    expect(found('R002-05', { people: [lent('甲', null)] }).map((finding) => finding.facts)).toEqual([
      { 借往: '（单位未登记）' },
    ])
  })

  test('挂职 outside, and somebody who sits on nothing here, are not meant', () => {
    expect(
      found('R002-05', {
        people: [
          lent('甲', '市农牧局', '挂职'),
          { name: '乙', holdings: [{ kind: 'secondedOut', counterpart: '市农牧局' }] },
        ],
      }),
    ).toEqual([])
  })

  test('they stay on the list', () => {
    expect(run(base({ people: [lent('甲', '市农牧局')] })).roster[0]?.list).toBe('in-quota')
  })

  test('every one of them', () => {
    fc.assert(
      fc.property(fc.subarray(['甲', '乙', '丙']), (out) => {
        const people = ['甲', '乙', '丙'].map((name) =>
          out.includes(name) ? lent(name, '市局') : seated(name, '党政办公室'),
        )
        expect(found('R002-05', { people }).map((finding) => finding.personId)).toEqual(out)
      }),
    )
  })
})

describe('R002-06 及时补充', () => {
  const change = (type: string, on: string, more: Partial<LedgerChange> = {}): LedgerChange => ({
    id: `${type}${on}`,
    type,
    on,
    recordedOn: on,
    personId: null,
    unitId: '党政办公室',
    otherUnitId: null,
    category: 'administrative',
    cause: null,
    documentNumber: null,
    correction: false,
    ...more,
  })
  const judged = (changes: readonly LedgerChange[], more: Partial<SnapshotSpec> = {}) =>
    found('R002-06', {
      people: [...crowd(2, '甲', '党政办公室'), ...crowd(4, '乙', '农业中心', 'institution')],
      changes,
      ...more,
    })

  test('vacant since the last exit', () => {
    expect(judged([change('exit', '2026-01-01'), change('exit', '2026-11-02')])).toEqual([
      {
        rule: 'R002-06',
        severity: 'info',
        effect: 'none',
        unitId: '党政办公室',
        personId: null,
        text: '党政办公室 行政编制空编 1 名（核定 3 名，实有 2 名，已核准未到位 0 名），最近一次减员或增编在2026年11月2日，已空缺 20 天。',
        remedy: '列入用编计划，及时申请补充。',
        facts: { 空编: 1, 空缺天数: 20 },
      },
    ])
  })

  test('the ledger does not remember', () => {
    expect(judged([])).toEqual([
      expect.objectContaining({
        text: '党政办公室 行政编制空编 1 名（核定 3 名，实有 2 名，已核准未到位 0 名），近两年台账里没有减员或增编，空缺起始日没有登记。',
        facts: { 空编: 1 },
      }),
    ])
  })

  test.each([
    ['an increase', change('quota.increase', '2026-11-02'), 20],
    ['a new unit', change('unit.establish', '2026-11-02', { category: null }), 20],
    ['somebody moved away', change('move', '2026-11-02', { unitId: '农业中心', otherUnitId: '党政办公室' }), 20],
    [
      'several moved away',
      change('batch.transfer', '2026-11-02', { unitId: '农业中心', otherUnitId: '党政办公室' }),
      20,
    ],
    ['编制 moved here', change('quota.transfer', '2026-11-02', { unitId: '农业中心', otherUnitId: '党政办公室' }), 20],
    ['an exit of another unit', change('exit', '2026-11-02', { unitId: '农业中心' }), undefined],
    ['an exit of another category', change('exit', '2026-11-02', { category: 'worker' }), undefined],
    ['somebody moved here', change('move', '2026-11-02', { unitId: '党政办公室', otherUnitId: '农业中心' }), undefined],
    ['an entry', change('entry', '2026-11-02'), undefined],
  ])('%s', (_what, own, days) => {
    expect(judged([own]).map((finding) => finding.facts['空缺天数'])).toEqual([days])
  })

  test('full units are silent', () => {
    expect(
      judged([], { people: [...crowd(3, '甲', '党政办公室'), ...crowd(5, '乙', '农业中心', 'institution')] }),
    ).toEqual([])
  })

  test('the seats that are free', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), (here) => {
        expect(
          found('R002-06', {
            people: [...crowd(3, '甲', '党政办公室'), ...crowd(here, '乙', '农业中心', 'institution')],
          }).map((finding) => finding.facts),
        ).toEqual(here < 4 ? [{ 空编: 4 - here }] : [])
      }),
    )
  })
})

describe('R002-09 增设依据', () => {
  const change = (type: string, more: Partial<LedgerChange> = {}): LedgerChange => ({
    id: type,
    type,
    on: '2026-03-01',
    recordedOn: '2026-03-01',
    personId: null,
    unitId: '农业中心',
    otherUnitId: null,
    category: null,
    cause: null,
    documentNumber: '文1',
    correction: false,
    ...more,
  })
  const by = (number: string, issuingBody: string | null) => ({
    id: number,
    number,
    title: null,
    issuingBody,
    issuedOn: null,
    recordedOn: '2026-03-01',
  })
  const judged = (own: LedgerChange, issuingBody: string | null, number = '文1') =>
    found('R002-09', { changes: [own], documents: [by(number, issuingBody)] })

  test('a station on a letter of the department above', () => {
    expect(judged(change('unit.establish'), '市农牧局')).toEqual([
      {
        rule: 'R002-09',
        severity: 'error',
        effect: 'none',
        unitId: '农业中心',
        personId: null,
        text: '2026年3月1日农业中心设立，依据 文1 由市农牧局发文，不是机构编制文件；上级业务部门不得要求增加站所设置。',
        remedy: '补登机构编制部门的批文；没有批文的，报编办处理。',
        facts: { 生效日: '2026-03-01', 文号: '文1' },
      },
    ])
  })

  test('a plate without any document', () => {
    expect(judged(change('nameplate.hang', { documentNumber: null }), '市编办')).toEqual([
      expect.objectContaining({
        text: '2026年3月1日农业中心加挂牌子，没有登记依据文件；上级业务部门不得要求增加站所设置。',
        facts: { 生效日: '2026-03-01', 文号: '未登记' },
      }),
    ])
  })

  test.each([
    ['of 编办', '市编办'],
    ['of the government itself', '市人民政府'],
    ['of nobody the book knows', null],
  ])('silent: a document %s', (_what, issuingBody) => {
    expect(judged(change('unit.establish'), issuingBody)).toEqual([])
  })

  test('silent: a document the book does not hold, another event, a unit that is gone, no unit', () => {
    expect(judged(change('unit.establish'), '市农牧局', '文2')).toEqual([])
    expect(judged(change('quota.increase'), '市农牧局')).toEqual([])
    expect(judged(change('unit.establish', { unitId: '旧站' }), '市农牧局')).toEqual([])
    expect(judged(change('unit.establish', { unitId: null }), '市农牧局')).toEqual([])
  })

  test('any department is none, whatever its name', () => {
    fc.assert(
      fc.property(fc.constantFrom('农牧局', '民政局', '住建局', '宣传部', '民政厅', '市政府办公厅'), (name) => {
        expect(judged(change('unit.establish'), name)).toHaveLength(1)
      }),
    )
  })
})

const task = (more: Partial<WorkTask>, validFrom = '2018-05-01') =>
  recordOf(
    'workTask',
    {
      code: '(一)',
      title: '推进乡镇行政执法改革',
      taskKind: 'task',
      leadUnit: '乡镇党委、政府',
      responsibleUnit: null,
      supportingUnits: null,
      ours: null,
      dueOn: null,
      dueText: '长期',
      windowFrom: null,
      windowTo: null,
      doneOn: null,
      approvalNumber: null,
      ...more,
    },
    { validFrom, id: `${more.code ?? ''}${more.title ?? ''}` },
  )

describe('R002-11 一票否决', () => {
  const judged = (...tasks: readonly ReturnType<typeof task>[]) => found('R002-11', { records: { workTask: tasks } })

  test('without an approval', () => {
    expect(judged(task({ taskKind: 'veto', code: '否1', title: '安全生产' }))).toEqual([
      {
        rule: 'R002-11',
        severity: 'error',
        effect: 'none',
        unitId: null,
        personId: null,
        text: '“一票否决”事项“安全生产”没有登记自治区的批准文号。',
        remedy: '补登批准文号；没有批准的，向设置部门提出取消。',
        facts: { 编号: '否1' },
      },
    ])
  })

  test('with one, and tasks that are none: silent', () => {
    expect(judged(task({ taskKind: 'veto', approvalNumber: '宁党办〔2018〕1号' }), task({}))).toEqual([])
    expect(judged()).toEqual([])
  })

  test('exactly those without', () => {
    fc.assert(
      fc.property(fc.subarray(['甲', '乙', '丙']), (approved) => {
        expect(
          judged(
            ...['甲', '乙', '丙'].map((code) =>
              task({ taskKind: 'veto', code, approvalNumber: approved.includes(code) ? '宁' : null }),
            ),
          ).map((finding) => finding.facts['编号']),
        ).toEqual(['甲', '乙', '丙'].filter((code) => !approved.includes(code)))
      }),
    )
  })
})

describe('R002-12 在岗在位', () => {
  const away = (kind: Absence['kind'], documentNumber: string | null = null, personId = '甲'): Absence => ({
    id: personId,
    personId,
    kind,
    documentNumber,
    dueOn: null,
    validFrom: '2026-09-01',
    validTo: null,
  })

  test.each([
    ['sickLeave', '病休'],
    ['study', '离岗学习'],
    ['offPost', '离岗'],
    ['suspended', '停职'],
  ] as const)('%s without a paper', (kind, word) => {
    expect(found('R002-12', { people: [seated('甲', '党政办公室')], absences: [away(kind)] })).toEqual([
      {
        rule: 'R002-12',
        severity: 'warning',
        effect: 'none',
        unitId: '党政办公室',
        personId: '甲',
        text: `甲自2026年9月1日起${word}，没有登记批准文号。`,
        remedy: '补登批准文号；没有批准的，通知返岗。',
        facts: { 起: '2026-09-01' },
      },
    ])
  })

  test('with a paper, of somebody gone, of somebody not counted: silent', () => {
    expect(
      found('R002-12', { people: [seated('甲', '党政办公室')], absences: [away('study', '灵组字〔2026〕1号')] }),
    ).toEqual([])
    expect(
      found('R002-12', {
        people: [{ name: '乙', holdings: [{ unit: '党政办公室', kind: 'secondedIn' }] }],
        absences: [away('study'), away('study', null, '乙')],
      }),
    ).toEqual([])
  })

  test('exactly those without', () => {
    fc.assert(
      fc.property(fc.subarray(['甲1', '甲2', '甲3']), (approved) => {
        const absences = ['甲1', '甲2', '甲3'].map((name) => away('study', approved.includes(name) ? '灵' : null, name))
        expect(
          found('R002-12', { people: crowd(3, '甲', '党政办公室'), absences }).map((finding) => finding.personId),
        ).toEqual(['甲1', '甲2', '甲3'].filter((name) => !approved.includes(name)))
      }),
    )
  })
})

describe('R002-13 报备和汇总', () => {
  const judged = (more: Partial<WorkTask>, asOf: string, validFrom?: string) =>
    found('R002-13', {
      asOf,
      records: { workTask: [task({ taskKind: 'report', title: '推进方案', dueText: null, ...more }, validFrom)] },
    })

  test('a plan that came a day late', () => {
    expect(judged({ dueOn: '2018-05-10', doneOn: '2018-05-11' }, '2026-11-22')).toEqual([
      {
        rule: 'R002-13',
        severity: 'error',
        effect: 'none',
        unitId: null,
        personId: null,
        text: '“推进方案”应在2018年5月10日前完成，登记2018年5月11日完成，逾期。',
        remedy: '核对完成日期。',
        facts: { 期限: '2018-05-10', 完成: '2018-05-11' },
      },
    ])
    expect(judged({ dueOn: '2018-05-10', doneOn: '2018-05-10' }, '2026-11-22')).toEqual([])
    expect(judged({ dueOn: '2018-05-10', doneOn: '2016-05-10' }, '2026-11-22')).toEqual([])
  })

  test('not done: silent on the day itself, late on the day after', () => {
    expect(judged({ dueOn: '2018-05-10' }, '2018-05-10')).toEqual([])
    expect(judged({ dueOn: '2018-05-10' }, '2018-05-11')).toEqual([
      expect.objectContaining({
        text: '“推进方案”应在2018年5月10日前完成，还没有登记完成，已逾期。',
        remedy: '报送后登记完成日期。',
        facts: { 期限: '2018-05-10', 完成: '未完成' },
      }),
    ])
  })

  test.each([
    ['the day before the month is over', { dueText: '每年6月底前', doneOn: '2025-06-20' }, '2026-06-30', null],
    ['the day after it', { dueText: '每年6月底前', doneOn: '2025-06-20' }, '2026-07-01', '2026-06-30'],
    ['done in time', { dueText: '每年6月底前', doneOn: '2026-06-30' }, '2026-07-01', null],
    ['done a day late', { dueText: '每年6月底前', doneOn: '2026-07-01' }, '2026-07-02', '2026-06-30'],
    [
      'the late one of last year is not this year’s',
      { dueText: '每年6月底前', doneOn: '2025-07-05' },
      '2026-07-01',
      '2026-06-30',
    ],
    ['December, seen the year after', { dueText: '每年12月底前', doneOn: '2025-12-31' }, '2026-11-22', null],
    ['December, missed', { dueText: '每年12月底前' }, '2026-11-22', '2025-12-31'],
    ['on the last of December', { dueText: '每年12月底前', doneOn: '2025-12-31' }, '2026-12-31', null],
    ['February of a leap year', { dueText: '每年2月底前' }, '2024-03-01', '2024-02-29'],
    ['words that name no day', { dueText: '适时' }, '2026-11-22', null],
    ['no words at all', {}, '2026-11-22', null],
  ] as const)('%s', (_what, more, asOf, due) => {
    expect(judged(more, asOf).map((finding) => finding.facts['期限'])).toEqual(due === null ? [] : [due])
  })

  test('a report of every year is not late before its first day', () => {
    expect(judged({ dueText: '每年6月底前' }, '2026-11-22', '2026-07-01')).toEqual([])
    expect(judged({ dueText: '每年6月底前' }, '2026-11-22', '2026-06-30')).toHaveLength(1)
  })

  test('other tasks, and no reports at all: silent', () => {
    expect(judged({ taskKind: 'task', dueOn: '2018-05-10' }, '2026-11-22')).toEqual([])
    expect(found('R002-13', {})).toEqual([])
  })

  test('any day up to the due day is in time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 31 }), (day) => {
        expect(
          judged({ dueOn: '2018-05-10', doneOn: `2018-05-${String(day).padStart(2, '0')}` }, '2018-06-01'),
        ).toHaveLength(day <= 10 ? 0 : 1)
      }),
    )
  })
})

describe('R002-14 任务要素', () => {
  const judged = (tasks: readonly ReturnType<typeof task>[], asOf = '2026-11-22') =>
    found('R002-14', { asOf, records: { workTask: tasks } })

  test("the document's own 27 tasks and 3 reports make no error, and nobody is accused of another body's delay", () => {
    const own = (packById('seed-002')?.tasks ?? []).map((told) => task(workTaskOf(told, '崇兴镇')))
    expect(judged(own).map(({ severity, text, facts }) => [severity, text, facts])).toEqual([
      ['info', '任务(十一)2“落实领导干部接访下访制度”没有完成时限。', { 编号: '(十一)2', 缺: '完成时限' }],
    ])
    expect(found('R002-13', { records: { workTask: own } })).toEqual([])
    expect(judged([task({ leadUnit: '编办', dueOn: '2018-12-31' })])).toEqual([])
  })

  test('both missing; a day instead of words will do', () => {
    expect(judged([task({ leadUnit: null, dueText: null })])).toEqual([
      {
        rule: 'R002-14',
        severity: 'warning',
        effect: 'none',
        unitId: null,
        personId: null,
        text: '任务(一)“推进乡镇行政执法改革”没有牵头单位、完成时限。',
        remedy: '向主管部门问清牵头单位、完成时限后补登。',
        facts: { 编号: '(一)', 缺: '牵头单位、完成时限' },
      },
    ])
    expect(judged([task({ dueText: null, dueOn: '2027-01-01' })])).toEqual([])
  })

  test('on its day silent, on the day after late, done silent', () => {
    const due = { dueOn: '2018-12-31', dueText: '2018年' }
    expect(judged([task(due)], '2018-12-31')).toEqual([])
    expect(judged([task(due)], '2019-01-01')).toEqual([
      expect.objectContaining({
        text: '1 项任务过了完成时限还没有登记完成：(一)推进乡镇行政执法改革。',
        remedy: '已完成的，登记完成日期；没有完成的，催办。',
        facts: { 逾期任务: 1 },
      }),
    ])
    expect(judged([task({ ...due, doneOn: '2019-05-01' })])).toEqual([])
  })

  test('five are named, a sixth is 等', () => {
    const late = (count: number) =>
      judged(Array.from({ length: count }, (_, turn) => task({ code: `${turn}`, title: '', dueOn: '2018-12-31' }))).map(
        (finding) => finding.text,
      )
    expect(late(5)).toEqual(['5 项任务过了完成时限还没有登记完成：0、1、2、3、4。'])
    expect(late(6)).toEqual(['6 项任务过了完成时限还没有登记完成：0、1、2、3、4等。'])
  })

  test('a book that has not taken them in says so once; other kinds are no tasks', () => {
    const nothing = [
      {
        rule: 'R002-14',
        severity: 'info',
        effect: 'none',
        unitId: null,
        personId: null,
        text: '没有登记方案的任务，牵头单位和完成时限没有核查。',
        remedy: '在“资料”的任务与阶段里登记方案的 27 项任务。',
        facts: {},
      },
    ]
    expect(judged([])).toEqual(nothing)
    expect(judged([task({ taskKind: 'stage', leadUnit: null })])).toEqual(nothing)
  })

  test('exactly the incomplete ones', () => {
    fc.assert(
      fc.property(fc.subarray(['甲', '乙', '丙']), (led) => {
        expect(
          judged(['甲', '乙', '丙'].map((code) => task({ code, leadUnit: led.includes(code) ? '编办' : null }))).map(
            (finding) => finding.facts['编号'],
          ),
        ).toEqual(['甲', '乙', '丙'].filter((code) => !led.includes(code)))
      }),
    )
  })
})
