import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMonths } from '../../../electron/domain/model/plain-date.ts'
import { statutoryRetirement } from '../../../electron/domain/retirement/statutory-retirement.ts'
import { retirementRule } from '../../../electron/domain/rules/national/f7-retirement.ts'
import { flagsWith } from '../../kit/rule-flags.ts'
import { findingsOf, namesOn, run, seat, type PersonSpec } from '../../kit/snapshot.ts'

const UNITS = [{ name: '民政所', kind: 'institution' as const, quotas: { institution: 2 } }]
const person = (more: Partial<PersonSpec>, title = '管理岗九级'): PersonSpec => ({
  name: '郎某',
  birth: '1965-01',
  holdings: [seat('民政所', 'institution', { title })],
  ...more,
})
const on = (asOf: string, more: Partial<PersonSpec> = {}, title?: string) =>
  run({ asOf, units: UNITS, people: [person(more, title)] })

describe('F7 到龄未退', () => {
  test('the first man of the reform, born 1965-01, retires in 2025-02: the month before and the month itself are reminders, the month after is due', () => {
    const before = on('2025-01-31')
    expect(findingsOf(before, 'F7')).toEqual([
      expect.objectContaining({
        severity: 'info',
        effect: 'none',
        facts: { 退休年月: '2025-02', 还有月数: 1, 提醒档: 1 },
      }),
    ])
    expect(namesOn(before, 'in-quota')).toEqual(['郎某'])
    for (const day of ['2025-02-01', '2025-02-28']) {
      const within = on(day)
      expect(findingsOf(within, 'F7')).toEqual([
        expect.objectContaining({
          severity: 'info',
          effect: 'none',
          text: '郎某（民政所 管理岗九级）1965年1月出生，法定退休时间为2025年2月（原 60 周岁），本月到龄，应办理。',
        }),
      ])
      expect(namesOn(within, 'in-quota')).toEqual(['郎某'])
    }
    const due = on('2025-03-01')
    expect(findingsOf(due, 'F7')).toEqual([
      expect.objectContaining({
        severity: 'error',
        effect: 'eligibility',
        text: '郎某（民政所 管理岗九级）1965年1月出生，法定退休时间为2025年2月（原 60 周岁），已过 1 个月，仍在占用编制。',
      }),
    ])
    expect(namesOn(due, 'non-compliant')).toEqual(['郎某'])
  })

  test('how long past', () => {
    expect(findingsOf(on('2026-11-22', { birth: '1964-03' }), 'F7')[0]).toMatchObject({
      text: expect.stringContaining('2024年3月（原 60 周岁），已过 32 个月'),
      facts: { 超过月数: 32 },
    })
  })

  test.each([
    ['2024-01-31', null],
    ['2024-02-01', 12],
    ['2024-08-01', 6],
    ['2024-11-30', 3],
  ])('on %s the reminder is the %s month one', (asOf, alert) => {
    expect(findingsOf(on(asOf), 'F7').map((finding) => finding.facts['提醒档'])).toEqual(alert === null ? [] : [alert])
  })

  test('women by their post: 工勤 50, 管理 55', () => {
    const born = { birth: '1975-01', sex: '女' as const }
    expect(findingsOf(on('2025-03-01', born, '工勤技能岗三级'), 'F7')[0]).toMatchObject({
      effect: 'eligibility',
      facts: { 退休年月: '2025-02' },
    })
    expect(findingsOf(on('2025-03-01', born, '管理岗九级'), 'F7')).toEqual([])
  })

  test('the category on record goes before the proposal', () => {
    expect(
      findingsOf(on('2025-03-01', { birth: '1975-01', sex: '女', retirementCategory: 'female50' }), 'F7')[0]?.effect,
    ).toBe('eligibility')
  })

  test('where it must be asked: 待核 while the answers differ, certain once they agree', () => {
    const unclear = { birth: '1966-06', sex: '女' as const, rank: '四级调研员' }
    expect(findingsOf(on('2020-01-15', unclear), 'F7')).toEqual([
      expect.objectContaining({
        severity: 'info',
        effect: 'none',
        text: expect.stringContaining('原法定退休年龄待核'),
      }),
    ])
    expect(findingsOf(on('2030-01-15', unclear), 'F7')[0]?.effect).toBe('eligibility')
    expect(findingsOf(on('2012-01-15', unclear), 'F7')).toEqual([])
  })

  test('the birth of record decides, not the number; without one the number does', () => {
    const number = person({ birth: '1985-06' })
    expect(
      findingsOf(on('2026-11-22', { birth: '1964-03', idNumber: number.idNumber ?? null }), 'F7')[0]?.facts['退休年月'],
    ).toBe('2024-03')
    expect(
      findingsOf(
        run({ asOf: '2026-11-22', units: UNITS, people: [person({ birth: null, idNumber: '362201196403159912' })] }),
        'F7',
      )[0]?.facts['退休年月'],
    ).toBe('2024-03')
  })

  test('neither birth nor number: nothing is said; neither sex nor number: the age must be asked', () => {
    expect(findingsOf(on('2026-11-22', { birth: null, idNumber: null }), 'F7')).toEqual([])
    expect(findingsOf(on('2024-12-15', { birth: '1975-01', sex: null, idNumber: null }), 'F7')).toEqual([
      expect.objectContaining({
        severity: 'info',
        text: '郎某（民政所 管理岗九级）1975年1月出生，原法定退休年龄待核：原 50 周岁为2025年2月，原 55 周岁为2031年5月，原 60 周岁为2037年8月。',
      }),
    ])
    expect(findingsOf(on('2025-03-01', { birth: '1965-01', sex: null }), 'F7')).toMatchObject([
      { severity: 'error', facts: { 退休年月: '2025-02' } },
    ])
  })

  test('a locality without reminders is told on the month itself', () => {
    const spec = (asOf: string) => ({ asOf, units: UNITS, people: [person({})] })
    expect(flagsWith(retirementRule, spec('2025-01-31'), { retirementAlertMonths: [] })).toEqual([])
    expect(flagsWith(retirementRule, spec('2025-02-01'), { retirementAlertMonths: [] })).toHaveLength(1)
  })

  test('silent for people who are not counted, and for those already registered as retired (C5)', () => {
    const helper: PersonSpec = {
      name: '聘某',
      birth: '1950-01',
      holdings: [{ unit: '民政所', kind: 'offQuota', offQuotaKind: 'selfHired' }],
    }
    const retired = { ...person({ birth: '1960-01' }), holdings: [seat('民政所', 'institution', { remark: '已退休' })] }
    const result = run({ units: UNITS, people: [helper, retired] })
    expect(findingsOf(result, 'F7')).toEqual([])
    expect(findingsOf(result, 'C5')).toHaveLength(1)
  })

  test('of any birth month and category: nothing a year and more ahead, a reminder through the month itself, due from the month after', () => {
    const birth = fc
      .tuple(fc.integer({ min: 1955, max: 1990 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`)
    fc.assert(
      fc.property(
        birth,
        fc.constantFrom('male60' as const, 'female55' as const, 'female50' as const),
        (born, retirementCategory) => {
          const { retireMonth } = statutoryRetirement(born, retirementCategory)
          const severityOn = (months: number) =>
            findingsOf(on(`${addMonths(retireMonth, months)}-15`, { birth: born, retirementCategory }), 'F7').map(
              (finding) => finding.severity,
            )
          expect(severityOn(-13)).toEqual([])
          expect(severityOn(-12)).toEqual(['info'])
          expect(severityOn(-1)).toEqual(['info'])
          expect(severityOn(0)).toEqual(['info'])
          expect(severityOn(1)).toEqual(['error'])
        },
      ),
      { numRuns: 60 },
    )
  })
})
