import { array, assert, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forecast } from '../../../electron/domain/forecast/forecast.ts'
import { computeFigures } from '../../../electron/domain/quota/figures.ts'
import { ANNEXES, ANNEX_ROWS } from '../../kit/retirement-annexes.ts'
import { buildSnapshot, seat, type PersonSpec, type SnapshotSpec } from '../../kit/snapshot.ts'

/* Months are those printed in the annexes (tests/kit/retirement-annexes.ts), not those of the program's own formula. */

const ALERTS = [12, 6, 3, 1]
const OFFICE = '党政办'
const CENTRE = '农业中心'
const UNITS = [
  { name: OFFICE, quotas: { administrative: 2 } },
  { name: CENTRE, kind: 'institution' as const, quotas: { institution: 3 } },
]

function ask(people: readonly PersonSpec[], more: Partial<SnapshotSpec> & { readonly years?: number } = {}) {
  const { years = 10, ...spec } = more
  const snapshot = buildSnapshot({ units: UNITS, people, ...spec })
  return forecast(snapshot, computeFigures(snapshot), { years, alerts: ALERTS })
}
const man = (name: string, birth: string, more: Partial<PersonSpec> = {}): PersonSpec => ({
  name,
  birth,
  idNumber: null,
  holdings: [seat(OFFICE)],
  ...more,
})
const woman = (name: string, birth: string, title: string, more: Partial<PersonSpec> = {}): PersonSpec => ({
  name,
  sex: '女',
  birth,
  idNumber: null,
  holdings: [seat(CENTRE, 'institution', { title })],
  ...more,
})
const printed = (category: keyof typeof ANNEXES, birth: string) =>
  ANNEXES[category].find((row) => row.birth === birth)?.retire

describe('who retires when', () => {
  it('by the annex row of birth and category, on the basis said', () => {
    const { people } = ask([
      man('甲', '1970-06'),
      woman('乙', '1975-03', '管理岗九级'),
      woman('丙', '1980-02', '工勤技能岗三级'),
    ])
    expect(
      people.map(({ personId, month, retirementCategory, recorded }) => [
        personId,
        month,
        retirementCategory,
        recorded,
      ]),
    ).toEqual(
      [
        ['甲', printed('male60', '1970-06'), 'male60', false],
        ['乙', printed('female55', '1975-03'), 'female55', false],
        ['丙', printed('female50', '1980-02'), 'female50', false],
      ].toSorted((left, right) => (String(left[1]) < String(right[1]) ? -1 : 1)),
    )
    expect(people.find((one) => one.personId === '丙')?.basis).toContain('工人退休')
  })
  it('what is on record goes before what would be proposed', () => {
    expect(ask([woman('乙', '1975-03', '管理岗九级', { retirementCategory: 'female50' })]).people).toMatchObject([
      { retirementCategory: 'female50', recorded: true, basis: '已登记', month: printed('female50', '1975-03') },
    ])
  })
  it('who must be asked is told with the range and stands in no number; never from sex alone', () => {
    const told = ask([woman('乙', '1975-03', '', {}), { ...woman('丁', '1975-03', '管理岗九级'), birth: null }])
    expect(told.people).toEqual([])
    expect(told.unknown).toMatchObject([
      { personId: '乙', why: 'asked', earliest: printed('female50', '1975-03'), latest: printed('male60', '1975-03') },
      { personId: '丁', why: 'birthMissing', earliest: null },
    ])
    expect(told.years.every((year) => year.retiring === 0)).toBe(true)
  })
  it('only who is counted: no 编外, no 借入, nobody twice for 兼任', () => {
    const told = ask([
      man('甲', '1970-06', { holdings: [seat(OFFICE), { unit: CENTRE, kind: 'concurrent' }] }),
      man('外', '1967-01', { holdings: [{ unit: OFFICE, kind: 'offQuota', offQuotaKind: 'selfHired' }] }),
      man('借', '1967-01', { holdings: [{ unit: OFFICE, kind: 'secondedIn', counterpart: '县文化局' }] }),
    ])
    expect(told.people.map((one) => one.personId)).toEqual(['甲'])
  })
  it.each([
    ['1966-08', '2027-01', 2, 3],
    ['1966-04', '2026-08', -3, null],
    ['1966-07', '2026-12', 1, 1],
    ['1966-06', '2026-11', 0, 1],
    ['1967-02', '2027-09', 10, 12],
    ['1967-05', '2028-01', 14, null],
  ] as const)('born %s, statutory %s: %i months ahead, notice %s', (birth, month, ahead, alert) => {
    expect(ask([man('甲', birth)]).people).toMatchObject([{ month, monthsAhead: ahead, alert, overdue: ahead < 0 }])
    expect(month).toBe(printed('male60', birth))
  })
  it('whoever should have gone already counts in the present year', () => {
    const told = ask([man('甲', '1964-03')])
    expect(told.people).toMatchObject([{ month: '2024-03', year: 2026, overdue: true }])
    expect(told.years[0]).toMatchObject({ year: 2026, retiring: 1, overdue: 1 })
  })
})

describe('what that frees', () => {
  const three = [man('甲', '1966-07'), man('乙', '1968-01'), man('丙', '1985-01')]
  it('a seat of an over-quota line is not vacant before the line is back at its quota', () => {
    const [line] = ask(three, { years: 4 }).lines
    expect(line).toMatchObject({ unitId: OFFICE, quota: 2, actual: 3, over: 1 })
    expect(
      line?.years.map(({ year, retiring, remaining, vacancy, over }) => [year, retiring, remaining, vacancy, over]),
    ).toEqual([
      [2026, 1, 2, 0, 0],
      [2027, 0, 2, 0, 0],
      [2028, 1, 1, 1, 0],
      [2029, 0, 1, 1, 0],
    ])
  })
  it('runs off with the retirement that brings it to the quota; later if the approved come; never if too few are known to go', () => {
    const approvals = [
      {
        id: '核1',
        unitId: OFFICE,
        category: 'administrative' as const,
        amount: 1,
        number: '用编1号',
        expiresOn: null,
        personId: null,
        validFrom: '2026-01-01',
        validTo: null,
      },
    ]
    expect(ask(three).runOffs).toMatchObject([
      { over: 1, reserved: 0, withoutEntries: '2026-12', withEntries: '2026-12', unknown: 0, plannedBy: null },
    ])
    expect(ask(three, { approvals }).runOffs).toMatchObject([
      { over: 1, reserved: 1, withoutEntries: '2026-12', withEntries: printed('male60', '1968-01') },
    ])
    expect(
      ask([...three.slice(0, 2), { ...man('丙', '1985-01'), birth: null }], {
        approvals: [{ ...approvals[0]!, amount: 2 }],
      }).runOffs,
    ).toMatchObject([{ withEntries: null, unknown: 1 }])
    expect(ask(three.slice(0, 2)).runOffs).toEqual([])
  })
  it('says by which day it was planned to', () => {
    const planned = [
      ...three.slice(0, 2),
      man('丙', '1985-01', { holdings: [seat(OFFICE, 'administrative', { dueOn: '2027-06-30' })] }),
    ]
    expect(ask(planned).runOffs).toMatchObject([{ plannedBy: '2027-06-30' }])
  })
})

it('years, people and lines agree with one another and with a recount from the printed tables', () => {
  const rows = ANNEX_ROWS.map((row, place) => ({ ...row, place }))
  const anybody = record({ row: constantFrom(...rows), office: integer({ min: 0, max: 1 }) })
  assert(
    property(array(anybody, { maxLength: 25 }), integer({ min: 1, max: 15 }), (crowd, years) => {
      const people = crowd.map(({ row, office }, place): PersonSpec => ({
        name: `员${place}`,
        sex: row.category === 'male60' ? '男' : '女',
        birth: row.birth,
        idNumber: null,
        retirementCategory: row.category,
        holdings: [office === 0 ? seat(OFFICE) : seat(CENTRE, 'institution')],
      }))
      const told = ask(people, { years })
      const yearOf = (retire: string) => Math.max(2026, Number(retire.slice(0, 4)))
      for (const { year, retiring, personIds, byCategory } of told.years) {
        const expected = crowd.filter(({ row }) => yearOf(row.retire) === year)
        expect([retiring, personIds.length]).toEqual([expected.length, expected.length])
        expect((byCategory.administrative ?? 0) + (byCategory.institution ?? 0)).toBe(expected.length)
        expect(
          told.lines.reduce((sum, line) => sum + (line.years.find((own) => own.year === year)?.retiring ?? 0), 0),
        ).toBe(expected.length)
      }
      for (const line of told.lines) {
        const own = crowd.filter(({ office }) => (office === 0 ? OFFICE : CENTRE) === line.unitId)
        expect(line.years.map((year) => year.remaining)).toEqual(
          line.years.map((year) => own.filter(({ row }) => yearOf(row.retire) > year.year).length),
        )
      }
      for (const runOff of told.runOffs) {
        const months = crowd
          .filter(({ office }) => (office === 0 ? OFFICE : CENTRE) === runOff.unitId)
          .map(({ row }) => row.retire)
        // Nobody leaves before the month is reached; on it, the line is at its quota for the first time.
        const leftBy = (month: string) => months.filter((own) => own <= month).length
        expect(leftBy(runOff.withoutEntries ?? '') >= runOff.over).toBe(true)
        expect(months.filter((own) => own < (runOff.withoutEntries ?? '')).length).toBeLessThan(runOff.over)
      }
    }),
    { numRuns: 60 },
  )
})
