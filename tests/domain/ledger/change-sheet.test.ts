import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeSheet, type ChangeSheet } from '../../../electron/domain/ledger/told/change-sheet.ts'
import type { FactRows } from '../../../electron/domain/ledger/rows/fact-rows.ts'
import { snapshotAt } from '../../../electron/domain/ledger/snapshot/snapshot-at.ts'
import { addDays } from '../../../electron/domain/model/plain-date.ts'
import { QUOTA_CATEGORIES, type QuotaCategory } from '../../../electron/domain/model/quota-category.ts'
import { computeFigures } from '../../../electron/domain/quota/figures.ts'
import { factBook, held, type FactHolding, type FactPerson, type FactSpec } from '../../kit/fact-book.ts'

const UNITS = [
  { name: '党政办', quotas: { administrative: 3, worker: 1 } },
  { name: '经发办', quotas: { administrative: 2 } },
  { name: '农服中心', kind: 'institution' as const, quotas: { institution: 4 } },
]
const OCTOBER = ['2026-09-30', '2026-10-31'] as const
const sheet = (people: readonly FactPerson[], more: Partial<FactSpec> = {}): ChangeSheet =>
  changeSheet(factBook({ units: UNITS, people, ...more }), ...OCTOBER)
const numbers = (of: ChangeSheet) =>
  of.categories.map((line) => [
    line.category,
    line.opening,
    line.in,
    line.out,
    line.transfers,
    line.closing,
    line.balanced,
  ])
const steps = (of: ChangeSheet) =>
  of.rows.map((row) => [row.personId, row.kind, row.on, row.category, row.fromUnitId, row.toUnitId])
const staying: FactPerson = { name: '老', holdings: [held('党政办')] }

describe('a month', () => {
  test('one in, one out', () => {
    const result = sheet(
      [
        staying,
        {
          name: '来',
          holdings: [held('党政办', { from: '2026-10-12', entry_cause: '22', entry_document_number: '用编1号' })],
        },
        { name: '退', holdings: [held('经发办', { to: '2026-10-01', exit_cause: '31' })] },
      ],
      {
        events: [
          {
            type: 'exit',
            effective_on: '2026-10-01',
            person_id: '退',
            document_number: '山人〔2026〕9号',
            recorded_at: '2026-10-09T01:00:00.000Z',
          },
        ],
      },
    )
    expect(numbers(result)).toEqual([['administrative', 2, 1, 1, 0, 2, true]])
    expect(steps(result)).toEqual([
      ['退', 'out', '2026-10-01', 'administrative', '经发办', null],
      ['来', 'in', '2026-10-12', 'administrative', null, '党政办'],
    ])
    expect(result.rows.map((row) => [row.cause, row.document])).toEqual([
      ['离（退）休', '山人〔2026〕9号'],
      ['从机关和参照单位录用', '用编1号'],
    ])
    expect(result.vacancies.find((line) => line.unitId === '经发办')).toMatchObject({
      quota: 2,
      opening: 1,
      closing: 0,
      left: 1,
      vacancy: 2,
    })
    expect(result.faults).toEqual([])
  })

  test('the first day belongs to the opening, the last to the period', () => {
    const result = sheet([
      { name: '前', holdings: [held('党政办', { from: '2026-09-30' })] },
      { name: '末', holdings: [held('党政办', { from: '2026-10-31' })] },
      { name: '后', holdings: [held('党政办', { from: '2026-11-01' })] },
    ])
    expect(numbers(result)).toEqual([['administrative', 1, 1, 0, 0, 2, true]])
    expect(steps(result).map(([who]) => who)).toEqual(['末'])
  })

  test('leaving and coming back is one out and one in', () => {
    const result = sheet([
      {
        name: '归',
        holdings: [held('党政办', { to: '2026-10-05', exit_cause: '32' }), held('党政办', { from: '2026-10-20' })],
      },
    ])
    expect(numbers(result)).toEqual([['administrative', 1, 1, 1, 0, 1, true]])
  })

  test('another category is a transfer out of one and into the other, and comes to 0 over all', () => {
    const result = sheet([
      {
        name: '转',
        holdings: [held('党政办', { to: '2026-10-15' }), held('党政办', { from: '2026-10-15', category: 'worker' })],
      },
    ])
    expect(numbers(result)).toEqual([
      ['administrative', 1, 0, 0, -1, 0, true],
      ['worker', 0, 0, 0, 1, 1, true],
    ])
    expect(steps(result).map(([, kind]) => kind)).toEqual(['transferOut', 'transferIn'])
  })

  test('another unit in the same category moves nobody in or out; another post in the same unit is no row', () => {
    const result = sheet([
      { name: '调', holdings: [held('党政办', { to: '2026-10-15' }), held('经发办', { from: '2026-10-15' })] },
      {
        name: '轮',
        holdings: [held('党政办', { to: '2026-10-15' }), held('党政办', { from: '2026-10-15', title: '副主任' })],
      },
    ])
    expect(numbers(result)).toEqual([['administrative', 2, 0, 0, 0, 2, true]])
    expect(steps(result)).toEqual([['调', 'move', '2026-10-15', 'administrative', '党政办', '经发办']])
    expect(result.vacancies.map((line) => [line.unitId, line.category, line.left])).toContainEqual([
      '党政办',
      'administrative',
      1,
    ])
  })

  test('a post that passes to another unit takes its holder along', () => {
    const facts = factBook({
      units: UNITS,
      people: [staying],
      posts: [{ post_id: '老-岗0', unit_id: '经发办', valid_from: '2026-10-10' }],
    })
    const merged: FactRows = {
      ...facts,
      post_version: facts.post_version.map((row) =>
        row.id === '老-岗0-版' ? { ...row, valid_to: '2026-10-10' } : row,
      ),
      ledger_event: factBook({
        units: [],
        events: [
          { type: 'unit.merge', effective_on: '2026-10-10', unit_id: '党政办', document_number: '山编〔2026〕2号' },
        ],
      }).ledger_event,
    }
    const result = changeSheet(merged, ...OCTOBER)
    expect(steps(result)).toEqual([['老', 'move', '2026-10-10', 'administrative', '党政办', '经发办']])
    expect(result.rows[0]).toMatchObject({ cause: '机构合并', document: '山编〔2026〕2号' })
  })

  test('people who are not counted move nothing; 混编 people do', () => {
    const result = sheet([
      { name: '借', holdings: [{ unit: '党政办', kind: 'secondedIn', from: '2026-10-10' }] },
      { name: '聘', holdings: [{ unit: '党政办', kind: 'offQuota', off_quota_kind: 'selfHired', from: '2026-10-10' }] },
      { name: '兼', holdings: [held('党政办'), { unit: '经发办', kind: 'concurrent', from: '2026-10-10' }] },
      { name: '混', holdings: [held('农服中心', { from: '2026-10-10' })] },
    ])
    expect(steps(result)).toEqual([['混', 'in', '2026-10-10', 'administrative', null, '农服中心']])
    // He came, and counts in no line: 实有 stays, and he is named beside it.
    expect(numbers(result)).toEqual([['administrative', 1, 1, 0, 0, 1, true]])
    expect(result.categories).toMatchObject([{ mixed: -1, openingMisplaced: 0, misplaced: 1 }])
    expect(result.misplaced).toEqual([{ unitId: '农服中心', category: 'administrative', personIds: ['混'] }])
  })

  test('a fact learnt long after its day is marked 补录', () => {
    const people = [{ name: '补', holdings: [held('党政办', { from: '2026-10-08' })] }]
    const registered = (recorded_at: string) =>
      sheet(people, { events: [{ type: 'entry', person_id: '补', effective_on: '2026-10-08', recorded_at }] }).rows[0]
        ?.late
    // The tenth working day after 2026-10-08 (10 October is worked) is 2026-10-21.
    expect([registered('2026-10-21T15:59:59.000Z'), registered('2026-10-21T16:00:00.000Z')]).toEqual([false, true])
  })
})

describe('rows at fault', () => {
  const doctored = (change: (facts: FactRows) => FactRows) =>
    changeSheet(
      change(
        factBook({ units: UNITS, people: [staying, { name: '坏', holdings: [held('经发办', { title: '统计员' })] }] }),
      ),
      ...OCTOBER,
    )

  test('a post row that ends under its holder', () => {
    const result = doctored((facts) => ({
      ...facts,
      post_version: facts.post_version.map((row) =>
        row.post_id === '坏-岗0' ? { ...row, valid_to: '2026-10-10' } : row,
      ),
    }))
    expect(numbers(result)).toEqual([['administrative', 2, 0, 0, 0, 1, false]])
    expect(result.faults).toEqual([
      {
        personId: '坏',
        holdingId: '坏-任0',
        text: '坏：2026-10-31 未计入实有，任职记录（行政编制，2000-01-01 起）却占编；所在岗位当天没有有效记录。',
      },
    ])
  })

  test('a unit that ends under its people', () => {
    const result = doctored((facts) => ({
      ...facts,
      unit_version: facts.unit_version.map((row) =>
        row.unit_id === '经发办' ? { ...row, valid_to: '2026-10-10' } : row,
      ),
    }))
    expect(result.categories[0]?.balanced).toBe(false)
    expect(result.faults.map((fault) => fault.text)).toEqual([
      '坏：2026-10-31 未计入实有，任职记录（行政编制，2000-01-01 起）却占编；岗位“统计员”所在机构当天不在册。',
    ])
  })

  test('a person row that is gone: the newcomer nobody can name', () => {
    const result = doctored((facts) => ({
      ...facts,
      person: facts.person.filter((row) => row.id !== '坏'),
      holding: facts.holding.map((row) => (row.person_id === '坏' ? { ...row, valid_from: '2026-10-10' } : row)),
    }))
    expect(numbers(result)).toEqual([['administrative', 1, 1, 0, 0, 1, false]])
    expect(result.faults).toEqual([
      {
        personId: '坏',
        holdingId: '坏-任0',
        text: '（没有人员档案）：2026-10-31 未计入实有，任职记录（行政编制，2026-10-10 起）却占编；人员档案缺失。',
      },
    ])
  })

  test('somebody not counted at the opening is named by that day', () => {
    const result = doctored((facts) => ({
      ...facts,
      post_version: facts.post_version.map((row) =>
        row.post_id === '坏-岗0' ? { ...row, valid_to: '2026-09-01' } : row,
      ),
      holding: facts.holding.map((row) => (row.person_id === '坏' ? { ...row, valid_to: '2026-10-15' } : row)),
    }))
    expect(result.faults.map((fault) => fault.text)).toEqual([
      '坏：2026-09-30 未计入实有，任职记录（行政编制，2000-01-01 起至 2026-10-15）却占编；所在岗位当天没有有效记录。',
    ])
  })
})

/** Histories of one person: counted stretches that never overlap, of any category and unit, with other holdings strewn in. */
const stretch = fc.record({
  gap: fc.integer({ min: 0, max: 40 }),
  length: fc.integer({ min: 1, max: 60 }),
  unit: fc.constantFrom('党政办', '经发办', '农服中心'),
  category: fc.constantFrom<QuotaCategory>('administrative', 'worker', 'institution'),
})
const history: fc.Arbitrary<readonly FactHolding[]> = fc
  .tuple(fc.array(stretch, { maxLength: 5 }), fc.boolean(), fc.boolean())
  .map(([stretches, open, extra]) => {
    let day = '2026-08-01'
    const own = stretches.map(({ gap, length, unit, category }, place): FactHolding => {
      const from = addDays(day, gap)
      day = addDays(from, length)
      return held(unit, { from, to: open && place === stretches.length - 1 ? null : day, category })
    })
    return extra ? [...own, { unit: '经发办', kind: 'concurrent', from: '2026-08-20', to: '2026-11-20' }] : own
  })
const people = fc
  .array(history, { maxLength: 12 })
  .map((histories) => histories.map((holdings, place): FactPerson => ({ name: `甲${place}`, holdings })))
const dayAfter = fc.integer({ min: -5, max: 200 }).map((days) => addDays('2026-08-01', days))

describe('of any history', () => {
  test('the sheet balances, agrees with the figures of both days, and transfers come to 0', () => {
    fc.assert(
      fc.property(people, dayAfter, dayAfter, (own, one, other) => {
        const [from, to] = one < other ? [one, other] : [other, one]
        const facts = factBook({ units: UNITS, people: own })
        const result = changeSheet(facts, from, to)
        expect(result.faults).toEqual([])
        expect(result.categories.every((line) => line.balanced)).toBe(true)
        expect(result.categories.reduce((sum, line) => sum + line.transfers, 0)).toBe(0)
        for (const [day, key] of [
          [from, 'opening'],
          [to, 'closing'],
        ] as const) {
          const figures = computeFigures(snapshotAt(facts, day))
          for (const category of QUOTA_CATEGORIES) {
            const count = (lines: readonly { readonly category: string; readonly personIds: readonly string[] }[]) =>
              lines.filter((line) => line.category === category).reduce((sum, line) => sum + line.personIds.length, 0)
            const told = result.categories.find((line) => line.category === category)
            expect(told?.[key] ?? 0).toBe(count(figures.lines))
            expect(told?.[key === 'opening' ? 'openingMisplaced' : 'misplaced'] ?? 0).toBe(count(figures.misplaced))
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  test('periods that meet in a day add up', () => {
    fc.assert(
      fc.property(people, dayAfter, dayAfter, dayAfter, (own, ...days) => {
        const [from, middle, to] = days.toSorted() as [string, string, string]
        const facts = factBook({ units: UNITS, people: own })
        const [first, second, whole] = [
          changeSheet(facts, from, middle),
          changeSheet(facts, middle, to),
          changeSheet(facts, from, to),
        ]
        expect([...steps(first), ...steps(second)]).toEqual(steps(whole))
      }),
      { numRuns: 100 },
    )
  })
})
