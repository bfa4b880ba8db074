import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { indexSnapshot } from '../../../electron/domain/model/snapshot-index.ts'
import { noticeContent, sumCounts, townshipName } from '../../../electron/domain/notice/notice-content.ts'
import { NOTICE_LAYOUTS } from '../../../electron/vocabulary/notices.ts'
import { buildNotice } from '../../../electron/domain/notice/notice-model.ts'
import {
  bracketed,
  defaultIssuer,
  sectionNumeral,
  unitLines,
  unitNumbers,
} from '../../../electron/domain/notice/notice-texts.ts'
import { NOTICE_OPTIONS } from '../../kit/notice-facts.ts'
import { drawn, smallTownship } from './small-township.ts'

/* Every layout cell by cell, as it was read and found right: `drawn/<layout>.txt`. A change of a layout changes its file, on purpose. */

test.each(NOTICE_LAYOUTS)('the small township in the layout %s', (layout) => {
  const read = readFileSync(join(import.meta.dirname, 'drawn', `${layout}.txt`), 'utf8')
  expect(drawn(layout)).toEqual(read.trimEnd().split('\n'))
})

test('on A3 the same sheet, enlarged', () => {
  const of = (paper: 'A4' | 'A3') =>
    buildNotice({ ...smallTownship(), options: { ...NOTICE_OPTIONS, layout: 'table', paper } }).sheet
  const texts = (paper: 'A4' | 'A3') => of(paper).rows.map((row) => row.cells.map((cell) => cell.text))
  expect(of('A3').paper).toBe('A3')
  expect(texts('A3')).toEqual(texts('A4'))
  expect(of('A3').columnWidths[1]).toBeGreaterThan(of('A4').columnWidths[1] ?? 0)
})

describe('order and names', () => {
  const facts = smallTownship()
  const { snapshot } = facts

  test('units by their place, people by the figures, whatever order they are given in', () => {
    const turned = {
      ...facts,
      snapshot: { ...snapshot, units: snapshot.units.toReversed() },
      roster: facts.roster.toReversed(),
    }
    const order = (of: typeof facts) =>
      noticeContent(of).sections.map((section) =>
        section.units.map((unit) => [unit.name, unit.people.map((one) => one.personId)]),
      )
    expect(order(turned)).toEqual(order(facts))
    expect(order(facts)[0]?.[1]).toEqual(['党政办', ['钱某', '钱二', '工某']])
  })

  test.each([
    ['山溪乡', ['乡机关', '乡属事业单位']],
    ['文明街道', ['街道机关', '街道属事业单位']],
    ['安和镇人民政府', ['镇机关', '镇属事业单位']],
    ['文明街道办事处', ['街道机关', '街道属事业单位']],
    ['镇江新区', ['机关', '事业单位']],
  ])('the sections of %s', (name, titles) => {
    const units = snapshot.units.map((unit) => (unit.kind === 'township' ? { ...unit, name } : unit))
    const content = noticeContent({ ...facts, snapshot: { ...snapshot, units } })
    expect([content.township, ...content.sections.map(({ title }) => title)]).toEqual([name, ...titles])
  })

  test('without a root the book’s own name; a section without units is left out', () => {
    const units = snapshot.units.filter((unit) => unit.kind !== 'township' && unit.kind !== 'institution')
    const bare = { ...snapshot, units, book: { ...snapshot.book, name: '山溪乡编制本' } }
    expect(townshipName(bare)).toBe('山溪乡编制本')
    expect(
      noticeContent({ ...facts, snapshot: bare, index: indexSnapshot(bare) }).sections.map(({ nature }) => nature),
    ).toEqual(['organ'])
  })

  test('the township’s own 领导职数 is the opening’s, beside no unit', () => {
    const [entry] = snapshot.leadershipQuotas
    if (entry === undefined) throw new Error('the leaders have a number')
    const quotas = [...snapshot.quotas, { ...snapshot.quotas[0]!, id: '乡', unitId: '山溪乡' }]
    const own = { ...snapshot, quotas, leadershipQuotas: [{ ...entry, unitId: '山溪乡' }] }
    const lines = [...facts.figures.lines, { ...facts.figures.lines[0]!, unitId: '山溪乡', personIds: [], actual: 0 }]
    const content = noticeContent({
      ...facts,
      snapshot: own,
      figures: { ...facts.figures, lines },
      index: indexSnapshot(own),
    })
    expect(content.sections[0]?.units.map((unit) => [unit.name, unit.leadershipQuota])).toEqual([
      ['山溪乡', null],
      ['班子', null],
      ['党政办', null],
    ])
  })
})

describe('sums and words', () => {
  const count = (quota: number | null, actual: number | null, listed: number) => ({
    category: 'administrative' as const,
    quota,
    actual,
    listed,
  })
  test('a number that is not known adds nothing; where none is known the sum is not', () => {
    expect(sumCounts([count(2, 2, 1), count(null, null, 3), count(4, 1, 1)])).toEqual([count(6, 3, 5)])
    expect(sumCounts([count(null, null, 1), count(null, null, 2)])).toEqual([count(null, null, 3)])
    expect(sumCounts([count(null, null, 1), count(5, 4, 2)])).toEqual([count(5, 4, 3)])
    expect(sumCounts([count(1, 1, 1), { ...count(2, 2, 2), category: 'worker' }])).toEqual([
      count(1, 1, 1),
      { ...count(2, 2, 2), category: 'worker' },
    ])
  })

  test.each([
    ['山溪乡', '山溪乡人民政府'],
    ['山溪乡人民政府', '山溪乡人民政府'],
    ['文明街道', '文明街道办事处'],
    ['文明街道办事处', '文明街道办事处'],
    ['高新区管理委员会', '高新区管理委员会'],
    ['政府办乡', '政府办乡人民政府'],
  ])('%s issues as %s', (township, issuer) => expect(defaultIssuer(township)).toBe(issuer))

  test('a unit’s numbers in a line and in a cell', () => {
    const unit = {
      ...noticeContent(smallTownship()).sections[0]!.units[1]!,
      level: '乡科级',
      leadershipQuota: 2,
      documentNumbers: ['甲1号', '甲2号', '甲3号'],
    }
    expect(unitNumbers(unit)).toBe(
      '乡科级，领导职数2名，行政编制2名，列入实名制名单2名；机关工勤编制1名，实有1名，批准文号：甲1号、甲2号等',
    )
    expect(unitLines(unit)).toEqual([
      '党政办',
      '（加挂信访室、值班室牌子）',
      '乡科级',
      '领导职数2名',
      '行政编制2名',
      '列入实名制名单2名',
      '机关工勤编制1名',
      '实有1名',
      '批准文号：甲1号、甲2号等',
    ])
    const bare = { ...unit, nameplates: [], level: '', leadershipQuota: 0, documentNumbers: [], counts: [] }
    expect(unitNumbers(bare)).toBe('')
    expect(unitLines(bare)).toEqual(['党政办'])
    expect([bracketed(''), bracketed('甲'), sectionNumeral(0), sectionNumeral(9)]).toEqual(['', '（甲）', '一、', '、'])
  })
})
