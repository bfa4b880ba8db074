import { expect, it } from 'vitest'
import { listSheet } from '../../../electron/domain/report/list-sheet.ts'

const list = (width: number, rows: readonly (readonly string[])[] = [['甲', '40']]) =>
  listSheet({
    title: '在编名单',
    note: '截至 2026-11-30',
    columns: [
      { title: '姓名', width },
      { title: '年龄', width: 60, number: true },
    ],
    rows,
  })

it('has the columns as they are seen, their heads on every page, and lies on its side when wide', () => {
  const sheet = list(100)
  expect([sheet.orientation, list(900).orientation]).toEqual(['portrait', 'landscape'])
  const head = sheet.rows[sheet.repeatRows?.first ?? 0]
  expect(head?.cells.map(({ text }) => text)).toEqual(['姓名', '年龄'])
  const [name = 0, age = 0] = sheet.columnWidths
  expect(name / age).toBeCloseTo(100 / 60)
  expect(sheet.rows.flatMap(({ cells }) => cells.map(({ text }) => text))).toContain('截至 2026-11-30　共 1 行')
})

it('says so when nothing is left, and a short line is filled up', () => {
  const texts = (rows: readonly (readonly string[])[]) =>
    list(100, rows).rows.flatMap(({ cells }) => cells.map(({ text }) => text))
  expect(texts([])).toContain('没有符合条件的行。')
  expect(texts([['乙']])).toContain('乙')
})
