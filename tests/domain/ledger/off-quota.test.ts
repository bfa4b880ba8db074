import { describe, expect, test } from 'vitest'
import { offQuotaLedger } from '../../../electron/domain/ledger/told/off-quota-ledger.ts'
import { runOffForecast } from '../../../electron/domain/ledger/told/run-off-forecast.ts'
import type { RunOffPlan } from '../../../electron/domain/model/limits.ts'
import type { OffQuotaKind } from '../../../electron/domain/model/person.ts'
import { buildSnapshot, inventedId, seated, type PersonSpec, type SnapshotSpec } from '../../kit/snapshot.ts'

const UNIT = { name: '农服中心', kind: 'institution' as const, quotas: { institution: 3 } }
const hired = (
  name: string,
  more: Partial<PersonSpec> = {},
  kind: OffQuotaKind = 'selfHired',
  validFrom = '2020-01-01',
  validTo: string | null = null,
): PersonSpec => ({
  name,
  idNumber: null,
  birth: null,
  sex: null,
  holdings: [{ unit: '农服中心', kind: 'offQuota', offQuotaKind: kind, title: '护林员', validFrom, validTo }],
  ...more,
})
const control = (kind: OffQuotaKind, amount: number) => ({
  id: kind,
  kind,
  amount,
  documentNumber: '山编〔2026〕8号',
  validFrom: '2026-01-01',
  validTo: null,
})
const plan = (year: number, amount: number, kind: OffQuotaKind = 'selfHired'): RunOffPlan => ({
  kind,
  year,
  amount,
  documentNumber: null,
})

function ledger(people: readonly PersonSpec[], more: Partial<SnapshotSpec> = {}) {
  const snapshot = buildSnapshot({ units: [UNIT], people, ...more })
  // The kit puts ended holdings among those in force; a loaded snapshot does not.
  return offQuotaLedger({
    ...snapshot,
    holdings: snapshot.holdings.filter((holding) => holding.validTo === null || holding.validTo > snapshot.asOf),
  })
}

describe('numbers by kind', () => {
  test('against the 控制数; a kind without one is never over, one without people shows its number', () => {
    const people = [
      hired('甲', {}, 'purchasedService'),
      hired('乙', {}, 'purchasedService'),
      hired('丙'),
      seated('在编', '农服中心', 'institution'),
    ]
    const result = ledger(people, { offQuotaControls: [control('purchasedService', 1), control('publicWelfare', 4)] })
    expect(result.kinds).toEqual([
      { kind: 'selfHired', control: null, documentNumber: null, actual: 1, over: 0 },
      { kind: 'purchasedService', control: 1, documentNumber: '山编〔2026〕8号', actual: 2, over: 1 },
      { kind: 'publicWelfare', control: 4, documentNumber: '山编〔2026〕8号', actual: 0, over: 0 },
    ])
    expect(result.people.map((person) => [person.name, person.unit, person.post, person.kind, person.from])).toEqual([
      ['甲', '农服中心', '护林员', 'purchasedService', '2020-01-01'],
      ['乙', '农服中心', '护林员', 'purchasedService', '2020-01-01'],
      ['丙', '农服中心', '护林员', 'selfHired', '2020-01-01'],
    ])
  })

  test('up to the 控制数 is not over; two posts of one kind are one person, of two kinds one in each', () => {
    const own = (kind: OffQuotaKind) => ({ unit: '农服中心', kind: 'offQuota' as const, offQuotaKind: kind })
    const people = [
      { ...hired('双'), holdings: [own('selfHired'), own('selfHired'), own('agency')] },
      hired('甲'),
      { ...hired('未'), holdings: [{ ...own('agency'), offQuotaKind: null }] },
    ]
    const result = ledger(people, { offQuotaControls: [control('selfHired', 2)] })
    expect(result.kinds.map(({ kind, actual, over }) => [kind, actual, over])).toEqual([
      ['selfHired', 2, 0],
      ['agency', 1, 0],
    ])
    // Whose kind is not on record stands in no line.
    expect(result.people.map(({ name, kind }) => [name, kind])).toEqual([
      ['双', 'selfHired'],
      ['双', 'selfHired'],
      ['双', 'agency'],
      ['甲', 'selfHired'],
    ])
  })

  test('since when: the day they came, a month by its first day, before the day of the post', () => {
    const since = (enteredOn: string | null) =>
      ledger([{ ...hired('甲'), holdings: hired('甲').holdings.map((each) => ({ ...each, enteredOn })) }]).people[0]
        ?.from
    expect([since('2018-03'), since('2018-03-15'), since(null)]).toEqual(['2018-03-01', '2018-03-15', '2020-01-01'])
  })

  test('birth and sex by the ID number where they are not on record; what is on record comes first', () => {
    const idNumber = inventedId('1965-05-01', '男')
    const retires = (more: Partial<PersonSpec>) => ledger([hired('甲', { idNumber, ...more })]).people[0]?.retires
    expect(retires({})).toBe('2025-07')
    expect(retires({ sex: '女' })).toBe(null)
    expect(retires({ birth: '1965-09' })).not.toBe('2025-07')
  })

  test('retirement where it can be known: a man by his birth, a woman only by the age on record', () => {
    const people = [
      hired('男', { sex: '男', birth: '1965-05' }),
      hired('女', { sex: '女', birth: '1975-01' }),
      hired('核', { sex: '女', birth: '1975-01', retirementCategory: 'female50' }),
      hired('缺'),
    ]
    expect(ledger(people).people.map((person) => [person.name, person.retires])).toEqual([
      ['男', '2025-07'],
      ['女', null],
      ['核', '2025-02'],
      ['缺', null],
    ])
  })
})

describe('逐步消化', () => {
  const forecast = (
    history: readonly PersonSpec[],
    plans: readonly RunOffPlan[],
    retireMonths: Readonly<Record<string, string>> = {},
  ) => {
    const { offQuotaHistory } = buildSnapshot({ units: [UNIT], people: history })
    return runOffForecast({
      asOf: '2026-11-22',
      history: offQuotaHistory,
      plans,
      retireMonths: new Map(Object.entries(retireMonths)),
    })
  }
  const staff = ['甲', '乙', '丙', '丁', '戊'].map((name) => hired(name))

  test('ten years from this one; the plan of each year comes off', () => {
    const rows = forecast(staff, [plan(2027, 2), plan(2029, 1)])
    expect(rows.map((row) => row.year)).toEqual([2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035])
    expect(rows.map((row) => row.remaining)).toEqual([5, 3, 3, 2, 2, 2, 2, 2, 2, 2])
    expect(rows.map((row) => row.planned).slice(0, 4)).toEqual([null, 2, null, 1])
  })

  test('retirements come off where nothing is planned; a plan counts them in', () => {
    const rows = forecast(staff, [plan(2027, 2)], { 甲: '2027-03', 乙: '2028-01', 丙: '2028-12' })
    expect(rows.slice(0, 3).map((row) => [row.retiring, row.remaining])).toEqual([
      [0, 5],
      [1, 3],
      [2, 1],
    ])
  })

  test('whose month has passed is expected to go this year', () => {
    expect(forecast(staff, [], { 甲: '2024-02' })[0]).toMatchObject({ year: 2026, retiring: 1, remaining: 4 })
  })

  test('who already left this year comes off the plan, not off the people again', () => {
    const gone = [
      hired('走1', {}, 'selfHired', '2020-01-01', '2026-03-01'),
      hired('走2', {}, 'selfHired', '2020-01-01', '2026-04-01'),
    ]
    expect(forecast([...staff, ...gone], [plan(2026, 3)])[0]).toEqual({
      year: 2026,
      kind: 'selfHired',
      planned: 3,
      retiring: 0,
      left: 2,
      remaining: 4,
    })
  })

  test('a year gone by is counted, not expected; somebody who only changed post did not leave', () => {
    const moved: PersonSpec = {
      ...hired('换'),
      holdings: [
        {
          unit: '农服中心',
          kind: 'offQuota',
          offQuotaKind: 'selfHired',
          validFrom: '2020-01-01',
          validTo: '2025-06-01',
        },
        { unit: '农服中心', kind: 'offQuota', offQuotaKind: 'selfHired', validFrom: '2025-06-01' },
      ],
    }
    const left = hired('走', {}, 'selfHired', '2020-01-01', '2025-07-01')
    expect(forecast([...staff, moved, left], [plan(2025, 2)])[0]).toEqual({
      year: 2025,
      kind: 'selfHired',
      planned: 2,
      retiring: 0,
      left: 1,
      remaining: 6,
    })
  })

  test('the last day of a year is of that year, the day asked for counts, the day after does not yet', () => {
    const until = (day: string) => hired(`走${day}`, {}, 'selfHired', '2020-01-01', day)
    const rows = forecast(
      [...staff, ...['2024-12-31', '2025-01-01', '2025-12-31', '2026-11-22', '2026-11-23'].map(until)],
      [plan(2024, 1), plan(2025, 1)],
    )
    expect(rows.slice(0, 3).map((row) => [row.year, row.left, row.remaining])).toEqual([
      [2024, 1, 9],
      [2025, 2, 7],
      [2026, 1, 6],
    ])
  })

  test('who left and is back did not leave; who left twice left once', () => {
    const stay = (validFrom: string, validTo: string | null) => ({
      unit: '农服中心',
      kind: 'offQuota' as const,
      offQuotaKind: 'selfHired' as const,
      validFrom,
      validTo,
    })
    const back = { ...hired('归'), holdings: [stay('2020-01-01', '2026-02-01'), stay('2026-05-01', null)] }
    const twice = { ...hired('再'), holdings: [stay('2020-01-01', '2026-02-01'), stay('2026-05-01', '2026-06-01')] }
    expect(forecast([back, twice], [])[0]).toMatchObject({ left: 1, remaining: 1 })
  })

  test('more gone than planned frees nobody to come back; retirements beyond the plan count', () => {
    const gone = ['走1', '走2', '走3'].map((name) => hired(name, {}, 'selfHired', '2020-01-01', '2026-03-01'))
    expect(forecast([...staff, ...gone], [plan(2026, 1)])[0]).toMatchObject({ left: 3, remaining: 5 })
    expect(forecast(staff, [plan(2026, 1)], { 甲: '2026-12', 乙: '2026-01' })[0]).toMatchObject({ remaining: 3 })
  })

  test('who is gone retires from nowhere; a plan of its kind is told without anybody, a kind nobody is left of is not', () => {
    const gone = hired('走', {}, 'agency', '2020-01-01', '2026-03-01')
    expect(forecast([gone], [], { 走: '2027-01' })).toEqual([])
    const rows = forecast([gone], [plan(2027, 1, 'agency')], { 走: '2027-01' })
    expect(rows).toHaveLength(10)
    expect(rows[1]).toEqual({ year: 2027, kind: 'agency', planned: 1, retiring: 0, left: 0, remaining: 0 })
  })

  test('year by year, and in a year kind by kind; years gone by only with a plan of the kind', () => {
    const rows = forecast([hired('乙', {}, 'agency'), hired('甲')], [plan(2025, 1, 'agency'), plan(2024, 1)])
    expect(rows.slice(0, 6).map((row) => `${row.year} ${row.kind}`)).toEqual([
      '2024 selfHired',
      '2025 agency',
      '2026 selfHired',
      '2026 agency',
      '2027 selfHired',
      '2027 agency',
    ])
  })

  test('never below nobody, and kinds apart', () => {
    const rows = forecast([hired('甲'), hired('乙', {}, 'agency')], [plan(2026, 9), plan(2027, 9)])
    expect(rows.filter((row) => row.year === 2027).map((row) => [row.kind, row.planned, row.remaining])).toEqual([
      ['selfHired', 9, 0],
      ['agency', null, 1],
    ])
  })

  test('nobody and no plan: nothing to tell', () => {
    expect(forecast([], [])).toEqual([])
  })
})
