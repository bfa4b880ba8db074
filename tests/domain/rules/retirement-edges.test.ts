import { describe, expect, test } from 'vitest'
import { addDays, addMonths } from '../../../electron/domain/model/plain-date.ts'
import type { RetirementArrangement } from '../../../electron/domain/model/person.ts'
import type { RetirementCategory } from '../../../electron/vocabulary/retirement.ts'
import { findingsOf, namesOn, run, seat, type PersonSpec } from '../../kit/snapshot.ts'

/*
 * Through the last day of the month of retirement a person is on the list; from the first day of the next they are off. Months as printed
 * in annexes 1 to 3 of the 2025 办法, not computed.
 */

const BIRTHS: readonly (readonly [string, RetirementCategory, string])[] = [
  ['1964-12-31', 'male60', '2024-12'],
  ['1965-01-01', 'male60', '2025-02'],
  ['1965-04-30', 'male60', '2025-05'],
  ['1965-05-01', 'male60', '2025-07'],
  ['1966-06-30', 'male60', '2026-11'],
  ['1976-09-15', 'male60', '2039-09'],
  ['1970-01-31', 'female55', '2025-02'],
  ['1971-02-28', 'female55', '2026-06'],
  ['1975-01-01', 'female50', '2025-02'],
  ['1984-11-30', 'female50', '2039-11'],
]
const last = (month: string) => addDays(`${addMonths(month, 1)}-01`, -1)
const EDGES: readonly (readonly [string, (month: string) => string, 'info' | 'error', 'in-quota' | 'non-compliant'])[] =
  [
    ['the day before the month', (month) => addDays(`${month}-01`, -1), 'info', 'in-quota'],
    ['its first day', (month) => `${month}-01`, 'info', 'in-quota'],
    ['its last day', last, 'info', 'in-quota'],
    ['the first day of the next', (month) => `${addMonths(month, 1)}-01`, 'error', 'non-compliant'],
  ]

const UNITS = [{ name: '民政所', kind: 'institution' as const, quotas: { institution: 2 } }]
function on(asOf: string, more: Partial<PersonSpec>) {
  const person: PersonSpec = {
    name: '郎某',
    holdings: [seat('民政所', 'institution', { title: '专技岗十级' })],
    ...more,
  }
  return run({ asOf, units: UNITS, people: [person] })
}

describe.each(BIRTHS)('born %s, %s: retires in %s', (birth, retirementCategory, month) => {
  test.each(EDGES)('%s', (_, dayOf, severity, list) => {
    const result = on(dayOf(month), { birth, retirementCategory, sex: retirementCategory === 'male60' ? '男' : '女' })
    expect(findingsOf(result, 'F7').map((finding) => finding.severity)).toEqual([severity])
    expect(namesOn(result, list)).toEqual(['郎某'])
  })
})

const ARRANGED: readonly (readonly [RetirementArrangement['kind'], string, string, string])[] = [
  ['lateFlexible', '1965-03', '2025-04', '2028-04'],
  ['earlyFlexible', '1966-06', '2026-11', '2026-06'],
  ['illness', '1974-02', '2036-06', '2026-05'],
  ['earlySpecial', '1971-08', '2033-04', '2027-02'],
  ['expertExtension', '1965-01', '2025-02', '2030-01'],
]

describe.each(ARRANGED)('%s, born %s, statutory %s, arranged %s', (kind, birth, statutory, month) => {
  const arranged: Partial<PersonSpec> = {
    birth,
    sex: '男',
    retirementArrangement: { kind, month, documentNumber: '宜人社延〔2025〕1号' },
  }
  test.each(EDGES)('%s of the arranged month', (_, dayOf, severity, list) => {
    const result = on(dayOf(month), arranged)
    expect(findingsOf(result, 'F7')).toMatchObject([{ severity, facts: { 退休年月: month } }])
    expect(findingsOf(result, 'F7')[0]?.text).toContain('宜人社延〔2025〕1号')
    expect(namesOn(result, list)).toEqual(['郎某'])
  })

  test('the statutory month no longer decides', () => {
    const day = `${addMonths(statutory, 1)}-01`
    expect(namesOn(on(day, { birth, sex: '男' }), 'non-compliant')).toEqual(['郎某'])
    expect(namesOn(on(day, arranged), month < statutory ? 'non-compliant' : 'in-quota')).toEqual(['郎某'])
  })
})
