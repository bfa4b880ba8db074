import { codesOf, titlesOf, type CodeEntry, type CodeList } from './code-list.ts'

/* 职责日历: what is due when. */

/**
 * The days a book may set for itself. `usual`: what one locality published (named in the duty's source), for no national document fixes
 * them: `MM-DD`, for `monthlyDay` a day of the month, 31 meaning the last.
 */
export const DUTY_DATE_LIST = {
  monthlyDay: { title: '月报截止', usual: '31' },
  halfYearCutoff1: { title: '上半年时点', usual: '05-31' },
  halfYearSubmit1: { title: '上半年报送', usual: '06-30' },
  halfYearCutoff2: { title: '下半年时点', usual: '11-30' },
  halfYearSubmit2: { title: '下半年报送', usual: '12-31' },
  annualCutoff: { title: '年报时点', usual: '12-31' },
  freezeFrom: { title: '冻结起', usual: '12-15' },
  freezeTo: { title: '冻结止', usual: '01-10' },
  hiringPlan: { title: '用编计划', usual: '01-31' },
  certificateReview: { title: '管理证年审', usual: '07-31' },
} as const satisfies CodeList<CodeEntry & { readonly usual: string }>
export type DutyDateName = keyof typeof DUTY_DATE_LIST
export const DUTY_DATE_NAMES = codesOf(DUTY_DATE_LIST)
export const DUTY_DATE_TITLES = titlesOf(DUTY_DATE_LIST)

/** How a duty stands on a day. `soon`: within a week. `undated`: its day cannot be told. */
export const DUTY_STATE_LIST = {
  done: { title: '已办' },
  overdue: { title: '逾期' },
  today: { title: '今天' },
  soon: { title: '七天内' },
  ahead: { title: '未到' },
  undated: { title: '待定' },
} as const satisfies CodeList
export type DutyState = keyof typeof DUTY_STATE_LIST
export const DUTY_STATES = codesOf(DUTY_STATE_LIST)
export const DUTY_STATE_NAMES = titlesOf(DUTY_STATE_LIST)

/** What is due: what comes round by the calendar, then what follows from a fact of the book. The codes stand in the book's marks. */
export const DUTY_KIND_LIST = {
  'monthly-report': { title: '月报' },
  'half-year-report': { title: '半年报' },
  'annual-freeze': { title: '年报冻结' },
  'annual-report': { title: '年报' },
  'hiring-plan': { title: '用编计划' },
  'certificate-review': { title: '管理证年审' },
  'notice-end': { title: '公示期满' },
  'term-end': { title: '借用、挂职期满' },
  'over-quota-plan': { title: '计划消化' },
  'absence-end': { title: '离岗期满' },
  'approval-expires': { title: '用编核准到期' },
  'exit-report': { title: '出编核销' },
  retirement: { title: '到龄退休' },
  'work-task': { title: '工作任务' },
  'reform-competition': { title: '竞聘定岗' },
  'reform-redeployment': { title: '分流安置' },
  'reform-registration': { title: '事业单位登记' },
  'reform-check': { title: '验收整改' },
  'appointment-notice': { title: '任前公示' },
  'reform-run-off': { title: '自聘消化' },
  'due-rank': { title: '职级晋升年限' },
  'due-probation': { title: '试用期满' },
  'due-term': { title: '任现职年限' },
  'due-contract': { title: '聘用合同期满' },
  'due-retirement': { title: '弹性退休书面告知' },
  'due-review': { title: '年度考核登记' },
  'due-training': { title: '培训登记' },
  'change-card': { title: '变动报送' },
} as const satisfies CodeList
export type DutyKind = keyof typeof DUTY_KIND_LIST
