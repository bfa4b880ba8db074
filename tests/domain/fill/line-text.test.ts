import { describe, expect, it } from 'vitest'
import { beginsWithLabel, lineEdits, withEdits } from '../../../electron/domain/fill/line-text.ts'

/* What superiors print above and below their tables, and what is written behind it. */

const FACTS = { township: '山溪乡', today: '2026-11-26', asOf: '2026-06-30' }
const completed = (text: string) => withEdits(text, lineEdits(text, FACTS))

describe('blank places are completed', () => {
  it.each([
    ['填报单位：', '填报单位：山溪乡'],
    ['填报单位:', '填报单位:山溪乡'],
    ['填报单位（盖章）：', '填报单位（盖章）：山溪乡'],
    ['单位（公章）：', '单位（公章）：山溪乡'],
    ['填 报 单 位：', '填 报 单 位：山溪乡'],
    ['填报单位：________', '填报单位：山溪乡'],
    ['填报单位：＿＿＿＿（盖章）', '填报单位：山溪乡（盖章）'],
    ['填报单位：　　　　（单位公章）', '填报单位：山溪乡（单位公章）'],
    ['单位名称：   ', '单位名称：山溪乡'],
    ['报送单位名称：', '报送单位名称：山溪乡'],
    ['填报日期：', '填报日期：2026年11月26日'],
    ['填表日期：    年  月  日', '填表日期：2026年11月26日'],
    ['报送时间：____年__月__日', '报送时间：2026年11月26日'],
    ['填表日期：20   年   月   日', '填表日期：2026年11月26日'],
    ['填表日期：2026年  月  日', '填表日期：2026年11月26日'],
    ['截至日期：', '截至日期：2026年6月30日'],
    ['截止时间：　　年　　月　　日', '截止时间：2026年6月30日'],
    ['统计时间：    年   月', '统计时间：2026年6月'],
    ['统计截止日期：', '统计截止日期：2026年6月30日'],
    ['（截至    年   月   日）', '（截至2026年6月30日）'],
    ['截至____年__月__日', '截至2026年6月30日'],
    ['填报单位：\n填报日期：', '填报单位：山溪乡\n填报日期：2026年11月26日'],
  ])('%j → %j', (text, after) => expect(completed(text)).toBe(after))
})

describe('several labels of one cell; those of people stay blank, and about where they were', () => {
  it.each([
    ['填报单位：              填报日期：    年  月  日', '填报单位：山溪乡        填报日期：2026年11月26日'],
    ['填报单位：（盖章）   填报人：', '填报单位：山溪乡（盖章）   填报人：'],
    ['填报单位：________填报日期：', '填报单位：山溪乡  填报日期：2026年11月26日'],
    ['填报单位：___   单位：人', '填报单位：山溪乡   单位：人'],
    ['填报单位：   单位：人', '填报单位：山溪乡  单位：人'],
    ['填报单位：　　　　　　年　月　日', '填报单位：山溪乡　　　年　月　日'],
    [
      '单位负责人：          填表人：        填表日期：',
      '单位负责人：          填表人：        填表日期：2026年11月26日',
    ],
    ['填表日期：  年  月  日  审核人：', '填表日期：2026年11月26日  审核人：'],
  ])('%j → %j', (text, after) => expect(completed(text)).toBe(after))
})

describe('what has a value, asks for something else or is a sentence is not touched', () => {
  it.each([
    '填报单位：山溪乡',
    '填报单位：  县委编办',
    '填报单位：山溪乡填报日期',
    '填报单位：  溪口镇填报日期：2026年1月1日',
    '填报日期：2026年11月1日',
    '填表日期：2025年  月  日',
    '填表日期：2026年3月  日',
    '截至日期：2026-06-30',
    '统计时间：2025年度',
    '统计时间：  年  月12日',
    '统计时间：  年  月 12日',
    '填报日期：年底前',
    '填表人：',
    '负责人：',
    '审核人：            单位负责人：',
    '联系电话：',
    '单位：人',
    '单位：',
    '主管部门：',
    '报名截止：',
    '报送截止日期：',
    '非填报单位：',
    '填报单位',
    '填报日期',
    '截至目前，各单位均已报送。',
    '截至',
    '请各填报单位于月底前报送。',
    '填表说明：填报单位一栏写全称。',
    '',
  ])('%j', (text) => expect(completed(text)).toBe(text))
})

it('says which label got what, and where nothing at all stands behind it', () => {
  expect(lineEdits('填 报 单 位：   填报日期：', FACTS).map(({ label, said, open }) => [label + said, open])).toEqual([
    ['填报单位：山溪乡', false],
    ['填报日期：2026年11月26日', true],
  ])
})

it.each([
  ['填报日期：', true],
  [' 单位：人', true],
  ['负责人（签字）：', true],
  ['山溪乡', false],
  ['2026年', false],
])('%j begins with a label: %j', (text, is) => expect(beginsWithLabel(text)).toBe(is))
