import { codesOf, titlesOf, type CodeEntry, type CodeList } from './code-list.ts'

/* The sheet on the wall. */

interface LayoutEntry extends CodeEntry {
  /** One row a person: only these have room for a further column. */
  readonly rowAPerson: boolean
}

/**
 * 版式, the sheets that are really posted: `tree` by office, `table` by person with the unit beside, `nine` the nine columns of the 2006
 * 编制政务公开 form, `units` the 机构编制实名制信息公示表 with duties, `short` name, post and category.
 */
export const NOTICE_LAYOUT_LIST = {
  tree: { title: '按机构列名（文字）', rowAPerson: false },
  table: { title: '人员信息表（十栏）', rowAPerson: true },
  nine: { title: '九栏公布表（含卡号）', rowAPerson: true },
  units: { title: '机构信息公示表', rowAPerson: false },
  short: { title: '简明名单（三栏）', rowAPerson: true },
} as const satisfies CodeList<LayoutEntry>
export type NoticeLayout = keyof typeof NOTICE_LAYOUT_LIST
export const NOTICE_LAYOUTS = codesOf(NOTICE_LAYOUT_LIST)
export const NOTICE_LAYOUT_NAMES = titlesOf(NOTICE_LAYOUT_LIST)

/** Layouts of one row a person have room for a further column; the others set names in running text. */
export function takesExceptions(layout: NoticeLayout): boolean {
  return NOTICE_LAYOUT_LIST[layout].rowAPerson
}

/**
 * 公开内容例外: a field beyond the public columns, masked, let onto one notice by a decision with its reason. There are these two and no others:
 * what is not here has no way onto a sheet whatever the reason. `column`: the head it gets.
 */
export const NOTICE_EXCEPTION_LIST = {
  maskedId: { title: '身份证号（隐去中间各位）', column: '身份证号' },
  maskedPhone: { title: '联系电话（隐去中间四位）', column: '联系电话' },
} as const satisfies CodeList<CodeEntry & { readonly column: string }>
export type NoticeExceptionField = keyof typeof NOTICE_EXCEPTION_LIST
export const NOTICE_EXCEPTION_FIELDS = codesOf(NOTICE_EXCEPTION_LIST)
export const NOTICE_EXCEPTION_NAMES = titlesOf(NOTICE_EXCEPTION_LIST)

/** Where a notice stands: hanging, its period over and not closed, closed, kept in the archive. */
export const NOTICE_STAGE_LIST = {
  posted: { title: '公示中' },
  due: { title: '期满待办结' },
  closed: { title: '已办结' },
  archived: { title: '已归档' },
} as const satisfies CodeList
export type NoticeStage = keyof typeof NOTICE_STAGE_LIST
export const NOTICE_STAGES = codesOf(NOTICE_STAGE_LIST)
export const NOTICE_STAGE_NAMES = titlesOf(NOTICE_STAGE_LIST)

/** What two people sign before a notice is issued. */
export const DRAFT_STEP_LIST = {
  checked: { title: '初审' },
  reviewed: { title: '保密审查' },
} as const satisfies CodeList
export type DraftStep = keyof typeof DRAFT_STEP_LIST
export const DRAFT_STEPS = codesOf(DRAFT_STEP_LIST)
export const DRAFT_STEP_NAMES = titlesOf(DRAFT_STEP_LIST)

/** How an objection came. */
export const OBJECTION_CHANNEL_LIST = {
  call: { title: '来电' },
  letter: { title: '来信' },
  visit: { title: '当面' },
  mailbox: { title: '举报信箱' },
  online: { title: '网上' },
  other: { title: '其他' },
} as const satisfies CodeList
export type ObjectionChannel = keyof typeof OBJECTION_CHANNEL_LIST
export const OBJECTION_CHANNELS = codesOf(OBJECTION_CHANNEL_LIST)
export const OBJECTION_CHANNEL_NAMES = titlesOf(OBJECTION_CHANNEL_LIST)

/** How an objection was settled. 维持: the sheet was right. 更正: the book was put right, by a journal entry. */
export const OBJECTION_OUTCOME_LIST = {
  kept: { title: '维持' },
  corrected: { title: '更正' },
} as const satisfies CodeList
export type ObjectionOutcome = keyof typeof OBJECTION_OUTCOME_LIST
export const OBJECTION_OUTCOMES = codesOf(OBJECTION_OUTCOME_LIST)
export const OBJECTION_OUTCOME_NAMES = titlesOf(OBJECTION_OUTCOME_LIST)
