import { countText, type NoticeContent, type NoticeUnit } from './notice-content.ts'
import { bracketed, sectionNumeral } from './notice-texts.ts'
import { columnsFor, headerOf, personCells, postText, widthsOf, type PersonColumn } from './person-columns.ts'
import type { PublicPerson } from './public-person.ts'
import { rowOf, wideRow } from '../report/sheet-rows.ts'
import type { SheetBody } from './table-rows.ts'

/** Name, post, category: the shortest list that still says who sits on which 编制. A4 portrait between its margins. */
function columnsOf(postOf: (person: PublicPerson) => string): readonly PersonColumn[] {
  return [
    { title: '姓名', width: 130, style: 'tableCentered', text: (person, { nameOf }) => nameOf(person) },
    { title: '职务', width: 250, style: 'tableCentered', text: postOf },
    { title: '编制类别', width: 130, style: 'tableCentered', text: (person) => person.categoryName },
  ]
}

/** One row a person, office and post together: two people of one name in two offices are told apart by it. */
export function shortBody(content: NoticeContent): SheetBody {
  const units = new Map(content.sections.flatMap((section) => section.units).map((unit) => [unit.id, unit]))
  const columns = columnsFor(
    columnsOf(
      (person) => `${officeOf(units.get(person.unitId))}${postText(person)}${person.secondedOut ? '（借出）' : ''}`,
    ),
    content,
  )
  const widths = widthsOf(columns)
  let listed = 0
  const rows = content.sections.flatMap((section, place) => [
    wideRow(
      `${sectionNumeral(place)}${section.title}${bracketed(section.counts.map(countText).join('；'))}`,
      'heading',
      widths,
      true,
    ),
    ...section.units
      .flatMap((unit) => unit.people)
      .map((person) => {
        listed += 1
        return rowOf(personCells(columns, person, { number: listed, nameOf: content.nameOf }), widths)
      }),
  ])
  return { widths, header: headerOf(columns), rows }
}

/** 党委书记 needs no office before it. */
function officeOf(unit: NoticeUnit | undefined): string {
  return unit === undefined || unit.kind === 'leadership' || unit.kind === 'township' ? '' : unit.name
}
