import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { workingDaysAfter } from '../../../electron/domain/calendar/working-days.ts'
import type { LedgerChange } from '../../../electron/domain/model/book-snapshot.ts'
import { addDays, addMonthsToDay, addYears } from '../../../electron/domain/model/plain-date.ts'
import type { EvidenceKind, RecordFacts } from '../../../electron/domain/model/records.ts'
import { secondmentFormRule } from '../../../electron/domain/rules/national/h2-secondment-form.ts'
import { secondmentTermRule } from '../../../electron/domain/rules/national/h1-secondment-term.ts'
import { flagsWith } from '../../kit/rule-flags.ts'
import {
  findingsOf,
  recordOf,
  run,
  seat,
  seated,
  type HoldingSpec,
  type PersonSpec,
  type SnapshotSpec,
} from '../../kit/snapshot.ts'

const OFFICE = { name: '党政办', quotas: { administrative: 4 } }
const STATION = { name: '农技站', kind: 'institution' as const, quotas: { institution: 1 } }
const texts = (spec: SnapshotSpec, rule: string) => findingsOf(run(spec), rule).map((finding) => finding.text)
const severities = (spec: SnapshotSpec, rule: string) => findingsOf(run(spec), rule).map((finding) => finding.severity)
const lent = (more: HoldingSpec = {}): PersonSpec => ({
  name: '甲',
  holdings: [seat('党政办'), { kind: 'secondedOut', counterpart: '县局', validFrom: '2026-01-01', ...more }],
})
const guest = (more: HoldingSpec = {}, facts: Partial<PersonSpec> = {}): PersonSpec => ({
  name: '乙',
  holdings: [{ unit: '党政办', kind: 'secondedIn', counterpart: '县府办', validFrom: '2026-01-01', ...more }],
  ...facts,
})
const out = (asOf: string, more: HoldingSpec = {}, rest: Partial<SnapshotSpec> = {}): SnapshotSpec => ({
  asOf,
  units: [OFFICE],
  people: [lent(more)],
  ...rest,
})
const evidence = (kind: EvidenceKind, facts: Partial<RecordFacts> = {}) =>
  recordOf('evidence', { evidence: kind, note: null }, { personId: '甲', validFrom: '2025-12-01', ...facts })
const change = (type: string, on: string, more: Partial<LedgerChange> = {}): LedgerChange => ({
  id: `${type}${on}`,
  type,
  on,
  recordedOn: on,
  personId: '甲',
  unitId: '党政办',
  otherUnitId: null,
  category: null,
  cause: null,
  documentNumber: null,
  correction: false,
  ...more,
})

describe('H1 期限', () => {
  test('on the planned last day nothing is overdue, the day after it is', () => {
    expect(severities(out('2026-06-30', { dueOn: '2026-06-30' }), 'H1')).toEqual(['info'])
    expect(findingsOf(run(out('2026-07-01', { dueOn: '2026-06-30' })), 'H1')).toEqual([
      {
        rule: 'H1',
        severity: 'error',
        effect: 'none',
        unitId: '党政办',
        personId: '甲',
        text: '甲借出到县局，约定2026年6月30日期满，逾期未返回，也没有续批。',
        remedy: '登记返回，或凭批准文件登记续延。',
        facts: { 起: '2026-01-01', 约定期满: '2026-06-30' },
      },
    ])
  })

  test('without a planned end: six months', () => {
    expect(texts(out('2026-07-01'), 'H1')).toEqual([])
    expect(findingsOf(run(out('2026-07-02')), 'H1')).toEqual([
      {
        rule: 'H1',
        severity: 'error',
        effect: 'none',
        unitId: '党政办',
        personId: '甲',
        text: '甲借出到县局，自2026年1月1日起已超过 6 个月，没有登记期限和续批。',
        remedy: '补登期限和批准文号；已返回的登记返回。',
        facts: { 起: '2026-01-01', 约定期满: '未登记' },
      },
    ])
    expect(texts(out('2026-07-02', { enteredOn: '2026-02' }), 'H1')).toEqual([])
  })

  test('renewed past a year: a warning, for 借用 only, and not where the superior has approved', () => {
    expect(texts(out('2027-01-01', { dueOn: '2027-06-30' }), 'H1')).toEqual([])
    expect(findingsOf(run(out('2027-01-02', { dueOn: '2027-06-30' })), 'H1')).toEqual([
      {
        rule: 'H1',
        severity: 'warning',
        effect: 'none',
        unitId: '党政办',
        personId: '甲',
        text: '甲借出到县局，自2026年1月1日起累计已超过 12 个月；只有承担省级以上重大专项工作、经上级组织人事部门批准的才可以超过。',
        remedy: '确属重大专项的，登记上级批准文件；其余的，登记返回。',
        facts: { 起: '2026-01-01', 约定期满: '2027-06-30' },
      },
    ])
    expect(texts(out('2027-01-02', { dueOn: '2027-12-31', remark: '挂职' }), 'H1')).toEqual([])
    const approved = (kind: EvidenceKind, facts: Partial<RecordFacts> = {}) =>
      texts(out('2027-01-02', { dueOn: '2027-06-30' }, { records: { evidence: [evidence(kind, facts)] } }), 'H1').length
    expect([
      approved('superiorApproval'),
      approved('secondmentApproval'),
      approved('other'),
      approved('superiorApproval', { personId: '丙' }),
    ]).toEqual([0, 1, 1, 1])
  })

  test('guests too, with where they came from; 挂职 past its end as well', () => {
    const attached = {
      name: '乙',
      holdings: [
        {
          unit: '党政办',
          kind: 'attached' as const,
          counterpart: '县府办',
          validFrom: '2025-01-01',
          dueOn: '2026-01-01',
        },
      ],
    }
    expect(texts({ units: [OFFICE], people: [attached] }, 'H1')).toEqual([
      '乙从县府办挂职到党政办，约定2026年1月1日期满，逾期未返回，也没有续批。',
    ])
    expect(texts({ units: [OFFICE], people: [guest({ counterpart: null, dueOn: '2026-01-31' })] }, 'H1')).toEqual([
      '乙从（单位未登记）借入到党政办，约定2026年1月31日期满，逾期未返回，也没有续批。',
    ])
    expect(
      texts({ units: [OFFICE], people: [seated('甲', '党政办', 'administrative', { dueOn: '2026-01-01' })] }, 'H1'),
    ).toEqual([])
    expect(texts({ units: [], people: [guest({ unit: '旧站', dueOn: '2026-01-31' })] }, 'H1')[0]).toContain(
      '借入到本乡镇',
    )
  })

  test('too late to ask for a renewal: ten working days before the end; 30 June 2026 ends on a Tuesday, 19 June is a holiday', () => {
    expect(texts(out('2026-06-15', { dueOn: '2026-06-30' }), 'H1')).toEqual([])
    expect(findingsOf(run(out('2026-06-16', { dueOn: '2026-06-30' })), 'H1')).toEqual([
      {
        rule: 'H1',
        severity: 'info',
        effect: 'none',
        unitId: '党政办',
        personId: '甲',
        text: '甲借出到县局，约定2026年6月30日期满，已不足 10 个工作日，续借应在此之前报批。',
        remedy: '已报批的登记续延；没有报批的，按期返回。',
        facts: { 起: '2026-01-01', 约定期满: '2026-06-30' },
      },
    ])
    expect(texts(out('2026-06-30', { dueOn: '2026-06-30', remark: '挂职' }), 'H1')).toEqual([])
    expect(texts(out('2026-06-30'), 'H1')).toEqual([])
  })

  test('a locality may have other terms', () => {
    expect(flagsWith(secondmentTermRule, out('2026-07-02'), { secondmentMonths: 7 })).toEqual([])
    expect(
      flagsWith(secondmentTermRule, out('2027-01-02', { dueOn: '2027-06-30' }), { secondmentTotalMonths: 13 }),
    ).toEqual([])
    expect(
      flagsWith(secondmentTermRule, out('2026-06-16', { dueOn: '2026-06-30' }), { renewalWorkingDays: 9 }),
    ).toEqual([])
  })

  test('of any end: overdue from the day after, reminded of in the last ten working days', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20, max: 40 }), (days) => {
        const dueOn = addDays('2026-06-01', days)
        const expected = dueOn < '2026-06-01' ? ['error'] : workingDaysAfter('2026-06-01', 10) > dueOn ? ['info'] : []
        expect(severities(out('2026-06-01', { dueOn }), 'H1')).toEqual(expected)
      }),
    )
  })
})

describe('H1 重复借用', () => {
  const again = (changes: readonly LedgerChange[], more: HoldingSpec = {}) =>
    findingsOf(run(out('2026-03-01', more, { changes })), 'H1')
  const before = [change('secondment.out', '2025-01-01'), change('term.end', '2025-06-30')]

  test('a second time within two years of the end of the first', () => {
    expect(again(before)).toEqual([
      {
        rule: 'H1',
        severity: 'warning',
        effect: 'none',
        unitId: '党政办',
        personId: '甲',
        text: '甲借出到县局，2026年1月1日起借用，上一次借用2025年6月30日才结束，2 年内重复借用。',
        remedy: '核对是否经上级批准；没有批准的，返回原单位。',
        facts: { 起: '2026-01-01', 上次结束: '2025-06-30' },
      },
    ])
    expect(again([change('secondment.in', '2025-01-01'), change('term.end', '2025-06-30')])).toHaveLength(1)
  })

  test('two years to the day are within, a day more is not', () => {
    const ended = (on: string) => again([change('secondment.out', '2023-05-01'), change('term.end', on)])
    expect(ended('2024-01-01')).toHaveLength(1)
    expect(ended('2023-12-31')).toEqual([])
  })

  test('挂职 is no 借用, neither before nor now; an end without a known begin is not known to be one; nor is somebody else’s', () => {
    expect(again([change('attachment.out', '2025-01-01'), change('term.end', '2025-06-30')])).toEqual([])
    expect(
      again([
        change('secondment.out', '2025-01-01'),
        change('attachment.in', '2025-02-01'),
        change('term.end', '2025-06-30'),
      ]),
    ).toEqual([])
    expect(again(before, { remark: '挂职' })).toEqual([])
    expect(again([change('term.end', '2025-06-30')])).toEqual([])
    expect(again([change('secondment.out', '2025-01-01'), change('term.renew', '2025-06-30')])).toEqual([])
    expect(again(before.map((own) => ({ ...own, personId: '丙' })))).toEqual([])
  })

  test('the running term is not its own repetition, and of several the last before it counts', () => {
    const running = [...before, change('secondment.out', '2026-01-01')]
    expect(again(running).map((finding) => finding.facts['上次结束'])).toEqual(['2025-06-30'])
    const twice = [
      ...before,
      change('secondment.out', '2025-08-01'),
      change('term.end', '2025-10-01'),
      change('secondment.out', '2026-01-01'),
      change('term.end', '2026-02-01'),
    ]
    expect(again(twice).map((finding) => finding.facts['上次结束'])).toEqual(['2025-10-01'])
    expect(again([change('secondment.out', '2025-01-01'), change('term.end', '2026-01-01')])).toHaveLength(1)
  })

  test('of any end and locality: within its years', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1200 }), fc.integer({ min: 1, max: 3 }), (days, years) => {
        const end = addDays('2026-01-01', -days)
        const flags = flagsWith(
          secondmentTermRule,
          out('2026-03-01', {}, { changes: [change('secondment.out', '2020-01-01'), change('term.end', end)] }),
          { secondmentRepeatYears: years },
        )
        expect(flags).toHaveLength(addYears(end, years) >= '2026-01-01' ? 1 : 0)
      }),
    )
  })
})

describe('H2 审批表、年龄, where a locality asks for them', () => {
  const asked = (spec: SnapshotSpec) =>
    flagsWith(secondmentFormRule, spec, { secondmentFormMonths: 3, secondmentMaximumAge: 35 })
  const young = (more: HoldingSpec = {}, birth: string | null = '1995-05') =>
    out('2026-04-02', more, { people: [{ ...lent(more), birth }] })

  test('nobody has asked: silent', () => {
    expect(texts(out('2026-06-01'), 'H2')).toEqual([])
  })

  test('three months are not more than three; a day longer needs the form', () => {
    expect(asked({ ...young(), asOf: '2026-04-01' })).toEqual([])
    expect(asked(young())).toEqual([
      {
        unitId: '党政办',
        personId: '甲',
        text: '甲自2026年1月1日起借用，超过 3 个月，没有借调审批表。',
        remedy: '补报借调审批表并登记凭证；没有批准的，返回原单位。',
        facts: { 起: '2026-01-01', 至: '2026-04-02', 期限月数: 3 },
      },
    ])
    expect(asked({ ...young({ dueOn: '2026-06-30' }), asOf: '2026-01-01' })).toHaveLength(1)
    expect(asked(young({ dueOn: '2026-04-01' }))).toEqual([])
  })

  test('filed a month ahead: that day is in time, the next is not', () => {
    const filed = (validFrom: string) =>
      asked({
        ...young(),
        records: {
          evidence: [evidence('secondmentApproval', { validFrom }), evidence('other', { validFrom: '2025-01-01' })],
        },
      })
    expect(filed('2025-12-01')).toEqual([])
    expect(filed('2025-12-02')).toEqual([
      {
        unitId: '党政办',
        personId: '甲',
        text: '甲自2026年1月1日起借用，借调审批表应在2025年12月1日前填报（提前 1 个月），2025年12月2日才填报。',
        remedy: '以后提前 1 个月填报借调审批表。',
        facts: { 起: '2026-01-01', 至: '2026-04-02', 期限月数: 3, 填报日: '2025-12-02' },
      },
    ])
    expect(asked({ ...young(), records: { evidence: [evidence('other')] } })).toHaveLength(1)
  })

  test('35 may go, 36 not; an unknown birth is not held against anybody', () => {
    const born = (birth: string | null) => asked({ ...young({ dueOn: '2026-02-01' }, birth), asOf: '2026-01-15' })
    expect(born('1990-01-02')).toEqual([])
    expect(born('1990-01-01')).toEqual([
      {
        unitId: '党政办',
        personId: '甲',
        text: '甲1990年1月1日出生，2026年1月1日起借用时已超过 35 周岁。',
        remedy: '改派符合年龄的人员，或报上级批准。',
        facts: { 出生: '1990-01-01', 起: '2026-01-01', 年龄上限: 35 },
      },
    ])
    expect(born(null)).toEqual([])
  })

  test('挂职 and other posts are not meant; guests are; a month of 入 stands for its first day', () => {
    expect(asked(young({ remark: '挂职' }))).toEqual([])
    expect(
      asked({
        units: [OFFICE],
        people: [seated('甲', '党政办'), { ...guest({ kind: 'attached' }), birth: '1960-01' }],
      }),
    ).toEqual([])
    expect(asked({ units: [OFFICE], people: [guest({}, { birth: '1995-05' })] })).toHaveLength(1)
    expect(asked({ ...young({ enteredOn: '2026-01' }), asOf: '2026-04-01' })).toEqual([])
  })

  test('of any length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), (days) => {
        const dueOn = addDays('2026-01-01', days)
        expect(asked(young({ dueOn }))).toHaveLength(dueOn > addMonthsToDay('2026-01-01', 3) ? 1 : 0)
      }),
    )
  })
})

describe('H3 满编单位借入', () => {
  const full = (count: number, more: HoldingSpec = {}, rest: Partial<SnapshotSpec> = {}): SnapshotSpec => ({
    units: [OFFICE, STATION],
    people: [...Array.from({ length: count }, (_, position) => seated(`在${position}`, '党政办')), guest(more)],
    ...rest,
  })

  test('a seat is free: silent; none is: a warning, and an error once the book keeps approvals', () => {
    expect(texts(full(3), 'H3')).toEqual([])
    expect(findingsOf(run(full(4)), 'H3')).toEqual([
      {
        rule: 'H3',
        severity: 'warning',
        effect: 'none',
        unitId: '党政办',
        personId: '乙',
        text: '党政办没有空编（行政编制核定 4 名、实有 4 名），又从县府办借入乙，没有登记批准文件。',
        remedy: '补登借调审批表或上级批准；没有批准的，退回原单位。',
        facts: { 核定: 4, 实有: 4 },
      },
    ])
    expect(
      severities(full(4, {}, { records: { evidence: [evidence('secondmentApproval', { personId: '丙' })] } }), 'H3'),
    ).toEqual(['error'])
    expect(severities(full(4, {}, { records: { evidence: [evidence('other', { personId: '乙' })] } }), 'H3')).toEqual([
      'warning',
    ])
    expect(texts(full(4, { counterpart: null }), 'H3')[0]).toContain('又从（单位未登记）借入乙')
  })

  test('a paper of any kind allows it: a form, the superior, the document of the event, one on the row', () => {
    expect(
      texts(full(4, {}, { records: { evidence: [evidence('secondmentApproval', { personId: '乙' })] } }), 'H3'),
    ).toEqual([])
    expect(
      texts(full(4, {}, { records: { evidence: [evidence('superiorApproval', { personId: '乙' })] } }), 'H3'),
    ).toEqual([])
    expect(texts(full(4, { entryDocumentNumber: '山组〔2026〕3号' }), 'H3')).toEqual([])
    const by = (type: string, documentNumber: string | null) =>
      texts(full(4, {}, { changes: [change(type, '2026-01-01', { personId: '乙', documentNumber })] }), 'H3').length
    expect([
      by('secondment.in', '山组〔2026〕3号'),
      by('term.renew', '山组〔2026〕3号'),
      by('secondment.in', null),
      by('move', '山组〔2026〕3号'),
      by('x.secondment.in', '1'),
      by('term.renewal', '1'),
    ]).toEqual([0, 0, 1, 1, 1, 1])
  })

  test('one free line is enough; a unit without quota is not judged; 挂职 is not 借入', () => {
    const units = [{ name: '党政办', quotas: { administrative: 4, worker: 1 } }]
    expect(texts({ ...full(4), units }, 'H3')).toEqual([])
    expect(texts({ units: [{ name: '党政办' }], people: [guest()] }, 'H3')).toEqual([])
    expect(texts({ units: [{ name: '党政办' }], people: [seated('在', '党政办'), guest()] }, 'H3')).toEqual([])
    expect(texts(full(4, { kind: 'attached' }), 'H3')).toEqual([])
    expect(texts({ units: [], people: [guest({ unit: '旧站' })] }, 'H3')).toEqual([])
  })

  test('over in one line, full in the other: both sums are told', () => {
    const units = [{ name: '党政办', quotas: { administrative: 1, worker: 1 } }]
    const people = [seated('在1', '党政办'), seated('在2', '党政办'), seated('工', '党政办', 'worker'), guest()]
    expect(findingsOf(run({ units, people }), 'H3')).toMatchObject([
      {
        text: '党政办没有空编（行政编制核定 1 名、实有 2 名，机关工勤编制核定 1 名、实有 1 名），又从县府办借入乙，没有登记批准文件。',
        facts: { 核定: 2, 实有: 3 },
      },
    ])
  })

  test('of any number of people: from the full unit on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7 }), (count) => {
        expect(texts(full(count), 'H3')).toHaveLength(count >= 4 ? 1 : 0)
      }),
    )
  })
})

describe('H4 三个严禁', () => {
  const grade = (code: string | null, personId = '乙') =>
    recordOf('personGrade', { personClass: code, positionLevel: null, postGrade: null, rankSince: null }, { personId })
  const spec = (
    code: string | null,
    more: HoldingSpec = {},
    rest: Partial<SnapshotSpec> = {},
    facts: Partial<PersonSpec> = {},
  ): SnapshotSpec => ({
    units: [OFFICE, STATION],
    people: [guest({ title: '文秘', ...more }, facts)],
    records: { personGrade: code === null ? [] : [grade(code)] },
    ...rest,
  })

  test('非行政编制 in a post of the organs: by 人员类别 or by the category on the row', () => {
    expect(findingsOf(run(spec('8')), 'H4')).toEqual([
      {
        rule: 'H4',
        severity: 'error',
        effect: 'none',
        unitId: '党政办',
        personId: '乙',
        text: '乙是事业单位专业技术人员，不占行政编制，借入党政办的行政岗位文秘。',
        remedy: '退回原单位；编制类型或人员类别登记有误的，更正后消除。',
        facts: { 严禁: '非行政编制到行政岗位' },
      },
    ])
    expect(texts(spec(null, { category: 'institution' }), 'H4')).toEqual(['乙不占行政编制，借入党政办的行政岗位文秘。'])
    expect(texts(spec(null, { category: 'worker' }), 'H4')).toHaveLength(1)
    expect(texts(spec(null, { category: 'administrative' }), 'H4')).toEqual([])
    expect(texts(spec('8', { category: 'administrative' }), 'H4')).toEqual([])
  })

  test('公务员, people of unknown class, and 事业单位 as the host: silent', () => {
    expect(texts(spec('1'), 'H4')).toEqual([])
    expect(texts(spec(null), 'H4')).toEqual([])
    expect(texts(spec('99'), 'H4')).toEqual([])
    expect(texts(spec('7', { unit: '农技站' }), 'H4')).toEqual([])
    expect(texts({ ...spec('7', { unit: '旧站' }), units: [] }, 'H4')).toEqual([])
    expect(texts(spec('7', { kind: 'attached' }), 'H4')).toEqual([])
    expect(texts({ ...spec(null), records: { personGrade: [grade(null)] } }, 'H4')).toEqual([])
  })

  test('非专技 in a professional post: unless by class or 职称; unknown is not held against them', () => {
    const professional = { unit: '农技站', title: '专业技术岗十二级' }
    expect(findingsOf(run(spec('7', professional)), 'H4')).toEqual([
      {
        rule: 'H4',
        severity: 'error',
        effect: 'none',
        unitId: '农技站',
        personId: '乙',
        text: '乙不是专业技术人员，也没有职称，借入专业技术岗位专业技术岗十二级。',
        remedy: '退回原单位；人员类别或职称登记有误的，更正后消除。',
        facts: { 严禁: '非专技到专技岗位' },
      },
    ])
    expect(texts(spec('7', { unit: '农技站', title: '专技十二级' }), 'H4')).toHaveLength(1)
    expect(texts(spec('8', professional), 'H4')).toEqual([])
    expect(texts(spec('7', professional, {}, { professionalTitle: '农艺师' }), 'H4')).toEqual([])
    expect(texts(spec(null, professional), 'H4')).toEqual([])
    expect(texts({ ...spec('7', { unit: '旧站', title: '专技十二级' }), units: [] }, 'H4')).toHaveLength(1)
  })

  test('执法岗位: one word while no licence is on record at all; then each without one', () => {
    const enforcing = { unit: '农技站', title: '执法队员' }
    expect(findingsOf(run(spec(null, enforcing)), 'H4')).toEqual([
      {
        rule: 'H4',
        severity: 'info',
        effect: 'none',
        unitId: null,
        personId: null,
        text: '借入执法岗位 1 人，没有登记过执法资格证，有无执法资格没有核查：乙。',
        remedy: '在资料的凭证中登记执法资格证。',
        facts: { 未登记: 1 },
      },
    ])
    const withLicence = (personId: string, more: HoldingSpec = {}) =>
      findingsOf(
        run(
          spec(
            null,
            { ...enforcing, ...more },
            {
              records: {
                evidence: [evidence('enforcementLicence', { personId }), evidence('other', { personId: '乙' })],
              },
            },
          ),
        ),
        'H4',
      )
    expect(withLicence('丙')).toEqual([
      {
        rule: 'H4',
        severity: 'error',
        effect: 'none',
        unitId: '农技站',
        personId: '乙',
        text: '乙没有登记执法资格，借入执法岗位执法队员。',
        remedy: '登记执法资格证；没有的，退回原单位。',
        facts: { 严禁: '无执法资格到执法岗位' },
      },
    ])
    expect(withLicence('乙')).toEqual([])
    expect(withLicence('丙', { title: '文秘' })).toEqual([])
    expect(texts(spec('3', enforcing), 'H4')).toEqual([])
    expect(
      texts(
        {
          units: [],
          people: [guest({ ...enforcing, unit: '旧站' })],
          records: { evidence: [evidence('enforcementLicence', { personId: '丙' })] },
        },
        'H4',
      ),
    ).toHaveLength(1)
  })

  test('of any class: only those that use 行政编制 may sit in an office', () => {
    fc.assert(
      fc.property(fc.constantFrom('1', '2', '3', '5', '6', '7', '8', 'A0', 'A1', 'A2', 'B1', 'B3', 'B5'), (code) => {
        expect(texts(spec(code), 'H4')).toHaveLength(['1', '2', '3', '5', 'B1', 'B3'].includes(code) ? 0 : 1)
      }),
    )
  })
})

describe('H5 借出', () => {
  test('where to, from when to when, by what paper, and where the seat is', () => {
    const spec = out(
      '2026-05-01',
      { dueOn: '2026-06-30', validTo: '2026-07-01', enteredOn: '2026-01-05' },
      { changes: [change('secondment.out', '2026-01-05', { documentNumber: '山组〔2026〕3号' })] },
    )
    expect(findingsOf(run(spec), 'H5')).toEqual([
      {
        rule: 'H5',
        severity: 'info',
        effect: 'none',
        unitId: '党政办',
        personId: '甲',
        text: '甲借出到县局（2026年1月5日起，约定2026年6月30日期满，至2026年6月30日止，批文：山组〔2026〕3号）：仍占党政办 干事的行政编制，计入实有，留在本单位名单。',
        remedy: '核对借调期限和批准文号；期满未归的，督促返回。',
        facts: { 去向: '县局', 起: '2026-01-05', 期满: '2026-06-30', 批文: '山组〔2026〕3号' },
      },
    ])
  })

  test('what is not known is said so; a form without a number goes by its name, and before the event', () => {
    const bare = {
      units: [OFFICE],
      people: [{ name: '甲', holdings: [{ kind: 'secondedOut' as const, validFrom: '2026-01-01' }] }],
    }
    expect(findingsOf(run(bare), 'H5')).toMatchObject([
      {
        unitId: null,
        text: '甲借出到（去向未登记）（2026年1月1日起，批文未登记）：本乡镇没有登记其占编岗位。',
        remedy: '补登借出去向和批准文号。',
        facts: { 去向: '未登记', 起: '2026-01-01', 期满: '未登记', 批文: '未登记' },
      },
    ])
    const papers = (kind: EvidenceKind, documentNumber: string | null) =>
      findingsOf(
        run(
          out(
            '2026-05-01',
            {},
            {
              records: { evidence: [evidence(kind, { documentNumber })] },
              changes: [change('secondment.out', '2026-01-01', { documentNumber: '山组〔2026〕3号' })],
            },
          ),
        ),
        'H5',
      )[0]?.facts['批文']
    expect([
      papers('secondmentApproval', null),
      papers('superiorApproval', null),
      papers('superiorApproval', '县组〔2026〕8号'),
      papers('partyOpinion', '1号'),
    ]).toEqual(['借调审批表', '上级批准', '县组〔2026〕8号', '山组〔2026〕3号'])
  })

  test('of any people: one word for each who is out, and they stay counted', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 4 }), (away) => {
        const people = away.map((gone, position) => ({
          ...(gone ? lent() : seated('x', '党政办')),
          name: `人${position}`,
        }))
        const result = run({ units: [OFFICE], people })
        expect(findingsOf(result, 'H5')).toHaveLength(away.filter(Boolean).length)
        expect(result.figures.lines[0]?.actual).toBe(away.length)
      }),
    )
  })
})
