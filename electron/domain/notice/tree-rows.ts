import type { SheetRow } from '../report/sheet-model.ts'
import { linesOf } from '../report/text-metrics.ts'
import { countText, type NoticeContent, type NoticeUnit } from './notice-content.ts'
import { bracketed, sectionNumeral, unitNumbers, unitTitle } from './notice-texts.ts'
import type { NameOf } from './public-person.ts'
import { cell, rowOf, wideRow } from '../report/sheet-rows.ts'
import type { SheetBody } from './table-rows.ts'

/** A4 portrait between 15 mm margins: three pairs of 岗位 (eight characters: 专业技术岗十二级) and 姓名 (seven: 褚卫东（兼任）). */
const TREE_WIDTHS: readonly number[] = [90, 80, 90, 80, 90, 80]
const PAIRS = TREE_WIDTHS.length / 2

function treeHeader(): SheetRow {
  const cells = Array.from({ length: PAIRS }, (_, pair) => [
    cell(pair * 2, 1, '职务（岗位）', 'tableHeader'),
    cell(pair * 2 + 1, 1, '姓名', 'tableHeader'),
  ]).flat()
  return rowOf(cells, TREE_WIDTHS, true)
}

/** The list by office as it is posted: 一、乡机关（…） 1、乡领导班子（…） and below each its posts and names. */
export function treeBody(content: NoticeContent): SheetBody {
  const rows = content.sections.flatMap((section, place) => {
    const numbers = section.counts.map(countText).join('；')
    return [
      wideRow(`${sectionNumeral(place)}${section.title}${bracketed(numbers)}`, 'heading', TREE_WIDTHS, true),
      ...section.units.flatMap((unit, index) => unitRows(unit, index + 1, content.nameOf)),
    ]
  })
  return { widths: TREE_WIDTHS, header: treeHeader(), rows }
}

function unitRows(unit: NoticeUnit, number: number, nameOf: NameOf): readonly SheetRow[] {
  const entries = [
    ...unit.people.map((person) => ({
      post: person.post,
      name: person.secondedOut ? `${nameOf(person)}（借出）` : nameOf(person),
    })),
    ...unit.concurrent.map((held) => ({ post: held.post, name: `${held.name}（兼任）` })),
  ]
  const rows: SheetRow[] = []
  for (let start = 0; start < entries.length; start += PAIRS) {
    const cells = Array.from({ length: PAIRS }, (_, pair) => {
      const entry = entries[start + pair]
      return [
        cell(pair * 2, 1, brokenPost(entry?.post ?? ''), 'tableCentered'),
        cell(pair * 2 + 1, 1, entry?.name ?? '', 'tableCentered'),
      ]
    }).flat()
    rows.push(rowOf(cells, TREE_WIDTHS))
  }
  return [
    wideRow(`${number}、${unitTitle(unit)}${bracketed(unitNumbers(unit))}`, 'subheading', TREE_WIDTHS, rows.length > 0),
    ...rows,
  ]
}

/** 党委委员、武装部长 is too long for one line: it turns at the mark instead of leaving 长 alone below. */
function brokenPost(post: string): string {
  return linesOf(post, TREE_WIDTHS[0] ?? 0, 'tableCentered') > 1 ? post.replaceAll('、', '、\n') : post
}
