import { describe, expect, it } from 'vitest'
import { readForm } from '../../../electron/domain/fill/read-form.ts'
import type { RawMerge, RawSheet } from '../../../electron/domain/table/raw-workbook.ts'

/* A line a unit and 编制: which rows are whose. */

const UNITS = [
  { id: 'a', name: '党政办公室' },
  { id: 'b', name: '畜牧兽医站' },
  { id: 'c', name: '退役军人服务站' },
]
const HEADS = ['序号', '机构全称', '编制种类', '批准编制数', '占用编制数', '批准文号']
const parts = (merges: readonly RawMerge[], ...rows: readonly (readonly (string | null)[])[]) => {
  const sheet: RawSheet = { name: '表', hidden: false, rows, merges }
  return readForm({ format: 'xlsx', sheets: [sheet] }, {}, UNITS).parts.map(({ kind, headerRows, printed }) => ({
    kind,
    head: headerRows[0],
    rows: printed.map(({ row, labels }) => `${row + 1} ${labels.join('/')}`),
  }))
}
const line = (number: string | null, unit: string | null, type: string | null) => [number, unit, type, null, null, null]

describe('a line a unit and 编制', () => {
  it('is one table to its last row, merged or not, and its sums are of 编制 too', () => {
    const rows = [
      HEADS,
      line('1', '党政办公室', '行政编制'),
      line(null, null, '工勤编制'),
      line('2', '畜牧兽医站', '差额事业编制'),
      line('10', '退役军人服务站', '全额事业编制'),
      line('合计', null, '行政编制'),
      line(null, null, '事业编制'),
    ]
    const expected = [
      {
        kind: 'units',
        head: 1,
        rows: ['2 党政办公室', '3 党政办公室', '4 畜牧兽医站', '5 退役军人服务站', '6 合计', '7 合计'],
      },
    ]
    expect(parts([], ...rows)).toEqual(expected)
    expect(
      parts(
        [
          { top: 1, bottom: 2, left: 1, right: 1 },
          { top: 5, bottom: 6, left: 0, right: 1 },
        ],
        ...rows,
      ),
    ).toEqual(expected)
  })

  it('合计 under the number in front is a row of the table', () =>
    expect(
      parts(
        [],
        ['序号', '机构全称', '批准编制数', '占用编制数'],
        ['1', '党政办公室', null, null],
        ['合计', null, null, null],
      ),
    ).toEqual([{ kind: 'units', head: 1, rows: ['2 党政办公室', '3 合计'] }]))
})

describe('a table of numbers', () => {
  it('has no rows in its head: 在编人员 and 行政编制 below 类别 name rows', () =>
    expect(
      parts(
        [
          { top: 1, bottom: 2, left: 0, right: 0 },
          { top: 3, bottom: 4, left: 0, right: 0 },
        ],
        ['类别', null, '人数', '男', '女'],
        ['在编人员', '行政编制', null, null, null],
        [null, '事业编制', null, null, null],
        ['编外人员', '劳务派遣', null, null, null],
        [null, '小计', null, null, null],
      ),
    ).toEqual([
      {
        kind: 'counts',
        head: 1,
        rows: ['2 在编人员/行政编制', '3 在编人员/事业编制', '4 编外人员/劳务派遣', '5 编外人员/小计'],
      },
    ]))

  it('may have bare years in front of its rows', () =>
    expect(parts([], ['退休年份', '人数', '男', '女'], ['2027', null, null, null], ['2028', null, null, null])).toEqual(
      [{ kind: 'counts', head: 1, rows: ['2 2027', '3 2028'] }],
    ))
})
