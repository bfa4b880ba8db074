import { describe, expect, it } from 'vitest'
import { readScope } from '../../../electron/domain/fill/form-scope.ts'
import type { NamedUnit } from '../../../electron/domain/fill/label-context.ts'
import { withOwnColumns } from '../../../electron/domain/fill/own-columns.ts'
import { withOwnLabels } from '../../../electron/domain/fill/own-restrictions.ts'
import { readForm } from '../../../electron/domain/fill/read-form.ts'
import { namedUnits, namesOtherPlaces } from '../../../electron/domain/fill/unit-labels.ts'
import { catalogueOf } from '../../../electron/vocabulary/catalogue.ts'

/* What a table's own rows and columns say against its title, columns only this township keeps, and units as a superior prints them. */

type Grid = readonly (readonly (string | null)[])[]
const UNITS: readonly NamedUnit[] = [
  { id: 'office', name: '党政综合办公室' },
  { id: 'team', name: '综合行政执法大队' },
  { id: 'money', name: '财政所' },
  { id: 'all', name: '云溪乡', whole: true },
]
const partsOf = (grid: Grid) =>
  readForm({ format: 'xlsx', sheets: [{ name: '表', hidden: false, rows: grid, merges: [] }] }, {}, UNITS).parts

describe('a title over a counting table', () => {
  /** What the title still restricts the table to. */
  const about = (title: string, ...columns: readonly string[]) => {
    const [part] = partsOf([[title], ['单位', ...columns], ['财政所', ...columns.map(() => null)]])
    if (part === undefined) throw new Error('no form')
    return withOwnLabels(readScope(part.titles, UNITS, false, 'x'), part, UNITS).conditions.map(({ says }) => says)
  }
  it.each<readonly [title: string, columns: readonly string[], about: readonly string[]]>([
    ['妇女干部统计表', ['人数', '党员', '35岁以下'], ['女']],
    // Others stand beside those it names.
    ['妇女干部统计表', ['女', '男'], []],
    ['少数民族干部统计表', ['汉族', '少数民族'], []],
    ['在职党员基本情况统计表', ['中共党员', '群众'], []],
    ['在职党员基本情况统计表', ['中共党员', '共青团员'], []],
    ['在职党员基本情况统计表', ['男', '女'], ['中共党员']],
    // A total of more stands beside them: a column of the very people the title names would say nothing new.
    ['妇女干部统计表', ['干部总数', '女干部'], []],
    ['妇女干部统计表', ['干部总数', '党员'], ['女']],
    ['妇女干部统计表', ['女干部', '党员'], ['女']],
    ['35岁以下干部统计表', ['总数', '35岁及以下'], []],
    ['35岁以下干部统计表', ['总数', '36岁以下'], ['35岁以下']],
    ['35岁以下干部统计表', ['总数', '35岁及以上'], ['35岁以下']],
    ['35岁以下干部统计表', ['总数', '女'], ['35岁以下']],
  ])('%s with %j: %j', (title, columns, still) => expect(about(title, ...columns)).toEqual(still))

  it('by rows as by columns, and a list of people keeps its title', () => {
    const [rows] = partsOf([['妇女干部统计表'], ['项目', '人数'], ['干部总数', null], ['女干部', null], ['党员', null]])
    const [list] = partsOf([['女干部名册'], ['姓名', '性别', '男', '女'], [null, null, null, null]])
    const still = [rows, list].map((part) =>
      part === undefined
        ? null
        : withOwnLabels(readScope(part.titles, UNITS, false), part, UNITS).conditions.map(({ says }) => says),
    )
    expect([rows?.kind, list?.kind]).toEqual(['counts', 'people'])
    expect(still).toEqual([[], ['女']])
  })
})

describe('a column of a superior’s form that bears the name of a field of the township’s own', () => {
  const catalogue = catalogueOf([
    { field: 'own01', title: '挂点村', kind: 'text', choices: [], masked: false },
    { field: 'own02', title: '上岗日期', kind: 'date', choices: [], masked: false },
  ])
  const fields = (grid: Grid) =>
    withOwnColumns(partsOf(grid), catalogue).map(({ kind, columns }) => [
      kind,
      columns.map(({ header, field, format }) => [header, field, format]),
    ])

  it('asks for it, with its hints, on each side of a list', () =>
    expect(
      fields([
        ['姓名', '性别', '挂点村（全称）', '工作情况', '上岗日期（如2020-01-05）', '上岗日期', '挂点村长'],
        [null, null, null, null, null, null, null],
      ]),
    ).toEqual([
      [
        'people',
        [
          ['姓名', 'name', null],
          ['性别', 'sex', null],
          ['挂点村（全称）', 'own01', null],
          ['工作情况', null, null],
          ['上岗日期（如2020-01-05）', 'own02', 'day'],
          ['上岗日期', 'own02', null],
          ['挂点村长', null, null],
        ],
      ],
    ]))
})

describe('units as they are printed', () => {
  const named = (...labels: readonly string[]) =>
    namedUnits(labels, UNITS).map((one) => (one === null ? null : `${one.unit.id}${one.guessed ? '?' : ''}`))
  it.each<readonly [labels: readonly string[], units: readonly (string | null)[]]>([
    [
      ['1.党政综合办公室（人大办公室）', '云溪乡财政所', '云溪乡'],
      ['office', 'money', 'all'],
    ],
    [
      ['党政办', '执法大队', '财政所'],
      ['office?', 'team?', 'money'],
    ],
    // A unit that one label names in full is no other label's.
    [
      ['财政所', '乡财政所及农经站'],
      ['money', null],
    ],
    [
      ['党政综合办公室', '党政办'],
      ['office', null],
    ],
    [['云溪'], [null]],
    [['云溪乡镇'], [null]],
    [
      ['合计', '其他'],
      [null, null],
    ],
  ])('%j: %j', (labels, units) => expect(named(...labels)).toEqual(units))

  it.each([
    [['财政所', '石坪镇'], true],
    [['1.石坪镇', '云溪乡'], true],
    [['2.云溪乡', '财政所'], false],
    [['财政所', '合计'], false],
    [[], false],
  ])('%j names other places of the county: %s', (labels, other) => expect(namesOtherPlaces(labels, UNITS)).toBe(other))
})
