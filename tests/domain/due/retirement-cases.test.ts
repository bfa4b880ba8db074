import { describe, expect, test } from 'vitest'
import { recordOf, seat } from '../../kit/snapshot.ts'
import { dueOn, edgeOf, ON_EDGE, OFFICE, reviewsOf, STATION, WHO } from './due-kit.ts'
import type { PersonSpec } from '../../kit/snapshot.ts'

const person = (more: Partial<PersonSpec>): { readonly people: readonly PersonSpec[] } => ({
  people: [{ name: WHO, holdings: [seat(OFFICE)], ...more }],
})
const retiring = (more: Partial<PersonSpec>, asOf: string) =>
  dueOn('retirement', person(more), asOf).find(({ what }) => what === 'retirement')

describe('到龄退休 (渐进式延迟法定退休年龄的办法附件1–3)', () => {
  test.each([
    ['男，1965-01：延迟 1 个月', { birth: '1965-01' }, '2025-02'],
    ['男，1966-12：延迟 6 个月', { birth: '1966-12' }, '2027-06'],
    ['男，1976-09：延迟 36 个月', { birth: '1976-09' }, '2039-09'],
    ['女干部，1971-08：延迟 5 个月', { birth: '1971-08', sex: '女' as const }, '2027-01'],
    ['男，1964-12：不延迟', { birth: '1964-12' }, '2024-12'],
  ])('%s，%s', (_, more, on) => {
    expect(edgeOf(on, (asOf) => retiring(more, asOf))).toEqual(ON_EDGE)
  })

  // Born 1966-12: 2027-06.
  test.each([
    ['2026-05-31', '到龄退休', '还有 13 个月'],
    ['2026-06-01', '到龄退休（12 个月内）', '还有 12 个月（12 个月提醒）'],
    ['2026-11-30', '到龄退休（12 个月内）', '还有 7 个月（12 个月提醒）'],
    ['2026-12-01', '到龄退休（6 个月内）', '还有 6 个月（6 个月提醒）'],
    ['2027-02-28', '到龄退休（6 个月内）', '还有 4 个月（6 个月提醒）'],
    ['2027-03-01', '到龄退休（3 个月内）', '还有 3 个月（3 个月提醒）'],
    ['2027-04-30', '到龄退休（3 个月内）', '还有 2 个月（3 个月提醒）'],
    ['2027-05-01', '到龄退休（1 个月内）', '还有 1 个月（1 个月提醒）'],
    ['2027-06-30', '到龄退休（1 个月内）', '还有 0 个月（1 个月提醒）'],
    ['2027-07-01', '已到龄，应办退休', '已过 1 个月'],
  ])('提前 12、6、3、1 个月提醒：%s %s', (asOf, title, step) => {
    const found = retiring({ birth: '1966-12' }, asOf)
    expect(found?.title).toBe(title)
    expect(found?.steps).toContain(step)
  })

  test('弹性提前: the notice in writing is due three months before the month chosen', () => {
    const arranged = {
      birth: '1966-12',
      retirementArrangement: { kind: 'earlyFlexible', month: '2027-02', documentNumber: null },
    } as const
    expect(
      edgeOf('2026-11', (asOf) =>
        dueOn('retirement', person(arranged), asOf).find(({ what }) => what === 'early-notice'),
      ),
    ).toEqual(ON_EDGE)
    expect(retiring(arranged, '2026-11-01')?.on).toBe('2027-02')
  })

  test('弹性延迟: one month before the statutory month', () => {
    const arranged = {
      birth: '1966-12',
      holdings: [seat(STATION, 'institution', { title: '农艺师' })],
      retirementArrangement: { kind: 'lateFlexible', month: '2028-06', documentNumber: null },
    } as const
    expect(
      edgeOf('2027-05', (asOf) =>
        dueOn('retirement', person(arranged), asOf).find(({ what }) => what === 'late-notice'),
      ),
    ).toEqual(ON_EDGE)
  })

  test('what may still be chosen stands beside it with its last month of notice', () => {
    expect(retiring({ birth: '1966-12' }, '2026-06-01')?.steps).toContain(
      '可自愿提前，最早 2026-12；选定月份的前 3 个月书面告知，选最早的到 2026-09',
    )
  })

  test('without a birth, or where 原法定退休年龄 must be asked, it is said', () => {
    expect(retiring({ birth: null, idNumber: null }, '2026-06-01')).toMatchObject({
      state: 'unknown',
      lacks: ['出生年月'],
    })
    const asked = { birth: '1974-01', sex: '女' as const, holdings: [seat(STATION, 'other' as const)] }
    expect(retiring(asked, '2024-01-01')).toMatchObject({ state: 'unknown', lacks: ['原法定退休年龄'] })
  })
})

describe('年度考核', () => {
  const years = (asOf: string, reviews: Parameters<typeof reviewsOf>[0], enteredOn = '2019-03-01') =>
    dueOn(
      'review',
      {
        ...person({ holdings: [seat(OFFICE, 'administrative', { enteredOn })] }),
        records: { annualReview: reviewsOf(reviews, asOf) },
      },
      asOf,
    ).map(({ what, on, state }) => [what, on, state])

  test.each([
    ['12 月 31 日：当年的还不缺', '2025-12-31', { 2024: 'competent' }, []],
    ['次年 1 月 1 日：上年的该有了', '2026-01-01', { 2024: 'competent' }, [['2025', '2026-01', 'now']]],
    ['次年 2 月 1 日：逾期', '2026-02-01', { 2024: 'competent' }, [['2025', '2026-01', 'past']]],
    ['登记了就不缺', '2026-02-01', { 2024: 'competent', 2025: 'excellent' }, []],
    [
      '中间缺的年度也列',
      '2026-02-01',
      { 2022: 'competent', 2024: 'competent', 2025: 'competent' },
      [['2023', '2024-01', 'past']],
    ],
    ['一年也没有登记的，只列上年', '2026-02-01', {}, [['2025', '2026-01', 'past']]],
  ] as const)('%s', (_, asOf, reviews, expected) => {
    expect(years(asOf, reviews)).toEqual(expected)
  })

  test('who came after the year has none of it; who came on its last day has', () => {
    expect(years('2026-02-01', {}, '2026-01-01')).toEqual([])
    expect(years('2026-02-01', {}, '2025-12-31')).toHaveLength(1)
  })
})

describe('培训 of the year that runs', () => {
  const trained = (asOf: string, ...courses: readonly (readonly [string, number, number | null])[]) =>
    dueOn(
      'training',
      {
        ...person({}),
        records: {
          training: courses
            .filter(([validFrom]) => validFrom <= asOf)
            .map(([validFrom, days, hours], place) =>
              recordOf(
                'training',
                { title: '轮训', organiser: null, trainingKind: 'general', days, hours },
                { personId: WHO, validFrom, id: `训${place}` },
              ),
            ),
        },
      },
      asOf,
    )[0]

  test.each([
    ['12 天，够', [['2026-03-01', 12, null]], null],
    ['11.5 天，差半天', [['2026-03-01', 11.5, null]], '2026 年培训还差 0.5 天'],
    ['90 学时，够', [['2026-03-01', 3, 90]], null],
    ['89 学时，差', [['2026-03-01', 3, 89]], '2026 年培训还差 9 天'],
    [
      '天数几次合计',
      [
        ['2026-03-01', 5, null],
        ['2026-09-01', 7, null],
      ],
      null,
    ],
    [
      '上年的不算',
      [
        ['2025-12-31', 12, null],
        ['2026-01-01', 2, null],
      ],
      '2026 年培训还差 10 天',
    ],
  ] as const)('%s', (_, courses, title) => {
    expect(trained('2026-11-29', ...courses)?.title ?? null).toBe(title)
  })

  test('due on the last day of the year', () => {
    expect(trained('2026-12-30', ['2026-03-01', 2, null])).toMatchObject({ on: '2026-12-31', state: 'ahead' })
    expect(trained('2026-12-31', ['2026-03-01', 2, null])?.state).toBe('now')
    expect(trained('2027-01-01', ['2026-03-01', 2, null])).toMatchObject({
      state: 'unknown',
      lacks: ['2027 年培训登记'],
    })
  })
})
