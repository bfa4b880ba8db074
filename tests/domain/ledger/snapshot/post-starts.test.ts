import { describe, expect, it } from 'vitest'
import { postStarts } from '../../../../electron/domain/ledger/snapshot/post-starts.ts'
import { factBook, held, type FactHolding, type FactSpec } from '../../../kit/fact-book.ts'

/* 任现职时间: said on paper, else told by an event of the book; an import's day says nothing. */

const UNITS = [{ name: '党政办' }, { name: '经发办' }]
type Told = NonNullable<FactSpec['events']>
const told = (on: string, type: NonNullable<Told[number]['type']> = 'move', person: string | null = '甲'): Told => [
  { type, person_id: person, effective_on: on },
]
const since = (holdings: readonly FactHolding[], events: Told = [], day = '2026-11-22') =>
  Object.fromEntries(postStarts(factBook({ units: UNITS, people: [{ name: '甲', holdings }], events }), day))

describe('任现职时间', () => {
  it('what is said of the seat stands, whatever the events tell', () => {
    expect(since([held('党政办', { from: '2015-01-01', post_since: '2013-06' })], told('2015-01-01'))).toEqual({
      '甲-任0': '2013-06',
    })
  })

  it('else the day of the event by which the person sat down; nothing where none is told', () => {
    const seat = [held('党政办', { from: '2015-01-01' })]
    expect(since(seat, told('2015-01-01'))).toEqual({ '甲-任0': '2015-01-01' })
    expect(since(seat)).toEqual({})
    expect(since(seat, told('2015-01-02'))).toEqual({})
    expect(since(seat, told('2015-01-01', 'move', '乙'))).toEqual({})
    expect(since(seat, told('2015-01-01', 'move', null))).toEqual({})
  })

  it('a seat that is still to come has no date yet, whatever is said of it', () => {
    const seat = [held('党政办', { from: '2015-01-01', post_since: '2013-06' })]
    expect(since(seat, [], '2014-12-31')).toEqual({})
    expect(since(seat, [], '2015-01-01')).toEqual({ '甲-任0': '2013-06' })
  })

  it('who takes over the post of somebody who leaves that day begins anew', () => {
    const people = [
      { name: '乙', holdings: [held('党政办', { from: '2009-01-01', to: '2015-01-01', post: '岗' })] },
      { name: '甲', holdings: [held('党政办', { from: '2015-01-01', post: '岗' })] },
    ]
    const events = [...told('2009-01-01', 'entry', '乙'), ...told('2009-01-01', 'entry'), ...told('2015-01-01')]
    expect(Object.fromEntries(postStarts(factBook({ units: UNITS, people, events }), '2026-11-22'))).toEqual({
      '甲-任0': '2015-01-01',
    })
  })

  it('only what is in force on the day, from its first day to the day before its end', () => {
    const seat = [held('党政办', { from: '2015-01-01', to: '2020-01-01' })]
    const event = told('2015-01-01')
    expect(since(seat, event, '2014-12-31')).toEqual({})
    expect(since(seat, event, '2015-01-01')).toEqual({ '甲-任0': '2015-01-01' })
    expect(since(seat, event, '2019-12-31')).toEqual({ '甲-任0': '2015-01-01' })
    expect(since(seat, event, '2020-01-01')).toEqual({})
  })

  it('a promotion that splits the holding leaves the time in the post as it is', () => {
    const split = [
      held('党政办', { from: '2015-01-01', to: '2019-01-01', post: '岗' }),
      held('党政办', { from: '2019-01-01', post: '岗' }),
    ]
    expect(since(split, [...told('2015-01-01', 'entry'), ...told('2019-01-01', 'rank.promote')])).toEqual({
      '甲-任1': '2015-01-01',
    })
    // Nobody told how the first one began: the promotion says nothing of the post.
    expect(since(split, told('2019-01-01', 'rank.promote'))).toEqual({})
  })

  it('another post begins anew; a 整建制转移 takes the time along', () => {
    const moved = [held('党政办', { from: '2015-01-01', to: '2019-01-01' }), held('经发办', { from: '2019-01-01' })]
    const entered = told('2015-01-01', 'entry')
    expect(since(moved, [...entered, ...told('2019-01-01', 'move')])).toEqual({ '甲-任1': '2019-01-01' })
    expect(since(moved, [...entered, ...told('2019-01-01', 'batch.transfer')])).toEqual({ '甲-任1': '2015-01-01' })
  })

  it('兼任 and 主职 are counted apart', () => {
    const both = [
      held('党政办', { from: '2015-01-01', to: '2019-01-01', post: '岗' }),
      held('党政办', { from: '2019-01-01', kind: 'concurrent', post: '岗' }),
    ]
    expect(since(both, [...told('2015-01-01'), ...told('2019-01-01')])).toEqual({ '甲-任1': '2019-01-01' })
  })

  it('two events of one day are both known', () => {
    const moved = [held('党政办', { from: '2015-01-01', to: '2019-01-01' }), held('经发办', { from: '2019-01-01' })]
    const events = [...told('2015-01-01'), ...told('2019-01-01', 'batch.transfer'), ...told('2019-01-01', 'move')]
    expect(since(moved, events)).toEqual({ '甲-任1': '2015-01-01' })
  })
})
