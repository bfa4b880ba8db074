import { OFF_QUOTA_END_LIST } from '../../../electron/vocabulary/causes.ts'
import {
  LEADERSHIP_ROLE_LIST,
  QUOTA_CATEGORY_LIST,
  UNIT_KIND_LIST,
} from '../../../electron/vocabulary/establishment.ts'
import { RANK_NAMES } from '../../../electron/vocabulary/people.ts'
import { RETIREMENT_ARRANGEMENT_LIST } from '../../../electron/vocabulary/retirement.ts'
import { ABSENCE_LIST, OFF_QUOTA_LIST } from '../../../electron/vocabulary/standing.ts'
import { choicesOf } from '../../text/choices.ts'
import type { EventType } from '../../../electron/vocabulary/events.ts'
import type { Choice } from '../../ui/form.tsx'

/*
 * The form of every event as a table: which fields, in which order, of which kind. The contract's schema stays the only judge of the values.
 */

export type FieldKind =
  | {
      readonly kind:
        | 'unit'
        | 'units'
        | 'unitOrNew'
        | 'person'
        | 'people'
        | 'personOrNew'
        | 'nameplate'
        | 'quotas'
        | 'entryCause'
        | 'exitCause'
        | 'arrival'
        | 'names'
    }
  /** Suggestions are the posts of the unit chosen in the field `unit`. */
  | { readonly kind: 'post' }
  /** `orNull`: an empty field says "not told apart". */
  | { readonly kind: 'number'; readonly orNull?: boolean; readonly initial?: number }
  | { readonly kind: 'day' | 'month' }
  | { readonly kind: 'text'; readonly suggestions?: readonly string[] }
  | { readonly kind: 'choice'; readonly choices: readonly Choice<string>[] }

export type EventField = FieldKind & {
  readonly key: string
  readonly label: string
  readonly required: boolean
  readonly hint?: string
  /** Takes the whole width of the form. */
  readonly full?: boolean
}

export const OFF_QUOTA_CHOICES = choicesOf(OFF_QUOTA_LIST)
const ABSENCES = choicesOf(ABSENCE_LIST)
const ARRANGEMENTS = choicesOf(RETIREMENT_ARRANGEMENT_LIST)
const LEADERSHIP = choicesOf(LEADERSHIP_ROLE_LIST)
const RANK_POOLS = [
  '一级和二级主任科员',
  '三级和四级主任科员',
  '一级至四级主任科员',
  '一级主任科员',
  '二级主任科员',
  '三级主任科员',
  '四级主任科员',
]
export const CATEGORY_CHOICES = choicesOf(QUOTA_CATEGORY_LIST)
const UNIT_KINDS = choicesOf(UNIT_KIND_LIST).filter(({ value }) => value !== 'township')

type More = Partial<Pick<EventField, 'hint' | 'full'>>
const must = (key: string, label: string, kind: FieldKind, more: More = {}): EventField => ({
  key,
  label,
  required: true,
  ...kind,
  ...more,
})
const may = (key: string, label: string, kind: FieldKind, more: More = {}): EventField => ({
  key,
  label,
  required: false,
  ...kind,
  ...more,
})

const UNIT = must('unit', '机构', { kind: 'unit' })
const CATEGORY = must('category', '编制类型', { kind: 'choice', choices: CATEGORY_CHOICES })
const BY = must('by', '名额', { kind: 'number' })
const PERSON = must('person', '人员', { kind: 'person' })
const ANYONE = must('person', '人员', { kind: 'personOrNew' }, { full: true })
const POST = must('post', '岗位', { kind: 'post' })
const MAYBE_POST = may('post', '岗位', { kind: 'post' })
const ROLE = may('leadership', '领导职务', { kind: 'choice', choices: LEADERSHIP }, { hint: '不占领导职数的不选' })
const UNTIL = may('until', '期限至', { kind: 'day' })
const OVER_UNTIL = may('overUntil', '计划消化', { kind: 'day' }, { hint: '超编进人才填：计划哪天消化' })
const HANDOVER = may(
  'handover',
  '现任',
  {
    kind: 'choice',
    choices: [
      { value: 'succeed', label: '接替：现任同日免去此职' },
      { value: 'overlap', label: '交接：两人同任到结束日' },
    ],
  },
  { hint: '没有现任就不选' },
)
const HANDOVER_UNTIL = may('handoverUntil', '交接至', { kind: 'day' }, { hint: '交接期最后一天' })
const HANDING_OVER = [HANDOVER, HANDOVER_UNTIL]
const OCCUPIED = may('occupiedRank', '占编职级', { kind: 'text', suggestions: RANK_NAMES })
const OFF_KIND = must('kind', '用工形式', { kind: 'choice', choices: OFF_QUOTA_CHOICES })
const COUNTERPART = (label: string, key: 'to' | 'from') => must(key, label, { kind: 'text' }, { hint: '写单位全称' })

/** What each event asks besides 生效日, 依据文件, 理由 and 备注, which all ask. */
export const EVENT_FIELDS: Readonly<Record<EventType, readonly EventField[]>> = {
  'quota.increase': [UNIT, CATEGORY, BY],
  'quota.decrease': [UNIT, CATEGORY, BY],
  'quota.transfer': [{ ...UNIT, label: '调出机构' }, must('to', '调入机构', { kind: 'unit' }), CATEGORY, BY],
  'unit.establish': [
    must('name', '机构名称', { kind: 'text' }),
    must('kind', '机构性质', { kind: 'choice', choices: UNIT_KINDS }),
    may('nameplates', '加挂牌子', { kind: 'names' }, { hint: '几块牌子用顿号隔开' }),
    may('managingBody', '主管部门', { kind: 'text' }),
    may('quotas', '核定编制', { kind: 'quotas' }, { full: true }),
  ],
  'unit.rename': [UNIT, must('name', '新名称', { kind: 'text' })],
  'unit.merge': [
    must('units', '并出机构', { kind: 'units' }, { full: true }),
    must('into', '并入机构', { kind: 'unitOrNew' }, { hint: '选已有机构，或写新机构的名称' }),
    may('kind', '机构性质', { kind: 'choice', choices: UNIT_KINDS }, { hint: '并入新机构时才选' }),
  ],
  'unit.abolish': [UNIT],
  'unit.reassign': [UNIT, must('managingBody', '划转至', { kind: 'text' }, { hint: '新的主管部门' })],
  'nameplate.hang': [UNIT, must('name', '牌子', { kind: 'text' })],
  'nameplate.remove': [UNIT, must('name', '牌子', { kind: 'nameplate' })],
  'leadershipQuota.set': [
    UNIT,
    must('amount', '领导职数', { kind: 'number' }),
    may('chief', '其中正职', { kind: 'number', orNull: true }, { hint: '文件未分正副就空着' }),
    may('deputy', '其中副职', { kind: 'number', orNull: true }),
  ],
  'rankQuota.set': [
    UNIT,
    must('pool', '职级', { kind: 'text', suggestions: RANK_POOLS }),
    must('amount', '职数', { kind: 'number' }),
  ],
  'tolerance.set': [
    may('unit', '机构', { kind: 'unit' }, { hint: '不选：全乡' }),
    may('category', '编制类型', { kind: 'choice', choices: CATEGORY_CHOICES }, { hint: '不选：各类都算' }),
    may('amount', '允许溢出', { kind: 'number' }, { hint: '名' }),
    may('percent', '或按比例', { kind: 'number' }, { hint: '％，有零头进一' }),
    UNTIL,
  ],
  'offQuotaControl.set': [OFF_KIND, must('amount', '控制数', { kind: 'number' })],
  'post.plan': [UNIT, must('post', '岗位名称', { kind: 'text' }), ROLE],
  'post.freeze': [UNIT, POST],
  'post.unfreeze': [UNIT, POST],
  'post.abolish': [UNIT, POST],
  'approval.grant': [
    UNIT,
    CATEGORY,
    must('number', '核准编号', { kind: 'text' }),
    must('count', '名额', { kind: 'number', initial: 1 }),
    may('expiresOn', '有效至', { kind: 'day' }),
    may('person', '核准给', { kind: 'person' }, { hint: '已定人选才填' }),
  ],
  'approval.cancel': [must('number', '核准编号', { kind: 'text' })],
  entry: [
    ANYONE,
    UNIT,
    POST,
    CATEGORY,
    must('cause', '进入方式', { kind: 'entryCause' }),
    must('arrivesOn', '到位', { kind: 'arrival' }),
    may('approval', '用编核准', { kind: 'text' }, { hint: '核准编号，没有就空着' }),
    ROLE,
    OCCUPIED,
    ...HANDING_OVER,
    OVER_UNTIL,
  ],
  arrival: [PERSON, POST, ...HANDING_OVER],
  move: [
    PERSON,
    { ...UNIT, label: '调到' },
    POST,
    may('category', '编制类型', { kind: 'choice', choices: CATEGORY_CHOICES }, { hint: '不变就不选' }),
    ROLE,
    ...HANDING_OVER,
    OVER_UNTIL,
  ],
  appoint: [
    PERSON,
    { ...POST, label: '任职' },
    may('unit', '机构', { kind: 'unit' }, { hint: '不选：仍在原机构' }),
    ROLE,
    ...HANDING_OVER,
  ],
  dismiss: [
    PERSON,
    may('post', '免去', { kind: 'post' }, { hint: '不填：免去现任主职' }),
    may('newPost', '改任', { kind: 'text' }),
  ],
  'rank.promote': [PERSON, must('rank', '晋升为', { kind: 'text', suggestions: RANK_NAMES }), OCCUPIED],
  'concurrent.begin': [PERSON, { ...UNIT, label: '兼任机构' }, { ...POST, label: '兼任职务' }, ...HANDING_OVER],
  'concurrent.end': [PERSON, { ...UNIT, label: '兼任机构' }, { ...POST, label: '兼任职务' }],
  'secondment.out': [PERSON, COUNTERPART('借往', 'to'), UNTIL],
  'secondment.in': [ANYONE, UNIT, MAYBE_POST, COUNTERPART('借自', 'from'), UNTIL],
  'attachment.in': [ANYONE, UNIT, MAYBE_POST, COUNTERPART('派出单位', 'from'), UNTIL],
  'attachment.out': [PERSON, COUNTERPART('挂职单位', 'to'), UNTIL],
  'term.renew': [PERSON, { ...UNTIL, label: '续延至', required: true }],
  'term.end': [PERSON],
  'absence.begin': [PERSON, must('kind', '情形', { kind: 'choice', choices: ABSENCES }), UNTIL],
  'absence.end': [PERSON],
  'retirement.arrange': [
    PERSON,
    must('kind', '安排', { kind: 'choice', choices: ARRANGEMENTS }),
    must('month', '退休年月', { kind: 'month' }, { hint: '如 2027-03' }),
  ],
  exit: [PERSON, must('cause', '退出原因', { kind: 'exitCause' })],
  restore: [PERSON, UNIT, POST, CATEGORY, ...HANDING_OVER],
  'batch.transfer': [
    must('people', '人员', { kind: 'people' }, { full: true }),
    { ...UNIT, label: '转到' },
    may('category', '编制类型', { kind: 'choice', choices: CATEGORY_CHOICES }, { hint: '不变就不选' }),
  ],
  'offQuota.begin': [ANYONE, UNIT, MAYBE_POST, OFF_KIND],
  'offQuota.end': [
    PERSON,
    may(
      'cause',
      '退出原因',
      { kind: 'choice', choices: choicesOf(OFF_QUOTA_END_LIST) },
      { hint: '清退的，原因写在备注里' },
    ),
  ],
  'runOff.plan': [
    OFF_KIND,
    must('year', '年度', { kind: 'number' }),
    must('amount', '计划减少', { kind: 'number' }, { hint: '人' }),
  ],
}

/** 机构编制 events are always by a document; the schema says so too, this only puts the star on the label. */
export function needsDocument(type: EventType): boolean {
  return /^(quota|unit|nameplate|leadershipQuota|rankQuota|tolerance|offQuotaControl|retirement)\./.test(type)
}
