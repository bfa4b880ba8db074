import { describe, expect, it } from 'vitest'
import { formLines, type SheetLook } from '../../../electron/domain/fill/form-lines.ts'
import type { RawCell, RawMerge, RawSheet } from '../../../electron/domain/table/raw-workbook.ts'

/* Where around a form's table the township and the days go: behind the label, or into the next cell. */

const FACTS = { township: '山溪乡', today: '2026-11-26', asOf: '2026-06-30' }
const TABLE: readonly (readonly RawCell[])[] = [
  ['姓名', '性别'],
  [null, null],
]

interface Case {
  readonly above: readonly RawCell[]
  readonly merges?: readonly RawMerge[]
  /** Columns of the line above that are ruled, and that compute. */
  readonly ruled?: readonly number[]
  readonly formulas?: readonly number[]
}

function linesOf(
  { above, merges = [], ruled = [], formulas = [] }: Case,
  headerRows: readonly [number, number] = [2, 2],
) {
  const sheet: RawSheet = { name: '表', hidden: false, rows: [above, ...TABLE], merges }
  const look: SheetLook = {
    hasFormula: (row, column) => row === 0 && formulas.includes(column),
    ruled: (row, column) => row === 0 && ruled.includes(column),
  }
  return formLines(sheet, { ...FACTS, headerRows }, [], look)
}

const across = (left: number, right: number): RawMerge => ({ top: 0, bottom: 0, left, right })
/** The lines around a table of any shape. */
const around = (rows: readonly (readonly RawCell[])[], headerRows: readonly [number, number]) =>
  formLines({ name: '表', hidden: false, rows, merges: [] }, { ...FACTS, headerRows }, [], {
    hasFormula: () => false,
    ruled: () => false,
  })
const written = (lines: ReturnType<typeof formLines>) =>
  lines.map(({ column, value }) => [column, value !== null && 'text' in value ? value.text : value])

describe('a bare 单位：', () => {
  const three = (
    above: readonly RawCell[],
    more: { readonly unit?: string; readonly over?: readonly RawCell[] } = {},
  ) => {
    const { unit, over } = more
    const rows = [
      ...(over === undefined ? [] : [over]),
      above,
      ['序号', '姓名', '性别', '备注'],
      [null, null, null, null],
    ]
    const head = rows.length - 1
    const sheet: RawSheet = { name: '表', hidden: false, rows, merges: [] }
    const look: SheetLook = { hasFormula: () => false, ruled: () => false }
    return written(formLines(sheet, { ...FACTS, unit, headerRows: [head, head] }, [], look))
  }

  it('at the left over a list asks for the reporting unit', () => {
    expect(three(['单位：', null, null, null])).toEqual([[0, '单位：山溪乡']])
    expect(three(['单 位:____', null, null, null])).toEqual([[0, '单 位:山溪乡']])
    // Over the people of one unit, for that one.
    expect(three(['单位：', null, null, null], { unit: '文化站' })).toEqual([[0, '单位：文化站']])
  })

  it.each([
    ['单位：人', null, null, null],
    ['单位：', '人', null, null],
    // At the right the place of what is counted in, behind something else a second label.
    [null, null, null, '单位：'],
    ['制表：', '单位：', null, null],
  ])('says what is counted in, or is not hers to fill: %s %s %s %s', (...above) => expect(three(above)).toEqual([]))

  it('with a place of its own in the next cell, and at the left of the table’s width', () => {
    expect(three(['单位：', '      （盖章）', null, null])).toEqual([[1, '山溪乡（盖章）']])
    expect(three([' ', '单位：', null, null])).toEqual([[1, '单位：山溪乡']])
    expect(three([null, null, '单位：', null])).toEqual([])
    const wide = ['某县乡镇人员名册', null, null, null, null, null, null, null]
    expect(three([null, null, '单位：', null], { over: wide })).toEqual([])
  })

  it('beside another label than 填报单位, and over one below the table', () => {
    expect(three(['单位：', null, null, null], { over: ['填报日期：', null, null, null] })).toEqual([
      [0, '填报日期：2026年11月26日'],
      [0, '单位：山溪乡'],
    ])
    expect(
      written(
        around(
          [
            ['单位：', null],
            ['序号', '姓名'],
            ['填报单位：', null],
          ],
          [2, 2],
        ),
      ),
    ).toEqual([
      [0, '单位：山溪乡'],
      [0, '填报单位：山溪乡'],
    ])
    // Under the table it says what is counted in.
    expect(
      written(
        around(
          [
            ['姓名', '性别'],
            [null, null],
            ['单位：', null],
          ],
          [1, 1],
        ),
      ),
    ).toEqual([])
  })

  it('over a header of two rows, the wider of them', () =>
    expect(
      written(
        around(
          [
            [null, '单位：', null, null],
            ['序号', '姓名', '性别', '备注'],
            ['一', '二'],
          ],
          [2, 3],
        ),
      ),
    ).toEqual([[1, '单位：山溪乡']]))

  it('beside 填报单位 it is no second one', () =>
    expect(three(['单位：', null, null, null], { over: ['填报单位：', null, null, null] })).toEqual([
      [0, '填报单位：山溪乡'],
    ]))
})

describe('which cell takes the value', () => {
  it.each<readonly [string, Case, readonly (readonly [number, string])[]]>([
    [
      'behind the label, whose text runs over into the empty cell',
      { above: ['填报单位：', null] },
      [[0, '填报单位：山溪乡']],
    ],
    ['at the end of the row', { above: ['填报单位：'] }, [[0, '填报单位：山溪乡']]],
    ['the next cell, when lines are drawn around it', { above: ['填报单位：', null], ruled: [1] }, [[1, '山溪乡']]],
    [
      'the next cell, when it is an area of its own',
      { above: ['填报单位：', null, null], merges: [across(1, 2)] },
      [[1, '山溪乡']],
    ],
    [
      'the cell after a label that is an area itself',
      { above: ['填报单位：', null, null], merges: [across(0, 1)], ruled: [1, 2] },
      [[2, '山溪乡']],
    ],
    [
      'behind the label, when blanks stand there',
      { above: ['填报单位：____', null], ruled: [1] },
      [[0, '填报单位：山溪乡']],
    ],
    [
      'behind the label, when the next cell is another label',
      { above: ['填报单位：', '单位：人'], ruled: [1] },
      [[0, '填报单位：山溪乡']],
    ],
    [
      'behind the label, when the next cell is the inside of an area from above',
      {
        above: ['填报单位：', null],
        merges: [
          { top: 0, bottom: 0, left: 0, right: 0 },
          { top: -1, bottom: 0, left: 1, right: 1 },
        ],
        ruled: [1],
      },
      [[0, '填报单位：山溪乡']],
    ],
    ['the day’s place in the next cell', { above: ['填表日期：', '    年  月  日'] }, [[1, '2026年11月26日']]],
    ['before the seal in the next cell', { above: ['填报单位：', '        （盖章）'] }, [[1, '山溪乡（盖章）']]],
    [
      'a label in each of two cells',
      { above: ['填报单位：', null, '截至日期：', null], ruled: [1, 3] },
      [
        [1, '山溪乡'],
        [3, '2026年6月30日'],
      ],
    ],
    [
      'two labels of one cell, the last with a cell of its own',
      { above: ['填报单位：____  填报日期：', null], ruled: [1] },
      [
        [0, '填报单位：山溪乡  填报日期：'],
        [1, '2026年11月26日'],
      ],
    ],
  ])('%s', (_, given, expected) => expect(written(linesOf(given))).toEqual(expected))

  it('blanks in the next cell are nothing, and areas of other rows none of its own', () => {
    expect(written(linesOf({ above: ['填报单位：', '   '], ruled: [1] }))).toEqual([[1, '山溪乡']])
    const below: RawMerge = { top: 1, bottom: 2, left: 1, right: 1 }
    const before: RawMerge = { top: -2, bottom: -1, left: 1, right: 1 }
    expect(written(linesOf({ above: ['填报单位：', null], merges: [below] }))).toEqual([[0, '填报单位：山溪乡']])
    expect(written(linesOf({ above: ['填报单位：', null], merges: [below, before], ruled: [1] }))).toEqual([
      [1, '山溪乡'],
    ])
  })

  it('a name is text; what was written is told with its label', () => {
    expect(linesOf({ above: ['填报单位：', null], ruled: [1] })).toEqual([
      { row: 0, column: 1, value: { kind: 'text', text: '山溪乡' }, edits: null, says: ['填报单位：山溪乡'] },
    ])
    expect(linesOf({ above: ['填报单位：____'] })).toMatchObject([
      { row: 0, column: 0, value: { kind: 'text', text: '填报单位：山溪乡' }, says: ['填报单位：山溪乡'] },
    ])
    expect(linesOf({ above: ['填表日期：', '    年  月  日'] })).toMatchObject([
      { value: { kind: 'text' }, edits: [{ from: 0, text: '2026年11月26日' }], says: ['填表日期：2026年11月26日'] },
    ])
    expect(
      around(
        [
          ['单位：', null],
          ['序号', '姓名'],
          [null, null],
        ],
        [2, 2],
      ),
    ).toMatchObject([{ value: { kind: 'text' }, says: ['单位：山溪乡'] }])
  })

  it('a day for an empty cell is a date: the form’s own format shows it', () => {
    expect(linesOf({ above: ['填报日期：', null], ruled: [1] })).toEqual([
      {
        row: 0,
        column: 1,
        value: { kind: 'date', date: '2026-11-26', text: '2026年11月26日' },
        edits: null,
        says: ['填报日期：2026年11月26日'],
      },
    ])
  })
})

describe('what is left as it is', () => {
  it.each<readonly [string, Case]>([
    ['a value behind the label', { above: ['填报单位：溪口镇', null], ruled: [1] }],
    ['a value in the next cell', { above: ['填报单位：', '溪口镇'] }],
    [
      'a number or date in the next cell',
      { above: ['填报日期：', { kind: 'date', value: 46_000, shown: '2025-12-09', day: '2025-12-09' }] },
    ],
    ['a next cell that computes', { above: ['填报单位：', null], ruled: [1], formulas: [1] }],
    ['a label that is computed', { above: ['填报单位：'], formulas: [0] }],
    ['labels of people', { above: ['填表人：', null, '联系电话：', null], ruled: [1, 3] }],
  ])('%s', (_, given) => expect(linesOf(given)).toEqual([]))

  it('the header, whatever it says', () => {
    expect(linesOf({ above: ['单位名称：', null], ruled: [1] }, [1, 2])).toEqual([])
    // Both rows of it.
    expect(around([['名册'], ['姓名', '单位'], ['填报日期：', '单位名称：'], [null, null]], [2, 3])).toEqual([])
    // Control: the same line above the header.
    expect(linesOf({ above: ['单位名称：', null], ruled: [1] })).toHaveLength(1)
  })

  it('on a card what is asked of the person, and cells that take something else', () => {
    const sheet: RawSheet = {
      name: '卡',
      hidden: false,
      rows: [
        ['姓名', null],
        ['单位名称：', null],
        ['填报单位：', null],
        ['填表日期：', null],
      ],
      merges: [],
    }
    const taken = [{ row: 2, column: 1, value: null }]
    expect(
      formLines(sheet, { ...FACTS, headerRows: [0, 0] }, taken, { hasFormula: () => false, ruled: () => true }).map(
        ({ row, column }) => [row, column],
      ),
    ).toEqual([[3, 1]])
  })
})
