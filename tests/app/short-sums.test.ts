import { expect, it } from 'vitest'
import { shortSums } from '../../electron/app/forms/short-sums.ts'
import { readForm } from '../../electron/domain/fill/read-form.ts'
import type { RawCell, RawSheet } from '../../electron/domain/table/raw-workbook.ts'

/* A form's own sums over cells that stayed blank. */

const sheet = (rows: readonly (readonly RawCell[])[]): RawSheet => ({ name: '表', hidden: false, rows, merges: [] })
const sum: RawCell = { kind: 'number', value: 0, shown: '0', formula: true }
const count = (value: number): RawCell => ({ kind: 'number', value, shown: String(value) })
const HEADS = ['项目', '合计', '男', '女', '备注']
const form = sheet([
  HEADS,
  ['机关', null, null, null, null],
  ['事业单位', null, null, null, null],
  ['总计', sum, sum, sum, null],
])
const [part] = readForm({ format: 'xlsx', sheets: [form] }, {}).parts
const said = (...rows: readonly (readonly RawCell[])[]) =>
  part === undefined ? undefined : shortSums(part, sheet([HEADS, ...rows, ['总计', sum, sum, sum, null]]), 0)

it('is said where a cell above it stayed blank, and only there', () => {
  expect(
    said(['机关', count(2), count(1), null, null], ['事业单位', count(3), count(1), count(2), null]),
  ).toMatchObject({ cell: 'D4', text: expect.stringMatching(/^这里是表里自带的公式/u) as string })
  expect(said(['机关', null, null, null, null], ['事业单位', null, null, null, null])).toMatchObject({
    cell: 'B4',
    text: expect.stringMatching(/^这里和另外 2 格/u) as string,
  })
  expect(
    said(['机关', count(2), count(1), count(1), null], ['事业单位', count(3), count(1), count(2), null]),
  ).toBeNull()
})
