import { expect, it } from 'vitest'
import { importSheetView } from '../../electron/app/import/import-views.ts'
import { understandWorkbook } from '../../electron/domain/table/understand-workbook.ts'
import { sheetOf, workbookWith } from '../kit/import-plan.ts'

it('a long sheet is shown to its last row as it stands', () => {
  const rows = Array.from({ length: 1200 }, (_, place) => [
    `许${place % 2 === 0 ? '大' : '小'}芹`,
    '财政所',
    `第 ${place} 个`,
  ])
  const [sheet] = understandWorkbook(workbookWith(sheetOf([['姓名', '单位', '备注'], ...rows]))).sheets
  const view = sheet === undefined ? null : importSheetView(sheet)
  expect(view?.rows).toHaveLength(1201)
  expect(view?.rows.at(-1)).toEqual({ row: 1201, role: 'data', cells: ['许小芹', '财政所', '第 1199 个'] })
})
