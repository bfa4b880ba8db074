import type { SheetCell, SheetRow } from '../report/sheet-model.ts'
import type { NoticeContent } from './notice-content.ts'
import { unitLines } from './notice-texts.ts'
import { columnsFor, headerOf, personCells, postText, widthsOf, type PersonColumn } from './person-columns.ts'
import { publicStatus } from './public-person.ts'
import { cell } from '../report/sheet-rows.ts'
import { spannedRows } from './spanned-rows.ts'

/** The ten together are A4 landscape between its margins. */
const COLUMNS: readonly PersonColumn[] = [
  { title: '序号', width: 34, style: 'tableNumber', text: (_, { number }) => String(number) },
  { title: '单位', width: 155, style: 'tableCentered', text: () => '' },
  { title: '姓名', width: 62, style: 'tableCentered', text: (person, { nameOf }) => nameOf(person) },
  { title: '性别', width: 34, style: 'tableCentered', text: (person) => person.sex },
  { title: '职务（岗位）', width: 132, style: 'tableCentered', text: postText },
  { title: '职称', width: 72, style: 'tableCentered', text: (person) => person.professionalTitle },
  { title: '编制类别', width: 66, style: 'tableCentered', text: (person) => person.categoryName },
  { title: '进入时间', width: 58, style: 'tableCentered', text: (person) => person.entered },
  { title: '渠道', width: 58, style: 'tableCentered', text: (person) => person.route },
  { title: '在编状况', width: 74, style: 'tableCentered', text: publicStatus },
]
const UNIT_COLUMN = 1

export interface SheetBody {
  readonly widths: readonly number[]
  /** Repeated on every page. */
  readonly header: SheetRow
  readonly rows: readonly SheetRow[]
}

/** One row a person, the unit beside its people with its numbers. */
export function tableBody(content: NoticeContent): SheetBody {
  const columns = columnsFor(COLUMNS, content)
  const widths = widthsOf(columns)
  let listed = 0
  const rows = content.sections
    .flatMap((section) => section.units)
    .flatMap((unit) => {
      const before = listed
      listed += unit.people.length
      const people = unit.people.map((person, place) =>
        withoutUnit(personCells(columns, person, { number: before + place + 1, nameOf: content.nameOf })),
      )
      const span = {
        column: UNIT_COLUMN,
        text: unitLines(unit).join('\n'),
        style: 'tableCentered',
        continued: `${unit.name}（续）`,
      } as const
      return spannedRows(people.length > 0 ? people : [emptyCells(columns)], [span], widths)
    })
  return { widths, header: headerOf(columns), rows }
}

function withoutUnit(cells: readonly SheetCell[]): readonly SheetCell[] {
  return cells.filter((part) => part.column !== UNIT_COLUMN)
}

/** A unit without anybody on the list: its quota is public all the same; the row carries no running number. */
function emptyCells(columns: readonly PersonColumn[]): readonly SheetCell[] {
  return withoutUnit(columns.map((column, index) => cell(index, 1, index === UNIT_COLUMN + 1 ? '—' : '', column.style)))
}
