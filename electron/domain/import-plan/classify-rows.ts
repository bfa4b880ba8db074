import { shownText, type RawCell } from './raw-workbook.ts'
import type { ClassifiedRow, SheetColumn } from './recognised-workbook.ts'

const SUMMARY = /^(?:[一-龥]{0,12}(?:小计|合计|总计|共计|累计)|(?:小计|合计|总计|共计|累计)[:：]?.{0,12})$/u
const SIGNATURE = /^(?:单位负责人|主要负责人|分管领导|负责人|填表人|填报人|制表人|制表|审核人|审核|复核人|经办人|联系人|联系电话|填报日期|填报时间|日期)[（(]?[^：:]{0,8}[：:]/u
const FOOTNOTE = /^(?:注|说明|备注|填表说明)[：:\d]/u

/**
 * Says what every row of a sheet is. `columns` tell where 序号, 机构 and 姓名 stand; rows up to the header's last are title and header.
 * Rows are returned for the whole sheet, 1-based.
 */
export function classifyRows(rows: readonly (readonly RawCell[])[], header: { readonly first: number; readonly last: number } | null, columns: readonly SheetColumn[]): readonly ClassifiedRow[] {
  const keys = columns.filter((column) => column.field === 'sequence' || column.field === 'unit' || column.field === 'name').map((column) => column.index)
  const name = columns.find((column) => column.field === 'name')
  const headerTexts = new Set(columns.flatMap((column) => (column.field === null ? [] : [lastPart(column.header)])))
  return rows.map((cells, index) => {
    const row = index + 1
    const filled = cells.map((cell) => joined(cell)).filter((text) => text !== '')
    if (filled.length === 0) return { row, role: 'blank', why: null }
    if (header !== null && index >= header.first && index <= header.last) return { row, role: 'header', why: null }
    if (header === null || index < header.first) return { row, role: 'title', why: '表头以上的标题行' }
    return classifyBelow(row, cells, filled, { keys, name, headerTexts })
  })
}

interface Landmarks {
  readonly keys: readonly number[]
  readonly name: SheetColumn | undefined
  readonly headerTexts: ReadonlySet<string>
}

function classifyBelow(row: number, cells: readonly RawCell[], filled: readonly string[], marks: Landmarks): ClassifiedRow {
  const first = filled[0] ?? ''
  const keyTexts = marks.keys.map((index) => joined(cells[index]))
  if ([first, ...keyTexts].some((text) => SUMMARY.test(text))) return { row, role: 'subtotal', why: `合计行（${summaryWord([first, ...keyTexts])}）` }
  if (SIGNATURE.test(first)) return { row, role: 'signature', why: '落款行' }
  if (FOOTNOTE.test(first)) return { row, role: 'signature', why: '表下说明' }
  if (filled.length >= 3 && filled.every((text) => marks.headerTexts.has(text))) return { row, role: 'header', why: '重复的表头' }
  const nameless = marks.name === undefined || joined(cells[marks.name.index]) === ''
  if (filled.length === 1 && nameless && !/^\d+$/.test(first)) return { row, role: 'title', why: '分组标题行' }
  if (filled.length === 1 && /^\d+$/.test(first)) return { row, role: 'blank', why: '只有序号的空行' }
  return { row, role: 'data', why: null }
}

function summaryWord(texts: readonly string[]): string {
  return texts.find((text) => SUMMARY.test(text)) ?? ''
}

function joined(cell: RawCell | undefined): string {
  return cell === null || cell === undefined ? '' : shownText(cell).replaceAll(/\s+/g, '')
}

function lastPart(header: string): string {
  return header.slice(header.lastIndexOf('/') + 1)
}
