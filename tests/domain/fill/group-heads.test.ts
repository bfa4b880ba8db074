import { describe, expect, it } from 'vitest'
import { readAxis, type AxisOptions } from '../../../electron/domain/fill/count-axis.ts'
import { countCell } from '../../../electron/domain/fill/count-people.ts'
import { IN_POST, type CountedPerson } from '../../../electron/domain/fill/counted-person.ts'
import { NOBODY } from '../../../electron/domain/fill/condition-categories.ts'

/* A head over several columns restricts all of them, and a row that names several levels at once is all of those. */

const DAY = '2026-11-30'
const OPTIONS: AxisOptions = { units: [], civilServiceApart: false, heading: '', rows: false }

/** How many each place counts, of a table that is about in post and off quota people alike. */
function counts(
  paths: readonly (readonly string[])[],
  people: readonly Partial<CountedPerson>[],
  {
    lists = [...IN_POST, 'off-quota' as const],
    ...options
  }: Partial<AxisOptions> & { readonly lists?: typeof IN_POST } = {},
): readonly (number | null)[] {
  const pool = people.map((own, place) => ({ ...NOBODY, personId: String(place), name: `某${place}`, ...own }))
  return readAxis(paths, { ...OPTIONS, ...options }).places.map((place) =>
    place === null ? null : countCell(pool, lists, [place], DAY).value,
  )
}

const MIXED: readonly Partial<CountedPerson>[] = [
  { sex: '男' },
  { sex: '女', list: 'over-quota' },
  { sex: '女' },
  { sex: '男', list: 'off-quota', offQuotaKind: 'agency' },
  { sex: '女', list: 'off-quota', offQuotaKind: 'agency' },
]

describe('people on the quota beside those off it', () => {
  it.each([
    '在编人员',
    '编内人员',
    '在编在岗人员',
    '正式职工',
    '编制内人员',
    '在职人员',
    '实有人员',
    '在编干部职工情况',
  ])('%s over the columns is of all of them', (group) =>
    expect(
      counts(
        [
          ['人员总数'],
          [group, '小计'],
          [group, '性别', '男'],
          [group, '性别', '女'],
          ['编外人员', '小计'],
          ['编外人员', '性别', '男'],
          ['编外人员', '性别', '女'],
        ],
        MIXED,
      ),
    ).toEqual([5, 3, 1, 2, 2, 1, 1]),
  )

  it('the sum of the groups is of both, though the title names neither', () =>
    expect(
      counts([['合计'], ['在编人员', '小计'], ['在编人员', '女'], ['编外人员', '小计'], ['编外人员', '女']], MIXED, {
        lists: IN_POST,
      }),
    ).toEqual([5, 3, 2, 2, 1]))

  it('heads of one row tell them apart too', () =>
    expect(counts([['总人数'], ['在编人数'], ['编外人数'], ['女']], MIXED)).toEqual([5, 3, 2, 3]))

  it('rows of a group', () =>
    expect(
      counts([['在编人员', '男'], ['在编人员', '女'], ['编外人员', '男'], ['编外人员', '女'], ['总计']], MIXED, {
        rows: true,
      }),
    ).toEqual([1, 2, 1, 1, 5]))

  it('a head over both of them restricts to neither', () =>
    expect(
      counts(
        [
          ['现有人员', '合计'],
          ['现有人员', '在编'],
          ['现有人员', '编外'],
        ],
        MIXED,
      ),
    ).toEqual([5, 3, 2]))

  it('其他 under such a head is the rest of it', () =>
    expect(
      counts(
        [
          ['在编人员', '党员'],
          ['在编人员', '其他'],
          ['编外人员', '小计'],
        ],
        [{ politicalStatus: '中共党员' }, { politicalStatus: '群众' }, { list: 'off-quota', politicalStatus: '群众' }],
      ),
    ).toEqual([1, 1, 1]))
})

describe('机关 and 事业单位 by 编制', () => {
  const STAFF: readonly Partial<CountedPerson>[] = [
    { category: 'administrative', unitKind: 'office' },
    { category: 'worker', unitKind: 'office' },
    { category: 'institutionFull', unitKind: 'office' },
    { category: 'institutionCivilService', unitKind: 'institution' },
    { category: 'institutionFull', unitKind: 'institution' },
  ]
  it.each<readonly [labels: readonly string[], expected: readonly number[]]>([
    [
      ['机关（含工勤）', '事业单位（含参公）'],
      [2, 3],
    ],
    [
      ['机关（含工勤人员）', '参公单位', '事业单位'],
      [2, 1, 2],
    ],
    [
      ['机关（不含工勤）', '工勤', '事业单位（含参公）'],
      [1, 1, 3],
    ],
    [
      ['机关（含参公）', '工勤编制', '事业单位'],
      [2, 1, 2],
    ],
    [
      ['机关（含参公）', '事业单位（不含参公）'],
      [3, 2],
    ],
    [
      ['公务员（含参公）', '事业人员'],
      [2, 2],
    ],
    // Who holds 事业编制 in an office is counted once.
    [
      ['机关', '事业单位（含参公）'],
      [2, 3],
    ],
    [
      ['机关', '工勤', '事业编制'],
      [1, 1, 3],
    ],
  ])('%j', (labels, expected) =>
    expect(counts([['合计'], ...labels.map((label) => [label])], STAFF)).toEqual([5, ...expected]),
  )

  it('按单位性质 over them, and 按性别 beside it, are headings', () =>
    expect(
      counts(
        [
          ['按单位性质', '机关（含工勤）'],
          ['按单位性质', '事业单位（含参公）'],
          ['按性别分', '男'],
          ['按照年龄划分', '35岁及以下'],
        ],
        [{ category: 'worker', sex: '男', birth: '1990-01' }],
      ),
    ).toEqual([1, 0, 1, 0]))
})

describe('levels', () => {
  const LEVELS = ['0131', '0132', '0141', '0142', '0150', '0198'].map((positionLevel) => ({ positionLevel }))
  it.each([
    ['乡科级领导干部', 2],
    ['科级领导职务', 2],
    ['乡科级正职领导干部', 1],
    ['正科级领导', 1],
    ['副科级领导干部', 1],
    ['副科级以上领导干部', 4],
    ['科级及以上干部', 4],
    ['乡科级及以上', 4],
    ['正科级以上', 3],
    ['处级领导干部', 2],
    ['县处级及以上领导干部', 2],
    ['副科级（含）以上', 4],
    ['科员及以下', 2],
    ['科级非领导职务', null],
  ])('%s', (label, expected) => expect(counts([[label], ['合计']], LEVELS)[0]).toBe(expected))
})

it('the 总人数 of a 合计 row over units is of those on the quota and off it, as its rows are', () => {
  const pool = [
    { unitId: 'a' },
    { unitId: 'a', list: 'off-quota' as const },
    { unitId: 'b', list: 'off-quota' as const },
    { unitId: 'c' },
  ].map((own, place) => ({ ...NOBODY, personId: String(place), ...own }))
  const units = ['a', 'b'].map((id) => ({ id, name: `${id}站` }))
  const [rows, columns] = [
    readAxis([['合计'], ['a站'], ['b站']], { ...OPTIONS, units, rows: true }),
    readAxis([['总人数'], ['编内人员', '女'], ['编外人员', '女']], OPTIONS),
  ]
  const whole = columns.places[0]
  expect(
    rows.places.map((row) =>
      row === null || whole === null || whole === undefined ? null : countCell(pool, IN_POST, [row, whole], DAY).value,
    ),
  ).toEqual([3, 2, 1])
})

it('a 合计 of years of retirement is of those who retire in them', () => {
  const pool = ['2027-03-01', '2028-05-01', '2040-01-01'].map((retiresOn) => ({ retiresOn }))
  expect(counts([['2027年'], ['2028年'], ['合计']], pool, { rows: true, heading: '退休年份' })).toEqual([1, 1, 2])
})

it('the years below 近三年新进人员统计表 are those somebody came in', () => {
  const pool = ['2024-05', '2026-01', '2010-08'].map((entered) => ({ entered }))
  const title = '近三年新进人员统计表'
  expect(counts([['2024年'], ['2025年'], ['2026年'], ['合计']], pool, { rows: true, title })).toEqual([1, 0, 1, 2])
})
