import { EVENT_TITLES, type EventType } from '../../electron/vocabulary/events.ts'
import { matchesPerson } from './match-person.ts'

/** One line of the chooser: what happened, and the everyday words for it. */
export interface EventChoice {
  readonly type: EventType
  readonly title: string
  /** Everyday words, shown beside the title and found by typing. */
  readonly hint: string
}

export interface EventGroup {
  readonly title: string
  readonly choices: readonly EventChoice[]
}

const HINTS = {
  'quota.increase': '增加编制数',
  'quota.decrease': '收回编制数',
  'quota.transfer': '从一个机构调到另一个',
  'unit.establish': '新设机构，连同编制',
  'unit.rename': '',
  'unit.merge': '人员、编制一并过去',
  'unit.abolish': '编制收回',
  'unit.reassign': '换主管部门',
  'nameplate.hang': '',
  'nameplate.remove': '',
  'leadershipQuota.set': '正职、副职',
  'rankQuota.set': '主任科员等',
  'tolerance.set': '过渡期超编',
  'offQuotaControl.set': '批准用工数',
  'post.plan': '设一个空岗',
  'post.freeze': '暂不配备',
  'post.unfreeze': '',
  'post.abolish': '',
  'approval.grant': '先占一个编',
  'approval.cancel': '',
  entry: '录用、调入、招聘、安置',
  arrival: '核准后报到',
  move: '换机构、轮岗',
  appoint: '提任',
  dismiss: '',
  'rank.promote': '晋升职级',
  'concurrent.begin': '兼一个职务',
  'concurrent.end': '',
  'secondment.out': '借调出去，仍占编',
  'secondment.in': '借调进来，不占编',
  'attachment.in': '',
  'attachment.out': '',
  'term.renew': '借用、挂职延期',
  'term.end': '',
  'absence.begin': '病休、学习、停职',
  'absence.end': '',
  'retirement.arrange': '弹性提前、弹性延迟、病退',
  exit: '调出、退休、辞职、死亡',
  restore: '重新占编',
  'batch.transfer': '多人一次转',
  'offQuota.begin': '自聘、派遣、购买服务',
  'offQuota.end': '',
  'runOff.plan': '每年减几人',
} as const satisfies Record<EventType, string>

const GROUPS: readonly (readonly [string, readonly EventType[]])[] = [
  [
    '机构编制',
    [
      'quota.increase',
      'quota.decrease',
      'quota.transfer',
      'unit.establish',
      'unit.rename',
      'unit.merge',
      'unit.abolish',
      'unit.reassign',
      'nameplate.hang',
      'nameplate.remove',
      'leadershipQuota.set',
      'rankQuota.set',
      'tolerance.set',
    ],
  ],
  [
    '人员：进出',
    [
      'entry',
      'exit',
      'retirement.arrange',
      'approval.grant',
      'approval.cancel',
      'arrival',
      'restore',
      'batch.transfer',
    ],
  ],
  ['人员：任职', ['move', 'appoint', 'dismiss', 'rank.promote', 'concurrent.begin', 'concurrent.end']],
  [
    '人员：借用挂职离岗',
    [
      'secondment.out',
      'secondment.in',
      'attachment.out',
      'attachment.in',
      'term.renew',
      'term.end',
      'absence.begin',
      'absence.end',
    ],
  ],
  ['岗位', ['post.plan', 'post.freeze', 'post.unfreeze', 'post.abolish']],
  ['编外', ['offQuota.begin', 'offQuota.end', 'offQuotaControl.set', 'runOff.plan']],
]

/** Everything that can happen, in the groups the bureau thinks in. */
export const EVENT_GROUPS: readonly EventGroup[] = GROUPS.map(([title, types]) => ({
  title,
  choices: types.map((type) => ({ type, title: EVENT_TITLES[type], hint: HINTS[type] })),
}))

/** The groups with only the choices the words fit: by title, everyday word, group or pinyin initials. No words: all of them. */
export function findEvents(query: string): readonly EventGroup[] {
  const kept = EVENT_GROUPS.map((group) => ({
    ...group,
    choices: group.choices.filter((choice) =>
      matchesPerson({ name: choice.title, unit: group.title, post: choice.hint, idNumberMasked: null }, query),
    ),
  }))
  return kept.filter((group) => group.choices.length > 0)
}

/** True for an event type, e.g. one from the address. */
export function isEventType(value: string | undefined): value is EventType {
  return value !== undefined && Object.hasOwn(EVENT_TITLES, value)
}
