import { titlesOf } from '../../vocabulary/code-list.ts'
import { LEADERSHIP_ROLE_LIST, LEADERSHIP_ROLES } from '../../vocabulary/establishment.ts'
import { fieldForHeader, headerKey } from '../table/fields.ts'
import { QUOTA_CATEGORIES, QUOTA_CATEGORY_NAMES, type QuotaCategory } from '../model/quota-category.ts'
import type { FieldShape } from './person-fields.ts'

/*
 * What a column of a form with one row a unit can be given: what the unit is, its figures by 编制类型, its 领导职数.
 * A figure's field says both, e.g. `figure:vacancy:administrative`, `leaders:actual:chief`.
 */

export const MEASURES = ['quota', 'actual', 'reserved', 'vacancy', 'over'] as const
export type Measure = (typeof MEASURES)[number]
const MEASURE_NAMES: Readonly<Record<Measure, string>> = {
  quota: '核定',
  actual: '实有',
  reserved: '已核准未到位',
  vacancy: '空编',
  over: '超编',
}

/** `all`: the sum of every category; `institutionAll`: of all 事业编制; `institutionOther`: of those without 参公. */
export type FigureScope = 'all' | 'institutionAll' | 'institutionOther' | QuotaCategory
const SCOPES: readonly FigureScope[] = ['all', 'institutionAll', 'institutionOther', ...QUOTA_CATEGORIES]
const SCOPE_NAMES: Readonly<Record<FigureScope, string>> = {
  ...QUOTA_CATEGORY_NAMES,
  all: '合计',
  institutionAll: '事业编制（全部）',
  institutionOther: '事业编制（参公除外）',
}

export const LEADER_PARTS = ['all', ...LEADERSHIP_ROLES] as const
export type LeaderPart = (typeof LEADER_PARTS)[number]
const LEADER_PART_NAMES: Readonly<Record<LeaderPart, string>> = {
  all: '',
  ...titlesOf(LEADERSHIP_ROLE_LIST),
}
const LEADER_MEASURES = ['quota', 'actual', 'vacancy', 'over'] as const
export type LeaderMeasure = (typeof LEADER_MEASURES)[number]
const LEADER_MEASURE_NAMES: Readonly<Record<LeaderMeasure, string>> = {
  quota: '应配',
  actual: '实配',
  vacancy: '空缺',
  over: '超配',
}

const FACTS = {
  sequence: '序号',
  unit: '机构名称',
  nameplates: '加挂牌子',
  unitKind: '机构类别',
  managingBody: '主管部门',
  category: '编制类型',
  funding: '经费形式',
  document: '批准文号',
  people: '人员姓名',
  leaders: '领导姓名',
  count: '按表头计数',
} as const
export type UnitFact = keyof typeof FACTS

/** True for what a unit is, as against its figures and its 领导职数. */
export function isUnitFact(field: string): field is UnitFact {
  return Object.hasOwn(FACTS, field)
}

export type UnitField = UnitFact | `figure:${Measure}:${FigureScope}` | `leaders:${LeaderMeasure}:${LeaderPart}`

/** The categories a scope sums. */
export function categoriesOf(scope: FigureScope): readonly QuotaCategory[] {
  if (scope === 'all') return QUOTA_CATEGORIES
  const institution = QUOTA_CATEGORIES.filter((category) => category.startsWith('institution'))
  if (scope === 'institutionAll') return institution
  return scope === 'institutionOther'
    ? institution.filter((category) => category !== 'institutionCivilService')
    : [scope]
}

/** Every field of a unit, in the order they are offered. */
export const UNIT_FIELDS: readonly {
  readonly field: UnitField
  readonly title: string
  readonly shape: FieldShape
  readonly scope: FigureScope | null
}[] = [
  ...(Object.keys(FACTS) as UnitFact[]).map((field) => ({
    field,
    title: FACTS[field],
    shape: field === 'sequence' || field === 'count' ? ('number' as const) : ('text' as const),
    scope: null,
  })),
  ...SCOPES.flatMap((scope) =>
    MEASURES.map((measure) => ({
      field: `figure:${measure}:${scope}` as const,
      title: `${SCOPE_NAMES[scope]}·${MEASURE_NAMES[measure]}`,
      shape: 'number' as const,
      scope,
    })),
  ),
  ...LEADER_PARTS.flatMap((part) =>
    LEADER_MEASURES.map((measure) => ({
      field: `leaders:${measure}:${part}` as const,
      title: `领导职数${LEADER_PART_NAMES[part]}·${LEADER_MEASURE_NAMES[measure]}`,
      shape: 'number' as const,
      scope: null,
    })),
  ),
]

/** A figure field taken apart; null for any other field. */
export function figureOf(field: string): { readonly measure: Measure; readonly scope: FigureScope } | null {
  const [kind, measure, scope] = field.split(':')
  const [known, within] = [MEASURES.find((one) => one === measure), SCOPES.find((one) => one === scope)]
  return kind === 'figure' && known !== undefined && within !== undefined ? { measure: known, scope: within } : null
}

/** A 领导职数 field taken apart; null for any other field. */
export function leadersOf(field: string): { readonly measure: LeaderMeasure; readonly part: LeaderPart } | null {
  const [kind, measure, part] = field.split(':')
  const [known, within] = [LEADER_MEASURES.find((one) => one === measure), LEADER_PARTS.find((one) => one === part)]
  return kind === 'leaders' && known !== undefined && within !== undefined ? { measure: known, part: within } : null
}

/** Words of a category inside a header, the longer and more special first. */
const SCOPE_WORDS: readonly (readonly [RegExp, FigureScope])[] = [
  [/事业(?:单位)?编?制?[（(]?(?:含|包括)参公[）)]?/u, 'institutionAll'],
  [/政法专项(?:编制)?|政法编制?/u, 'politicalLegal'],
  [/纪检(?:监察)?(?:专项|行政)?(?:编制)?/u, 'discipline'],
  [/(?:参公|参照公务员法?管理?)(?:的?事业)?(?:单位)?(?:编制)?|事业编制?参公/u, 'institutionCivilService'],
  [/(?:机关)?工勤(?:人员)?(?:编制)?/u, 'worker'],
  [/(?:财政)?全额(?:拨款)?(?:事业)?(?:编制)?/u, 'institutionFull'],
  [/差额(?:拨款|补贴)?(?:事业)?(?:编制)?/u, 'institutionPartial'],
  [/(?:自收自支|经费自理)(?:事业)?(?:编制)?/u, 'institutionSelf'],
  [/(?:机关|公务员)?行政(?:编制|人员)?|公务员/u, 'administrative'],
  [/事业(?:单位)?(?:编制|人员)?/u, 'institutionAll'],
  [/其[他它](?:编制)?/u, 'other'],
]

/** Words of every measure but the seats, which their heads name too (核定编制数/空编). */
const MEASURE_WORDS: readonly (readonly [RegExp, Measure])[] = [
  [/未到位|已批未|已核未/u, 'reserved'],
  [/空编|空缺|缺编|空额|余编|空余|结余|剩余|余额|未占|未使?用|可使?用|缺额|缺员|缺配|欠编/u, 'vacancy'],
  [/超编|超员|超配|超占|超额|超出|溢编/u, 'over'],
  [/实有|现有|在编|在职|实配|现配|在册|配备|占用|占编|已使?用|使用|在用|用编|实际|现员/u, 'actual'],
]
/** What is wanted, was, or changes, and what is a part of a hundred: none of them is a number of the day. */
const OTHER_NUMBER =
  /申请|拟|计划|变动|增减|核[减增]|收回|调剂|上年|去年|年初|[^公]率$|比例|占比|比重|[%％]|时间|日期|年月|批准(?:机关|部门|单位)|说明/u
const SEATS = /核定|(?:批准|批复|下达)(?:数|名额)?$|应配|核编|编制|编办批|职数|应有|^小计$|^合计$|^总计$/u

/** A number of people by itself, under no word that asks for seats: 总数 of a table of staff is who is there. */
const HEAD_COUNT = /^(?:(?:人员|职工|干部|队伍|在编)?总(?:人)?数|人数)$/u

/** True for a header that asks for a figure of 编制 in so many words: not for people who happen to be of one. */
export function isFigureHeader(path: readonly string[]): boolean {
  const whole = path.join('/')
  return (
    (/核定|核编|应配|编制数|编办批|职数|应有|未到位|已批未|空编|空缺|缺编|空额|余编|空余|超编|超员|超配|实配|现配/u.test(
      whole,
    ) ||
      (whole.includes('编') &&
        /占用|占编|使用|已用|在用|用编|未用|可用|结余|剩余|余额|缺额|超占|超额|超出/u.test(whole))) &&
    unitFieldFor(path) !== null
  )
}

/** What a unit and its paper are called beside the words a quota sheet has for them. */
const NAMES: readonly (readonly [RegExp, UnitFact])[] = [
  [/^(?:机构|单位|部门|站所|科室|内设机构|用编单位|编制单位)(?:规范|法定)?(?:全称|名称)$/u, 'unit'],
  [/^(?:编制|用编|占编)(?:类型|类别|性质|种类|属性|分类|形式|名称)$/u, 'category'],
  [
    /^(?:编制|核定|批准|核编|批复|下达|依据|三定|机构)*(?:文号|文件|文件号|文件文号|文件及文号|依据文件|依据|批文|批文号)$/u,
    'document',
  ],
]

/** The unit's field a header asks for; null: none that the book knows. */
export function unitFieldFor(path: readonly string[]): UnitField | null {
  const leaf = path.at(-1)
  if (leaf === undefined) return null
  const known = fieldForHeader('quotas', path)
  if (known !== null && isUnitFact(known)) return known
  const keys = path.map(headerKey)
  const whole = keys.join('/')
  if (/人员姓名|现有人员名单|在编人员名单/u.test(whole)) return 'people'
  if (/领导姓名|负责人姓名/u.test(whole)) return 'leaders'
  if (/领导|正职|副职|职数/u.test(whole)) return leadersField(whole)
  const called = NAMES.find(([words]) => words.test(keys.at(-1) ?? ''))
  if (called !== undefined) return called[1]
  if (/退休|离休|编外|借|临时|聘用|遗属/u.test(whole) || OTHER_NUMBER.test(whole)) return null
  let rest = whole
  let scope: FigureScope = 'all'
  for (const [words, named] of SCOPE_WORDS) {
    if (!words.test(rest)) continue
    scope = named
    // “行政编制” alone asks for the 核定 number; beside another word it only says which.
    rest = rest.replace(words, '')
    break
  }
  const bare = rest.replaceAll('/', '')
  // 行政编制总数 is seats; 行政总数 may be who is there.
  const seats = /^(?:数|数额|名额)?$/u.test(bare) || (bare === '总数' && /编制/u.test(whole))
  const measure = scope !== 'all' && seats ? 'quota' : measureIn(rest)
  return measure === null ? null : `figure:${measure}:${scope}`
}

/** The measure the lowest part names; else the one above it: under 核定编制数 stand 小计, 行政, 事业. */
function measureIn(rest: string): Measure | null {
  const parts = rest.split('/')
  for (const part of parts.toReversed()) {
    const named = MEASURE_WORDS.find(([words]) => words.test(part))
    if (named !== undefined) return named[1]
  }
  if (parts.some((part) => SEATS.test(part))) return 'quota'
  return parts.some((part) => HEAD_COUNT.test(part)) ? 'actual' : null
}

/** Leaders nobody has seated yet are not counted apart in the book. */
function leadersField(whole: string): UnitField | null {
  const part: LeaderPart = /副职|副/u.test(whole) ? 'deputy' : /正职|正/u.test(whole) ? 'chief' : 'all'
  const named = MEASURE_WORDS.find(([words]) => words.test(whole))?.[1] ?? 'quota'
  return named === 'reserved' ? null : `leaders:${named}:${part}`
}
