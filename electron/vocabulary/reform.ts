import { codesOf, titlesOf, type CodeList } from './code-list.ts'
import { EVENT_TITLES, isEventType, type EventType } from './events.ts'

/* 改革方案: what a draft may hold, and the words of the process that follows it. */

/**
 * Events that may stand in a draft: those that shape units, numbers and posts, and those that seat, move or release people who are in the
 * book. Whoever comes from outside comes when the day is there, by an event of their own.
 */
const IN_A_DRAFT = {
  'unit.establish': true,
  'unit.rename': true,
  'unit.merge': true,
  'unit.abolish': true,
  'unit.reassign': true,
  'nameplate.hang': true,
  'nameplate.remove': true,
  'quota.increase': true,
  'quota.decrease': true,
  'quota.transfer': true,
  'leadershipQuota.set': true,
  'rankQuota.set': true,
  'tolerance.set': true,
  'offQuotaControl.set': true,
  'post.plan': true,
  'post.freeze': true,
  'post.unfreeze': true,
  'post.abolish': true,
  move: true,
  appoint: true,
  dismiss: true,
  'batch.transfer': true,
  'concurrent.begin': true,
  'concurrent.end': true,
  'term.end': true,
  exit: true,
  'offQuota.end': true,
  'runOff.plan': true,
  'approval.grant': false,
  'approval.cancel': false,
  entry: false,
  arrival: false,
  'rank.promote': false,
  'secondment.out': false,
  'secondment.in': false,
  'attachment.in': false,
  'attachment.out': false,
  'term.renew': false,
  'absence.begin': false,
  'absence.end': false,
  'retirement.arrange': false,
  restore: false,
  'offQuota.begin': false,
} as const satisfies Readonly<Record<EventType, boolean>>
export type DraftEvent = { [T in EventType]: (typeof IN_A_DRAFT)[T] extends true ? T : never }[EventType]

/** True for an event that may stand in a draft. */
export function isDraftEvent(type: string): type is DraftEvent {
  return isEventType(type) && IN_A_DRAFT[type]
}
export const DRAFT_EVENTS: readonly DraftEvent[] = Object.keys(IN_A_DRAFT).filter(isDraftEvent)

/** Steps of a draft that are carried out by several events, or by a record. */
export const DRAFT_ACT_LIST = {
  'quota.recut': { title: '重新核定编制' },
  'unit.split': { title: '拆分机构' },
  'post.transfer': { title: '岗位划转' },
  'service.mode': { title: '确定服务方式' },
} as const satisfies CodeList
export type DraftAct = keyof typeof DRAFT_ACT_LIST
export const DRAFT_ACTS = codesOf(DRAFT_ACT_LIST)

export type DraftStepType = DraftEvent | DraftAct
export const DRAFT_STEP_TYPES: readonly DraftStepType[] = [...DRAFT_EVENTS, ...DRAFT_ACTS]

/** What the screen calls a step of a draft. */
export function draftStepTitle(type: DraftStepType): string {
  return isDraftEvent(type) ? EVENT_TITLES[type] : DRAFT_ACT_LIST[type].title
}

/** 服务方式: how a public service is seen to. Source of the four: a city's report on its township reform (郴州). */
export const SERVICE_MODE_LIST = {
  post: { title: '定岗服务', also: ['定岗'] },
  stationed: { title: '派驻服务', also: ['派驻'] },
  purchased: { title: '购买服务', also: ['购买', '政府购买服务'] },
  entrusted: { title: '委托服务', also: ['委托'] },
} as const satisfies CodeList
export type ServiceMode = keyof typeof SERVICE_MODE_LIST
export const SERVICE_MODES = codesOf(SERVICE_MODE_LIST)
export const SERVICE_MODE_NAMES = titlesOf(SERVICE_MODE_LIST)

/** Where a draft stands. */
export const REFORM_STATE_LIST = {
  draft: { title: '起草中' },
  inForce: { title: '已施行' },
} as const satisfies CodeList
export type ReformState = keyof typeof REFORM_STATE_LIST
export const REFORM_STATES = codesOf(REFORM_STATE_LIST)
export const REFORM_STATE_NAMES = titlesOf(REFORM_STATE_LIST)

/**
 * What has become of a step on the book as it is now. `works`: it says what it said when it was written; `changed`: it can be done, and
 * would say something else; `conflict`: it can no longer be done.
 */
export const STEP_STATE_LIST = {
  works: { title: '可行' },
  changed: { title: '情况有变' },
  conflict: { title: '行不通' },
} as const satisfies CodeList
export type StepState = keyof typeof STEP_STATE_LIST
export const STEP_STATES = codesOf(STEP_STATE_LIST)
export const STEP_STATE_NAMES = titlesOf(STEP_STATE_LIST)

/** The numbers a reform is told by, in the order of every table of them. */
export const REFORM_COUNT_LIST = {
  units: { title: '机构' },
  offices: { title: '其中内设机构' },
  institutions: { title: '其中事业单位' },
  plates: { title: '加挂牌子' },
  quota: { title: '编制' },
  people: { title: '实有' },
  over: { title: '超编' },
  vacant: { title: '空编' },
  leaderQuota: { title: '领导职数' },
  leaders: { title: '领导实配' },
  offQuota: { title: '编外' },
  errors: { title: '违规' },
  warnings: { title: '待查' },
  hints: { title: '提示' },
} as const satisfies CodeList
export type ReformCountName = keyof typeof REFORM_COUNT_LIST

/** 定岗方式. */
export const COMPETITION_METHOD_LIST = {
  competition: { title: '竞聘上岗', also: ['竞聘', '竞争上岗'] },
  mutual: { title: '双向选择' },
  appointed: { title: '组织任命', also: ['任命'] },
} as const satisfies CodeList
export type CompetitionMethod = keyof typeof COMPETITION_METHOD_LIST

/** What came of an application. */
export const CANDIDACY_LIST = {
  pending: { title: '待定' },
  chosen: { title: '拟聘', also: ['拟聘任', '入选', '聘用'] },
  lost: { title: '落选', also: ['未入选'] },
  withdrawn: { title: '放弃', also: ['退出'] },
} as const satisfies CodeList
export type CandidacyResult = keyof typeof CANDIDACY_LIST

/** 公示结果 of a competition. */
export const COMPETITION_NOTICE_LIST = {
  clear: { title: '无异议' },
  rejected: { title: '异议不成立' },
  upheld: { title: '异议成立' },
} as const satisfies CodeList

/** The unit's word in 双向选择. */
export const UNIT_CHOICE_LIST = {
  agreed: { title: '同意' },
  declined: { title: '不同意' },
} as const satisfies CodeList

/**
 * 分流去向. The ways are those of a city's report on its township reform (郴州): villages, guard and service posts, enterprises,
 * associations, businesses of one's own; with those every reform of the kind has beside them.
 */
export const REDEPLOYMENT_LIST = {
  village: { title: '到村任职', also: ['村官', '村委会挂职', '到村', '村'] },
  servicePost: { title: '安全监督、治安联防、社会服务岗位', also: ['服务岗位', '治安联防', '安全生产监督'] },
  enterprise: { title: '到企业', also: ['涉农企业', '企业'] },
  association: { title: '到协会、中介组织', also: ['协会', '中介组织'] },
  selfEmployed: { title: '自谋职业', also: ['自主创业', '辞职创业', '领办创办'] },
  earlyLeave: { title: '提前离岗', also: ['离岗', '内退'] },
  earlyRetirement: { title: '提前退休' },
  otherUnit: { title: '调往其他单位', also: ['调出', '交流到其他单位'] },
  training: { title: '离岗学习', also: ['培训转岗'] },
  waiting: { title: '待岗', also: ['待安置'] },
  other: { title: '其他' },
} as const satisfies CodeList
export type RedeploymentChannel = keyof typeof REDEPLOYMENT_LIST
export const REDEPLOYMENT_CHANNELS = codesOf(REDEPLOYMENT_LIST)

/** 事业单位法人登记. */
export const REGISTRATION_LIST = {
  establish: { title: '设立登记' },
  change: { title: '变更登记' },
  cancel: { title: '注销登记' },
} as const satisfies CodeList

/** What a reform is looked at by. */
export const REFORM_CHECK_LIST = {
  own: { title: '自查' },
  acceptance: { title: '验收' },
  review: { title: '回头看' },
} as const satisfies CodeList

export const REFORM_VERDICT_LIST = {
  passed: { title: '合格' },
  fix: { title: '限期整改' },
  failed: { title: '不合格' },
} as const satisfies CodeList

/** What a stated change comes to when it is worked out anew. */
export const CHANGE_VERDICT_LIST = {
  equal: { title: '相符' },
  rounding: { title: '四舍五入后相符' },
  wrong: { title: '对不上' },
  implied: { title: '不可核对，只能推算' },
} as const satisfies CodeList
export type ChangeVerdict = keyof typeof CHANGE_VERDICT_LIST
