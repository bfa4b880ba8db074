import { describe, expect, test } from 'vitest'
import { ledgerBook } from '../../../electron/domain/ledger/book/ledger-book.ts'
import { countedOn, countedRows, movementsBetween } from '../../../electron/domain/ledger/told/movements.ts'
import { factBook, held, type FactHolding, type FactSpec } from '../../kit/fact-book.ts'

/* Who came, left or changed, by the boundaries of the holdings alone. */

const UNITS = [{ name: '党政办' }, { name: '经发办' }]
const book = (holdings: readonly FactHolding[], posts: FactSpec['posts'] = []) =>
  ledgerBook(factBook({ units: UNITS, people: [{ name: '甲', holdings }], posts }))
const rowsOf = (holdings: readonly FactHolding[]) => countedRows(book(holdings)).get('甲') ?? []

describe('by which of several holdings somebody is counted', () => {
  const acting = (from: string) => held('经发办', { kind: 'concurrent', from })
  const own = (from: string, to: string | null = null) => held('党政办', { from, to })
  test.each<[string, readonly FactHolding[], string | undefined]>([
    ['the one there is', [own('2020-01-01')], '甲-任0'],
    ['the one that began first', [own('2021-01-01'), own('2020-01-01')], '甲-任1'],
    ['the first by its number where both began that day', [own('2020-01-01'), own('2020-01-01')], '甲-任0'],
    ['none that has ended', [own('2020-01-01', '2026-01-01'), own('2021-01-01')], '甲-任1'],
    ['none that is to come', [own('2026-01-02')], undefined],
    ['one from its first day', [own('2026-01-01')], '甲-任0'],
    ['one that uses no 编制 does not count', [{ ...own('2020-01-01'), occupies_quota: 0 }], undefined],
    ['nor one without a category', [{ ...own('2020-01-01'), category: null }], undefined],
    ['nor one without a post', [{ ...own('2020-01-01'), unit: null }], undefined],
    ['nor a 借入', [{ ...own('2020-01-01'), kind: 'secondedIn' }], undefined],
    ['a 兼任 that uses 编制 does, where it is the only one', [acting('2020-01-01')], '甲-任0'],
    ['the 主职 before a 兼任 that began first', [acting('2020-01-01'), own('2021-01-01')], '甲-任1'],
  ])('%s', (_which, holdings, id) => {
    expect(countedOn(rowsOf(holdings), '2026-01-01')?.id).toBe(id)
    expect(countedOn(rowsOf(holdings).toReversed(), '2026-01-01')?.id).toBe(id)
  })
})

describe('the days a period has', () => {
  const days = (holdings: readonly FactHolding[], posts: FactSpec['posts'] = []) => {
    const ledger = book(holdings, posts)
    return movementsBetween(ledger, countedRows(ledger), '2026-09-30', '2026-10-31').map(
      ({ kind, on }) => `${kind} ${on}`,
    )
  }
  test.each<[string, readonly FactHolding[], readonly string[]]>([
    ['a begin on the day it starts from is before it', [held('党政办', { from: '2026-09-30' })], []],
    ['the day after is in it', [held('党政办', { from: '2026-10-01' })], ['in 2026-10-01']],
    ['its last day is in it', [held('党政办', { from: '2026-10-31' })], ['in 2026-10-31']],
    ['the day after is not', [held('党政办', { from: '2026-11-01' })], []],
    ['an end on the day it starts from is before it', [held('党政办', { to: '2026-09-30' })], []],
    ['an end on its last day is in it', [held('党政办', { to: '2026-10-31' })], ['out 2026-10-31']],
    ['no end is no day', [held('党政办')], []],
    [
      'one after the other, whatever was written first',
      [held('党政办', { from: '2026-10-20' }), held('经发办', { to: '2026-10-05' })],
      ['out 2026-10-05', 'in 2026-10-20'],
    ],
  ])('%s', (_what, holdings, told) => expect(days(holdings)).toEqual(told))

  test('of several people in the order of the days', () => {
    const ledger = ledgerBook(
      factBook({
        units: UNITS,
        people: [
          { name: '甲', holdings: [held('党政办', { from: '2026-10-20' })] },
          { name: '乙', holdings: [held('党政办', { from: '2026-10-05' })] },
        ],
      }),
    )
    const all = movementsBetween(ledger, countedRows(ledger), '2026-09-30', '2026-10-31')
    expect(all.map(({ personId }) => personId)).toEqual(['乙', '甲'])
    expect(all[0]).toMatchObject({ before: null, fromUnitId: null, toUnitId: '党政办', after: { id: '乙-任0' } })
  })

  test('a post that passes to another unit moves its holder only within the period, and only while they hold it', () => {
    const passes = (on: string) => [
      { post_id: '岗', unit_id: '党政办', valid_to: on },
      { post_id: '岗', unit_id: '经发办', valid_from: on },
    ]
    const sits = (to: string | null) => [held('党政办', { post: '岗', to })]
    expect(days(sits(null), passes('2026-10-10'))).toEqual(['move 2026-10-10'])
    expect(days(sits(null), passes('2026-09-30'))).toEqual([])
    expect(days(sits(null), passes('2026-11-01'))).toEqual([])
    expect(days(sits('2026-10-05'), passes('2026-10-10'))).toEqual(['out 2026-10-05'])
  })
})
