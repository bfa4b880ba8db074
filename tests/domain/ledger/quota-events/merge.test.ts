import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { UnitMergeEvent } from '../../../../electron/domain/ledger/events/unit-merge.ts'
import { addDays } from '../../../../electron/domain/model/plain-date.ts'
import { QUOTA_CATEGORIES } from '../../../../electron/domain/model/quota-category.ts'
import { factBook, held } from '../../../kit/fact-book.ts'
import { BY, desk, type Desk } from './desk.ts'

const merge = (event: Omit<UnitMergeEvent, 'type' | 'document'>) =>
  ({ type: 'unit.merge', document: BY, ...event }) as const

/** 计生办 (行政 2, 事业 1) with two people, 卫生办 (行政 3) with one, 党政办 (行政 5) with one; 戊 is 兼任 in 计生办. */
const threeOffices = () =>
  desk(
    factBook({
      units: [
        { name: '计生办', quotas: { administrative: 2, institution: 1 } },
        { name: '卫生办', quotas: { administrative: 3 } },
        { name: '党政办', quotas: { administrative: 5 } },
      ],
      people: [
        { name: '甲', holdings: [held('计生办')] },
        { name: '乙', holdings: [held('计生办', { category: 'institution' })] },
        { name: '丙', holdings: [held('卫生办')] },
        { name: '戊', holdings: [held('党政办'), { unit: '计生办', kind: 'concurrent' }] },
      ],
    }),
  )

const sum = (book: Desk, day: string, what: 'quota' | 'actual') =>
  Object.fromEntries(
    QUOTA_CATEGORIES.map((category) => [
      category,
      book
        .figures(day)
        .lines.filter((line) => line.category === category)
        .reduce((total, line) => total + line[what], 0),
    ]),
  )
const counted = (book: Desk, day: string) =>
  book
    .figures(day)
    .lines.flatMap((line) => line.personIds)
    .toSorted()

describe('合并', () => {
  it('into a unit set up for it: quotas added up per category, people counted once, the old units end', () => {
    const book = threeOffices()
    const plan = book.add(merge({ on: '2026-06-01', units: ['计生办', '卫生办'], into: '卫计办', kind: 'office' }))
    const into = book.facts().unit_version.find((row) => row.name === '卫计办')?.unit_id ?? ''
    expect(plan.summary).toBe('计生办、卫生办自 2026-06-01 起合并设立卫计办：行政编制 2＋3＝5 名，事业编制 1 名')
    expect(plan.touches).toEqual([
      { unitId: into, category: 'administrative' },
      { unitId: into, category: 'institution' },
    ])
    expect([
      book.quota('计生办', '2026-05-31'),
      book.quota('卫生办', '2026-05-31'),
      book.quota(into, '2026-05-31'),
    ]).toEqual([2, 3, 0])
    expect([
      book.quota('计生办', '2026-06-01'),
      book.quota('卫生办', '2026-06-01'),
      book.quota(into, '2026-06-01'),
      book.quota(into, '2026-06-01', 'institution'),
    ]).toEqual([0, 0, 5, 1])
    for (const what of ['quota', 'actual'] as const)
      expect(sum(book, '2026-06-01', what)).toEqual(sum(book, '2026-05-31', what))
    expect(counted(book, '2026-06-01')).toEqual(['丙', '乙', '戊', '甲'])
    expect(
      book.figures('2026-06-01').lines.find((line) => line.unitId === into && line.category === 'administrative')
        ?.personIds,
    ).toEqual(['甲', '丙'])
    expect(
      book
        .facts()
        .unit_version.filter((row) => row.valid_to === '2026-06-01')
        .map((row) => row.name),
    ).toEqual(['计生办', '卫生办'])
  })

  it('touches nobody’s holding: who sat where before is as it was', () => {
    const book = threeOffices()
    const before = book.facts().holding
    book.add(merge({ on: '2026-06-01', units: ['计生办'], into: '卫生办' }))
    expect(book.facts().holding).toEqual(before)
    expect(book.figures('2026-05-31').lines.find((line) => line.unitId === '计生办')?.personIds).toEqual(['甲'])
    expect(book.figures('2026-06-01').lines.find((line) => line.unitId === '卫生办')?.personIds).toEqual(['甲', '丙'])
  })

  it('takes along what is registered for later days, and what is learnt late of the time before', () => {
    const book = threeOffices()
    book.add({
      type: 'quota.increase',
      document: BY,
      on: '2026-09-01',
      unit: '计生办',
      category: 'administrative',
      by: 4,
    })
    book.add(merge({ on: '2026-06-01', units: ['计生办'], into: '卫生办' }))
    expect([book.quota('卫生办', '2026-06-01'), book.quota('卫生办', '2026-09-01')]).toEqual([5, 9])
    const late = book.add({
      type: 'quota.increase',
      document: BY,
      on: '2020-01-01',
      unit: '计生办',
      category: 'administrative',
      by: 1,
    })
    expect(['2019-12-31', '2020-01-01'].map((day) => book.quota('计生办', day))).toEqual([2, 3])
    expect(['2026-05-31', '2026-06-01', '2026-09-01'].map((day) => book.quota('卫生办', day))).toEqual([3, 6, 10])
    expect(late.touches.map((line) => line.unitId)).toEqual(['计生办', '卫生办'])
    // What two units that are one by now gave each other before changes neither's heir.
    book.add({
      type: 'quota.transfer',
      document: BY,
      on: '2021-01-01',
      unit: '计生办',
      to: '卫生办',
      category: 'administrative',
      by: 1,
    })
    expect([
      book.quota('计生办', '2021-01-01'),
      book.quota('卫生办', '2021-01-01'),
      book.quota('卫生办', '2026-06-01'),
    ]).toEqual([2, 4, 6])
  })

  it('reserves in the new unit the seats approved and not yet taken', () => {
    const book = desk(
      factBook({
        units: [{ name: '计生办', quotas: { administrative: 3 } }, { name: '卫生办' }],
        approvals: [{ unit_id: '计生办', amount: 2 }],
        people: [{ name: '甲', holdings: [held('计生办', { from: '2010-01-01', approval_id: '核准0' })] }],
      }),
    )
    const reserved = (unit: string, day: string) =>
      book.figures(day).lines.find((line) => line.unitId === unit && line.category === 'administrative')?.reserved ?? 0
    expect(reserved('计生办', '2026-05-31')).toBe(1)
    book.add(merge({ on: '2026-06-01', units: ['计生办'], into: '卫生办' }))
    expect([
      reserved('计生办', '2026-05-31'),
      reserved('计生办', '2026-06-01'),
      reserved('卫生办', '2026-06-01'),
    ]).toEqual([1, 0, 1])
  })

  it('adds up 领导职数; 正 and 副 only where every document divides them', () => {
    const book = threeOffices()
    const set = (unit: string, amount: number, chief: number | null, deputy: number | null) =>
      book.add({ type: 'leadershipQuota.set', document: BY, on: '2010-01-01', unit, amount, chief, deputy })
    set('计生办', 2, 1, 1)
    set('卫生办', 3, 1, 2)
    book.add(merge({ on: '2026-06-01', units: ['计生办'], into: '卫生办' }))
    expect(book.facts().leadership_quota.filter((row) => row.valid_to === null)).toMatchObject([
      { unit_id: '卫生办', amount: 5, chief_amount: 2, deputy_amount: 3, valid_from: '2026-06-01' },
    ])
    set('党政办', 1, null, null)
    book.add(merge({ on: '2026-07-01', units: ['卫生办'], into: '党政办' }))
    expect(book.facts().leadership_quota.filter((row) => row.valid_to === null)).toMatchObject([
      { unit_id: '党政办', amount: 6, chief_amount: null, deputy_amount: null },
    ])
  })

  it('of a unit not there, of the township, with itself, or of one that is to end anyway, is refused', () => {
    const book = threeOffices()
    expect(book.refused(merge({ on: '1999-01-01', units: ['计生办'], into: '卫生办' })).code).toBe('unit_not_found')
    expect(book.refused(merge({ on: '2026-06-01', units: ['计生办'], into: '计生办' })).code).toBe('event_impossible')
    expect(book.refused(merge({ on: '2000-01-01', units: ['计生办'], into: '卫生办' })).code).toBe('event_impossible')
    book.add(merge({ on: '2026-06-01', units: ['计生办'], into: '卫生办' }))
    expect(book.refused(merge({ on: '2026-01-01', units: ['计生办'], into: '党政办' }))).toMatchObject({
      code: 'event_impossible',
      details: { why: expect.stringContaining('2026-06-01') },
    })
    expect(book.refused(merge({ on: '2026-01-01', units: ['党政办'], into: '计生办' })).code).toBe('event_impossible')
  })

  it('keeps the sums over all units, of quota and of people, on every day, whatever happened before', () => {
    const days = fc.integer({ min: 0, max: 4000 }).map((offset) => addDays('2012-01-01', offset))
    const changes = fc.array(
      fc.record({
        on: days,
        unit: fc.constantFrom('计生办', '卫生办', '党政办'),
        category: fc.constantFrom('administrative' as const, 'institution' as const),
        by: fc.integer({ min: 1, max: 3 }),
      }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(changes, days, (before, on) => {
        const book = threeOffices()
        for (const change of before) book.add({ type: 'quota.increase', document: BY, ...change })
        const edges = ['2012-01-01', on, addDays(on, -1), ...before.map((change) => change.on), '2026-11-22']
        const sums = edges.map((day) => [sum(book, day, 'quota'), sum(book, day, 'actual'), counted(book, day)])
        book.add(merge({ on, units: ['计生办', '卫生办'], into: '党政办' }))
        expect(edges.map((day) => [sum(book, day, 'quota'), sum(book, day, 'actual'), counted(book, day)])).toEqual(
          sums,
        )
      }),
      { numRuns: 100 },
    )
  })
})
