/** What is said of one kind of event. Whoever adds one answers every question here. */
interface EventWords {
  /** What the screen calls it. */
  readonly title: string
  /** Its subject is the unit itself: it stands in the unit's 沿革. */
  readonly chronicle: boolean
  /** 变动原因 in 人员变动情况月报表, for what changes the roster without anybody coming or going; null: not told there. */
  readonly monthly: string | null
  /** Why somebody's place changed, on 增减变动表; null: it moves nobody. */
  readonly movement: string | null
  /** What it does to numbers and seats, for the rules that ask the ledger; null: nothing. */
  readonly effect: EventEffect | null
}

/**
 * `quotaUp`, `quotaDown`: a unit has more or fewer seats; `quotaMoves`: one has what another gives. `seats`: a seat is taken or promised;
 * `seatMoves`: somebody changes seat and 职务; `unitMoves`: people go over with their seats' unit; `postChanges`: only the 职务; `leaves`:
 * somebody gives a seat up.
 */
export type EventEffect =
  | 'quotaUp'
  | 'quotaDown'
  | 'quotaMoves'
  | 'seats'
  | 'seatMoves'
  | 'unitMoves'
  | 'postChanges'
  | 'leaves'

/** What can happen to a township, in the order of the chooser. */
export const EVENTS = {
  'quota.increase': { title: '核增编制', chronicle: true, monthly: null, movement: null, effect: 'quotaUp' },
  'quota.decrease': { title: '核减编制', chronicle: true, monthly: null, movement: null, effect: 'quotaDown' },
  'quota.transfer': { title: '调剂编制', chronicle: true, monthly: null, movement: null, effect: 'quotaMoves' },
  'unit.establish': { title: '设立机构', chronicle: true, monthly: null, movement: null, effect: 'quotaUp' },
  'unit.rename': { title: '机构更名', chronicle: true, monthly: null, movement: null, effect: null },
  'unit.merge': { title: '机构合并', chronicle: true, monthly: null, movement: '机构合并', effect: 'quotaDown' },
  'unit.abolish': { title: '撤销机构', chronicle: true, monthly: null, movement: '机构撤销', effect: 'quotaDown' },
  'unit.reassign': { title: '机构划转', chronicle: true, monthly: null, movement: null, effect: null },
  'nameplate.hang': { title: '加挂牌子', chronicle: true, monthly: null, movement: null, effect: null },
  'nameplate.remove': { title: '摘牌', chronicle: true, monthly: null, movement: null, effect: null },
  'leadershipQuota.set': { title: '核定领导职数', chronicle: true, monthly: null, movement: null, effect: null },
  'rankQuota.set': { title: '核定职级职数', chronicle: true, monthly: null, movement: null, effect: null },
  'tolerance.set': { title: '允许溢出', chronicle: true, monthly: null, movement: null, effect: null },
  'offQuotaControl.set': { title: '编外控制数', chronicle: false, monthly: null, movement: null, effect: null },
  'post.plan': { title: '拟设岗位', chronicle: false, monthly: null, movement: null, effect: null },
  'post.freeze': { title: '冻结岗位', chronicle: false, monthly: null, movement: null, effect: null },
  'post.unfreeze': { title: '解冻岗位', chronicle: false, monthly: null, movement: null, effect: null },
  'post.abolish': { title: '撤销岗位', chronicle: false, monthly: null, movement: null, effect: null },
  'approval.grant': { title: '用编核准', chronicle: false, monthly: null, movement: null, effect: 'seats' },
  'approval.cancel': { title: '撤回用编核准', chronicle: false, monthly: null, movement: null, effect: null },
  entry: { title: '入编', chronicle: false, monthly: null, movement: '入编', effect: 'seats' },
  arrival: { title: '到位', chronicle: false, monthly: null, movement: '到位', effect: 'seats' },
  move: { title: '内部调整', chronicle: false, monthly: null, movement: '内部调整', effect: 'seatMoves' },
  appoint: { title: '任职', chronicle: false, monthly: '任职', movement: '任职', effect: 'postChanges' },
  dismiss: { title: '免职', chronicle: false, monthly: '免职', movement: '免职', effect: 'postChanges' },
  'rank.promote': { title: '职级晋升', chronicle: false, monthly: '职级晋升', movement: null, effect: null },
  'concurrent.begin': { title: '兼任', chronicle: false, monthly: '兼任', movement: null, effect: 'postChanges' },
  'concurrent.end': { title: '免去兼任', chronicle: false, monthly: '不再兼任', movement: null, effect: 'postChanges' },
  'secondment.out': { title: '借出', chronicle: false, monthly: '借出', movement: null, effect: null },
  'secondment.in': { title: '借入', chronicle: false, monthly: '借入', movement: null, effect: null },
  'attachment.in': { title: '挂职（来）', chronicle: false, monthly: '挂职（来）', movement: null, effect: null },
  'attachment.out': { title: '挂职（去）', chronicle: false, monthly: '挂职', movement: null, effect: null },
  'term.renew': { title: '期限续延', chronicle: false, monthly: '借用、挂职续延', movement: null, effect: null },
  'term.end': { title: '借用挂职期满返回', chronicle: false, monthly: '借用、挂职期满', movement: null, effect: null },
  'absence.begin': { title: '离岗登记', chronicle: false, monthly: '离岗', movement: null, effect: null },
  'absence.end': { title: '返岗', chronicle: false, monthly: '返岗', movement: null, effect: null },
  'retirement.arrange': { title: '退休安排', chronicle: false, monthly: '退休安排', movement: null, effect: null },
  exit: { title: '出编', chronicle: false, monthly: null, movement: '出编', effect: 'leaves' },
  restore: { title: '恢复入编', chronicle: false, monthly: null, movement: '恢复入编', effect: 'seats' },
  'batch.transfer': {
    title: '整建制转移',
    chronicle: false,
    monthly: null,
    movement: '整建制转移',
    effect: 'unitMoves',
  },
  'offQuota.begin': { title: '编外用工', chronicle: false, monthly: null, movement: null, effect: null },
  'offQuota.end': { title: '编外退出', chronicle: false, monthly: null, movement: null, effect: null },
  'runOff.plan': { title: '逐步消化计划', chronicle: false, monthly: null, movement: null, effect: null },
} as const satisfies Readonly<Record<string, EventWords>>

export type EventType = keyof typeof EVENTS

/** What the screen calls each of them. */
export const EVENT_TITLES = Object.fromEntries(
  Object.entries(EVENTS).map(([type, { title }]) => [type, title]),
) as Readonly<Record<EventType, string>>

/** The same with its questions answered as plain words. */
export const eventWords = (type: EventType): EventWords => EVENTS[type]

/** True for a type this program knows; a book of a newer program may hold others. */
export function isEventType(type: string): type is EventType {
  return Object.hasOwn(EVENTS, type)
}

/** What an event of the ledger does to numbers and seats; null: nothing, or this program does not know it. */
export function effectOf(type: string): EventEffect | null {
  return isEventType(type) ? EVENTS[type].effect : null
}

/** Events whose subject is the unit itself. */
export type ChronicleEvent = {
  [T in EventType]: (typeof EVENTS)[T]['chronicle'] extends true ? T : never
}[EventType]

export function isChronicleEvent(type: string): type is ChronicleEvent {
  return isEventType(type) && EVENTS[type].chronicle
}

/** In an answer to who stands as over: the person an event brings into the book, who has no id before it is saved. */
export const NEWCOMER = 'newcomer'
