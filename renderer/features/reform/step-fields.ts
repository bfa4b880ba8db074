import { QUOTA_CATEGORY_LIST, UNIT_KIND_LIST } from '../../../electron/vocabulary/establishment.ts'
import { draftStepTitle, SERVICE_MODE_LIST, type DraftStepType } from '../../../electron/vocabulary/reform.ts'
import { OFF_QUOTA_LIST } from '../../../electron/vocabulary/standing.ts'
import { choicesOf } from '../../text/choices.ts'
import type { Choice } from '../../ui/form.tsx'

/* The form of a step as a table: what the clerk drafts most, each with its fields. The contract's schema stays the only judge of the values. */

export type StepFieldKind =
  | { readonly kind: 'unit' | 'units' | 'person' | 'people' | 'post' | 'text' | 'number' }
  | { readonly kind: 'choice'; readonly choices: readonly Choice<string>[] }

export type StepField = StepFieldKind & {
  readonly key: string
  readonly label: string
  readonly required: boolean
  readonly hint?: string
}

const must = (key: string, label: string, kind: StepFieldKind, hint?: string): StepField => ({
  key,
  label,
  required: true,
  ...kind,
  ...(hint === undefined ? {} : { hint }),
})
const may = (key: string, label: string, kind: StepFieldKind, hint?: string): StepField => ({
  ...must(key, label, kind, hint),
  required: false,
})

const UNIT = must('unit', '机构', { kind: 'unit' })
const NAME = must('name', '名称', { kind: 'text' })
const CATEGORY = must('category', '编制类型', { kind: 'choice', choices: choicesOf(QUOTA_CATEGORY_LIST) })
const KINDS = choicesOf(UNIT_KIND_LIST).filter(({ value }) => value !== 'township')
const KIND = must('kind', '性质', { kind: 'choice', choices: KINDS })
const TO = must('to', '到机构', { kind: 'unit' })
const POST = must('post', '岗位', { kind: 'text' })

/** What each step asks. Types that are not here are drafted from a file. */
export const STEP_FIELDS = {
  'unit.establish': [NAME, KIND, may('managingBody', '主管单位', { kind: 'text' }, '乡镇自己管的不填')],
  'unit.rename': [UNIT, must('name', '新名称', { kind: 'text' })],
  'unit.merge': [
    must('units', '并入的机构', { kind: 'units' }),
    must('into', '并成', { kind: 'text' }, '现有机构，或新机构的名称'),
    may('kind', '新机构性质', { kind: 'choice', choices: KINDS }, '并成现有机构的不选'),
  ],
  'unit.split': [
    UNIT,
    must('name', '析出机构名称', { kind: 'text' }),
    KIND,
    may('category', '带走的编制类型', { kind: 'choice', choices: choicesOf(QUOTA_CATEGORY_LIST) }),
    may('amount', '带走编制数', { kind: 'number' }),
    may('people', '带走的人', { kind: 'people' }),
  ],
  'unit.abolish': [UNIT],
  'unit.reassign': [UNIT, may('managingBody', '主管单位', { kind: 'text' }, '下放给乡镇的空着')],
  'nameplate.hang': [UNIT, must('name', '牌子', { kind: 'text' })],
  'nameplate.remove': [UNIT, must('name', '牌子', { kind: 'text' })],
  'quota.recut': [UNIT, CATEGORY, must('amount', '核定为', { kind: 'number' })],
  'quota.transfer': [UNIT, TO, CATEGORY, must('by', '名额', { kind: 'number' })],
  'leadershipQuota.set': [
    UNIT,
    must('amount', '领导职数', { kind: 'number' }),
    may('chief', '其中正职', { kind: 'number' }),
    may('deputy', '其中副职', { kind: 'number' }),
  ],
  'service.mode': [
    UNIT,
    must('service', '服务事项', { kind: 'text' }, '如 农机维修'),
    must('mode', '服务方式', { kind: 'choice', choices: choicesOf(SERVICE_MODE_LIST) }),
    may('provider', '承担单位', { kind: 'text' }),
  ],
  'post.plan': [UNIT, POST],
  'post.abolish': [UNIT, must('post', '岗位', { kind: 'post' })],
  'post.transfer': [UNIT, must('post', '岗位', { kind: 'post' }), TO],
  move: [must('person', '人员', { kind: 'person' }), must('unit', '到机构', { kind: 'unit' }), POST],
  'batch.transfer': [must('people', '人员', { kind: 'people' }), must('unit', '到机构', { kind: 'unit' })],
  'runOff.plan': [
    must('kind', '用工形式', { kind: 'choice', choices: choicesOf(OFF_QUOTA_LIST) }),
    must('year', '年度', { kind: 'number' }),
    must('amount', '计划减少', { kind: 'number' }),
  ],
} as const satisfies Partial<Readonly<Record<DraftStepType, readonly StepField[]>>>
export type FormStepType = keyof typeof STEP_FIELDS

/** The steps of the form in their groups. */
export const STEP_GROUPS: readonly { readonly title: string; readonly types: readonly FormStepType[] }[] = [
  {
    title: '机构',
    types: ['unit.establish', 'unit.rename', 'unit.merge', 'unit.split', 'unit.abolish', 'unit.reassign'],
  },
  { title: '牌子和服务', types: ['nameplate.hang', 'nameplate.remove', 'service.mode'] },
  { title: '编制和职数', types: ['quota.recut', 'quota.transfer', 'leadershipQuota.set'] },
  {
    title: '岗位和人员',
    types: ['post.plan', 'post.abolish', 'post.transfer', 'move', 'batch.transfer', 'runOff.plan'],
  },
]

export const stepFields = (type: FormStepType): readonly StepField[] => STEP_FIELDS[type]
export const stepTitle = (type: FormStepType): string => draftStepTitle(type)

export type StepValues = Readonly<Record<string, string | number | readonly string[] | undefined>>

/** What the form says as a step; emptied fields say nothing. */
export function stepOf(type: FormStepType, values: StepValues): { readonly type: FormStepType } & StepValues {
  const told = Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== '' && !isEmptyList(value)),
  )
  if (type === 'unit.split') {
    const { unit, name, kind, category, amount, people } = told
    const quotas = category === undefined || amount === undefined ? [] : [{ category, amount }]
    return { type, unit, into: [{ name, kind, quotas, ...(people === undefined ? {} : { people }) }] } as never
  }
  if (type === 'leadershipQuota.set') return { type, chief: null, deputy: null, ...told } as never
  if (type === 'unit.reassign') return { type, managingBody: '', ...told }
  return { type, ...told }
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

/** True once every field that must be filled is. */
export function isComplete(type: FormStepType, values: StepValues): boolean {
  return stepFields(type).every(({ key, required }) => {
    const value = values[key]
    return !required || (value !== undefined && value !== '' && !isEmptyList(value))
  })
}
