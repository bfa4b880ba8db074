import { describe, expect, test } from 'vitest'
import type { RowChange } from '../../../electron/domain/ledger/journal/reverse-entry.ts'
import type { Image } from '../../../electron/domain/ledger/rows/fact-columns.ts'
import type { FactRows, FactTable, FactTables } from '../../../electron/domain/ledger/rows/fact-rows.ts'
import { groundOf, strandedRows, touchesGround } from '../../../electron/domain/ledger/journal/stranded-rows.ts'
import { town } from './people-events/town.ts'

/* What drops out of every figure because its post or unit is gone by then. */

const FACTS = town({ name: '甲', unit: '经发办', from: '2010-07-01' })
const AT = { recorded_at: '2026-11-22T02:00:00.000Z' }
const stranded = (facts: FactRows) => strandedRows(facts).map((row) => `${row.table} ${row.rowId}`)
const office = FACTS.unit_version.find((row) => row.unit_id === '经发办')
if (office === undefined) throw new Error('the town has an office')
/** The office lives in these stretches. */
const lives = (...ranges: readonly (readonly [string, string | null])[]): FactRows => ({
  ...FACTS,
  unit_version: [
    ...FACTS.unit_version.filter((row) => row.unit_id !== '经发办'),
    ...ranges.map(([valid_from, valid_to], turn) => ({ ...office, id: `v${turn}`, valid_from, valid_to })),
  ],
})
const seated =
  (from: string, to: string | null) =>
  (facts: FactRows): FactRows => ({
    ...facts,
    quota: facts.quota.filter((row) => row.unit_id !== '经发办'),
    holding: facts.holding.map((row) => ({ ...row, valid_from: from, valid_to: to })),
    post_version: facts.post_version.map((row) => ({ ...row, valid_from: from })),
  })

test('in a township that stands nothing is stranded', () => expect(strandedRows(FACTS)).toEqual([]))

test('a unit that ends takes the ground from its quota and whoever sits in it', () => {
  expect(stranded(lives(['2006-11-01', '2020-01-01']))).toEqual(['holding h-甲', 'quota q-经发办'])
})

describe('somebody is stranded by a day their unit is not there', () => {
  test.each<[string, readonly (readonly [string, string | null])[], [string, string | null], boolean]>([
    ['until the day it ends', [['2006-11-01', '2020-01-01']], ['2010-01-01', '2020-01-01'], false],
    ['a day longer', [['2006-11-01', '2020-01-01']], ['2010-01-01', '2020-01-02'], true],
    ['with no end', [['2006-11-01', '2020-01-01']], ['2010-01-01', null], true],
    [
      'through its versions',
      [
        ['2006-11-01', '2012-01-01'],
        ['2012-01-01', null],
      ],
      ['2010-01-01', null],
      false,
    ],
    [
      'whatever the order of its versions',
      [
        ['2012-01-01', null],
        ['2006-11-01', '2012-01-01'],
      ],
      ['2010-01-01', null],
      false,
    ],
    [
      'over a gap',
      [
        ['2006-11-01', '2012-01-01'],
        ['2013-01-01', null],
      ],
      ['2010-01-01', null],
      true,
    ],
    [
      'after a gap',
      [
        ['2006-11-01', '2012-01-01'],
        ['2013-01-01', null],
      ],
      ['2013-01-01', null],
      false,
    ],
    [
      'in the gap alone',
      [
        ['2006-11-01', '2012-01-01'],
        ['2013-01-01', null],
      ],
      ['2012-02-01', '2012-03-01'],
      true,
    ],
    [
      'before it had its number: a roster knows when somebody entered',
      [['2006-11-01', null]],
      ['2001-01-01', null],
      false,
    ],
    ['wholly before', [['2006-11-01', '2020-01-01']], ['2001-01-01', '2006-11-01'], false],
    [
      'over the gap behind the last of its versions, whatever their order',
      [
        ['2012-01-01', '2014-01-01'],
        ['2006-11-01', '2012-01-01'],
      ],
      ['2010-01-01', '2014-01-02'],
      true,
    ],
    [
      'from before it had its number into a gap',
      [
        ['2006-11-01', '2012-01-01'],
        ['2013-01-01', null],
      ],
      ['2001-01-01', '2012-01-02'],
      true,
    ],
    [
      'until the day a gap begins',
      [
        ['2006-11-01', '2012-01-01'],
        ['2013-01-01', null],
      ],
      ['2001-01-01', '2012-01-01'],
      false,
    ],
    [
      'from the last day of a gap',
      [
        ['2006-11-01', '2012-01-01'],
        ['2013-01-01', null],
      ],
      ['2012-12-31', null],
      true,
    ],
    ['of which the book has no version: nothing says it is gone', [], ['2010-01-01', null], false],
    ['from before, a day past its end', [['2006-11-01', '2020-01-01']], ['2001-01-01', '2020-01-02'], true],
  ])('%s', (_when, ranges, [from, to], is) => {
    expect(stranded(seated(from, to)(lives(...ranges)))).toEqual(is ? ['holding h-甲'] : [])
  })
})

test('a post that ends under somebody, or goes to a unit that ends', () => {
  const [version] = FACTS.post_version
  if (version === undefined) throw new Error('there is a post')
  const posts = (...rows: readonly Partial<typeof version>[]): FactRows => ({
    ...FACTS,
    post_version: rows.map((row, turn) => ({ ...version, id: `pv${turn}`, ...row })),
  })
  expect(stranded(posts({ valid_to: '2020-01-01' }))).toEqual(['holding h-甲'])
  const moved = posts({ valid_to: '2015-01-01' }, { valid_from: '2015-01-01', unit_id: '党政办' })
  expect(stranded(moved)).toEqual([])
  // The office may end once the post has left it.
  const left = { ...moved, unit_version: lives(['2006-11-01', '2015-01-01']).unit_version, quota: [] }
  expect(stranded(left)).toEqual([])
  const early = { ...moved, unit_version: lives(['2006-11-01', '2014-12-31']).unit_version, quota: [] }
  expect(stranded(early)).toEqual(['holding h-甲'])
})

describe('only the days a post is in a unit need that unit', () => {
  /** 甲’s post is in these units, the office lives in these stretches, and 甲 sits from and to. */
  const book = (
    posts: readonly (readonly [string, string, string | null])[],
    office: readonly (readonly [string, string | null])[],
    [from, to]: readonly [string, string | null],
  ): FactRows => ({
    ...seated(from, to)(lives(...office)),
    post_version: posts.flatMap(([unit_id, valid_from, valid_to], turn) =>
      FACTS.post_version.map((row) => ({ ...row, id: `pv${turn}`, unit_id, valid_from, valid_to })),
    ),
  })
  const INTO = [
    ['党政办', '2010-01-01', '2015-01-01'],
    ['经发办', '2015-01-01', null],
  ] as const
  const OUT_OF = [
    ['经发办', '2010-01-01', '2015-01-01'],
    ['党政办', '2015-01-01', null],
  ] as const
  test.each<[string, Parameters<typeof book>, boolean]>([
    [
      'the unit may be gone before somebody sits down',
      [OUT_OF, [['2006-11-01', '2014-01-01']], ['2015-01-01', null]],
      false,
    ],
    ['not on the last day of the post there', [OUT_OF, [['2006-11-01', '2014-01-01']], ['2014-12-31', null]], true],
    [
      'it may be gone once somebody got up',
      [INTO, [['2006-11-01', '2014-01-01']], ['2010-01-01', '2015-01-01']],
      false,
    ],
    ['not on their last day', [INTO, [['2006-11-01', '2014-01-01']], ['2010-01-01', '2015-01-02']], true],
    [
      'it may have a gap before the post comes',
      [
        INTO,
        [
          ['2006-11-01', '2012-01-01'],
          ['2015-01-01', null],
        ],
        ['2010-01-01', null],
      ],
      false,
    ],
    [
      'not a day longer',
      [
        INTO,
        [
          ['2006-11-01', '2012-01-01'],
          ['2015-01-02', null],
        ],
        ['2010-01-01', null],
      ],
      true,
    ],
    [
      'it may have one before somebody sits down in the post that was there',
      [
        OUT_OF,
        [
          ['2006-11-01', '2011-01-01'],
          ['2012-01-01', null],
        ],
        ['2012-01-01', null],
      ],
      false,
    ],
    [
      'somebody who got up does not need what the post needs later',
      [[['经发办', '2010-01-01', '2020-01-01']], [['2006-11-01', '2014-01-01']], ['2010-01-01', '2014-01-01']],
      false,
    ],
    [
      'nor does a post that moves away need it for somebody who stays',
      [OUT_OF, [['2006-11-01', '2015-01-01']], ['2010-01-01', '2020-01-01']],
      false,
    ],
  ])('%s', (_when, [posts, stretches, range], is) => {
    expect(stranded(book(posts, stretches, range))).toEqual(is ? ['holding h-甲'] : [])
  })

  test('a post of which the book has no version says nothing', () => {
    expect(stranded({ ...FACTS, post_version: [] })).toEqual([])
  })
})

test('whoever does not count is not missed', () => {
  const guest = { ...FACTS, holding: FACTS.holding.map((row) => ({ ...row, occupies_quota: 0 as const })) }
  expect(
    stranded({ ...guest, post_version: guest.post_version.map((row) => ({ ...row, valid_to: '2020-01-01' })) }),
  ).toEqual([])
})

test('领导职数 and reserved seats are missed too', () => {
  const team = FACTS.unit_version.find((row) => row.unit_id === '领导班子')
  const facts: FactRows = {
    ...FACTS,
    quota: [],
    unit_version: FACTS.unit_version.map((row) => (row === team ? { ...row, valid_to: '2020-01-01' } : row)),
    entry_approval: [
      {
        id: 'a',
        unit_id: '领导班子',
        category: 'administrative',
        amount: 1,
        number: '用编1号',
        expires_on: null,
        person_id: null,
        valid_from: '2019-01-01',
        valid_to: null,
        ...AT,
      },
    ],
  }
  expect(stranded(facts)).toEqual(['leadership_quota lq', 'entry_approval a'])
})

describe('the ground under a stranded row', () => {
  test('of somebody: the versions of the post and of every unit it stood in', () => {
    expect(groundOf(FACTS, { table: 'holding', rowId: 'h-甲' })).toEqual([
      { table: 'post_version', rowId: 'ppv-甲' },
      { table: 'unit_version', rowId: 'uv-经发办' },
    ])
  })
  test('of a number: the versions of its unit', () => {
    expect(groundOf(FACTS, { table: 'quota', rowId: 'q-党政办' })).toEqual([
      { table: 'unit_version', rowId: 'uv-党政办' },
    ])
    expect(groundOf(FACTS, { table: 'leadership_quota', rowId: 'lq' })).toEqual([
      { table: 'unit_version', rowId: 'uv-领导班子' },
    ])
    expect(groundOf(FACTS, { table: 'quota', rowId: '没有的' })).toEqual([])
    expect(groundOf(FACTS, { table: 'holding', rowId: '没有的' })).toEqual([])
  })
  test('of the row that is asked for, not of another nor of one of another table that has its id', () => {
    const two = town({ name: '甲', unit: '经发办' }, { name: '乙', unit: '党政办' })
    expect(groundOf(two, { table: 'holding', rowId: 'h-乙' })).toEqual([
      { table: 'post_version', rowId: 'ppv-乙' },
      { table: 'unit_version', rowId: 'uv-党政办' },
    ])
    const same = { ...two, quota: two.quota.map((row) => (row.unit_id === '党政办' ? { ...row, id: 'h-甲' } : row)) }
    expect(groundOf(same, { table: 'quota', rowId: 'h-甲' })).toEqual([{ table: 'unit_version', rowId: 'uv-党政办' }])
  })
})

/* Taking back what only types over cells looks at no ground: whatever could strand somebody must still be looked at. */
describe('only changes that say where and when can strand somebody', () => {
  const version = { ...office, valid_to: null }
  const [seat] = FACTS.holding
  if (seat === undefined) throw new Error('the town has somebody seated')
  const change = <T extends FactTable>(
    table: T,
    before: FactTables[T] | null,
    after: FactTables[T] | null,
  ): RowChange => ({
    table,
    rowId: 'r',
    before: before as unknown as Image | null,
    after: after as unknown as Image | null,
  })
  test.each<[string, RowChange, boolean]>([
    ['a unit that comes', change('unit_version', null, version), true],
    ['a unit that goes', change('unit_version', version, null), true],
    ['a unit that ends', change('unit_version', version, { ...version, valid_to: '2020-01-01' }), true],
    ['a unit with another name', change('unit_version', version, { ...version, name: '经济办' }), false],
    ['a seat that begins earlier', change('holding', seat, { ...seat, valid_from: '2001-01-01' }), true],
    ['a seat that counts now', change('holding', { ...seat, occupies_quota: 0 }, seat), true],
    ['a seat with another 编制', change('holding', seat, { ...seat, category: 'other' as never }), false],
  ])('%s', (_, one, expected) => {
    expect(touchesGround([one])).toBe(expected)
  })

  test('every table of which a row can be stranded, and its ground, is looked at', () => {
    const all = lives(['2006-11-01', '2020-01-01'])
    for (const row of strandedRows(all)) {
      for (const { table } of [row, ...groundOf(all, row)])
        expect(touchesGround([{ table, rowId: 'r', before: null, after: {} }])).toBe(true)
    }
  })
})
