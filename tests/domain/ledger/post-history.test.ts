import { describe, expect, test } from 'vitest'
import { postsOnDay } from '../../../electron/domain/ledger/told/post-history.ts'
import { factBook, held, type FactSpec } from '../../kit/fact-book.ts'

/* A post on a day: who sits in it, since when nobody does, who did before. */

const UNITS = [{ name: '党政办' }, { name: '经发办' }]
type People = NonNullable<FactSpec['people']>
const DAY = '2026-03-01'
const seat = (from: string, to: string | null, more: Partial<ReturnType<typeof held>> = {}) =>
  held('党政办', { post: '岗', from, to, ...more })
const told = (
  people: People,
  posts: FactSpec['posts'] = [{ post_id: '岗', unit_id: '党政办' }],
  unit: string | null = null,
) =>
  postsOnDay(factBook({ units: UNITS, people, posts }), DAY, unit).map(({ post, holding, vacantDays, before }) => [
    post.id,
    holding?.person_id ?? null,
    vacantDays,
    before.map((row) => row.person_id).join(''),
  ])

describe('who sits in it and since when nobody does', () => {
  test.each<[string, People, string | null, number | null, string]>([
    ['somebody from that day', [{ name: '甲', holdings: [seat(DAY, null)] }], '甲', null, ''],
    ['somebody until the day after', [{ name: '甲', holdings: [seat('2026-01-01', '2026-03-02')] }], '甲', null, ''],
    ['nobody from that day', [{ name: '甲', holdings: [seat('2026-01-01', DAY)] }], null, 0, '甲'],
    // 28 days of February.
    ['nobody for four weeks', [{ name: '甲', holdings: [seat('2026-01-01', '2026-02-01')] }], null, 28, '甲'],
    [
      'the counted one before whoever else sits in it, in either order',
      [
        { name: '借', holdings: [seat('2026-01-01', null, { kind: 'secondedIn', occupies_quota: 0 })] },
        { name: '甲', holdings: [seat('2026-02-01', null)] },
      ],
      '甲',
      null,
      '',
    ],
    [
      'whoever sits in it, counted or not',
      [{ name: '借', holdings: [seat('2026-01-01', null, { kind: 'secondedIn', occupies_quota: 0 })] }],
      '借',
      null,
      '',
    ],
    [
      'empty since the last counted one, though somebody else left later',
      [
        { name: '甲', holdings: [seat('2025-01-01', '2026-02-01')] },
        { name: '借', holdings: [seat('2026-01-01', '2026-02-20', { kind: 'secondedIn', occupies_quota: 0 })] },
      ],
      null,
      28,
      '借甲',
    ],
    [
      'empty since the last of those not counted, where none was',
      [{ name: '借', holdings: [seat('2026-01-01', '2026-02-20', { kind: 'secondedIn', occupies_quota: 0 })] }],
      null,
      9,
      '借',
    ],
    [
      'empty since the latest end, whatever began last',
      [
        { name: '甲', holdings: [seat('2025-01-01', '2026-02-20')] },
        { name: '乙', holdings: [seat('2025-06-01', '2025-12-01')] },
      ],
      null,
      9,
      '乙甲',
    ],
    [
      'somebody who is to come is not there yet',
      [{ name: '甲', holdings: [seat('2026-03-02', null)] }],
      null,
      9556,
      '',
    ],
  ])('%s', (_what, people, who, days, before) => {
    expect(told(people)).toEqual([['岗版0', who, days, before]])
    // Rows come in the order they were written, which says nothing.
    expect(told(people.toReversed())).toEqual([['岗版0', who, days, before]])
  })
})

describe('a post nobody ever sat in is empty since it was founded', () => {
  const first = { post_id: '岗', unit_id: '党政办', valid_from: '2026-02-01', valid_to: '2026-02-11' }
  const second = { ...first, valid_from: '2026-02-11', valid_to: null, title: '主任' }
  test('not since its latest version, in whatever order they stand', () => {
    expect(told([], [first, second])).toEqual([['岗版1', null, 28, '']])
    expect(told([], [second, first])).toEqual([['岗版0', null, 28, '']])
  })
  test('each post by its own', () => {
    expect(told([], [second, { ...second, post_id: '另', valid_from: '2026-02-21' }])).toEqual([
      ['岗版0', null, 18, ''],
      ['岗版1', null, 8, ''],
    ])
  })
})

test('an abolished post is not empty; a frozen one is', () => {
  const at = (state: 'abolished' | 'frozen') =>
    told([], [{ post_id: '岗', unit_id: '党政办', valid_from: '2026-02-01', state }])
  expect(at('abolished')).toEqual([['岗版0', null, null, '']])
  expect(at('frozen')).toEqual([['岗版0', null, 28, '']])
})

test('of one unit or of all, as they are on the day', () => {
  const posts = [
    { post_id: '岗', unit_id: '党政办', valid_from: DAY },
    { post_id: '二', unit_id: '经发办', valid_from: DAY },
    { post_id: '旧', unit_id: '经发办', valid_to: DAY },
    { post_id: '新', unit_id: '经发办', valid_from: '2026-03-02' },
  ]
  expect(told([], posts).map(([id]) => id)).toEqual(['岗版0', '岗版1'])
  expect(told([], posts, '经发办').map(([id]) => id)).toEqual(['岗版1'])
  expect(told([], posts, '没有的')).toEqual([])
})
