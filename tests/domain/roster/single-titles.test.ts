import { describe, expect, test } from 'vitest'
import {
  SINGLE_TITLES,
  singleTitlesOf,
  titleParts,
  type TitlePlace,
} from '../../../electron/domain/roster/single-titles.ts'

const place = (unitName: string, nameplates: readonly string[] = []): TitlePlace => ({
  township: '安和镇',
  unitId: 'u',
  unitName,
  nameplates,
})
const keys = (title: string, unit = '镇领导班子', plates: readonly string[] = []) =>
  singleTitlesOf(title, place(unit, plates), SINGLE_TITLES).map(({ key }) => key)

describe('one in the township', () => {
  test.each([
    ['党委书记', '党委书记'],
    ['安和镇党委书记', '党委书记'],
    ['中共安和镇党委书记', '党委书记'],
    ['镇长', '乡长'],
    ['党委副书记、镇长', '乡长'],
    ['党委副书记兼镇长', '乡长'],
    ['代镇长', '乡长'],
    ['镇人民政府镇长', '乡长'],
    ['安和镇人民政府镇长（正科级）', '乡长'],
    ['人大主席团主席', '人大主席'],
    ['党委委员,纪委书记', '纪委书记'],
    ['党委委员、人武部部长', '武装部长'],
    ['武装部长', '武装部长'],
  ])('%s', (title, single) => expect(keys(title)).toEqual([`township:${single}`]))

  test.each([
    '党委副书记',
    '副镇长',
    '镇长助理',
    '人大副主席',
    '人大主席团副主席',
    '纪委副书记',
    '武装部副部长',
    '党委委员',
    '县纪委书记',
    '机关党委书记',
    '村党委书记',
    '原镇长',
    '三级主任科员',
  ])('%s is another', (title) => expect(keys(title)).toEqual([]))

  test('the unit says the rest: 书记 of the 纪委 is 纪委书记, 部长 of the 人武部 武装部长', () => {
    expect(keys('书记', '安和镇纪委')).toEqual(['township:纪委书记'])
    expect(keys('副书记', '安和镇纪委')).toEqual([])
    expect(keys('部长', '人武部')).toEqual(['township:武装部长'])
  })

  test('two of them in one post are two', () => {
    expect(keys('党委书记、人大主席')).toEqual(['township:党委书记', 'township:人大主席'])
  })
})

describe('the head of an office or station', () => {
  test.each([
    ['主任', '党政综合办公室', '主任'],
    ['党政办主任', '党政综合办公室', '主任'],
    ['办公室主任', '党政综合办公室', '主任'],
    ['党政综合办公室主任', '党政综合办公室', '主任'],
    ['中心主任', '便民服务中心', '主任'],
    ['农业站站长', '农业综合服务站', '站长'],
    ['安和镇财政所所长', '财政所', '所长'],
    ['大队长', '综合行政执法大队', '大队长'],
  ])('%s of %s', (title, unit, head) => expect(keys(title, unit)).toEqual([`unit:u:${head}`]))

  test.each([
    ['副主任', '党政综合办公室'],
    ['党政办副主任', '党政综合办公室'],
    ['主任助理', '党政综合办公室'],
    ['四级主任科员', '党政综合办公室'],
    ['主任医师', '卫生院'],
    ['副站长', '农业站'],
    ['干事', '农业站'],
    ['社区主任', '社会事务办公室'],
    ['原民政办主任', '社会事务办公室'],
    ['前任财政所所长', '财政所'],
  ])('%s of %s is none', (title, unit) => expect(keys(title, unit)).toEqual([]))

  test('the head of a plate is the head of the unit; of another office in it, that office’s', () => {
    expect(keys('动植检疫站站长', '农业中心', ['动植检疫站'])).toEqual(['unit:u:站长'])
    expect(keys('民政办主任', '社会事务办公室')).toEqual(['unit:u:民政办主任'])
  })
})

test('the letters of a short name stand in the long one in their order: another order is another office', () => {
  expect(keys('政党办主任', '党政办公室')).toEqual(['unit:u:政党办主任'])
})

test.each([
  ['党委委员、纪委书记（正科级）', ['党委委员', '纪委书记']],
  ['镇长 ，党委副书记；', ['镇长', '党委副书记']],
  ['副镇长兼任财政所所长', ['副镇长', '财政所所长']],
  ['（主持工作）', []],
])('the titles in %s', (title, parts) => expect(titleParts(title)).toEqual(parts))
