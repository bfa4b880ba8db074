import { describe, expect, test } from 'vitest'
import { timeline, type TimelineRows } from '../../../electron/domain/ledger/told/timeline.ts'
import type {
  HoldingTable,
  LedgerEventTable,
  PostVersionTable,
  UnitVersionTable,
} from '../../../electron/domain/ledger/rows/fact-rows.ts'
import { town } from './people-events/town.ts'

/* 履历 of one person from rows as they stand in the book. */

const RECORDED = '2011-01-05T02:00:00.000Z'
const facts = town({ name: '甲', unit: '党政办' })
const [HOLDING] = facts.holding
const [POST] = facts.post_version
const UNIT = facts.unit_version.find((row) => row.unit_id === '党政办')
if (HOLDING === undefined || POST === undefined || UNIT === undefined)
  throw new Error('the town has somebody in an office')

const holding = (more: Partial<HoldingTable> = {}): HoldingTable => ({ ...HOLDING, recorded_at: RECORDED, ...more })
const post = (more: Partial<PostVersionTable> = {}): PostVersionTable => ({ ...POST, ...more })
const unit = (more: Partial<UnitVersionTable> = {}): UnitVersionTable => ({ ...UNIT, ...more })
const event = (more: Partial<LedgerEventTable> = {}): LedgerEventTable => ({
  id: 'e',
  type: 'entry',
  effective_on: '2010-07-01',
  person_id: '甲',
  unit_id: '党政办',
  other_unit_id: null,
  category: 'administrative',
  cause: null,
  document_number: '试人〔2010〕1号',
  proofs: '[]',
  note: null,
  is_correction: 0,
  recorded_at: '2010-07-02T02:00:00.000Z',
  ...more,
})
const MARKET = unit({ id: 'u2', unit_id: '经发办', name: '经发办' })
const rows = (more: Partial<TimelineRows> = {}): TimelineRows => ({
  holdings: [holding()],
  posts: [post(), post({ id: 'p2', post_id: '岗二', unit_id: '经发办', title: '副主任' })],
  units: [unit(), MARKET],
  events: [event()],
  holidays: [],
  ...more,
})
const spans = (more: Partial<TimelineRows>) =>
  timeline(rows(more)).spans.map((span) => [span.from, span.to, span.unit, span.post])
const texts = (more: Partial<TimelineRows>) => timeline(rows(more)).events.map(({ text }) => text)

describe('where somebody sat', () => {
  test('one stretch in one post says kind, unit, post, 编制 and whether it counts', () => {
    expect(timeline(rows()).spans).toEqual([
      {
        from: '2010-07-01',
        to: null,
        kind: '主职',
        unit: '党政办',
        post: '科员',
        category: '行政编制',
        counted: true,
      },
    ])
  })

  test('a stretch breaks where the post goes to another unit, or is called otherwise, and where the unit is', () => {
    const posts = [
      post({ valid_to: '2015-01-01' }),
      post({ id: 'b', title: '副主任', valid_from: '2015-01-01', valid_to: '2017-01-01' }),
      post({ id: 'c', title: '副主任', unit_id: '经发办', valid_from: '2017-01-01' }),
    ]
    const units = [
      unit({ valid_to: '2012-01-01' }),
      unit({ id: 'u1b', name: '综合办', valid_from: '2012-01-01' }),
      MARKET,
    ]
    expect(spans({ posts, units, holdings: [holding({ valid_to: '2019-01-01' })] })).toEqual([
      ['2010-07-01', '2012-01-01', '党政办', '科员'],
      ['2012-01-01', '2015-01-01', '综合办', '科员'],
      ['2015-01-01', '2017-01-01', '综合办', '副主任'],
      ['2017-01-01', '2019-01-01', '经发办', '副主任'],
    ])
  })

  test('a new version that changes neither name nor place is no break; nor is one outside the stretch', () => {
    const units = [
      unit({ valid_to: '2012-01-01' }),
      unit({ id: 'u1b', managing_body: '县府办', valid_from: '2012-01-01', valid_to: '2020-01-01' }),
      unit({ id: 'u1c', name: '综合办', valid_from: '2020-01-01' }),
    ]
    const own = { units, posts: [post({ valid_from: '2006-01-01' })] }
    expect(spans({ ...own, holdings: [holding({ valid_to: '2020-01-01' })] })).toEqual([
      ['2010-07-01', '2020-01-01', '党政办', '科员'],
    ])
    expect(spans({ ...own, holdings: [holding({ valid_from: '2012-01-01', valid_to: null })] })).toEqual([
      ['2012-01-01', '2020-01-01', '党政办', '科员'],
      ['2020-01-01', null, '综合办', '科员'],
    ])
  })

  test('a unit that ended under the post is called as it last was; before its first day it has no name', () => {
    const gone = { units: [unit({ valid_from: '2008-01-01', valid_to: '2009-01-01' })] }
    expect(spans(gone)).toEqual([['2010-07-01', null, '党政办', '科员']])
    expect(
      spans({ units: [unit({ valid_from: '2011-01-01' })], holdings: [holding({ valid_to: '2010-12-01' })] }),
    ).toEqual([['2010-07-01', '2010-12-01', '', '科员']])
    const twice = [
      unit({ id: 'x', name: '新名', valid_from: '2009-01-01', valid_to: '2010-01-01' }),
      unit({ id: 'y', name: '旧名', valid_from: '2008-01-01', valid_to: '2009-01-01' }),
    ]
    expect(spans({ units: twice })).toEqual([['2010-07-01', null, '新名', '科员']])
  })

  test('借出 and 挂职 outside: the other unit, no post; 编外 by its own word', () => {
    const outside = holding({
      id: 'o',
      post_id: null,
      kind: 'secondedOut',
      category: null,
      occupies_quota: 0,
      counterpart: '县局',
      valid_from: '2013-01-01',
      valid_to: '2014-01-01',
    })
    expect(timeline(rows({ holdings: [outside] })).spans).toEqual([
      { from: '2013-01-01', to: '2014-01-01', kind: '借出', unit: '县局', post: '', category: null, counted: false },
    ])
    expect(timeline(rows({ holdings: [{ ...outside, remark: '挂职', counterpart: null }] })).spans).toMatchObject([
      { kind: '挂职', unit: '' },
    ])
    expect(
      timeline(
        rows({
          holdings: [holding({ kind: 'offQuota', off_quota_kind: 'agency', category: null, occupies_quota: 0 })],
        }),
      ).spans,
    ).toMatchObject([{ kind: '劳务派遣', counted: false }])
  })

  test('oldest first; of two that begin on one day the counted one', () => {
    const holdings = [
      holding({ id: 'c', post_id: '岗二', kind: 'concurrent', occupies_quota: 0 }),
      holding(),
      holding({ id: 'e', valid_from: '2009-01-01', valid_to: '2010-07-01' }),
    ]
    expect(timeline(rows({ holdings })).spans.map((span) => [span.from, span.counted, span.post])).toEqual([
      ['2009-01-01', true, ''],
      ['2010-07-01', true, '科员'],
      ['2010-07-01', false, '副主任'],
    ])
  })
})

describe('what happened', () => {
  test('a registered event with its place, post, 编制, cause and paper', () => {
    expect(timeline(rows({ events: [event({ cause: '1' })] })).events).toEqual([
      {
        on: '2010-07-01',
        type: 'entry',
        text: expect.stringMatching(/^党政办，任科员，行政编制，.+$/u),
        document: '试人〔2010〕1号',
        late: false,
        recordedAt: '2010-07-02T02:00:00.000Z',
      },
    ])
    expect(texts({ events: [event({ cause: '自定' })] })).toEqual(['党政办，任科员，行政编制，自定'])
    expect(texts({ events: [event()] })).toEqual(['党政办，任科员，行政编制'])
  })

  test('causes of entry and exit are different lists with the same numbers', () => {
    const of = (type: string) =>
      texts({
        events: [event({ type, cause: '11', category: null, unit_id: null, effective_on: '2012-01-01' })],
        holdings: [],
      })
    expect(of('entry')).not.toEqual(of('exit'))
  })

  test('a move says from where; names are those of the day before where the unit ended that day', () => {
    const moved = event({
      type: 'move',
      effective_on: '2015-01-01',
      unit_id: '经发办',
      other_unit_id: '党政办',
      category: null,
      note: '机构改革',
    })
    const units = [unit({ valid_to: '2015-01-01' }), MARKET]
    expect(texts({ events: [event(), moved], units })[1]).toBe('自党政办到经发办；机构改革')
    const left = event({ type: 'exit', effective_on: '2015-01-01', category: null })
    expect(texts({ events: [event(), left], units })[1]).toBe('党政办')
    expect(
      texts({
        events: [
          event(),
          event({ type: 'note', effective_on: '2015-01-01', unit_id: null, category: null, note: '表彰' }),
        ],
      })[1],
    ).toBe('表彰')
  })

  test('lent out: to where and how; from outside: from where', () => {
    const out = holding({ id: 'o', post_id: null, kind: 'secondedOut', counterpart: '县局', valid_from: '2013-01-01' })
    const lent = event({ type: 'secondment.out', effective_on: '2013-01-01', category: null })
    expect(texts({ holdings: [holding(), out], events: [event(), lent] })[1]).toBe('党政办，借出到县局')
    const here = holding({ kind: 'secondedIn', counterpart: '县局' })
    expect(texts({ holdings: [here], events: [event({ category: null })] })).toEqual(['党政办，任科员，来自县局'])
  })

  test('late where it was registered after its ten working days', () => {
    const late = (recorded_at: string) =>
      timeline(rows({ events: [event({ effective_on: '2026-11-02', recorded_at })] })).events.find(
        (one) => one.type !== null,
      )?.late
    expect(late('2026-11-16T02:00:00.000Z')).toBe(false)
    expect(late('2026-11-17T02:00:00.000Z')).toBe(true)
  })

  test('a holding nobody registered an event for came with an import, and says what the sheet said', () => {
    expect(timeline(rows({ events: [] })).events).toEqual([
      {
        on: '2010-07-01',
        type: null,
        text: '主职：党政办，科员，行政编制，公开招录',
        document: '试人〔2010〕1号',
        late: false,
        recordedAt: RECORDED,
      },
    ])
    const bare = { post_id: null, category: null, entry_route: null, kind: 'secondedOut' as const }
    expect(texts({ events: [], holdings: [holding({ ...bare, counterpart: '县局' })] })).toEqual(['借出：县局'])
    expect(texts({ events: [], holdings: [holding({ ...bare, counterpart: null })] })).toEqual(['借出：当时机构未登记'])
  })

  test('an event on the day of the holding stands for it; one of the unit does not', () => {
    expect(
      timeline(rows({ events: [event({ type: 'unit.rename', person_id: null })] })).events.map(({ type }) => type),
    ).toEqual(['unit.rename', null])
  })

  test('what happened to a unit is told to whoever sat there that day or the day before, in its own words', () => {
    const renamed = event({
      type: 'unit.rename',
      person_id: null,
      effective_on: '2012-01-01',
      note: '“党政办”更名为“综合办”',
      category: null,
    })
    const merged = { ...renamed, type: 'unit.merge', unit_id: '经发办', other_unit_id: '党政办', note: null }
    const told = (own: LedgerEventTable, more: Partial<HoldingTable> = {}) =>
      timeline(rows({ holdings: [holding(more)], events: [event(), own] }))
        .events.slice(1)
        .map(({ text }) => text)
    expect(told(renamed)).toEqual(['“党政办”更名为“综合办”'])
    expect(told(merged)).toEqual([''])
    expect(told(renamed, { valid_to: '2012-01-01' })).toEqual(['“党政办”更名为“综合办”'])
    expect(told(renamed, { valid_to: '2011-12-31' })).toEqual([])
    expect(told({ ...renamed, unit_id: '经发办' })).toEqual([])
    expect(told(renamed, { post_id: null })).toEqual([])
  })

  test('oldest first, and of one day in the order of registering', () => {
    const events = [
      event({ id: 'c', type: 'c', effective_on: '2012-01-01', recorded_at: '2012-03-01T00:00:00.000Z' }),
      event({ id: 'b', type: 'b', effective_on: '2012-01-01', recorded_at: '2012-02-01T00:00:00.000Z' }),
      event(),
    ]
    expect(timeline(rows({ events })).events.map(({ type }) => type)).toEqual(['entry', 'b', 'c'])
  })
})
