import { describe, expect, it } from 'vitest'
import type { ImportSheetView } from '../../electron/contract/import-operations.ts'
import { NO_CORRECTIONS } from '../../renderer/features/import/import-options.ts'
import { corrected, correctedAlike, likeIt } from '../../renderer/features/import/proof-cells.ts'
import { fillDown } from '../../renderer/ui/sheet/sheet-patch.ts'
import { SheetModel } from '../../renderer/ui/sheet/sheet-model.ts'

const FIELDS = ['name', 'unit', 'birthMonth'] as const
const ROWS = [
  ['甄一人', '党政办', '八零年头'],
  ['甄二人', '党政办', '八零年头'],
  ['甄二人', '财政所', '1985-03'],
] as const

const SHEET: ImportSheetView = {
  sheet: '花名册',
  purpose: 'roster',
  headerRows: [1],
  columns: FIELDS.map((field, at) => ({ column: 'ABC'[at] ?? '', header: field, field, sample: [] })),
  rows: ROWS.map((cells, at) => ({ row: at + 2, role: 'data', cells: [...cells] })),
  groups: [],
  skipped: [],
}
const change = (row: string, column: string, was: string, text: string) => ({
  label: '修改',
  changes: [{ row, column, was, text }],
  beyond: [],
  closed: 0,
})

describe('cells of the proof', () => {
  it('a gesture is as many corrections as it has cells, each cell’s newest alone', () => {
    const once = corrected(NO_CORRECTIONS, '花名册', change('2', 'C', '八零年头', '1980-01'))
    expect(corrected(once, '花名册', change('2', 'C', '1980-01', '1980-02')).corrections).toEqual([
      { sheet: '花名册', row: 2, column: 'C', value: '1980-02' },
    ])
  })

  it('what read the same is offered, but never a name, nor what stands alone', () => {
    expect(likeIt(SHEET, change('2', 'C', '八零年头', '1980-01'))?.count).toBe(2)
    expect(likeIt(SHEET, change('3', 'A', '甄二人', '甄三人'))).toBeNull()
    expect(likeIt(SHEET, change('4', 'C', '1985-03', '1985-04'))).toBeNull()
  })

  it('an office means the same everywhere, other text only here', () => {
    const office = likeIt(SHEET, change('2', 'B', '党政办', '党政办公室'))
    const month = likeIt(SHEET, change('2', 'C', '八零年头', '1980-01'))
    if (office === null || month === null) throw new Error('both have another like them')
    expect(correctedAlike(NO_CORRECTIONS, SHEET, office).answers).toEqual({ 'value:unit:党政办': '党政办公室' })
    expect(correctedAlike(NO_CORRECTIONS, SHEET, month).corrections).toEqual([
      { sheet: '花名册', row: 2, column: 'C', value: '1980-01', same: true },
    ])
  })
})

it('a cell whose row is not typed over is left and counted', () => {
  const model = new SheetModel<readonly string[]>('行')
  const column = {
    key: 'A',
    title: 'A',
    width: 60,
    typed: true,
    text: (row: readonly string[]) => row[0] ?? '',
    typedIn: (row: readonly string[]) => row[0] !== '小计',
  }
  model.arrange([['一'], ['小计'], ['二']], [column], (row) => row[0] ?? '', { sort: [], filters: {}, group: null })
  const patch = fillDown(model.shown, { top: 0, left: 0, bottom: 2, right: 0 })
  expect(patch.changes.map(({ row, text }) => [row, text])).toEqual([['二', '一']])
  expect(patch.closed).toBe(1)
})
