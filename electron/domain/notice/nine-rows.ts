import type { NoticeContent } from './notice-content.ts'
import { countText } from './notice-content.ts'
import { bracketed, sectionNumeral, unitNumbers, unitTitle } from './notice-texts.ts'
import { columnsFor, headerOf, personCells, postText, widthsOf, type PersonColumn } from './person-columns.ts'
import { publicStatus } from './public-person.ts'
import { rowOf, wideRow } from '../report/sheet-rows.ts'
import type { SheetBody } from './table-rows.ts'

/** The nine columns of the 2006 政务公开 form, in its words; A4 landscape between its margins. */
const COLUMNS: readonly PersonColumn[] = [
  { title: '姓名', width: 80, style: 'tableCentered', text: (person, { nameOf }) => nameOf(person) },
  { title: '性别', width: 36, style: 'tableCentered', text: (person) => person.sex },
  { title: '职务（岗位）', width: 148, style: 'tableCentered', text: postText },
  { title: '职称', width: 88, style: 'tableCentered', text: (person) => person.professionalTitle },
  { title: '所占编制类别', width: 84, style: 'tableCentered', text: (person) => person.categoryName },
  { title: '进入现单位时间', width: 82, style: 'tableCentered', text: (person) => person.entered },
  { title: '渠道', width: 68, style: 'tableCentered', text: (person) => person.route },
  { title: '在编状况', width: 74, style: 'tableCentered', text: publicStatus },
  { title: '编制卡（证）号', width: 85, style: 'tableCentered', text: (person) => person.cardNumber },
]

/** Units as headings with their numbers, below each its people. Only those in quota: 在编 and 超编 are never mixed in one list. */
export function nineBody(content: NoticeContent): SheetBody {
  const columns = columnsFor(COLUMNS, content)
  const widths = widthsOf(columns)
  let listed = 0
  const rows = content.sections.flatMap((section, place) => [
    wideRow(
      `${sectionNumeral(place)}${section.title}${bracketed(section.counts.map(countText).join('；'))}`,
      'heading',
      widths,
      true,
    ),
    ...section.units.flatMap((unit, index) => [
      wideRow(
        `${index + 1}、${unitTitle(unit)}${bracketed(unitNumbers(unit))}`,
        'subheading',
        widths,
        unit.people.length > 0,
      ),
      ...unit.people.map((person) => {
        listed += 1
        return rowOf(personCells(columns, person, { number: listed, nameOf: content.nameOf }), widths)
      }),
    ]),
  ])
  return { widths, header: headerOf(columns), rows }
}
