import { expect, it } from 'vitest'
import { listingChanges } from '../../../electron/domain/notice/listing-changes.ts'
import type { NoticeListing } from '../../../electron/domain/notice/notice-listing.ts'
import { objectionFigures, objectionSentence } from '../../../electron/domain/notice/objection-figures.ts'
import { publicCardNumber, publicIdNumber, publicPhone } from '../../../electron/domain/notice/public-mask.ts'
import { inventedId } from '../../kit/people.ts'

it.each([
  [inventedId('1985-06-16'), '36*************' + inventedId('1985-06-16').slice(-3)],
  ['130503670401001', '13**********001'],
  [null, ''],
])('an ID number is masked as prescribed: first two, last three', (number, masked) => {
  expect(publicIdNumber(number)).toBe(masked)
})

it.each([
  ['13812341234', '138****1234'],
  ['+86 138-1234-1234', '138****1234'],
  ['１３８１２３４１２３４', '138****1234'],
  ['0794-1234567', '0794****67'],
  ['12310', ''],
  [null, ''],
])('telephone %s → %s', (phone, masked) => {
  expect(publicPhone(phone)).toBe(masked)
})

it.each([
  ['山编-0017', '山编-0017'],
  ['360111 19850616 0017', '尾号160017'],
  ['12345678901', '尾号678901'],
  [null, ''],
])('card %s → %s', (card, shown) => {
  expect(publicCardNumber(card)).toBe(shown)
})

const objection = (
  receivedOn: string,
  closedOn: string | null = null,
  outcome: 'kept' | 'corrected' | null = null,
  noticeId = 'n',
) => ({ id: receivedOn, noticeId, receivedOn, closedOn, outcome })
it('objections are counted over a range of days, both ends in, and by notice', () => {
  const all = [
    objection('2026-11-01', '2026-11-03', 'kept'),
    objection('2026-11-02', '2026-11-04', 'corrected'),
    objection('2026-11-03'),
    objection('2026-11-03', null, null, 'm'),
  ]
  expect(objectionFigures(all)).toEqual({ received: 4, closed: 2, open: 2, corrected: 1 })
  expect(objectionFigures(all, { from: '2026-11-02', to: '2026-11-02' })).toEqual({
    received: 1,
    closed: 1,
    open: 0,
    corrected: 1,
  })
  expect(objectionFigures(all, { noticeId: 'm' })).toEqual({ received: 1, closed: 0, open: 1, corrected: 0 })
  expect(objectionSentence(objectionFigures([]))).toBe('公示期间收到 0 件，办结 0 件，未办结 0 件，更正 0 件')
})

const listing = (people: readonly (readonly [string, string, string])[], quota: number | null = 5): NoticeListing => ({
  asOf: '2026-11-22',
  units: [...new Set(people.map(([, unit]) => unit))].map((id) => ({
    id,
    name: `${id}名`,
    counts: [{ category: 'administrative', quota, listed: people.filter(([, unit]) => unit === id).length }],
  })),
  people: people.map(([personId, unitId, name]) => ({
    personId,
    name,
    unitId,
    unitName: `${unitId}名`,
    post: '干事',
    category: 'administrative',
  })),
})
it('a move, a new name, a body that is gone: each said once, a person known by their key', () => {
  const changes = listingChanges(
    listing([
      ['1', '甲', '一'],
      ['2', '甲', '二'],
      ['3', '乙', '三'],
    ]),
    listing([
      ['1', '甲', '一'],
      ['2', '丙', '二'],
      ['4', '甲', '三'],
    ]),
  )
  expect(changes.added.map((person) => person.personId)).toEqual(['4'])
  expect(changes.gone.map((person) => person.personId)).toEqual(['3'])
  expect(changes.moved.map(({ before, after }) => [before.unitId, after.unitId])).toEqual([['甲', '丙']])
  expect(changes.numbers).toEqual([
    { unit: '丙名', category: '行政编制', quotaBefore: null, quotaAfter: 5, listedBefore: 0, listedAfter: 1 },
    { unit: '乙名', category: '行政编制', quotaBefore: 5, quotaAfter: null, listedBefore: 1, listedAfter: 0 },
  ])
  expect(listingChanges(listing([['1', '甲', '一']]), listing([['1', '甲', '一']]))).toEqual({
    added: [],
    gone: [],
    moved: [],
    numbers: [],
  })
})
