import { describe, expect, test } from 'vitest'
import { offQuotaLedger } from '../../../electron/domain/ledger/off-quota-ledger.ts'
import { runOffForecast } from '../../../electron/domain/ledger/run-off-forecast.ts'
import type { RunOffPlan } from '../../../electron/domain/model/limits.ts'
import type { OffQuotaKind } from '../../../electron/domain/model/person.ts'
import { buildSnapshot, seated, type PersonSpec, type SnapshotSpec } from '../../kit/snapshot.ts'

const UNIT = { name: '农服中心', kind: 'institution' as const, quotas: { institution: 3 } }
const hired = (name: string, more: Partial<PersonSpec> = {}, kind: OffQuotaKind = 'selfHired', validFrom = '2020-01-01', validTo: string | null = null): PersonSpec => ({
  name, idNumber: null, birth: null, sex: null, holdings: [{ unit: '农服中心', kind: 'offQuota', offQuotaKind: kind, title: '护林员', validFrom, validTo }], ...more,
})
const control = (kind: OffQuotaKind, amount: number) => ({ id: kind, kind, amount, documentNumber: '山编〔2026〕8号', validFrom: '2026-01-01', validTo: null })
const plan = (year: number, amount: number, kind: OffQuotaKind = 'selfHired'): RunOffPlan => ({ kind, year, amount, documentNumber: null })

function ledger(people: readonly PersonSpec[], more: Partial<SnapshotSpec> = {}) {
  const snapshot = buildSnapshot({ units: [UNIT], people, ...more })
  // The kit puts ended holdings among those in force; a loaded snapshot does not.
  return offQuotaLedger({ ...snapshot, holdings: snapshot.holdings.filter((holding) => holding.validTo === null || holding.validTo > snapshot.asOf) })
}

describe('numbers by kind', () => {
  test('against the 控制数; a kind without one is never over, one without people shows its number', () => {
    const people = [hired('甲', {}, 'purchasedService'), hired('乙', {}, 'purchasedService'), hired('丙'), seated('在编', '农服中心', 'institution')]
    const result = ledger(people, { offQuotaControls: [control('purchasedService', 1), control('publicWelfare', 4)] })
    expect(result.kinds).toEqual([
      { kind: 'selfHired', control: null, documentNumber: null, actual: 1, over: 0 },
      { kind: 'purchasedService', control: 1, documentNumber: '山编〔2026〕8号', actual: 2, over: 1 },
      { kind: 'publicWelfare', control: 4, documentNumber: '山编〔2026〕8号', actual: 0, over: 0 },
    ])
    expect(result.people.map((person) => [person.name, person.unit, person.post, person.kind, person.from])).toEqual([
      ['甲', '农服中心', '护林员', 'purchasedService', '2020-01-01'], ['乙', '农服中心', '护林员', 'purchasedService', '2020-01-01'], ['丙', '农服中心', '护林员', 'selfHired', '2020-01-01'],
    ])
  })

  test('retirement where it can be known: a man by his birth, a woman only by the age on record', () => {
    const people = [hired('男', { sex: '男', birth: '1965-05' }), hired('女', { sex: '女', birth: '1975-01' }), hired('核', { sex: '女', birth: '1975-01', retirementCategory: 'female50' }), hired('缺')]
    expect(ledger(people).people.map((person) => [person.name, person.retires])).toEqual([['男', '2025-07'], ['女', null], ['核', '2025-02'], ['缺', null]])
  })
})

describe('逐步消化', () => {
  const forecast = (history: readonly PersonSpec[], plans: readonly RunOffPlan[], retireMonths: Readonly<Record<string, string>> = {}) => {
    const { offQuotaHistory } = buildSnapshot({ units: [UNIT], people: history })
    return runOffForecast({ asOf: '2026-11-22', history: offQuotaHistory, plans, retireMonths: new Map(Object.entries(retireMonths)) })
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
    expect(rows.slice(0, 3).map((row) => [row.retiring, row.remaining])).toEqual([[0, 5], [1, 3], [2, 1]])
  })

  test('whose month has passed is expected to go this year', () => {
    expect(forecast(staff, [], { 甲: '2024-02' })[0]).toMatchObject({ year: 2026, retiring: 1, remaining: 4 })
  })

  test('who already left this year comes off the plan, not off the people again', () => {
    const gone = [hired('走1', {}, 'selfHired', '2020-01-01', '2026-03-01'), hired('走2', {}, 'selfHired', '2020-01-01', '2026-04-01')]
    expect(forecast([...staff, ...gone], [plan(2026, 3)])[0]).toEqual({ year: 2026, kind: 'selfHired', planned: 3, retiring: 0, left: 2, remaining: 4 })
  })

  test('a year gone by is counted, not expected; somebody who only changed post did not leave', () => {
    const moved: PersonSpec = { ...hired('换'), holdings: [{ unit: '农服中心', kind: 'offQuota', offQuotaKind: 'selfHired', validFrom: '2020-01-01', validTo: '2025-06-01' }, { unit: '农服中心', kind: 'offQuota', offQuotaKind: 'selfHired', validFrom: '2025-06-01' }] }
    const left = hired('走', {}, 'selfHired', '2020-01-01', '2025-07-01')
    expect(forecast([...staff, moved, left], [plan(2025, 2)])[0]).toEqual({ year: 2025, kind: 'selfHired', planned: 2, retiring: 0, left: 1, remaining: 6 })
  })

  test('never below nobody, and kinds apart', () => {
    const rows = forecast([hired('甲'), hired('乙', {}, 'agency')], [plan(2026, 9), plan(2027, 9)])
    expect(rows.filter((row) => row.year === 2027).map((row) => [row.kind, row.planned, row.remaining])).toEqual([['selfHired', 9, 0], ['agency', null, 1]])
  })

  test('nobody and no plan: nothing to tell', () => {
    expect(forecast([], [])).toEqual([])
  })
})
