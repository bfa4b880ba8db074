import { describe, expect, it } from 'vitest'
import { firstBlankRow } from '../../../electron/domain/fill/blank-row.ts'
import { codeInHeader } from '../../../electron/domain/fill/fit-choices.ts'
import { placeByPost, placeByUnit } from '../../../electron/domain/fill/printed-keys.ts'
import { readScope } from '../../../electron/domain/fill/form-scope.ts'
import { readForm } from '../../../electron/domain/fill/read-form.ts'
import type { RawSheet } from '../../../electron/domain/table/raw-workbook.ts'

/* Forms in which the superior has printed something already, and where there is room left. */

const sheet = (...rows: readonly (readonly (string | null)[])[]): RawSheet => ({
  name: '表',
  hidden: false,
  rows,
  merges: [],
})
const keys = (...texts: readonly string[]) => texts.map((text, row) => ({ row, text }))
const held = (...posts: readonly string[]) => posts.map((key) => ({ personId: key, name: key, key }))

describe('printed posts', () => {
  const people = held('党委书记', '党委副书记、镇长', '党委副书记')
  it('take who holds just that, then who holds it among others', () =>
    expect(placeByPost(keys('党委副书记', '镇长', '党委书记'), people).placed).toEqual([
      { row: 0, personId: '党委副书记' },
      { row: 1, personId: '党委副书记、镇长' },
      { row: 2, personId: '党委书记' },
    ]))

  it('of whom there are more than rows, or nobody, stay empty and are said', () => {
    const two = [
      { personId: 'a', name: '甲', key: '副镇长' },
      { personId: 'b', name: '乙', key: '副镇长' },
    ]
    const { placed, open } = placeByPost(keys('副镇长', '人大主席'), two)
    expect([placed, open.map(({ row }) => row)]).toEqual([[], [0, 1]])
    expect(open[0]?.why).toContain('2 人')
    expect(placeByPost(keys('副镇长', '副镇长'), two).placed).toHaveLength(2)
  })
})

it('printed units: their people one a row, where they all find room', () => {
  const people = [
    { personId: 'a', name: '甲', key: '财政所' },
    { personId: 'b', name: '乙', key: '党政办' },
    { personId: 'c', name: '丙', key: '党政办' },
  ]
  const { placed, open } = placeByUnit(keys('党政办', '财政所', '财政所'), people)
  expect(placed).toEqual([{ row: 1, personId: 'a' }])
  expect(open.map(({ row }) => row)).toEqual([0, 2])
})

describe('room for a list', () => {
  const under = (headerLast: number, until: number) => ({ headerLast, until, sequenceColumns: [0] })
  it('is below column numbers, at the end of the sheet too', () => {
    const form = sheet(['序号', '姓名'], ['甲', '乙'])
    expect(firstBlankRow(form, under(1, 2))).toBe(3)
  })
  it('is a row with its number printed', () =>
    expect(firstBlankRow(sheet(['序号', '姓名'], ['1', null], ['2', null]), under(1, 3))).toBe(2))
  it('is not what is written already, nor what belongs to the next block', () => {
    const full = sheet(['序号', '姓名'], ...Array.from({ length: 8 }, () => ['一', '已写']))
    expect(firstBlankRow(full, under(1, 9))).toBeNull()
    expect(firstBlankRow(sheet(['序号', '姓名'], ['二、另一块'], ['序号', '姓名']), under(1, 1))).toBeNull()
  })
})

it.each([
  ['sex', '女', '性别（1男2女）', '2'],
  ['sex', '女', '性别（1.男 2.女）', '2'],
  ['politicalStatus', '中共党员', '政治面貌（1-中共党员，2-共青团员，3-群众）', '1'],
  // One pair is no list of codes, a date none either, and a value none of them names is written in words.
  ['sex', '女', '性别（填1男）', null],
  ['birth', '1990-01', '出生年月（如1990年1月）', null],
  ['politicalStatus', '民盟盟员', '政治面貌（1党员2群众）', null],
])('%s %s under %s is coded %s', (field, value, header, code) => expect(codeInHeader(field, value, header)).toBe(code))

it('a card of one unit: its name and its figures, and what is applied for stays empty', () => {
  const [part] = readForm(
    {
      format: 'xlsx',
      sheets: [
        sheet(
          ['使用空编申请表'],
          ['机构名称', null, '机构类别', null],
          ['核定编制数', null, '实有人数', null],
          ['领导职数核定', null, '实配', null],
          ['申请使用编制数', null, '其中：行政编制', null],
        ),
      ],
    },
    {},
  ).parts
  expect(part?.kind).toBe('unitCard')
  expect(part?.columns.map(({ column, field }) => [column, field])).toEqual([
    ['B2', 'unit'],
    ['D2', 'unitKind'],
    ['B3', 'figure:quota:all'],
    ['D3', 'figure:actual:all'],
    ['B4', 'leaders:quota:all'],
    ['D4', 'leaders:actual:all'],
    // Row 5 asks for what is applied for, and of what it is made up.
  ])
})

describe('a list under headings of its own', () => {
  const parts = (...grid: readonly (readonly (string | null)[])[]) =>
    readForm({ format: 'xlsx', sheets: [sheet(...grid)] }, {}).parts
  it('is a part for each of them', () => {
    const found = parts(['姓名', '性别'], ['一、党政机关'], [null], ['二、事业单位'], [null])
    expect(found.map(({ section, headerRows, lastRow }) => [section, headerRows[1], lastRow])).toEqual([
      ['一、党政机关', 2, 3],
      ['二、事业单位', 4, 5],
    ])
    expect(readScope(found[0]!.titles, [], false).conditions.map(({ aspect }) => aspect)).toEqual(['nature'])
  })
  it('of different people side by side is known as such', () => {
    expect(parts(['行政人员', null, '事业人员'], ['姓名', '性别', '姓名', '性别'], [null])[0]?.beside).not.toBe('')
    expect(parts(['在编人员名单'], ['姓名', '性别', '姓名', '性别'], [null])[0]?.beside).toBe('')
  })
})

it('one column of numbers is a table where several rows say of what; a dashed row is a heading', () => {
  const [part] = readForm(
    {
      format: 'xlsx',
      sheets: [
        sheet(
          ['指标', '计量单位', '本年', '上年'],
          ['一、总量', '—', null, null],
          ['干部总数', '人', null, null],
          ['女干部', '人', null, null],
          ['35岁以下', '人', null, null],
        ),
      ],
    },
    {},
  ).parts
  expect(part?.columns.map(({ field }) => field)).toEqual([null, null, 'count', null])
  expect(part?.printed.map(({ labels }) => labels)).toEqual([['干部总数'], ['女干部'], ['35岁以下']])
})

it('rows printed under 机构 that are conditions are counted, and no units are listed among them', () => {
  const [part] = readForm(
    {
      format: 'xlsx',
      sheets: [sheet(['机构', '人数', '女', '党员'], ['行政编制', null, null, null], ['事业编制', null, null, null])],
    },
    {},
  ).parts
  expect(part?.kind).toBe('counts')
})
