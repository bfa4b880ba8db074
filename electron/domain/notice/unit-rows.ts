import { linesOf } from '../report/text-metrics.ts'
import type { SheetCell, SheetRow } from '../report/sheet-model.ts'
import type { NoticeContent, NoticeSection, NoticeUnit } from './notice-content.ts'
import { unitLines, unitTitle } from './notice-texts.ts'
import type { NameOf } from './public-person.ts'
import { cell, rowOf } from '../report/sheet-rows.ts'
import { spannedRows, type Span } from './spanned-rows.ts'
import type { SheetBody } from './table-rows.ts'

/** 《机构编制实名制信息公示表》 as it was posted in 2013; A4 landscape between its margins. */
const TITLES = ['机构名称', '主要职责', '内设机构', '人员编制', '对应实有人员名单'] as const
const WIDTHS: readonly number[] = [104, 196, 104, 116, 225]
const [BODY, DUTIES, OFFICE, NUMBERS, NAMES] = [0, 1, 2, 3, 4] as const
/** A list longer than this goes on in a row of its own, so that a page can turn without cutting through a name. */
const LINES_A_ROW = 8

/** One block a unit: 机关 with its offices below one another, every 事业单位 by itself. */
export function unitsBody(content: NoticeContent): SheetBody {
  const header = rowOf(
    TITLES.map((title, column) => cell(column, 1, title, 'tableHeader')),
    WIDTHS,
    true,
  )
  return { widths: WIDTHS, header, rows: content.sections.flatMap((section) => sectionRows(section, content)) }
}

function sectionRows(section: NoticeSection, content: NoticeContent): readonly SheetRow[] {
  if (section.nature === 'institution')
    return section.units.flatMap((unit) =>
      unitRows(unit, content.nameOf, [
        { column: BODY, text: unitTitle(unit), style: 'tableCentered', continued: `${unit.name}（续）` },
        { column: OFFICE, text: '—', style: 'tableCentered', continued: '—' },
      ]),
    )
  const offices = section.units.flatMap((unit) =>
    unitRows(unit, content.nameOf, [
      { column: OFFICE, text: unitTitle(unit), style: 'tableCentered', continued: `${unit.name}（续）` },
    ]),
  )
  const name = content.township.endsWith('机关') ? content.township : `${content.township}机关`
  const body: SheetCell = {
    column: BODY,
    columnSpan: 1,
    rowSpan: offices.length,
    text: name,
    style: 'tableCentered',
    continued: `${name}（续）`,
  }
  return offices.map((row, index) => (index === 0 ? { ...row, cells: [body, ...row.cells] } : row))
}

function unitRows(unit: NoticeUnit, nameOf: NameOf, spans: readonly Span[]): readonly SheetRow[] {
  // Name and nameplates stand in a column of their own here.
  const numbers = unitLines({ ...unit, nameplates: [] })
    .slice(1)
    .join('\n')
  const beside: readonly Span[] = [
    ...spans,
    { column: DUTIES, text: unit.duties, style: 'tableText', continued: unit.duties === '' ? '' : '（见上页）' },
    { column: NUMBERS, text: numbers, style: 'tableCentered', continued: '（续）' },
  ]
  return spannedRows(
    nameTexts(unit, nameOf).map((text) => [cell(NAMES, 1, text, 'tableText')]),
    beside,
    WIDTHS,
  )
}

/** The unit's list in pieces of a few lines; — where nobody is on it. */
function nameTexts(unit: NoticeUnit, nameOf: NameOf): readonly string[] {
  const names = [
    ...unit.people.map((person) => (person.secondedOut ? `${nameOf(person)}（借出）` : nameOf(person))),
    ...unit.concurrent.map((held) => `${held.name}（兼任${held.post}，不计数）`),
  ]
  if (names.length === 0) return ['—']
  const texts: string[] = []
  let piece = ''
  for (const name of names) {
    const longer = piece === '' ? name : `${piece}、${name}`
    if (piece !== '' && linesOf(longer, WIDTHS[NAMES] ?? 0, 'tableText') > LINES_A_ROW) {
      texts.push(`${piece}、`)
      piece = name
    } else piece = longer
  }
  return [...texts, piece]
}
