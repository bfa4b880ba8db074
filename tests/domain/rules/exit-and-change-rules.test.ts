import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { workingDaysAfter } from '../../../electron/domain/calendar/working-days.ts'
import type { DocumentRecord, LedgerChange, PersonChange } from '../../../electron/domain/model/book-snapshot.ts'
import type { ExitEvent } from '../../../electron/domain/model/exit-event.ts'
import { addDays } from '../../../electron/domain/model/plain-date.ts'
import type { EmploymentContract, WorkTask } from '../../../electron/domain/model/records.ts'
import { ledgerEntryRule } from '../../../electron/domain/rules/national/f3-ledger-entry.ts'
import { personChangeRule } from '../../../electron/domain/rules/national/f4-person-change.ts'
import { flagsWith } from '../../kit/rule-flags.ts'
import { findingsOf, recordOf, run, seated, type SnapshotSpec } from '../../kit/snapshot.ts'

const OFFICE = { name: '党政办', quotas: { administrative: 5 } }
const STATION = { name: '农技站', kind: 'institution' as const, quotas: { institution: 5, institutionCivilService: 2 } }
const texts = (spec: SnapshotSpec, rule: string) => findingsOf(run(spec), rule).map((finding) => finding.text)

const exit = (more: Partial<ExitEvent> = {}): ExitEvent => ({
  id: '出1',
  personId: '退某',
  personName: '退某',
  unitId: '党政办',
  on: '2026-10-08',
  recordedOn: '2026-10-22',
  cause: '31',
  documentNumber: null,
  proofs: ['退休审批表'],
  ...more,
})
const document = (more: Partial<DocumentRecord> = {}): DocumentRecord => ({
  id: '文1',
  number: '山编办〔2026〕9号',
  title: null,
  issuingBody: null,
  issuedOn: '2026-10-09',
  recordedOn: '2026-10-20',
  ...more,
})
const change = (more: Partial<LedgerChange> = {}): LedgerChange => ({
  id: '变1',
  type: 'quota.increase',
  on: '2026-10-09',
  recordedOn: '2026-10-16',
  personId: null,
  unitId: '党政办',
  otherUnitId: null,
  category: 'administrative',
  cause: null,
  documentNumber: '山编办〔2026〕9号',
  correction: false,
  ...more,
})

/** A receipt of the bureau. */
const filed = (matter: 'exit' | 'document' | 'change', on: string, about: string | null = null, personId = '退某') =>
  recordOf('filing', { matter, receipt: '宜编回〔2026〕1号', about }, { personId, validFrom: on })

describe('F1, F3, F4 judge by 申报日 and its receipt, not by the day of typing', () => {
  test('filed in time and typed in late: silent; filed late: late; only typed in late: a question', () => {
    const judged = (...days: readonly string[]) =>
      findingsOf(
        run({ units: [OFFICE], exits: [exit()], records: { filing: days.map((day) => filed('exit', day)) } }),
        'F1',
      ).map(({ severity }) => severity)
    expect(judged('2026-10-21')).toEqual([])
    expect(judged('2026-10-22')).toEqual(['error'])
    expect(judged()).toEqual(['warning'])
    // A receipt from before it happened is of something else.
    expect(judged('2026-10-07')).toEqual(['warning'])
    expect(judged('2026-10-07', '2026-10-09')).toEqual([])
  })

  test('a document entered with the bureau in time, a change filed in time', () => {
    const papers = {
      units: [OFFICE],
      documents: [document()],
      changes: [change()],
      records: { filing: [filed('document', '2026-10-15', '山编办〔2026〕9号')] },
    }
    expect(texts(papers, 'F3')).toEqual([])
    expect(texts({ ...papers, records: { filing: [filed('document', '2026-10-15', '别的文')] } }, 'F3')).toHaveLength(1)
    const late = { ...papers, records: { filing: [filed('document', '2026-10-16', '山编办〔2026〕9号')] } }
    expect(findingsOf(run(late), 'F3').map(({ severity }) => severity)).toEqual(['warning'])
  })
})

describe('F1 wording, F2 of any cause', () => {
  test('F1 says what happened, by when and when; without a cause it is 出编', () => {
    const records = { filing: [filed('exit', '2026-10-22')] }
    expect(findingsOf(run({ units: [OFFICE], exits: [exit()], records }), 'F1')).toEqual([
      {
        rule: 'F1',
        severity: 'error',
        effect: 'none',
        unitId: '党政办',
        personId: '退某',
        text: '退某2026年10月8日离（退）休，应在2026年10月21日前申报核销（10 个工作日），2026年10月22日才申报，逾期核销。',
        remedy: '向编办说明逾期原因；核对逾期期间是否仍在发放工资。',
        facts: { 发生日: '2026-10-08', 应核销日: '2026-10-21', 登记日: '2026-10-22', 申报日: '2026-10-22' },
      },
    ])
    expect(texts({ units: [OFFICE], exits: [exit({ cause: null })] }, 'F1')[0]).toContain('退某2026年10月8日出编，应在')
  })

  test('F2 of any set of papers: silent exactly when 辞职 has both', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom('辞职申请', '单位研究意见', '别的')), (proofs) => {
        const missing = (['辞职申请', '单位研究意见'] as const).filter((paper) => !proofs.includes(paper))
        expect(
          findingsOf(run({ units: [OFFICE], exits: [exit({ cause: '32', proofs })] }), 'F2').map(
            (finding) => finding.facts['缺少'],
          ),
        ).toEqual(missing.length === 0 ? [] : [missing.join('、')])
      }),
    )
  })

  test('F2 on the last day of the period under review, and the day after; without a cause nothing can be asked for', () => {
    const at = (asOf: string, more: Partial<ExitEvent> = {}) =>
      findingsOf(run({ asOf, units: [OFFICE], exits: [exit({ proofs: [], ...more })] }), 'F2')
    expect(at('2027-10-08')).toEqual([
      {
        rule: 'F2',
        severity: 'error',
        effect: 'none',
        unitId: '党政办',
        personId: '退某',
        text: '退某2026年10月8日离（退）休出编，缺证明材料：退休审批表。',
        remedy: '补齐加盖公章的复印件后更正登记。',
        facts: { 缺少: '退休审批表' },
      },
    ])
    expect(at('2027-10-09')).toEqual([])
    expect(at('2026-11-22', { cause: null })).toEqual([])
    expect(at('2026-11-22', { cause: '99' })).toEqual([])
  })
})

describe('F3 编制文件登记台账', () => {
  const spec = (
    own: Partial<LedgerChange>,
    from: Partial<DocumentRecord> = {},
    more: Partial<SnapshotSpec> = {},
  ): SnapshotSpec => ({ units: [OFFICE], documents: [document(from)], changes: [change(own)], ...more })

  test('issued on Friday 9 October 2026: Saturday the 10th was worked, so the fifth working day is the 15th; the 16th is late', () => {
    expect(texts(spec({ recordedOn: '2026-10-15' }), 'F3')).toEqual([])
    expect(findingsOf(run(spec({ recordedOn: '2026-10-16' })), 'F3')).toEqual([
      {
        rule: 'F3',
        severity: 'info',
        effect: 'none',
        unitId: '党政办',
        personId: null,
        text: '山编办〔2026〕9号2026年10月9日下发，应在2026年10月15日前登记台账（5 个工作日），2026年10月16日才登记，没有回执。',
        remedy: '已经按时申报的，在资料里登记申报日期和回执号，按申报日判断。',
        facts: { 文件日期: '2026-10-09', 应登记日: '2026-10-15', 登记日: '2026-10-16' },
      },
    ])
  })

  test('not yet late on the last day, seen from that day', () => {
    expect(texts(spec({}, {}, { asOf: '2026-10-15' }), 'F3')).toEqual([])
    expect(texts(spec({}, {}, { asOf: '2026-10-16' }), 'F3')).toHaveLength(1)
  })

  test('a year later it is history', () => {
    expect(texts(spec({ recordedOn: '2026-12-01' }, {}, { asOf: '2027-10-09' }), 'F3')).toHaveLength(1)
    expect(texts(spec({ recordedOn: '2026-12-01' }, {}, { asOf: '2027-10-10' }), 'F3')).toEqual([])
  })

  test('only documents of the bureau, with a day, and only events about the establishment', () => {
    expect(texts(spec({ documentNumber: '山农〔2026〕9号' }, { number: '山农〔2026〕9号' }), 'F3')).toEqual([])
    expect(
      texts(spec({ documentNumber: '山农〔2026〕9号' }, { number: '山农〔2026〕9号', issuingBody: '县委编办' }), 'F3'),
    ).toHaveLength(1)
    expect(texts(spec({}, { issuedOn: null }), 'F3')).toEqual([])
    expect(texts(spec({ type: 'entry' }), 'F3')).toEqual([])
    expect(texts(spec({ type: 'runOff.quota.x' }), 'F3')).toEqual([])
    expect(texts(spec({ documentNumber: null }), 'F3')).toEqual([])
    expect(texts(spec({ correction: true }), 'F3')).toEqual([])
    for (const type of [
      'unit.merge',
      'nameplate.hang',
      'leadershipQuota.set',
      'rankQuota.set',
      'tolerance.set',
      'offQuotaControl.set',
    ])
      expect(texts(spec({ type }), 'F3')).toHaveLength(1)
  })

  test('several entries by one document are one finding, by the last of them', () => {
    const changes = [
      change({ recordedOn: '2026-10-14' }),
      change({ id: '变2', recordedOn: '2026-10-20', unitId: '农技站' }),
      change({ id: '变3', recordedOn: '2026-10-12' }),
      change({ id: '变4', recordedOn: '2026-10-20' }),
    ]
    expect(
      findingsOf(run({ units: [OFFICE, STATION], documents: [document()], changes }), 'F3').map(({ unitId, facts }) => [
        unitId,
        facts['登记日'],
      ]),
    ).toEqual([['农技站', '2026-10-20']])
  })

  test('a locality may count otherwise', () => {
    expect(flagsWith(ledgerEntryRule, spec({ recordedOn: '2026-10-16' }), { ledgerEntryWorkingDays: 6 })).toEqual([])
    expect(flagsWith(ledgerEntryRule, spec({ recordedOn: '2026-10-19' }), { ledgerEntryWorkingDays: 6 })).toHaveLength(
      1,
    )
    expect(flagsWith(ledgerEntryRule, spec({ recordedOn: '2026-10-16' }), { changeReviewMonths: 1 })).toEqual([])
  })

  test('of any day: in time up to the fifth working day, late from the next on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), (days) => {
        const issuedOn = addDays('2026-01-01', days)
        const due = workingDaysAfter(issuedOn, 5)
        expect(texts(spec({ recordedOn: due }, { issuedOn }, { asOf: '2026-12-31' }), 'F3')).toEqual([])
        expect(texts(spec({ recordedOn: addDays(due, 1) }, { issuedOn }, { asOf: '2026-12-31' }), 'F3')).toHaveLength(1)
      }),
    )
  })

  test('years whose holidays are not on record: weeks without a holiday are taken', () => {
    expect([
      workingDaysAfter('2031-03-03', 5),
      workingDaysAfter('2031-03-03', 10),
      workingDaysAfter('2031-03-03', 3),
    ]).toEqual(['2031-03-10', '2031-03-17', '2031-03-08'])
  })
})

describe('F4 职务、学历等更新', () => {
  const learnt = (more: Partial<PersonChange> = {}): PersonChange => ({
    id: '版1',
    personId: '甲',
    from: '2026-10-08',
    recordedOn: '2026-10-22',
    followsAnother: true,
    ...more,
  })
  const spec = (more: Partial<SnapshotSpec>): SnapshotSpec => ({
    units: [OFFICE],
    people: [seated('甲', '党政办'), seated('乙', '党政办')],
    ...more,
  })

  test('the tenth working day is in time, the eleventh is not', () => {
    expect(texts(spec({ personChanges: [learnt({ recordedOn: '2026-10-21' })] }), 'F4')).toEqual([])
    expect(findingsOf(run(spec({ personChanges: [learnt()] })), 'F4')).toEqual([
      {
        rule: 'F4',
        severity: 'warning',
        effect: 'none',
        unitId: '党政办',
        personId: '甲',
        text: '甲的职务、学历等2026年10月8日变化，应在2026年10月21日前更新（10 个工作日），2026年10月22日才登记。',
        remedy:
          '变化当月即登记；生效日期填错的，更正日期。已经按时申报的，在资料里登记申报日期和回执号，按申报日判断。',
        facts: { 变化日: '2026-10-08', 应更新日: '2026-10-21', 登记日: '2026-10-22', 人数: 1 },
      },
    ])
  })

  test('seen from the last day it is not late yet; a year later it is history', () => {
    expect(texts(spec({ asOf: '2026-10-21', personChanges: [learnt()] }), 'F4')).toEqual([])
    expect(texts(spec({ asOf: '2026-10-22', personChanges: [learnt()] }), 'F4')).toHaveLength(1)
    expect(texts(spec({ asOf: '2027-10-08', personChanges: [learnt()] }), 'F4')).toHaveLength(1)
    expect(texts(spec({ asOf: '2027-10-09', personChanges: [learnt()] }), 'F4')).toEqual([])
  })

  test('the first thing known of somebody is no change, nor is what concerns people who are gone', () => {
    expect(texts(spec({ personChanges: [learnt({ followsAnother: false })] }), 'F4')).toEqual([])
    expect(texts(spec({ personChanges: [learnt({ personId: '去某' })] }), 'F4')).toEqual([])
  })

  test('职务 by its events; corrections, 入编 and events about nobody are left out', () => {
    const post = (own: Partial<LedgerChange>) =>
      texts(spec({ changes: [change({ on: '2026-10-08', recordedOn: '2026-10-22', personId: '甲', ...own })] }), 'F4')
    for (const type of ['appoint', 'dismiss', 'move', 'concurrent.begin', 'concurrent.end'])
      expect(post({ type })).toHaveLength(1)
    expect(post({ type: 'entry' })).toEqual([])
    expect(post({ type: 'appoint', correction: true })).toEqual([])
    expect(post({ type: 'appoint', personId: null })).toEqual([])
  })

  test('what happened on one day and was entered on one day is one finding, everybody once', () => {
    const personChanges = [
      learnt(),
      learnt({ id: '版2', personId: '乙' }),
      learnt({ id: '版3', from: '2026-10-09', recordedOn: '2026-10-26' }),
      learnt({ id: '版4', recordedOn: '2026-10-26' }),
    ]
    const changes = [change({ type: 'appoint', on: '2026-10-08', recordedOn: '2026-10-22', personId: '甲' })]
    expect(
      findingsOf(run(spec({ personChanges, changes })), 'F4').map(({ personId, unitId, facts }) => [
        personId,
        unitId,
        facts['人数'],
        facts['变化日'],
        facts['登记日'],
      ]),
    ).toEqual([
      [null, null, 2, '2026-10-08', '2026-10-22'],
      ['甲', '党政办', 1, '2026-10-08', '2026-10-26'],
      ['甲', '党政办', 1, '2026-10-09', '2026-10-26'],
    ])
  })

  test('a locality may count otherwise; of any day the deadline decides', () => {
    expect(flagsWith(personChangeRule, spec({ personChanges: [learnt()] }), { personChangeWorkingDays: 11 })).toEqual(
      [],
    )
    expect(flagsWith(personChangeRule, spec({ personChanges: [learnt()] }), { changeReviewMonths: 1 })).toEqual([])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), (days) => {
        const from = addDays('2026-01-01', days)
        const due = workingDaysAfter(from, 10)
        expect(texts(spec({ asOf: '2026-12-31', personChanges: [learnt({ from, recordedOn: due })] }), 'F4')).toEqual(
          [],
        )
        expect(
          texts(spec({ asOf: '2026-12-31', personChanges: [learnt({ from, recordedOn: addDays(due, 1) })] }), 'F4'),
        ).toHaveLength(1)
      }),
    )
  })
})

describe('F5 逾期核销的后果', () => {
  test('said once, with how many; silent while every exit was in time', () => {
    const late = [
      exit(),
      exit({ id: '出2', personId: '二', on: '2026-10-09', recordedOn: '2026-11-10' }),
      exit({ id: '出3', personId: '三', recordedOn: '2026-10-21' }),
    ]
    const filing = late.map((one) => filed('exit', one.recordedOn, null, one.personId))
    expect(findingsOf(run({ units: [OFFICE], exits: late, records: { filing } }), 'F5')).toEqual([
      {
        rule: 'F5',
        severity: 'info',
        effect: 'none',
        unitId: null,
        personId: null,
        text: '近期有 2 人次逾期核销：编办可以停止受理用编计划和机构编制事项，人社、财政部门可以停办相关业务；虚报人员占用编制的要追究责任。',
        remedy: '以后在发生之日起 10 个工作日内登记出编；本次向编办说明情况。',
        facts: { 逾期核销: 2 },
      },
    ])
    expect(texts({ units: [OFFICE], exits: [exit({ recordedOn: '2026-10-21' })] }, 'F5')).toEqual([])
    const one = { units: [OFFICE], exits: [exit()], records: { filing: [filed('exit', '2026-10-22')] } }
    expect(texts({ ...one, asOf: '2026-10-21' }, 'F5')).toEqual([])
    expect(texts({ ...one, asOf: '2026-10-22' }, 'F5')).toHaveLength(1)
    expect(texts({ ...one, records: {} }, 'F5')).toEqual([])
  })

  test('of any filed exits: as many as F1 flags', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 40 })), { maxLength: 6 }),
        (days) => {
          const exits = days.map(([offset, delay], position) =>
            exit({
              id: `出${position}`,
              personId: `人${position}`,
              on: addDays('2026-08-01', offset),
              recordedOn: addDays('2026-08-01', offset + delay),
            }),
          )
          const filing = exits.map((one) => filed('exit', one.recordedOn, null, one.personId))
          const result = run({ units: [OFFICE], exits, records: { filing } })
          const late = findingsOf(result, 'F1').length
          expect(findingsOf(result, 'F5').map((finding) => finding.facts['逾期核销'])).toEqual(late === 0 ? [] : [late])
        },
      ),
    )
  })
})

describe('F6 减员空编情况统计表', () => {
  const task = (more: Partial<WorkTask> = {}, validTo: string | null = null) =>
    recordOf(
      'workTask',
      {
        code: 'B-11',
        title: '11月减员空编情况统计表',
        taskKind: 'report',
        leadUnit: null,
        responsibleUnit: null,
        supportingUnits: null,
        ours: null,
        dueOn: '2026-11-30',
        dueText: null,
        windowFrom: null,
        windowTo: null,
        doneOn: null,
        approvalNumber: null,
        ...more,
      },
      { validTo },
    )
  const spec = (more: Partial<SnapshotSpec> = {}): SnapshotSpec => ({
    units: [OFFICE],
    people: [seated('甲', '党政办')],
    ...more,
  })

  test('on the last day silent, the day after overdue', () => {
    expect(texts(spec({ asOf: '2026-11-30', records: { workTask: [task()] } }), 'F6')).toEqual([])
    expect(findingsOf(run(spec({ asOf: '2026-12-01', records: { workTask: [task()] } })), 'F6')).toEqual([
      {
        rule: 'F6',
        severity: 'warning',
        effect: 'none',
        unitId: null,
        personId: null,
        text: '11月减员空编情况统计表应在2026年11月30日前报送，还没有登记报送。',
        remedy: '在“公示与报表”中生成并报送；已经报送的，登记报送日期。',
        facts: { 应报日: '2026-11-30' },
      },
    ])
  })

  test('sent, withdrawn, without a day, something else: silent; sent later than the day looked at: not yet', () => {
    const on = (own: Partial<WorkTask>, validTo: string | null = null) =>
      texts(spec({ asOf: '2026-12-01', records: { workTask: [task(own, validTo)] } }), 'F6')
    expect(on({ doneOn: '2026-11-30' })).toEqual([])
    expect(on({ doneOn: '2026-12-01' })).toEqual([])
    expect(on({ doneOn: '2026-12-02' })).toHaveLength(1)
    expect(on({}, '2026-12-01')).toEqual([])
    expect(on({ dueOn: null })).toEqual([])
    expect(on({ title: '年度工作总结' })).toEqual([])
    expect(on({ taskKind: 'task' })).toEqual([])
  })

  test('a month in which somebody left: a reminder with names, vacancies and the last day', () => {
    const exits = [
      exit({ on: '2026-11-05', recordedOn: '2026-11-05' }),
      exit({ id: '出2', personName: '辞某', on: '2026-11-20', recordedOn: '2026-11-20' }),
      exit({ id: '出3', on: '2026-10-31', recordedOn: '2026-10-31' }),
    ]
    expect(findingsOf(run(spec({ exits })), 'F6')).toEqual([
      {
        rule: 'F6',
        severity: 'info',
        effect: 'none',
        unitId: null,
        personId: null,
        text: '本月出编 2 人次（退某、辞某），现有空编 4 名，2026年11月30日前向编办报送减员空编情况统计表。',
        remedy: '在“公示与报表”中生成减员空编情况统计表，报送后登记报送日期。',
        facts: { 出编: 2, 空编: 4, 应报日: '2026-11-30' },
      },
    ])
    expect(texts(spec({ exits, asOf: '2027-02-01' }), 'F6')).toEqual([])
  })

  test('the reminder ends once the statement of the month is sent; last month’s does not end it', () => {
    const exits = [exit({ on: '2026-11-05', recordedOn: '2026-11-05' })]
    const sent = (doneOn: string | null) => texts(spec({ exits, records: { workTask: [task({ doneOn })] } }), 'F6')
    expect(sent(null)).toHaveLength(1)
    expect(sent('2026-11-22')).toEqual([])
    expect(sent('2026-11-23')).toHaveLength(1)
    expect(sent('2026-10-31')).toHaveLength(1)
  })

  test('of any due day: overdue exactly when it lies before', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30, max: 30 }), (days) => {
        expect(
          texts(spec({ records: { workTask: [task({ dueOn: addDays('2026-11-22', days) })] } }), 'F6'),
        ).toHaveLength(days < 0 ? 1 : 0)
      }),
    )
  })
})

describe('F9 试用期', () => {
  const contract = (validFrom: string, more: Partial<EmploymentContract> = {}, personId: string | null = '甲') =>
    recordOf('contract', { number: '聘1', years: 3, firstEmployment: true, ...more }, { personId, validFrom })
  const spec = (own: ReturnType<typeof contract>, more: Partial<SnapshotSpec> = {}): SnapshotSpec => ({
    units: [STATION, OFFICE],
    people: [seated('甲', '农技站', 'institution')],
    records: { contract: [own] },
    ...more,
  })

  test('three years and the first employment: twelve months, said in the last month and in the one before', () => {
    expect(findingsOf(run(spec(contract('2025-11-11'))), 'F9')).toEqual([
      {
        rule: 'F9',
        severity: 'info',
        effect: 'none',
        unitId: '农技站',
        personId: '甲',
        text: '甲2025年11月11日订立聘用合同，试用期 12 个月，2026年11月10日期满（本月满）。',
        remedy: '期满前考核，合格的办理转正和岗位聘用手续。',
        facts: { 试用期满: '2026-11-10', 提醒: '本月满' },
      },
    ])
    expect(findingsOf(run(spec(contract('2025-12-15'))), 'F9').map((finding) => finding.facts)).toEqual([
      { 试用期满: '2026-12-14', 提醒: '下月满' },
    ])
  })

  test('a contract of the first of a month ends with the month before: the limits of both reminders', () => {
    expect(texts(spec(contract('2025-11-01')), 'F9')).toEqual([])
    expect(texts(spec(contract('2025-11-02')), 'F9')[0]).toContain('2026年11月1日期满（本月满）')
    expect(texts(spec(contract('2025-12-01')), 'F9')[0]).toContain('2026年11月30日期满（本月满）')
    expect(texts(spec(contract('2026-01-01')), 'F9')[0]).toContain('2026年12月31日期满（下月满）')
    expect(texts(spec(contract('2026-01-02')), 'F9')).toEqual([])
    expect(texts(spec(contract('2025-12-31'), { asOf: '2026-12-31' }), 'F9')[0]).toContain(
      '2026年12月30日期满（本月满）',
    )
  })

  test('two years have no such 试用期, an open contract has; later employments have none', () => {
    expect(texts(spec(contract('2025-11-11', { years: 2 })), 'F9')).toEqual([])
    expect(texts(spec(contract('2025-11-11', { years: null })), 'F9')).toHaveLength(1)
    expect(texts(spec(contract('2025-11-11', { firstEmployment: false })), 'F9')).toEqual([])
  })

  test('of people counted in 事业编制 alone', () => {
    expect(texts(spec(contract('2025-11-11'), { people: [seated('甲', '党政办')] }), 'F9')).toEqual([])
    expect(
      texts(spec(contract('2025-11-11'), { people: [seated('甲', '农技站', 'institutionCivilService')] }), 'F9'),
    ).toEqual([])
    expect(
      texts(
        spec(contract('2025-11-11'), {
          people: [{ name: '甲', holdings: [{ unit: '农技站', kind: 'offQuota', offQuotaKind: 'agency' }] }],
        }),
        'F9',
      ),
    ).toEqual([])
    expect(texts(spec(contract('2025-11-11', {}, '去某')), 'F9')).toEqual([])
    expect(texts(spec(contract('2025-11-11', {}, null)), 'F9')).toEqual([])
  })

  test('of any day of the contract: reminded in exactly two months', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), (days) => {
        const from = addDays('2025-03-01', days)
        expect(texts(spec(contract(from)), 'F9')).toHaveLength(from > '2025-11-01' && from <= '2026-01-01' ? 1 : 0)
      }),
    )
  })
})
