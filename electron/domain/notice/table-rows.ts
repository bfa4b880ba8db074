import { heightOf, roundHeight } from '../report/text-metrics.ts'
import type { CellStyle, SheetCell, SheetRow } from '../report/sheet-model.ts'
import type { NoticeContent, NoticeUnit } from './notice-content.ts'
import { unitLines } from './notice-texts.ts'
import { publicStatus, type PublicPerson } from './public-person.ts'
import { cell, rowOf, sum } from '../report/sheet-rows.ts'

interface Column {
  readonly title: string
  /** Points; the ten together are A4 landscape between its margins. */
  readonly width: number
  readonly style: CellStyle
}

const COLUMNS: readonly Column[] = [
  { title: '序号', width: 34, style: 'tableNumber' },
  { title: '单位', width: 155, style: 'tableCentered' },
  { title: '姓名', width: 62, style: 'tableCentered' },
  { title: '性别', width: 34, style: 'tableCentered' },
  { title: '职务（岗位）', width: 132, style: 'tableCentered' },
  { title: '职称', width: 72, style: 'tableCentered' },
  { title: '编制类别', width: 66, style: 'tableCentered' },
  { title: '进入时间', width: 58, style: 'tableCentered' },
  { title: '渠道', width: 58, style: 'tableCentered' },
  { title: '在编状况', width: 74, style: 'tableCentered' },
]

export const TABLE_WIDTHS: readonly number[] = COLUMNS.map((column) => column.width)
const UNIT_COLUMN = 1

/** The head of the table, repeated on every page. */
export function tableHeader(): SheetRow {
  return rowOf(COLUMNS.map((column, index) => cell(index, 1, column.title, 'tableHeader')), TABLE_WIDTHS, true)
}

/** One row a person, the unit beside its people with its numbers. */
export function tableRows(content: NoticeContent): readonly SheetRow[] {
  let listed = 0
  return content.sections
    .flatMap((section) => section.units)
    .flatMap((unit) => {
      const before = listed
      listed += unit.people.length
      return withUnit(unit, unit.people.length > 0 ? unit.people.map((person, place) => personCells(person, before + place + 1)) : [emptyCells()])
    })
}

function personCells(person: PublicPerson, number: number): readonly SheetCell[] {
  const concurrent = person.concurrent.map((held) => `兼任${held.unitName}${held.post}`).join('、')
  const texts = [String(number), '', person.name, person.sex, [person.post, concurrent].filter((text) => text !== '').join('，'), person.professionalTitle, person.categoryName, person.entered, person.route, publicStatus(person)]
  return texts.map((text, column) => cell(column, 1, text, COLUMNS[column]?.style ?? 'tableText')).filter((part) => part.column !== UNIT_COLUMN)
}

/** A unit without anybody on the list: its quota is public all the same; the row carries no running number. */
function emptyCells(): readonly SheetCell[] {
  return COLUMNS.map((column, index) => cell(index, 1, index === UNIT_COLUMN + 1 ? '—' : '', column.style)).filter((part) => part.column !== UNIT_COLUMN)
}

/**
 * Lays the unit's cell over its people's rows; rows grow where its text needs more height. Rows at the top are tied until the text has room
 * above a page turn, the last two so that what continues has room too.
 */
function withUnit(unit: NoticeUnit, people: readonly (readonly SheetCell[])[]): readonly SheetRow[] {
  const text = unitLines(unit).join('\n')
  const rows = people.map((cells) => rowOf(cells, TABLE_WIDTHS))
  const needed = heightOf(text, COLUMNS[UNIT_COLUMN]?.width ?? 0, 'tableCentered')
  const missing = Math.max(0, needed - sum(rows.map((row) => row.height))) / rows.length
  const unitCell: SheetCell = { column: UNIT_COLUMN, columnSpan: 1, rowSpan: rows.length, text, style: 'tableCentered', continued: `${unit.name}（续）` }
  let above = 0
  return rows.map((row, index) => {
    const height = roundHeight(row.height + missing)
    above += height
    return {
      height,
      cells: index === 0 ? [...row.cells.slice(0, UNIT_COLUMN), unitCell, ...row.cells.slice(UNIT_COLUMN)] : row.cells,
      keepWithNext: index < rows.length - 1 && (above < needed || index === 0 || index === rows.length - 2),
    }
  })
}
