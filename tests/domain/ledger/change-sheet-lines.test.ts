import { expect, test } from 'vitest'
import { changeSheet, type ChangeSheet } from '../../../electron/domain/ledger/told/change-sheet.ts'
import { factBook, held, type FactPerson } from '../../kit/fact-book.ts'

/* The lines of a month: every category and every unit's 空编, number by number. */

const UNITS = [
  { name: '党政办', quotas: { administrative: 3, worker: 1 } },
  { name: '经发办', quotas: { administrative: 2 } },
  { name: '农服中心', kind: 'institution' as const, quotas: { institution: 4 } },
]
const OCTOBER = ['2026-09-30', '2026-10-31'] as const
const sheet = (people: readonly FactPerson[]): ChangeSheet =>
  changeSheet(factBook({ units: UNITS, people }), ...OCTOBER)

test('混编 people who go or find their line stand in the column of their own', () => {
  const result = sheet([
    { name: '老', holdings: [held('党政办')] },
    { name: '走', holdings: [held('农服中心', { to: '2026-10-10' })] },
    { name: '正', holdings: [held('农服中心', { to: '2026-10-10' }), held('党政办', { from: '2026-10-10' })] },
  ])
  expect(result.categories).toEqual([
    {
      category: 'administrative',
      opening: 1,
      in: 0,
      out: 1,
      transfers: 0,
      mixed: 2,
      closing: 2,
      openingMisplaced: 2,
      misplaced: 0,
      balanced: true,
    },
  ])
})

test('a category somebody only passed through is told of, though both its ends are 0', () => {
  const result = sheet([
    {
      name: '转',
      holdings: [
        held('党政办', { to: '2026-10-05' }),
        held('党政办', { from: '2026-10-05', to: '2026-10-20', category: 'worker' }),
        held('党政办', { from: '2026-10-20' }),
      ],
    },
    { name: '暂', holdings: [held('农服中心', { from: '2026-10-05', to: '2026-10-20', category: 'institution' })] },
  ])
  expect(
    result.categories.map((line) => [
      line.category,
      line.opening,
      line.in,
      line.out,
      line.transfers,
      line.closing,
      line.balanced,
    ]),
  ).toEqual([
    ['administrative', 1, 0, 0, 0, 1, true],
    ['worker', 0, 0, 0, 0, 0, true],
    ['institution', 0, 1, 1, 0, 0, true],
  ])
})

test('空编 line by line: who left it by going, moving or changing 编制; whoever came did not', () => {
  const facts = factBook({
    units: [...UNITS, { name: '撤办', quotas: { administrative: 1 } }],
    people: [
      { name: '退', holdings: [held('党政办', { to: '2026-10-09' })] },
      { name: '调', holdings: [held('党政办', { to: '2026-10-15' }), held('经发办', { from: '2026-10-15' })] },
      {
        name: '转',
        holdings: [held('党政办', { to: '2026-10-15' }), held('党政办', { from: '2026-10-15', category: 'worker' })],
      },
      { name: '来', holdings: [held('经发办', { from: '2026-10-20' })] },
      { name: '末', holdings: [held('撤办', { to: '2026-10-20' })] },
    ],
  })
  const ends = <R extends { readonly unit_id: string }>(row: R) =>
    row.unit_id === '撤办' ? { ...row, valid_to: '2026-10-20' } : row
  const abolished = { ...facts, quota: facts.quota.map(ends), unit_version: facts.unit_version.map(ends) }
  const told = changeSheet(abolished, ...OCTOBER).vacancies.map((line) => Object.values(line))
  // Unit, category, 核定, opening, closing, left, 空编.
  expect(told).toEqual([
    ['党政办', 'administrative', 3, 3, 0, 3, 3],
    ['党政办', 'worker', 1, 0, 1, 0, 0],
    ['经发办', 'administrative', 2, 0, 2, 0, 0],
    ['农服中心', 'institution', 4, 0, 0, 0, 4],
    ['撤办', 'administrative', 0, 1, 0, 1, 0],
  ])
})
