import { describe, expect, it } from 'vitest'
import { isDitto } from '../../../electron/domain/table/column-profile.ts'
import { isAside } from '../../../electron/domain/table/row-roles.ts'
import { labelParts, readSectionTitle } from '../../../electron/domain/table/section-title.ts'

const KNOWN = { units: new Set<string>(), township: '云溪乡', own: [] }

describe('a seal is no part of an office', () => {
  it.each(['部门：云溪乡经济发展办公室（公章）', '单位全称:云溪乡经济发展办公室（盖章）', '经济发展办公室(签章)；'])(
    '%s',
    (text) => {
      expect(readSectionTitle(text, KNOWN).unit).toBe('经济发展办公室')
    },
  )
  it('other brackets stay', () => {
    expect(readSectionTitle('便民服务中心（党群服务中心）', KNOWN).unit).toBe('便民服务中心（党群服务中心）')
  })
})

it('a line of labels with semicolons says each for itself', () => {
  const parts = labelParts('部门名称:水利站;编制类别:全额事业;核定编制:5名;实有:4名').map((part) =>
    readSectionTitle(part, KNOWN),
  )
  expect(parts.map(({ unit, category }) => unit ?? category).slice(0, 2)).toEqual(['水利站', '全额事业'])
})

it('signs for the same with a full stop or in brackets; a name is none', () => {
  expect(['同上。', '（同上）', '(同上)', '－〃－'].filter((text) => !isDitto(text))).toEqual([])
  expect(isDitto('同上坪村')).toBe(false)
})

it('主要领导签字 begins a foot, and 签字员 does not', () => {
  expect(isAside(['主要领导签字', '经手人', '谭怀远'])).toBe(true)
  expect(isAside(['签字员甲', '党政办公室'])).toBe(false)
})

it.each([
  ['【党建办公室】　编制类型——行政编制', ['党建办公室', '行政编制']],
  ['〖水利站〗用编性质:差额事业', ['水利站', '差额事业']],
  ['单位——财政所　编制性质－－事业编制', ['财政所', '事业编制']],
])('%s says an office and a 编制', (text, said) => {
  expect(
    labelParts(text)
      .map((part) => readSectionTitle(part, KNOWN))
      .map(({ unit, category }) => unit ?? category),
  ).toEqual(said)
})

it('a dash inside a title is no label', () => {
  expect(labelParts('云溪乡机关事业单位人员名册——2026年')).toHaveLength(1)
})
