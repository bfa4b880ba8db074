import { describe, expect, it } from 'vitest'
import { moved } from '../../renderer/ui/sheet/cell-moves.ts'
import { parseTsv, writeHtml, writeTsv } from '../../renderer/ui/sheet/cell-text.ts'
import { dragFill, fillDown, fillRight, findAll, pasteBlock, replaceAll } from '../../renderer/ui/sheet/sheet-patch.ts'
import type { Area, Patch, Shown } from '../../renderer/ui/sheet/sheet-shape.ts'
import { toggledSort, viewOf } from '../../renderer/ui/sheet/sheet-view.ts'

/** A sheet of texts, row by row; column `x` is not typed over. */
function sheet(texts: readonly (readonly string[])[], columns = 'abcd'): Shown {
  return {
    rows: texts.length,
    columns: texts[0]?.length ?? 0,
    rowKey: (row) => `r${row}`,
    isRow: () => true,
    columnKey: (column) => columns[column] ?? '',
    text: (row, column) => texts[row]?.[column] ?? '',
    typed: (column) => columns[column] !== 'x',
  }
}

const area = (top: number, left: number, bottom: number, right: number): Area => ({ top, left, bottom, right })
const said = (patch: Patch) => patch.changes.map(({ row, column, text }) => `${row}${column}=${text}`)

describe('a block on the clipboard', () => {
  it.each([
    [
      '甲\t乙\r\n丙\t丁\r\n',
      [
        ['甲', '乙'],
        ['丙', '丁'],
      ],
    ],
    ['甲\n乙', [['甲'], ['乙']]],
    ['"一行\n两行"\t"说""好"""', [['一行\n两行', '说"好"']]],
    ['\t\r\n', [['', '']]],
    ['"没有关', [['"没有关']]],
    ['"开头"有引号\t二', [['"开头"有引号', '二']]],
    ['', [['']]],
  ])('%j is taken apart', (text, block) => {
    expect(parseTsv(text)).toEqual(block)
  })

  it('comes back as it went, whatever stands in it', () => {
    const block = [
      ['00123', '一\t二', '说"好"'],
      ['', '两\n行', '360111198506169915'],
    ]
    expect(parseTsv(writeTsv(block))).toEqual(block)
    expect(writeHtml([['<b>&']])).toContain('&lt;b&gt;&amp;')
  })
})

describe('Ctrl and an arrow', () => {
  const shown = sheet([['1'], ['2'], [''], [''], ['5'], ['6']])
  const down = (row: number) => moved(shown, { row, column: 0 }, { key: 'ArrowDown', far: true, page: 1 })?.row
  it('go to the end of what is filled, over the blank to the next, and then to the edge', () => {
    expect([down(0), down(1), down(2), down(4), down(5)]).toEqual([1, 4, 4, 5, 5])
  })
})

describe('a gesture as a patch', () => {
  const shown = sheet([
    ['一', '二', '三'],
    ['四', '五', '六'],
    ['七', '八', '九'],
  ])

  it('one value goes into every selected cell', () => {
    expect(said(pasteBlock(shown, area(0, 1, 1, 2), [['新']]))).toEqual(['r0b=新', 'r0c=新', 'r1b=新', 'r1c=新'])
  })

  it('a block repeats where the selection is a multiple of it, and else starts at the corner', () => {
    expect(said(pasteBlock(shown, area(0, 0, 1, 1), [['新', '旧']]))).toEqual(['r0a=新', 'r0b=旧', 'r1a=新', 'r1b=旧'])
    expect(said(pasteBlock(shown, area(1, 1, 1, 1), [['新', '旧']]))).toEqual(['r1b=新', 'r1c=旧'])
  })

  it('what goes over the right edge is left out, what goes below the last row comes back', () => {
    const patch = pasteBlock(shown, area(2, 2, 2, 2), [
      ['甲', '乙'],
      ['丙', '丁'],
    ])
    expect(said(patch)).toEqual(['r2c=甲'])
    expect(patch.beyond).toEqual([['丙', '丁']])
  })

  it('a cell that is not typed over is counted, and what is the same already is no change', () => {
    const closed = sheet([['一', '二']], 'ax')
    expect(pasteBlock(closed, area(0, 0, 0, 0), [['一', '新']])).toMatchObject({ changes: [], closed: 1 })
  })

  it('Ctrl+D and Ctrl+R take the first row or column; alone, a cell takes its neighbour', () => {
    expect(said(fillDown(shown, area(0, 0, 2, 0)))).toEqual(['r1a=一', 'r2a=一'])
    expect(said(fillDown(shown, area(1, 1, 1, 1)))).toEqual(['r1b=二'])
    expect(said(fillRight(shown, area(0, 0, 0, 2)))).toEqual(['r0b=一', 'r0c=一'])
  })

  it('the handle repeats the block the way it was drawn, upwards too', () => {
    const long = sheet([['1'], ['2'], [''], [''], ['']])
    expect(said(dragFill(long, area(0, 0, 1, 0), { row: 4, column: 0 }))).toEqual(['r2a=1', 'r3a=2', 'r4a=1'])
    expect(said(dragFill(long, area(1, 0, 1, 0), { row: 0, column: 0 }))).toEqual(['r0a=2'])
  })

  it('replacing changes every place in a cell, capital or small, and only what may be typed', () => {
    const words = sheet([['Ab县ab', '县']], 'ax')
    const hits = findAll(words, { words: 'AB', whole: false, area: null }, '')
    expect(said(replaceAll(words, hits))).toEqual(['r0a=县'])
    const all = findAll(words, { words: '县', whole: false, area: null }, '市')
    expect(replaceAll(words, all)).toMatchObject({ closed: 1 })
    expect(findAll(words, { words: '县', whole: true, area: null })).toHaveLength(1)
  })
})

describe('what is shown', () => {
  const columns = [
    { key: 'name', title: '姓名', width: 80, text: (row: { name: string; age: string }) => row.name },
    { key: 'age', title: '年龄', width: 80, text: (row: { name: string; age: string }) => row.age },
  ]
  const rows = [
    { name: '赵', age: '40' },
    { name: '丁', age: '' },
    { name: '安', age: '9' },
    { name: '钱', age: '40' },
  ]
  const names = (view: Parameters<typeof viewOf>[2]) => viewOf(rows, columns, view).map(({ name }) => name)

  it('by pinyin, by strokes, by several keys; blank last both ways; numbers as numbers', () => {
    expect(names({ sort: [{ column: 'name', down: false }], filters: {} })).toEqual(['安', '丁', '钱', '赵'])
    expect(names({ sort: [{ column: 'name', down: false, strokes: true }], filters: {} })).toEqual([
      '丁',
      '安',
      '赵',
      '钱',
    ])
    const byAge = (down: boolean) =>
      names({
        sort: [
          { column: 'age', down },
          { column: 'name', down: false },
        ],
        filters: {},
      })
    expect(byAge(false)).toEqual(['安', '钱', '赵', '丁'])
    expect(byAge(true)).toEqual(['钱', '赵', '安', '丁'])
  })

  it('filters by values, words, a span and blank; what is not said of a bound does not bind', () => {
    const filtered = (filter: object) => names({ sort: [], filters: { age: filter } })
    expect(filtered({ values: [''] })).toEqual(['丁'])
    expect(filtered({ words: '4' })).toEqual(['赵', '钱'])
    expect(filtered({ from: '10', to: '50' })).toEqual(['赵', '钱'])
    const months = [
      { name: '1985-06', age: '' },
      { name: '1986-01', age: '' },
    ]
    expect(viewOf(months, columns, { sort: [], filters: { name: { from: '1985', to: '1985' } } })).toHaveLength(1)
  })

  it('a head that is clicked goes up, down and back; with Shift it is one key more', () => {
    const up = toggledSort([], 'name', false)
    expect(toggledSort(toggledSort(up, 'name', false), 'name', false)).toEqual([])
    expect(toggledSort(up, 'age', true)).toEqual([...up, { column: 'age', down: false }])
  })
})
