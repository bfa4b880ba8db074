import { describe, expect, it } from 'vitest'
import { pasteBlock } from '../../renderer/ui/sheet/sheet-patch.ts'
import { SheetModel } from '../../renderer/ui/sheet/sheet-model.ts'
import type { SheetColumn } from '../../renderer/ui/sheet/sheet-shape.ts'

interface Person {
  readonly id: string
  readonly unit: string
  readonly name: string
  readonly years: string
}

const OFFICES = ['党政综合办公室', '经济发展办公室']
const COLUMNS: readonly SheetColumn<Person>[] = [
  {
    key: 'unit',
    title: '机构',
    width: 100,
    text: ({ unit }) => unit,
    order: { title: '按机构次序', rank: ({ unit }) => OFFICES.indexOf(unit) },
  },
  { key: 'name', title: '姓名', width: 80, typed: true, text: ({ name }) => name },
  { key: 'years', title: '工龄', width: 60, number: true, typed: true, text: ({ years }) => years },
]
const person = (id: string, unit: string, years: string): Person => ({ id, unit, name: `试${id}`, years })
const PEOPLE = [
  person('1', '经济发展办公室', '3'),
  person('2', '党政综合办公室', '10'),
  person('3', '经济发展办公室', ''),
  person('4', '党政综合办公室', '2'),
]
const keyOf = ({ id }: Person) => id
const VIEW = { sort: [], filters: {}, group: 'unit' } as const

function grouped() {
  const model = new SheetModel<Person>('人')
  model.arrange(PEOPLE, COLUMNS, keyOf, VIEW)
  return model
}
const seen = (model: SheetModel<Person>) =>
  model.lines.map((_, row) => COLUMNS.map((__, column) => model.seen(row, column)).join('|'))

describe('rows divided by what a column says', () => {
  it('stand below a line with their count and sums, offices in the order of the plan', () => {
    expect(seen(grouped())).toEqual([
      '党政综合办公室：2 人||12',
      '党政综合办公室|试2|10',
      '党政综合办公室|试4|2',
      '经济发展办公室：2 人||3',
      '经济发展办公室|试1|3',
      '经济发展办公室|试3|',
    ])
  })

  it('are folded away one by one, and still counted', () => {
    const model = grouped()
    model.fold('党政综合办公室')
    model.arrange(PEOPLE, COLUMNS, keyOf, VIEW)
    expect(seen(model).slice(0, 2)).toEqual(['党政综合办公室：2 人||12', '经济发展办公室：2 人||3'])
    expect(model.count).toBe(4)
  })

  it('keep a row where it was while it is being edited, with new sums', () => {
    const model = grouped()
    const moved = PEOPLE.map((one) => (one.id === '4' ? { ...one, unit: '经济发展办公室', years: '5' } : one))
    model.arrange(moved, COLUMNS, keyOf, VIEW)
    expect(seen(model)[0]).toBe('党政综合办公室：2 人||15')
    expect(seen(model)[2]).toBe('经济发展办公室|试4|5')
  })

  it('take a pasted block past the lines above groups, so that nothing of it is lost', () => {
    const model = grouped()
    const block = [['甲'], ['乙'], ['丙'], ['丁'], ['戊']]
    const patch = pasteBlock(model.shown, { top: 1, bottom: 1, left: 1, right: 1 }, block)
    expect(patch.changes.map(({ row, text }) => `${row}${text}`)).toEqual(['2甲', '4乙', '1丙', '3丁'])
    expect(patch.beyond).toEqual([['戊']])
  })
})
