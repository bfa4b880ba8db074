import { describe, expect, it } from 'vitest'
import {
  categoriesOf,
  figureOf,
  isFigureHeader,
  leadersOf,
  unitFieldFor,
} from '../../../electron/domain/fill/unit-fields.ts'

it.each([
  [['总数'], 'figure:actual:all'],
  [['总人数'], 'figure:actual:all'],
  [['队伍结构', '总数'], 'figure:actual:all'],
  [['人员总数'], 'figure:actual:all'],
  [['人数'], 'figure:actual:all'],
  // Under or beside a word that asks for seats it is seats.
  [['核定编制数', '总数'], 'figure:quota:all'],
  [['编制总数'], 'figure:quota:all'],
  [['实有人数', '总数'], 'figure:actual:all'],
  [['编制数', '合计'], 'figure:quota:all'],
  // A kind of 编制 by itself asks for its seats, whatever the number is called; a matter of administration is none.
  [['行政编制数'], 'figure:quota:administrative'],
  [['行政编制名额'], 'figure:quota:administrative'],
  [['行政编制', '数额'], 'figure:quota:administrative'],
  [['事业编制总数'], 'figure:quota:institutionAll'],
  [['行政编制', '总数'], 'figure:quota:administrative'],
  [['行政编制总人数'], 'figure:actual:administrative'],
  [['事业', '总数'], 'figure:actual:institutionAll'],
  [['现有', '行政'], 'figure:actual:administrative'],
  [['行政审批事项'], null],
  [['本级行政'], null],
  // Taken, free and over in other words.
  [['占用编制数'], 'figure:actual:all'],
  [['行政编制', '占用'], 'figure:actual:administrative'],
  [['已使用编制'], 'figure:actual:all'],
  [['在用数'], 'figure:actual:all'],
  [['未占用编制数'], 'figure:vacancy:all'],
  [['编制结余数'], 'figure:vacancy:all'],
  [['可使用编制数'], 'figure:vacancy:all'],
  [['超占编制数'], 'figure:over:all'],
  [['超出数'], 'figure:over:all'],
  [['行政编制', '批准'], 'figure:quota:administrative'],
  [['批准编制数'], 'figure:quota:all'],
  // What is wanted, was, changes, or is a part of a hundred.
  [['编制使用率'], null],
  [['拟使用编制数'], null],
  [['申请使用行政编制数'], null],
  [['核减编制'], null],
  [['编制批准时间'], null],
  // What the unit and its paper are called.
  [['机构全称'], 'unit'],
  [['用编单位名称'], 'unit'],
  [['编制种类'], 'category'],
  [['编制名称'], 'category'],
  [['编制批准文号'], 'document'],
  [['核定依据文件'], 'document'],
  // Whoever sits there, by name.
  [['现有人员名单'], 'people'],
  [['机构', '在编人员名单'], 'people'],
  [['主要领导姓名'], 'leaders'],
  [['负责人姓名'], 'leaders'],
  // People who take no seat.
  [['现有离退休人数'], null],
  [['实有编外人数'], null],
  [['借用在编人员'], null],
  [['领导职数'], 'leaders:quota:all'],
  [['正职'], 'leaders:quota:chief'],
  [['领导班子', '副职', '空缺'], 'leaders:vacancy:deputy'],
  [['领导职数超配'], 'leaders:over:all'],
  // Nobody keeps how many leaders are approved and not there: the seats themselves are not the answer.
  [['领导职数', '已批未到位'], null],
  [['领导正职', '未到位'], null],
  [['总额'], null],
  [[''], null],
  [[], null],
] as const)('%j of a superior’s form asks for %s', (path, field) => {
  expect(unitFieldFor(path)).toBe(field)
})

it.each([
  [['核定编制数'], true],
  [['行政编制', '空编'], true],
  [['领导职数', '实配'], true],
  // People who happen to be of a kind are counted, and those who take no seat are no figure.
  [['行政编制'], false],
  [['实有人数'], false],
  [['编外超编人数'], false],
  [['领导职数', '已批未到位'], false],
])('%j asks for a figure of 编制 in so many words: %s', (path, figure) => expect(isFigureHeader(path)).toBe(figure))

describe('a figure’s field taken apart', () => {
  it.each([
    ['figure:vacancy:administrative', { measure: 'vacancy', scope: 'administrative' }, null],
    ['figure:quota:all', { measure: 'quota', scope: 'all' }, null],
    ['leaders:actual:chief', null, { measure: 'actual', part: 'chief' }],
    ['leaders:over:all', null, { measure: 'over', part: 'all' }],
    // Kept in a template of another version, or no figure at all.
    ['figure:spare:all', null, null],
    ['figure:quota:nobody', null, null],
    ['leaders:reserved:all', null, null],
    ['leaders:quota:third', null, null],
    ['count', null, null],
    ['unit', null, null],
  ])('%s', (field, figure, leaders) => expect([figureOf(field), leadersOf(field)]).toEqual([figure, leaders]))

  it('事业编制 without 参公 sums every other kind of 事业, and one kind itself alone', () => {
    expect(categoriesOf('institutionAll')).toEqual(
      expect.arrayContaining(['institutionFull', 'institutionCivilService']),
    )
    expect(categoriesOf('institutionAll')).not.toContain('administrative')
    const other = categoriesOf('institutionOther')
    expect(other).toEqual(categoriesOf('institutionAll').filter((one) => one !== 'institutionCivilService'))
    expect(other).not.toContain('institutionCivilService')
    expect(categoriesOf('worker')).toEqual(['worker'])
    expect(categoriesOf('all')).toEqual(expect.arrayContaining(['administrative', 'worker', ...other]))
  })
})
