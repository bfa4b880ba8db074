import { expect, test } from 'vitest'
import { chronicleOf } from '../../../electron/domain/ledger/told/chronicle.ts'
import type { FactRows } from '../../../electron/domain/ledger/rows/fact-rows.ts'
import { desk } from './quota-events/desk.ts'
import { town } from './people-events/town.ts'

/* An event accounts for what it did to its unit that day, and hides nothing else of the unit's story. */

const AT = { recorded_at: '2026-11-22T02:00:00.000Z' }

test('what an event did is told once; a rank or a plate of another day, from the rows, is still told', () => {
  const book = desk(town())
  const document = (number: string) => ({ number })
  const own = { unit: '经发办' }
  book.add({ type: 'nameplate.hang', on: '2017-01-01', document: document('试1号'), ...own, name: '安监办' })
  book.add({
    type: 'rankQuota.set',
    on: '2018-01-01',
    document: document('试2号'),
    ...own,
    pool: '一级和二级主任科员',
    amount: 1,
  })
  const facts = book.facts()
  const range = { valid_from: '2019-01-01', valid_to: null, ...AT }
  const more: FactRows = {
    ...facts,
    rank_quota: [
      ...facts.rank_quota,
      { id: 'r', unit_id: '经发办', pool: '四级调研员', amount: 2, document_id: 'plan', ...range },
      { id: 'o', unit_id: '党政办', pool: '四级调研员', amount: 3, document_id: 'plan', ...range },
    ],
    nameplate: [...facts.nameplate, { id: 'n', unit_id: '经发办', name: '信访室', document_id: 'plan', ...range }],
  }
  expect(
    chronicleOf(more, '经发办')
      .map(({ date, text }) => [date, text])
      .slice(1),
  ).toEqual([
    ['2017-01-01', '经发办自 2017-01-01 起加挂“安监办”牌子'],
    ['2018-01-01', '经发办自 2018-01-01 起核定一级和二级主任科员职数 1 名'],
    ['2019-01-01', '核定四级调研员职数 2 名；加挂“信访室”牌子'],
  ])
})
