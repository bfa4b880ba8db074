import type { PlainDate } from '../model/plain-date.ts'
import { QUOTA_CATEGORY_NAMES } from '../model/quota-category.ts'
import type { SheetModel } from '../report/sheet-model.ts'
import type { ListingChanges, NumberChange } from './listing-changes.ts'
import type { ListedPerson } from './notice-listing.ts'
import { chineseDate, footerNote } from './notice-texts.ts'
import { plainSheet, type PlainColumn } from './plain-sheet.ts'

export interface ComparedNotices {
  readonly number: string
  readonly asOf: PlainDate
  readonly journalHead: string
  readonly listed: number
  /** Null for the first notice. */
  readonly previous: { readonly number: string; readonly asOf: PlainDate } | null
  readonly changes: ListingChanges
}

const COLUMNS: readonly PlainColumn[] = [
  { title: '姓名（机构）', width: 110, style: 'tableCentered' },
  { title: '上次', width: 160, style: 'tableCentered' },
  { title: '本次', width: 160, style: 'tableCentered' },
  { title: '变化', width: 80, style: 'tableCentered' },
]

/** 与上次公示相比, as paper: who came, who left, who moved, which numbers changed. */
export function changesSheet(compared: ComparedNotices): SheetModel {
  const { changes, previous } = compared
  const { added, gone, moved, numbers } = changes
  return plainSheet({
    name: '与上次公示相比',
    title: '与上次公示相比',
    subtitle: compared.number,
    paragraphs: [openingText(compared)],
    columns: COLUMNS,
    rows: [
      ...group(
        '新列入',
        added.map((person) => [person.name, '—', placeOf(person), '新列入']),
      ),
      ...group(
        '不再列入',
        gone.map((person) => [person.name, placeOf(person), '—', '不再列入']),
      ),
      ...group(
        '岗位、编制或姓名有变',
        moved.map(({ before, after }) => [
          before.name === after.name ? after.name : `${after.name}（原${before.name}）`,
          placeOf(before),
          placeOf(after),
          before.unitId === after.unitId ? '岗位变动' : '调整机构',
        ]),
      ),
      ...group(
        '核定数和列入人数有变',
        numbers.map((change) => [
          change.unit,
          numberText(change, 'Before'),
          numberText(change, 'After'),
          change.category,
        ]),
      ),
    ],
    closing: [
      previous !== null && added.length + gone.length + moved.length + numbers.length === 0
        ? '说明：两次公示的名单和数字相同。'
        : '说明：按两次公示发布时冻结的名单逐人比对；只比对公开的内容。',
    ],
    footerNote: footerNote(compared),
    orientation: 'portrait',
  })
}

function openingText({ asOf, listed, previous, changes }: ComparedNotices): string {
  if (previous === null)
    return `　　这是本编制本的第一份公示，没有上一次可比。截至${chineseDate(asOf)}，列入 ${listed} 人。`
  const { added, gone, moved, numbers } = changes
  return (
    `　　上次公示${previous.number}，名单截至${chineseDate(previous.asOf)}；` +
    `本次截至${chineseDate(asOf)}，列入 ${listed} 人。与上次相比，新列入 ${added.length} 人，不再列入 ${gone.length} 人，岗位、` +
    `编制或姓名有变 ${moved.length} 人，核定数或列入人数有变 ${numbers.length} 处。`
  )
}

function group(title: string, rows: readonly (readonly string[])[]): readonly (string | readonly string[])[] {
  return rows.length === 0 ? [] : [`${title}（${rows.length}）`, ...rows]
}

function placeOf(person: ListedPerson): string {
  return [`${person.unitName}${person.post}`, person.category === null ? '' : QUOTA_CATEGORY_NAMES[person.category]]
    .filter((part) => part !== '')
    .join('，')
}

function numberText(change: NumberChange, when: 'Before' | 'After'): string {
  const quota = change[`quota${when}`]
  return `${quota === null ? '没有核定' : `核定${quota}名`}，列入${change[`listed${when}`]}名`
}
