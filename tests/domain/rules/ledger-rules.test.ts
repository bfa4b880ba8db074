import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EXIT_CAUSES } from '../../../electron/contract/events.ts'
import { missingExitProofs } from '../../../electron/domain/ledger/planning/exit-proofs.ts'
import { registrationDueOn } from '../../../electron/domain/ledger/journal/late-entry.ts'
import type { ExitEvent } from '../../../electron/domain/model/exit-event.ts'
import { addDays } from '../../../electron/domain/model/plain-date.ts'
import { crowd, findingsOf, run, seat, seated, type SnapshotSpec } from '../../kit/snapshot.ts'

const OFFICE = { name: '党政办', quotas: { administrative: 4 } }
const texts = (spec: SnapshotSpec, rule: string) => findingsOf(run(spec), rule).map((finding) => finding.text)
const severities = (spec: SnapshotSpec, rule: string) => findingsOf(run(spec), rule).map((finding) => finding.severity)
const approval = (amount: number) => ({
  id: '核准1',
  unitId: '党政办',
  category: 'administrative' as const,
  amount,
  number: '用编1号',
  expiresOn: null,
  personId: null,
  validFrom: '2026-01-01',
  validTo: null,
})
const tolerance = (amount: number, validTo: string | null = '2027-07-01') => ({
  id: '溢出',
  unitId: '党政办',
  category: null,
  amount,
  percent: null,
  documentNumber: '山编〔2026〕1号',
  validFrom: '2026-01-01',
  validTo,
})

describe('A3 空编率', () => {
  test('a quarter vacant is silent, more is a warning; what is promised is not vacant', () => {
    expect(texts({ units: [OFFICE], people: crowd(3, '甲', '党政办') }, 'A3')).toEqual([])
    expect(texts({ units: [OFFICE], people: crowd(2, '甲', '党政办') }, 'A3')).toEqual([
      '全乡镇行政编制核定 4 名，空编 2 名（已扣除已核准未到位 0 名），空编率 50%，超过 25%。',
    ])
    expect(severities({ units: [OFFICE], people: crowd(2, '甲', '党政办') }, 'A3')).toEqual(['warning'])
    expect(texts({ units: [OFFICE], people: crowd(2, '甲', '党政办'), approvals: [approval(1)] }, 'A3')).toEqual([])
  })

  test('a book nobody has been entered into is not short of people', () => {
    expect(texts({ units: [OFFICE] }, 'A3')).toEqual([])
  })
})

describe('A4 没有可用编制', () => {
  test('promised up to the quota: silent; one more: an error that says so', () => {
    expect(texts({ units: [OFFICE], people: crowd(3, '甲', '党政办'), approvals: [approval(1)] }, 'A4')).toEqual([])
    const over = { units: [OFFICE], people: crowd(3, '甲', '党政办'), approvals: [approval(2)] }
    expect(texts(over, 'A4')).toEqual([
      '党政办 行政编制核定 4 名，实有 3 名，已核准未到位 2 名，合计多出 1 名：因用编核准而没有可用编制，核准的人员到位后将超编。',
    ])
    expect(severities(over, 'A4')).toEqual(['error'])
  })

  test('people alone beyond the quota are A1, not A4', () => {
    expect(texts({ units: [OFFICE], people: crowd(5, '甲', '党政办') }, 'A4')).toEqual([])
  })

  test('within what is allowed above: a warning', () => {
    expect(
      severities(
        { units: [OFFICE], people: crowd(4, '甲', '党政办'), approvals: [approval(1)], tolerances: [tolerance(1)] },
        'A4',
      ),
    ).toEqual(['warning'])
  })
})

describe('A13 职级职数', () => {
  const spec = (amount: number): SnapshotSpec => ({
    units: [OFFICE],
    people: ['甲', '乙'].map((name) => ({ name, rank: '一级主任科员', holdings: [seat('党政办')] })),
    rankQuotas: [
      {
        id: '职级',
        unitId: '党政办',
        pool: '一级和二级主任科员',
        amount,
        documentNumber: '山编〔2026〕5号',
        validFrom: '2026-01-01',
        validTo: null,
      },
    ],
  })
  test('at the number silent, one over an error', () => {
    expect(texts(spec(2), 'A13')).toEqual([])
    expect(texts(spec(1), 'A13')).toEqual([
      '党政办 一级和二级主任科员职数核定 1 名（山编〔2026〕5号），现有 2 名，超 1 名。现有：甲、乙。',
    ])
  })
})

describe('A14 编外控制数', () => {
  const spec = (amount: number): SnapshotSpec => ({
    units: [OFFICE],
    people: ['聘1', '聘2'].map((name) => ({
      name,
      holdings: [{ unit: '党政办', kind: 'offQuota', offQuotaKind: 'purchasedService' }],
    })),
    offQuotaControls: [
      {
        id: '控',
        kind: 'purchasedService',
        amount,
        documentNumber: '山编〔2026〕8号',
        validFrom: '2026-01-01',
        validTo: null,
      },
    ],
  })
  test('at the number silent, one over an error; a kind without a number is not judged', () => {
    expect(texts(spec(2), 'A14')).toEqual([])
    expect(texts(spec(1), 'A14')).toEqual([
      '政府购买服务人员控制数 1 名（山编〔2026〕8号），实有 2 名，超 1 名。实有：聘1、聘2。',
    ])
    expect(texts({ ...spec(1), offQuotaControls: [] }, 'A14')).toEqual([])
  })
})

describe('A15 过渡期超编, and what A1 says of it', () => {
  const spec = (people: number, allowed: number): SnapshotSpec => ({
    units: [OFFICE],
    people: crowd(people, '甲', '党政办'),
    tolerances: [tolerance(allowed)],
  })

  test('within: both warn, with the number, the document and the end', () => {
    expect(texts(spec(5, 1), 'A15')).toEqual([
      '党政办 行政编制过渡期超编 1 名：核定 4 名，实有 5 名，允许溢出 1 名（山编〔2026〕1号，至2027年6月30日止）。',
    ])
    expect(findingsOf(run(spec(5, 1)), 'A1')).toMatchObject([
      {
        severity: 'warning',
        text: expect.stringContaining('超编 1 名（过渡期超编，在允许溢出 1 名以内）'),
        facts: { 超编: 1, 允许溢出: 1 },
      },
    ])
  })

  test('beyond: A1 is an error again and says by how much; A15 is silent', () => {
    expect(texts(spec(6, 1), 'A15')).toEqual([])
    expect(findingsOf(run(spec(6, 1)), 'A1')).toMatchObject([
      { severity: 'error', text: expect.stringContaining('超编 2 名（允许溢出 1 名，超出 1 名）') },
    ])
  })

  test('of any numbers: a line over its quota is never without A1, whatever is allowed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 5 }), (people, allowed) => {
        expect(texts(spec(people, allowed), 'A1')).toHaveLength(people > 4 ? 1 : 0)
        expect(texts(spec(people, allowed), 'A15')).toHaveLength(people > 4 && people - 4 <= allowed ? 1 : 0)
      }),
    )
  })
})

const exit = (more: Partial<ExitEvent> = {}): ExitEvent => ({
  id: '出1',
  personId: '退某',
  personName: '退某',
  unitId: '党政办',
  on: '2026-10-08',
  recordedOn: '2026-10-09',
  cause: '31',
  documentNumber: null,
  proofs: ['退休审批表'],
  ...more,
})
const withExit = (more: Partial<ExitEvent>, asOf = '2026-11-22'): SnapshotSpec => ({
  asOf,
  units: [OFFICE],
  exits: [exit(more)],
})

describe('F1 逾期核销', () => {
  test('the tenth working day is in time, the eleventh is not (10 October was worked)', () => {
    expect(texts(withExit({ recordedOn: '2026-10-21' }), 'F1')).toEqual([])
    expect(texts(withExit({ recordedOn: '2026-10-22' }), 'F1')).toEqual([
      '退某2026年10月8日离（退）休，应在2026年10月21日前申报核销（10 个工作日），2026年10月22日才登记，没有申报日和回执，是否逾期待查。',
    ])
  })

  test('not yet late on a day before the deadline has passed', () => {
    expect(texts(withExit({ recordedOn: '2026-11-01' }, '2026-10-21'), 'F1')).toEqual([])
    expect(texts(withExit({ recordedOn: '2026-11-01' }, '2026-10-22'), 'F1')).toHaveLength(1)
  })

  test('a year later it is history', () => {
    expect(texts(withExit({ recordedOn: '2026-12-01' }, '2027-10-08'), 'F1')).toHaveLength(1)
    expect(texts(withExit({ recordedOn: '2026-12-01' }, '2027-10-09'), 'F1')).toEqual([])
  })

  test('of any day: in time up to the deadline, late from the next day on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), (days) => {
        const on = addDays('2026-01-05', days)
        const due = registrationDueOn(on)
        expect(texts(withExit({ on, recordedOn: due }, '2026-12-31'), 'F1')).toEqual([])
        expect(texts(withExit({ on, recordedOn: addDays(due, 1) }, '2026-12-31'), 'F1')).toHaveLength(1)
      }),
    )
  })
})

describe('F2 出编证明材料', () => {
  test('names what is missing, and nothing when it is there', () => {
    expect(texts(withExit({}), 'F2')).toEqual([])
    expect(texts(withExit({ proofs: [] }), 'F2')).toEqual(['退某2026年10月8日离（退）休出编，缺证明材料：退休审批表。'])
    expect(texts(withExit({ cause: '32', proofs: ['辞职申请'] }), 'F2')).toEqual([
      '退某2026年10月8日辞去公职出编，缺证明材料：单位研究意见。',
    ])
    expect(texts(withExit({ cause: '37', proofs: [] }), 'F2')).toEqual([])
  })

  test('asks for the papers the form lists, cause by cause', () => {
    for (const [cause, { proofs }] of Object.entries(EXIT_CAUSES)) expect(missingExitProofs(cause, [])).toEqual(proofs)
  })
})

describe('G6 长期病休、学习', () => {
  const away = (kind: 'sickLeave' | 'study' | 'offPost', asOf: string): SnapshotSpec => ({
    asOf,
    units: [OFFICE],
    people: [seated('甲', '党政办')],
    absences: [
      { id: '离1', personId: '甲', kind, documentNumber: null, dueOn: null, validFrom: '2026-03-31', validTo: null },
    ],
  })
  test('six months of 病休 are not more than six months; a day longer is', () => {
    expect(texts(away('sickLeave', '2026-09-30'), 'G6')).toEqual([])
    expect(texts(away('sickLeave', '2026-10-01'), 'G6')).toEqual([
      '甲自2026年3月31日起病休，已超过 6 个月，仍计入实有。',
    ])
  })
  test('学习 has a year; being off the post for other reasons is not measured', () => {
    expect(texts(away('study', '2027-03-31'), 'G6')).toEqual([])
    expect(texts(away('study', '2027-04-01'), 'G6')).toHaveLength(1)
    expect(texts(away('offPost', '2029-04-01'), 'G6')).toEqual([])
  })
})
