import { describe, expect, it } from 'vitest'
import { lineStarts } from '../../../../electron/domain/ledger/snapshot/line-since.ts'
import { factBook, held, type FactHolding, type FactSpec } from '../../../kit/fact-book.ts'

/* Since when somebody is in their line: what takes people along keeps the date, their own move begins a new one. */

const UNITS = [{ name: '党政办' }, { name: '经发办' }, { name: '农业中心' }]
const since = (holdings: readonly FactHolding[], more: Partial<FactSpec> = {}, day = '2026-11-22') =>
  Object.fromEntries(lineStarts(factBook({ units: UNITS, people: [{ name: '甲', holdings }], ...more }), day))

describe('在这条线的起始日', () => {
  it('one seat: 入编时间 where it is known, a month being its first day, else the first day of the holding', () => {
    expect(since([held('党政办', { from: '2012-03-01' })])).toEqual({ '甲-任0': '2012-03-01' })
    expect(since([held('党政办', { from: '2012-03-01', entered_on: '2009-07' })])).toEqual({ '甲-任0': '2009-07-01' })
    expect(since([held('党政办', { from: '2012-03-01', entered_on: '2009-07-15' })])).toEqual({
      '甲-任0': '2009-07-15',
    })
  })

  it('the day it begins counts, the day before and the day it ends do not', () => {
    const seat = [held('党政办', { from: '2012-03-01', to: '2020-05-01' })]
    expect(since(seat, {}, '2012-02-29')).toEqual({})
    expect(since(seat, {}, '2012-03-01')).toEqual({ '甲-任0': '2012-03-01' })
    expect(since(seat, {}, '2020-04-30')).toEqual({ '甲-任0': '2012-03-01' })
    expect(since(seat, {}, '2020-05-01')).toEqual({})
  })

  it('who uses no 编制 is in no line: 借出, 编外, without a category, without a post', () => {
    expect(since([held('党政办', { occupies_quota: 0 })])).toEqual({})
    expect(since([held('党政办', { category: null })])).toEqual({})
    expect(since([{ ...held('党政办'), unit: null }])).toEqual({})
    expect(since([held('党政办', { kind: 'secondedIn' })])).toEqual({})
    expect(since([held('党政办', { kind: 'concurrent' })])).toEqual({ '甲-任0': '2000-01-01' })
  })

  it('an own move into another unit or another 编制 begins anew, on the day of the move whatever 入编时间 says', () => {
    const first = held('党政办', { from: '2010-01-01', to: '2018-06-01', entered_on: '2008-01-01' })
    expect(since([first, held('经发办', { from: '2018-06-01', entered_on: '2008-01-01' })])).toEqual({
      '甲-任1': '2018-06-01',
    })
    expect(
      since([first, held('党政办', { from: '2018-06-01', category: 'institution', entered_on: '2008-01-01' })]),
    ).toEqual({ '甲-任1': '2018-06-01' })
  })

  it('another post of the same line goes on, through as many as there were', () => {
    expect(
      since([
        held('党政办', { from: '2010-01-01', to: '2014-01-01' }),
        held('党政办', { from: '2014-01-01', to: '2018-06-01' }),
        held('党政办', { from: '2018-06-01' }),
      ]),
    ).toEqual({ '甲-任2': '2010-01-01' })
  })

  it('who was away in between begins anew, with 入编时间 where it is known', () => {
    const away = held('党政办', { from: '2010-01-01', to: '2014-01-01' })
    expect(since([away, held('党政办', { from: '2014-01-02' })])).toEqual({ '甲-任1': '2014-01-02' })
    expect(since([away, held('党政办', { from: '2014-01-02', entered_on: '2009-01' })])).toEqual({
      '甲-任1': '2009-01-01',
    })
  })

  it('a 整建制转移 takes the person along; the same day told of somebody else, or another event, does not', () => {
    const moved = [
      held('党政办', { from: '2010-01-01', to: '2018-06-01' }),
      held('经发办', { from: '2018-06-01' }),
    ] as const
    const told = (type: 'batch.transfer' | 'move', person: string | null, on = '2018-06-01') => ({
      events: [{ type, person_id: person, effective_on: on }],
    })
    expect(since(moved, told('batch.transfer', '甲'))).toEqual({ '甲-任1': '2010-01-01' })
    expect(since(moved, told('batch.transfer', '乙'))).toEqual({ '甲-任1': '2018-06-01' })
    expect(since(moved, told('batch.transfer', null))).toEqual({ '甲-任1': '2018-06-01' })
    expect(since(moved, told('batch.transfer', '甲', '2018-06-02'))).toEqual({ '甲-任1': '2018-06-01' })
    expect(since(moved, told('move', '甲'))).toEqual({ '甲-任1': '2018-06-01' })
  })

  it('a post that goes to another unit takes its holder along', () => {
    const versions = [
      { post_id: '共岗', unit_id: '党政办', valid_to: '2019-03-01' },
      { post_id: '共岗', unit_id: '经发办', valid_from: '2019-03-01' },
    ]
    const holder = [held('党政办', { from: '2010-01-01', post: '共岗' })]
    expect(since(holder, { posts: versions })).toEqual({ '甲-任0': '2010-01-01' })
    expect(since(holder, { posts: versions }, '2019-02-28')).toEqual({ '甲-任0': '2010-01-01' })
    // Nobody is taken along who sat down only after the post had gone over.
    expect(since([held('经发办', { from: '2020-01-01', post: '共岗' })], { posts: versions })).toEqual({
      '甲-任0': '2020-01-01',
    })
  })

  it('a version that ended before the holding began is no seat of it', () => {
    const versions = [
      { post_id: '共岗', unit_id: '党政办', valid_to: '2010-01-01' },
      { post_id: '共岗', unit_id: '经发办', valid_from: '2010-01-01', valid_to: '2015-01-01' },
    ]
    expect(since([held('党政办', { from: '2010-01-01', post: '共岗' })], { posts: versions }, '2012-01-01')).toEqual({
      '甲-任0': '2010-01-01',
    })
    expect(since([held('党政办', { from: '2010-01-01', post: '共岗' })], { posts: versions }, '2015-01-01')).toEqual({})
  })

  it('two seats at once have a date each', () => {
    expect(
      since([
        held('党政办', { from: '2010-01-01' }),
        held('农业中心', { kind: 'concurrent', category: 'institution', from: '2016-01-01' }),
      ]),
    ).toEqual({ '甲-任0': '2010-01-01', '甲-任1': '2016-01-01' })
  })
})
