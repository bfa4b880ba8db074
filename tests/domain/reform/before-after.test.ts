import { describe, expect, it } from 'vitest'
import { judgeChanges, type StatedChange } from '../../../electron/domain/reform/before-after.ts'
import { readChangesSheet } from '../../../electron/domain/reform/read-changes-sheet.ts'
import type { RawCell, RawMerge } from '../../../electron/domain/table/raw-workbook.ts'

/* 改革前后 figures: every cut and rate worked out anew. The first are a city's own (郴州), which states 249→184 and so on. */

const stated = (item: string, more: Partial<StatedChange>): StatedChange => ({
  place: '',
  item,
  from: null,
  to: null,
  cut: null,
  rate: null,
  ...more,
})
const judge = (more: Partial<StatedChange>) => judgeChanges([stated('项', more)]).rows[0]

describe('one figure', () => {
  it.each([
    ['乡镇个数', { from: 249, to: 184, cut: 65, rate: '26.1' }, 'rounding', 65, '26.104'],
    ['领导职数', { from: 2055, to: 1436, cut: 619, rate: '30.1' }, 'rounding', 619, '30.122'],
    ['恰好四分之一', { from: 40, to: 30, cut: 10, rate: '25' }, 'equal', 10, '25.00'],
    ['没有写比例', { from: 40, to: 30, cut: 10 }, 'equal', 10, '25.000'],
  ] as const)('%s', (_, figures, verdict, realCut, realRate) => {
    expect(judge(figures)).toMatchObject({ verdict, realCut, realRate })
  })

  it.each([
    [{ from: 249, to: 184, cut: 64, rate: '26.1' }, '249−184=65，写作减少 64'],
    [{ from: 249, to: 184, cut: 65, rate: '26.2' }, '65/249=26.1%，写作 26.2%'],
    [{ from: 184, to: 249, cut: 65 }, '是增加，不是减少'],
  ] as const)('that does not add up says how: %o', (figures, text) => {
    expect(judge(figures)).toMatchObject({ verdict: 'wrong', text: expect.stringContaining(text) })
  })

  it('without its beginning only says what it implies', () => {
    expect(judge({ to: 4248, rate: '10.1' })).toMatchObject({
      verdict: 'implied',
      impliedFrom: { least: 4723, most: 4727 },
      impliedCut: { least: 475, most: 479 },
    })
    expect(judge({ to: 6224, rate: '32.8' })).toMatchObject({
      verdict: 'implied',
      impliedFrom: { least: 9256, most: 9268 },
      impliedCut: { least: 3032, most: 3044 },
    })
  })
})

it('many places are added up, and the line for the whole is held against the sum', () => {
  const places = [
    stated('机构', { place: '甲乡', from: 11, to: 8 }),
    stated('机构', { place: '乙乡', from: 9, to: 8 }),
    stated('职数', { place: '甲乡', from: 9, to: 7 }),
    stated('职数', { place: '乙乡', from: 9, to: 7 }),
  ]
  const whole = stated('机构', { place: '合计', from: 20, to: 15 })
  expect(judgeChanges([...places, whole]).totals).toEqual([
    { item: '机构', places: 2, from: 20, to: 16, cut: 4, rate: '20.0', fault: '改革后合计应为 16，写作 15。' },
    { item: '职数', places: 2, from: 18, to: 14, cut: 4, rate: '22.2', fault: null },
  ])
})

describe('a sheet', () => {
  const read = (rows: readonly (readonly RawCell[])[], merges: readonly RawMerge[] = []) =>
    readChangesSheet({ format: 'xlsx', sheets: [{ name: '对照', hidden: false, rows, merges }] })

  it('of one row a place and item', () => {
    expect(
      read([
        ['全市乡镇机构改革前后对照表'],
        ['乡镇', '项目', '改革前', '改革后', '减少', '精简率'],
        ['全市', '乡镇个数', '249', '184', '65', '26.1%'],
        ['全市', '行政编制', '', '4,248', '', '10.1%'],
      ]),
    ).toEqual({
      problems: [],
      rows: [
        { place: '全市', item: '乡镇个数', from: 249, to: 184, cut: 65, rate: '26.1' },
        { place: '全市', item: '行政编制', from: null, to: 4248, cut: null, rate: '10.1' },
      ],
    })
  })

  it('of one row a place, an item in each group of columns', () => {
    const merge = (row: number, left: number, right: number): RawMerge => ({ top: row, bottom: row, left, right })
    expect(
      read(
        [
          ['乡镇', '内设机构', null, '领导职数', null],
          [null, '改革前', '改革后', '改革前', '改革后'],
          ['甲乡', '8', '4', '11', '9'],
        ],
        [merge(0, 1, 2), merge(0, 3, 4)],
      )?.rows,
    ).toEqual([
      { place: '甲乡', item: '内设机构', from: 8, to: 4, cut: null, rate: null },
      { place: '甲乡', item: '领导职数', from: 11, to: 9, cut: null, rate: null },
    ])
  })

  it('with a cell that is no number says which, and takes the rest', () => {
    expect(
      read([
        ['乡镇', '项目', '改革前', '改革后'],
        ['甲乡', '机构', '约十个', '8'],
      ]),
    ).toEqual({
      rows: [{ place: '甲乡', item: '机构', from: null, to: 8, cut: null, rate: null }],
      problems: ['对照 第 2 行“改革前”：“约十个”不是整数，没有采用。'],
    })
  })

  it('without 改革前 and 改革后 is none', () => {
    expect(
      read([
        ['姓名', '机构'],
        ['甲', '乙'],
      ]),
    ).toBeNull()
  })
})
