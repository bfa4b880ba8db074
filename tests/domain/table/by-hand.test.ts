import { describe, expect, it } from 'vitest'
import { correctCells } from '../../../electron/domain/table/correct-cells.ts'
import { placeId } from '../../../electron/domain/table/place-by-hand.ts'
import { shownText, type RawCell, type RawWorkbook } from '../../../electron/domain/table/raw-workbook.ts'
import type { RecognisedWorkbook } from '../../../electron/domain/table/recognised-workbook.ts'
import { understandWorkbook } from '../../../electron/domain/table/understand-workbook.ts'

/* What she says of a sheet without being asked: a group's office and 编制, a word's meaning, a cell. */

const workbook = (rows: readonly (readonly RawCell[])[]): RawWorkbook => ({
  format: 'xlsx',
  sheets: [{ name: '名单', hidden: false, merges: [], rows }],
})
const placesOf = (read: RecognisedWorkbook) =>
  read.sheets.flatMap(({ people }) =>
    people.map(({ values }) =>
      ['name', 'unit', 'category'].map((field) => shownText(values.get(field)?.cell)).join(' '),
    ),
  )

const SECTIONS = workbook([
  ['姓名', '性别', '编制类型'],
  ['党政办公室（编制2名，实有2名）', null, null],
  ['甲一', '男', '机关行政'],
  ['甲二', '女', '机关行政'],
  ['经济发展办公室', null, null],
  ['乙一', '男', '事业编制'],
])

describe('a group given its place by hand', () => {
  const group = (read: RecognisedWorkbook, text: string) =>
    read.sheets[0]?.groups.find((one) => one.text.startsWith(text))

  it('names the whole sheet and every heading with the people below it', () => {
    const read = understandWorkbook(SECTIONS)
    expect(read.sheets[0]?.groups.map(({ row, people, unit }) => [row, people, unit])).toEqual([
      [null, 3, null],
      [2, 2, '党政办公室'],
      [5, 1, '经济发展办公室'],
    ])
  })

  it('puts everybody below a heading into the office she says, and nobody else', () => {
    const unitId = group(understandWorkbook(SECTIONS), '党政办公室')?.unitId ?? ''
    const read = understandWorkbook(SECTIONS, { answers: { [unitId]: '党政综合办公室' } })
    expect(placesOf(read).map((line) => line.split(' ')[1])).toEqual([
      '党政综合办公室',
      '党政综合办公室',
      '经济发展办公室',
    ])
    expect(read.sheets[0]?.people[0]?.values.get('unit')?.from).toBe('单位按您的指定')
  })

  it('gives the same place to next month, whose heading counts other people', () => {
    const unitId = group(understandWorkbook(SECTIONS), '党政办公室')?.unitId
    const next = workbook([
      ['姓名', '性别', '编制类型'],
      ['党政办公室（编制3名，实有1名）', null, null],
      ['甲一', '男', '行政编制'],
    ])
    expect(group(understandWorkbook(next), '党政办公室')?.unitId).toBe(unitId)
  })

  it('leaves a group out where she says so', () => {
    const unitId = group(understandWorkbook(SECTIONS), '经济发展')?.unitId ?? ''
    expect(placesOf(understandWorkbook(SECTIONS, { answers: { [unitId]: '-' } }))).toHaveLength(2)
  })

  it('gives the whole sheet what no row and no heading says, and overrules neither', () => {
    const plain = workbook([
      ['姓名', '性别', '编制类型'],
      ['甲一', '男', '行政编制'],
      ['甲二', '女', null],
    ])
    const [whole] = understandWorkbook(plain).sheets[0]?.groups ?? []
    const answers = { [whole?.unitId ?? '']: '司法所', [whole?.categoryId ?? '']: '事业编制' }
    expect(placesOf(understandWorkbook(plain, { answers }))).toEqual(['甲一 司法所 行政编制', '甲二 司法所 事业编制'])
    const over = placeId('unit', whole?.unitId.split(':').slice(2, -1).join(':') ?? '', null)
    expect(placesOf(understandWorkbook(SECTIONS, { answers: { [over]: '司法所' } })).join()).not.toContain('司法所')
  })

  it('takes a word for what she says it means, in every row', () => {
    const read = understandWorkbook(SECTIONS, { answers: { 'value:category:机关行政': '机关工勤编制' } })
    expect(placesOf(read).map((line) => line.split(' ')[2])).toEqual(['机关工勤编制', '机关工勤编制', '事业编制'])
  })
})

describe('a cell put right by hand', () => {
  it('reads as if it had been typed so, one cell or all that read the same', () => {
    const one = correctCells(SECTIONS, [{ sheet: '名单', row: 3, column: 'C', value: '事业编制' }])
    expect(one.sheets[0]?.rows.map((cells) => shownText(cells[2])).slice(2, 4)).toEqual(['事业编制', '机关行政'])
    const all = correctCells(SECTIONS, [{ sheet: '名单', row: 3, column: 'C', value: '事业编制', same: true }])
    expect(all.sheets[0]?.rows.map((cells) => shownText(cells[2])).slice(2, 4)).toEqual(['事业编制', '事业编制'])
    expect(SECTIONS.sheets[0]?.rows[2]?.[2]).toBe('机关行政')
  })

  it('fills a blank cell without filling the other blanks, and empties one', () => {
    const filled = correctCells(SECTIONS, [{ sheet: '名单', row: 2, column: 'C', value: '行政编制', same: true }])
    expect(filled.sheets[0]?.rows.filter((cells) => cells[2] === '行政编制')).toHaveLength(1)
    expect(
      correctCells(SECTIONS, [{ sheet: '名单', row: 3, column: 'C', value: ' ' }]).sheets[0]?.rows[2]?.[2],
    ).toBeNull()
  })
})
