import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDuties, freezeOn } from '../../../electron/domain/duties/calendar-duties.ts'
import {
  DEFAULT_DUTY_DATES,
  dayInMonth,
  dutyDatesWith,
  isDutyDate,
  type DutyDates,
} from '../../../electron/domain/duties/duty-dates.ts'
import { dutyList, keyOf, type DutyListInput } from '../../../electron/domain/duties/duty-list.ts'
import { addDays } from '../../../electron/domain/model/plain-date.ts'
import { buildSnapshot, recordOf, seat, type PersonSpec, type SnapshotSpec } from '../../kit/snapshot.ts'

const on = (day: string, dates: DutyDates = DEFAULT_DUTY_DATES) => calendarDuties(dates, day, day).map(keyOf)

describe('what comes round', () => {
  it.each([
    ['2026-11-30', ['monthly-report~2026-11']],
    ['2027-02-28', ['monthly-report~2027-02']],
    ['2028-02-28', []],
    ['2028-02-29', ['monthly-report~2028-02']],
    ['2026-06-30', ['monthly-report~2026-06', 'half-year-report~2026-1']],
    ['2026-12-15', ['annual-freeze~2026']],
    ['2026-12-31', ['monthly-report~2026-12', 'half-year-report~2026-2']],
    ['2027-01-10', ['annual-report~2026']],
    ['2027-01-11', []],
    ['2027-01-31', ['monthly-report~2027-01', 'hiring-plan~2027']],
    ['2026-07-31', ['monthly-report~2026-07', 'certificate-review~2026']],
    ['2026-05-31', ['monthly-report~2026-05']],
  ])('on %s', (day, expected) => expect(on(day)).toEqual(expected))

  it('on the days the book says, a day the month has not being its last', () => {
    const local = dutyDatesWith({
      monthlyDay: '25',
      halfYearSubmit1: '07-10',
      freezeFrom: '12-20',
      freezeTo: '12-31',
      hiringPlan: '02-29',
    })
    expect(on('2026-11-25', local)).toEqual(['monthly-report~2026-11'])
    expect(on('2026-11-30', local)).toEqual([])
    expect(on('2026-07-10', local)).toEqual(['half-year-report~2026-1'])
    expect(on('2027-02-28', local)).toEqual(['hiring-plan~2027'])
    expect(on('2026-12-31', local)).toEqual(['half-year-report~2026-2', 'annual-report~2026'])
    expect(dutyDatesWith({ monthlyDay: '0', halfYearSubmit1: '06-31', freezeFrom: 'x' })).toEqual(DEFAULT_DUTY_DATES)
    expect([
      isDutyDate('hiringPlan', '02-29'),
      isDutyDate('hiringPlan', '02-30'),
      isDutyDate('hiringPlan', '13-01'),
      isDutyDate('monthlyDay', '31'),
      isDutyDate('monthlyDay', '32'),
    ]).toEqual([true, false, false, true, false])
  })

  it('freezes from 12-15 through 1-10, over New Year, and not a day more', () => {
    const freeze = { from: '2026-12-15', to: '2027-01-10' }
    expect(
      ['2026-12-14', '2026-12-15', '2026-12-31', '2027-01-01', '2027-01-10', '2027-01-11'].map((day) =>
        freezeOn(DEFAULT_DUTY_DATES, day),
      ),
    ).toEqual([null, freeze, freeze, freeze, freeze, null])
  })

  it('in a range exactly what comes on its days, one by one; twelve monthly reports a year', () => {
    assert(
      property(integer({ min: 0, max: 2000 }), integer({ min: 0, max: 500 }), (start, length) => {
        const from = addDays('2024-01-01', start)
        const days = Array.from({ length: length + 1 }, (_, step) => addDays(from, step))
        expect(calendarDuties(DEFAULT_DUTY_DATES, from, addDays(from, length)).map(keyOf).toSorted()).toEqual(
          days.flatMap((day) => on(day)).toSorted(),
        )
      }),
      { numRuns: 15 },
    )
    expect(
      calendarDuties(DEFAULT_DUTY_DATES, '2027-01-01', '2027-12-31').filter((duty) => duty.duty === 'monthly-report'),
    ).toHaveLength(12)
  })
})

const OFFICE = '党政办'
const base = { units: [{ name: OFFICE, quotas: { administrative: 5 } }] }
function list(asOf: string, spec: Partial<SnapshotSpec> = {}, more: Partial<DutyListInput> = {}) {
  const snapshot = buildSnapshot({ ...base, asOf, ...spec })
  return dutyList({
    snapshot,
    dates: DEFAULT_DUTY_DATES,
    marks: [],
    from: addDays(asOf, -60),
    to: addDays(asOf, 90),
    since: '2026-01-01',
    ...more,
  })
}
/** What is due for people has a table of its own: due-duties.test.ts. */
const own = (duties: ReturnType<typeof list>) =>
  duties.filter((duty) => duty.kind === 'book' && !duty.duty.startsWith('due-'))
const young = (name: string, ...more: PersonSpec['holdings']): PersonSpec => ({
  name,
  birth: '1990-01',
  idNumber: null,
  holdings: [seat(OFFICE), ...more],
})

describe('what follows from the book', () => {
  it('借调期满, 离岗期满, 计划消化 by their own days, and gone when the fact is', () => {
    const lent = {
      kind: 'secondedOut' as const,
      counterpart: '县农业农村局',
      dueOn: '2026-12-20',
      validFrom: '2026-06-20',
    }
    const found = own(
      list('2026-11-22', {
        people: [
          young('甲', lent),
          {
            name: '乙',
            birth: '1990-01',
            idNumber: null,
            holdings: [seat(OFFICE, 'administrative', { dueOn: '2026-12-31' })],
          },
          young('丙'),
        ],
        absences: [
          {
            id: '离1',
            personId: '丙',
            kind: 'sickLeave',
            documentNumber: null,
            dueOn: '2026-12-01',
            validFrom: '2026-09-01',
            validTo: null,
          },
        ],
      }),
    )
    expect(found.map(({ title, dueOn, personId }) => [dueOn, title, personId])).toEqual([
      ['2026-12-01', '丙病休期满', '丙'],
      ['2026-12-20', '甲借出期满', '甲'],
      ['2026-12-31', '乙计划消化', '乙'],
    ])
    expect(found[1]?.detail).toBe('借出到县农业农村局。期满登记返回，或凭批准文件登记续延。')
    expect(own(list('2026-11-22', { people: [young('甲')] }))).toEqual([])
  })
  it('用编核准 that expires with seats left; none once all have come', () => {
    const approval = {
      id: '核1',
      unitId: OFFICE,
      category: 'administrative' as const,
      amount: 2,
      number: '用编〔2026〕1号',
      expiresOn: '2026-12-31',
      personId: null,
      validFrom: '2026-01-01',
      validTo: null,
    }
    expect(own(list('2026-11-22', { approvals: [approval] }))).toMatchObject([
      { duty: 'approval-expires', dueOn: '2026-12-31', detail: '党政办 行政编制还有 2 名没有到位，过期不能再用。' },
    ])
    expect(
      own(
        list('2026-11-22', {
          approvals: [approval],
          arrivals: [
            { approvalId: '核1', personId: 'x', on: '2026-02-01' },
            { approvalId: '核1', personId: 'y', on: '2026-02-01' },
          ],
        }),
      ),
    ).toEqual([])
  })
  it('出编核销 within ten working days; over a year whose holidays are unknown the day is said to be unknown', () => {
    const exit = {
      id: '出1',
      personId: 'x',
      personName: '邹离',
      unitId: OFFICE,
      on: '2026-09-21',
      recordedOn: '2026-09-21',
      cause: '31',
      documentNumber: null,
      proofs: [],
    }
    // 22–24, 28–30 September and 8–11 October (the 10th worked): the Mid-Autumn and National holidays lie between.
    expect(own(list('2026-10-01', { exits: [exit] }))).toMatchObject([
      { duty: 'exit-report', title: '邹离出编核销', dueOn: '2026-10-12', undated: null, state: 'ahead' },
    ])
    expect(own(list('2026-12-25', { exits: [{ ...exit, on: '2026-12-24' }] }))).toMatchObject([
      { dueOn: null, state: 'undated', undated: '没有 2027 年的放假安排，10 个工作日的截止日算不出' },
    ])
  })
  it('公示期满, tasks not done, and the month of a retirement with how sure it is', () => {
    const found = own(
      list('2026-11-22', {
        people: [{ name: '甲', birth: '1966-07', idNumber: null, holdings: [seat(OFFICE)] }],
        notices: [
          {
            id: '公1',
            number: '山溪乡公示〔2026〕1号',
            asOf: '2026-11-20',
            postedOn: '2026-11-20',
            endsOn: '2026-11-27',
            closedOn: null,
          },
        ],
        records: {
          workTask: [
            recordOf('workTask', {
              code: '1',
              title: '公布三定方案',
              taskKind: 'task',
              leadUnit: '党政办',
              responsibleUnit: null,
              supportingUnits: null,
              ours: null,
              dueOn: '2026-11-30',
              dueText: null,
              windowFrom: null,
              windowTo: null,
              doneOn: null,
              approvalNumber: null,
            }),
            recordOf('workTask', {
              code: '2',
              title: '已办的',
              taskKind: 'task',
              leadUnit: null,
              responsibleUnit: null,
              supportingUnits: null,
              ours: null,
              dueOn: '2026-11-30',
              dueText: null,
              windowFrom: null,
              windowTo: null,
              doneOn: '2026-11-20',
              approvalNumber: null,
            }),
          ],
        },
      }),
    )
    expect(found.map(({ dueOn, title }) => [dueOn, title])).toEqual([
      ['2026-11-27', '山溪乡公示〔2026〕1号公示期满'],
      ['2026-11-30', '公布三定方案'],
      ['2026-12-31', '甲到龄退休'],
    ])
    expect(found[2]?.detail).toBe(
      '党政办 干事，法定退休时间 2026-12。办理退休审批和出编。原法定退休年龄为推定，须组织（人社）部门核定。',
    )
  })
})

describe('how a duty stands', () => {
  const state = (asOf: string, marks: DutyListInput['marks'] = [], since = '2026-01-01') =>
    list(asOf, {}, { marks, since, from: '2026-11-01', to: '2026-11-30' }).map((duty) => duty.state)
  it('ahead, within a week, today, overdue; done whenever it was', () => {
    expect(['2026-11-22', '2026-11-23', '2026-11-30', '2026-12-01'].map((day) => state(day))).toEqual([
      ['ahead'],
      ['soon'],
      ['today'],
      ['overdue'],
    ])
    expect(
      state('2026-12-01', [{ duty: 'monthly-report', period: '2026-11', doneOn: '2026-11-29', note: null }]),
    ).toEqual(['done'])
    expect(
      state('2026-12-01', [{ duty: 'monthly-report', period: '2026-10', doneOn: '2026-11-29', note: null }]),
    ).toEqual(['overdue'])
  })
  it('nothing that came round before the book began is overdue', () => {
    expect(state('2026-12-05', [], '2026-11-30')).toEqual(['overdue'])
    expect(state('2026-12-05', [], '2026-12-01')).toEqual([])
  })
  it('a last day that is not worked is said with the working day before; of an unknown year nothing is said', () => {
    // 2026-05-31 is a Sunday, 2026-01-31 a Saturday; 2026-02-28 is a Saturday that is worked.
    expect(list('2026-05-01', {}, { from: '2026-05-31', to: '2026-05-31' })).toMatchObject([
      { workBy: '2026-05-29', missingYear: null },
    ])
    expect(list('2026-02-01', {}, { from: '2026-02-28', to: '2026-02-28' })).toMatchObject([
      { workBy: null, missingYear: null },
    ])
    expect(list('2026-12-01', {}, { from: '2027-02-28', to: '2027-02-28' })).toMatchObject([
      { workBy: null, missingYear: 2027 },
    ])
  })
  it('the last day of a month is found in every month', () => {
    expect(['2027-02', '2028-02', '2026-11', '2026-12'].map((month) => dayInMonth(month, 31))).toEqual([
      '2027-02-28',
      '2028-02-29',
      '2026-11-30',
      '2026-12-31',
    ])
  })
})
