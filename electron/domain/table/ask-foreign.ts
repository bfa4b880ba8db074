import type { KnownNames } from './section-title.ts'
import { LEAVE_ROWS_OUT, type QuestionDesk } from './question-desk.ts'
import { shownText } from './raw-workbook.ts'
import type { DraftRecord } from './read-table.ts'
import { compact } from './sheet-grid.ts'
import { LEAVE_OUT } from './table-types.ts'
import { looksLikeUnit } from './unit-words.ts'

/* A county's list holds the people of other townships as well. They are not the book's. */

export interface ForeignContext {
  readonly sheet: string
  readonly known: KnownNames
  readonly desk: QuestionDesk
  /** Texts above the first table, the sheet's name among them. */
  readonly titles: readonly string[]
}

/** An answer that they belong to the township all the same. */
const OURS = '+'

/** Asks about people whose cell, heading or title names another township: one question for each. Returns those that stay. */
export function askForeign(records: readonly DraftRecord[], context: ForeignContext): readonly DraftRecord[] {
  const { township } = context.known
  if (township === null || townshipIn(township) === null) return records
  const ours = context.titles.some((title) => title.includes(township))
  const overall = ours ? null : (context.titles.map(townshipIn).find((name) => name !== null) ?? null)
  if (overall !== null && !isSame(overall, township))
    context.desk.note(`“${context.sheet}”的标题写的是${overall}，编制本是${township}，请核对。`)
  return records.filter((record) => {
    const said = nameFor(record, context)
    if (said === null || isSame(said, township)) return true
    const answer = context.desk.ask(
      {
        id: `foreign:${said}`,
        kind: 'remark',
        sheet: context.sheet,
        column: null,
        text: `“${said}”不是本乡镇（编制本是${township}）。这些人不导入吗？`,
        choices: [LEAVE_ROWS_OUT, { value: OURS, text: '是本乡镇的人，导入' }],
        suggested: LEAVE_OUT,
        free: false,
        joint: {
          id: 'all:foreign',
          word: said,
          text: (all) => `${all}不是本乡镇（编制本是${township}）。这些人都不导入吗？`,
        },
      },
      record.row + 1,
    )
    // Until she says so nothing more is asked of them: a 编制 proposed for guests would be wrong.
    return answer === OURS
  })
}

const isSame = (one: string, other: string): boolean => one.endsWith(other) || other.endsWith(one)

/** What the row says of its township, else the nearest heading above it; null: nothing. */
function nameFor({ values, group }: DraftRecord, { known }: ForeignContext): string | null {
  for (const field of ['outerUnit', 'unit', 'unitPost']) {
    const text = compact(shownText(values.get(field)?.cell))
    const said = text === '' || known.units.has(text) ? null : (townshipIn(text) ?? outsideIn(text, known.township))
    if (said !== null) return said
  }
  for (const heading of group.stack.toReversed()) {
    const said = townshipIn(heading.title.bare)
    if (said !== null) return said
  }
  return null
}

/** 县委编办, 云溪县财政局: a body of the county or above. What it has in the township (财政局云溪分局, 县自然资源局云溪所) is asked as any office. */
const OUTSIDE =
  /^(?:中共)?\p{sc=Han}{0,6}?(?:县|市(?![场政容民])|省|自治州)(?:委|政府|人民政府|人大|政协|纪委|直|级)?\p{sc=Han}{0,14}(?:局|办|委|委员会|办公室|党校|法院|检察院|公司|集团|部)$/u

function outsideIn(text: string, township: string | null): string | null {
  return OUTSIDE.test(text) && (township === null || !text.includes(township.slice(0, -1))) ? text : null
}

const WHOLE =
  /^(?:中共)?(?:[\p{sc=Han}]{2,8}[省市县区旗])?(?<name>[\p{sc=Han}]{2,6}(?:乡|镇|街道))(?:人民政府|政府|党委|委员会|机关|街道办事处|办事处)*$/u
const FRONT =
  /^(?:中共)?(?:[\p{sc=Han}]{2,8}[省市县区旗])?(?<name>[\p{sc=Han}]{2,3}(?:乡|镇|街道))(?:人民政府|党委)?(?<rest>.{2,})$/u
/** 城乡, 美丽乡村, 村镇: words with 乡 or 镇 in them that name no place. */
const NO_PLACE = /^(?:[城村各全本我该].{0,2}|美丽|和美|新型城|特色小|.{0,3}[城小集建])(?:乡|镇|街道)$/u

/** The township a text names; null: none. */
export function townshipIn(text: string): string | null {
  const whole = WHOLE.exec(text)?.groups?.['name']
  if (whole !== undefined) return NO_PLACE.test(whole) ? null : whole
  const { name, rest } = FRONT.exec(text)?.groups ?? {}
  if (name === undefined || rest === undefined || NO_PLACE.test(name) || /^[村化建规级]/u.test(rest)) return null
  return looksLikeUnit(rest) || /(?:名单|名册|花名册|一览表|情况表|登记表|统计表|干部|职工|人员|工作人员)/u.test(rest)
    ? name
    : null
}
