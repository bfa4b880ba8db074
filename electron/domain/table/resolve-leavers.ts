import type { KnownBook } from './known-book.ts'
import { readStandingWord } from './category-words.ts'
import { isLeaving, leavingHeading, type GroupState, type Heading } from './group-state.ts'
import { readRemark, type RemarkKind } from '../says/read-remark.ts'
import type { LeavingCell, LeavingSigns } from './leaving-cells.ts'
import { LEAVE_ROWS_OUT, type QuestionDesk } from './question-desk.ts'
import { shownText } from './raw-workbook.ts'
import type { DraftRecord } from './read-table.ts'
import { LEAVE_OUT } from './table-types.ts'

/** What a comment on a cell is headed, where the row has no 备注 of its own. */
const NOTE = '批注'

/** An answer that the rows are to come in as they stand. */
export const AS_WRITTEN = '+'

/** What a remark says of somebody who is not in post; null: they are. */
const NOT_HERE: Readonly<Record<RemarkKind, { readonly words: string; readonly joint: string } | null>> = {
  dead: { words: '已去世', joint: '已经不在岗' },
  retired: { words: '已退休', joint: '已经不在岗' },
  left: { words: '已调出或离职', joint: '已经不在岗' },
  toCome: { words: '还没有到岗', joint: '还没有到岗' },
  lentOut: null,
  onLoanHere: null,
  away: null,
}

/**
 * People whose remark says that they have left by the day, or not come yet, do not come in as in post unasked: one question for each way.
 * Returns those that stay.
 */
export function resolveLeavers(
  records: readonly DraftRecord[],
  sheet: string,
  { township, asOf }: Pick<KnownBook, 'township' | 'asOf'>,
  desk: QuestionDesk,
  signs: LeavingSigns = NO_SIGNS,
): readonly DraftRecord[] {
  return records.filter((record) => {
    if (askHeading(record, sheet, desk) === LEAVE_OUT) return false
    if (askGuests(record, sheet, desk) === LEAVE_OUT) return false
    if (askCell(signs.cell(record), record, sheet, desk) === LEAVE_OUT) return false
    if (signs.struck(record) && askStruck(record, sheet, desk) === LEAVE_OUT) return false
    const value = record.values.get('remark') ?? signs.remarkAbove(record)
    if (value === undefined) return true
    const reading = readRemark(shownText(value.cell), { asOf, township })
    const said = reading === null ? null : NOT_HERE[reading.kind]
    if (reading === null || said === null) return true
    const answer = desk.ask(
      {
        id: `remark:${reading.kind}`,
        kind: 'remark',
        sheet,
        column: value.letters,
        text: `${value.header === NOTE ? NOTE : '备注'}写着“${reading.words}”，像是${said.words}。这些人不导入吗？`,
        choices: [LEAVE_ROWS_OUT, { value: AS_WRITTEN, text: '仍照在编导入' }],
        suggested: LEAVE_OUT,
        free: false,
        joint: {
          id: reading.kind === 'toCome' ? 'all:toCome' : 'all:remark',
          word: reading.words,
          text: (all) => `备注写着${all}，像是${said.joint}。这些人都不导入吗？`,
        },
      },
      record.row + 1,
    )
    return answer !== LEAVE_OUT
  })
}

/** 二、退休人员 over rows that still name a 编制: the heading says that they have left it. */
function askHeading(record: DraftRecord, sheet: string, desk: QuestionDesk): string | undefined {
  const { category } = record.group
  const heading = leavingHeading(record.group)
  // The nearest heading's word was asked about with the 编制.
  if (heading === null || (category !== null && isLeaving(category))) return undefined
  return desk.ask(
    {
      id: `left:${heading.title.bare}`,
      kind: 'remark',
      sheet,
      column: null,
      text: `${heading.place}下面的人像是已经不在岗。这些人不导入吗？`,
      choices: [LEAVE_ROWS_OUT, { value: AS_WRITTEN, text: '仍照在编导入' }],
      suggested: LEAVE_OUT,
      free: false,
      joint: {
        id: 'all:leftHeading',
        word: heading.title.bare,
        text: (all) => `小标题${all}下面的人像是已经不在岗。这些人都不导入吗？`,
      },
    },
    record.row + 1,
  )
}

/**
 * 借用人员, 挂职人员 or 编外人员 over rows that name a 编制 of their own: it may be the 编制 they have elsewhere, or none at all. Taken as
 * it stands it would put a guest on the township's own list.
 */
function askGuests(record: DraftRecord, sheet: string, desk: QuestionDesk): string | undefined {
  const own = record.values.get('category')
  if (own === undefined || readStandingWord(shownText(own.cell))?.kind !== 'quota') return undefined
  const heading = guestHeading(record.group)
  if (heading === null) return undefined
  return desk.ask(
    {
      id: `guest:${heading.title.bare}`,
      kind: 'remark',
      sheet,
      column: own.letters,
      text: `${heading.place}下面的人，自己一格却写着“${shownText(own.cell)}”。借来、挂职和编外的人不占本乡镇的编制，这些人不照在编导入吗？`,
      choices: [
        { value: LEAVE_OUT, text: '先不导入（把那一格改成“借入”“挂职”或用工形式再导入）' },
        { value: AS_WRITTEN, text: '确是本乡镇在编，照写的导入' },
      ],
      suggested: LEAVE_OUT,
      free: false,
    },
    record.row + 1,
  )
}

/** By what stands over the rows: many of them stand under the same. */
const GUEST_HEADINGS = new WeakMap<GroupState, Heading | null>()

/** The heading that says that whoever stands below is a guest or 编外; null: none. */
function guestHeading(group: GroupState): Heading | null {
  const known = GUEST_HEADINGS.get(group)
  if (known !== undefined) return known
  const { stack, category, base } = group
  const found = [category, ...stack.toReversed(), base?.category ?? null].find((one) => {
    const kind = readStandingWord(one?.title.category ?? '')?.kind
    return kind === 'guest' || kind === 'offQuota' || /编外/u.test(one?.title.bare ?? '')
  })
  GUEST_HEADINGS.set(group, found ?? null)
  return found ?? null
}

const NO_SIGNS: LeavingSigns = { cell: () => undefined, struck: () => false, remarkAbove: () => undefined }

/** A name with a line through it, whatever else its row says. */
function askStruck(record: DraftRecord, sheet: string, desk: QuestionDesk): string | undefined {
  return desk.ask(
    {
      id: 'left:struck',
      kind: 'remark',
      sheet,
      column: record.values.get('name')?.letters ?? null,
      text: '这些人的姓名画了删除线，像是已经离开。这些人不导入吗？',
      choices: [LEAVE_ROWS_OUT, { value: AS_WRITTEN, text: '仍照在编导入' }],
      suggested: LEAVE_OUT,
      free: false,
    },
    record.row + 1,
  )
}

/** 人员状态 退休 beside a 编制: one question for each wording of each column. */
function askCell(
  cell: LeavingCell | undefined,
  record: DraftRecord,
  sheet: string,
  desk: QuestionDesk,
): string | undefined {
  if (cell === undefined) return undefined
  // A day or a year in the wording makes no question of its own.
  const words = cell.text.replaceAll(/\d+/gu, '')
  return desk.ask(
    {
      id: `left:${cell.header}:${words}`,
      kind: 'remark',
      sheet,
      column: cell.letters,
      text: `${cell.letters} 列“${cell.header}”写着“${cell.text}”，像是已经不在岗。这些人不导入吗？`,
      choices: [LEAVE_ROWS_OUT, { value: AS_WRITTEN, text: '仍照在编导入' }],
      suggested: LEAVE_OUT,
      free: false,
      joint: {
        id: `all:left:${cell.header}`,
        word: cell.text,
        text: (all) => `${cell.letters} 列“${cell.header}”写着${all}，像是已经不在岗。这些人都不导入吗？`,
      },
    },
    record.row + 1,
  )
}
