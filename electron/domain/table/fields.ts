import type { Catalogue } from '../../vocabulary/catalogue.ts'
import { wordKey } from '../../vocabulary/code-list.ts'
import { isOwnField } from '../../vocabulary/own-fields.ts'
import {
  PERSON_FIELD_NAMES,
  personField,
  type PersonField,
  type PersonFieldOf,
} from '../../vocabulary/person-fields.ts'

/*
 * What a column of a clerk's sheet can hold, and the names such columns really bear. Names are compared without blanks, punctuation and
 * bracketed hints, full-width letters made half-width.
 */

export type SheetPurpose = 'quotas' | 'roster'

/**
 * Fields of the catalogue a roster's column may fill: those that are kept, where somebody sits, 序号, and 经费形式, which tells one 事业编制 from
 * another.
 */
export type RosterField =
  | PersonFieldOf<'person' | 'version' | 'holding' | 'file' | 'grade'>
  | 'unit'
  | 'post'
  | 'sequence'
  | 'funding'
export const ROSTER_FIELDS: Readonly<Record<RosterField, FieldNames>> = namesOf(
  PERSON_FIELD_NAMES.filter((field): field is RosterField => {
    const { kept, blank } = personField(field)
    return kept !== 'derived' || blank !== undefined
  }),
)

function namesOf<F extends PersonField>(fields: readonly F[]): Readonly<Record<F, FieldNames>> {
  // Object.fromEntries forgets the keys it was given.
  return Object.fromEntries(
    fields.map((field) => {
      const { title, names } = personField(field)
      return [field, { title, names: isOwnField(field) ? [] : [title, ...names] }]
    }),
  ) as unknown as Readonly<Record<F, FieldNames>>
}

export const QUOTA_FIELDS = {
  sequence: { title: '序号', names: ['序号', '编号', '序', 'no'] },
  unit: {
    title: '机构名称',
    names: ['机构名称', '单位名称', '机构', '单位', '部门', '内设机构', '所在机构', '站所', '名称', '部门名称'],
  },
  nameplates: { title: '加挂牌子', names: ['加挂牌子', '挂牌', '加挂牌子名称', '加挂机构', '挂牌名称', '加挂名称'] },
  unitKind: {
    title: '机构类别',
    names: ['机构类别', '机构类型', '机构性质', '单位性质', '类别', '单位类别', '单位类型', '分类情况'],
  },
  category: {
    title: '编制类型',
    names: ['编制类型', '编制类别', '编制性质', '编制种类', '编制属性', '编制分类', '用编性质', '编制形式'],
  },
  funding: { title: '经费形式', names: ['经费形式', '经费来源', '拨款形式', '经费类型'] },
  amount: {
    title: '核定编制数',
    names: [
      '核定编制数',
      '编制数',
      '核定编制',
      '核定数',
      '核编数',
      '批准编制数',
      '人员编制',
      '编制名额',
      '核定人数',
      '定编数',
      '定编',
      '定编人数',
      '核编',
      '核编人数',
      '批准编制',
      '应有编制',
      '核定编制总数',
      '编制核定数',
      '编制员额',
    ],
  },
  leadership: { title: '领导职数', names: ['领导职数', '核定领导职数', '职数'] },
  leadershipChief: { title: '领导职数（正）', names: ['正职', '正职职数', '领导职数正职', '领导职数正'] },
  leadershipDeputy: { title: '领导职数（副）', names: ['副职', '副职职数', '领导职数副职', '领导职数副'] },
  document: {
    title: '批准文号',
    names: ['批准文号', '文号', '核定文号', '批准文件', '依据文号', '依据文件', '批文文号', '核编文号'],
  },
  effectiveOn: { title: '核定日期', names: ['核定日期', '批准日期', '批准时间', '核定时间', '生效日期', '发文日期'] },
  managingBody: { title: '主管部门', names: ['主管部门', '管理主体', '主管单位', '归口管理部门'] },
  remark: { title: '备注', names: ['备注', '备考', '说明'] },
} as const satisfies Record<string, FieldNames>

interface FieldNames {
  readonly title: string
  readonly names: readonly string[]
}

export type QuotaField = keyof typeof QUOTA_FIELDS

/** What a roster's columns are called in messages, the township's own fields by their names. */
export function rosterTitles({ names, entry }: Catalogue): Readonly<Record<RosterField, { readonly title: string }>> {
  return { ...ROSTER_FIELDS, ...Object.fromEntries(names.map((field) => [field, { title: entry(field).title }])) }
}

/** Every field a column may be given by hand, with its title; places nobody declared are none. */
export const FIELD_LIST: readonly { readonly field: string; readonly title: string; readonly purpose: SheetPurpose }[] =
  [
    ...Object.entries(ROSTER_FIELDS)
      .filter(([field]) => !isOwnField(field))
      .map(([field, { title }]) => ({ field, title, purpose: 'roster' as const })),
    ...Object.entries(QUOTA_FIELDS).map(([field, { title }]) => ({ field, title, purpose: 'quotas' as const })),
  ]

/** A header's text without blanks and punctuation, letters half-width and small: what names are compared by. */
export const headerKey: (text: string) => string = wordKey

const FIELD_BY_NAME: Readonly<Record<SheetPurpose, ReadonlyMap<string, string>>> = {
  roster: byName(ROSTER_FIELDS),
  quotas: byName(QUOTA_FIELDS),
}

function byName(fields: Readonly<Record<string, FieldNames>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(fields).flatMap(([field, { names }]) => names.map((name) => [headerKey(name), field] as const)),
  )
}

/** The field a header stands for: by as many of the texts above it as make a known name (全日制教育, 学历), else by its own. Null: not known. */
export function fieldForHeader(purpose: SheetPurpose, path: readonly string[]): string | null {
  return fieldByPath(FIELD_BY_NAME[purpose], path)
}

/** Looks a header up in a table of names (keyed by `headerKey`), the longest stretch of its path first. */
export function fieldByPath<F extends string>(known: ReadonlyMap<string, F>, path: readonly string[]): F | null {
  for (let first = 0; first < path.length; first += 1) {
    const text = path.slice(first).join('')
    const found = known.get(headerKey(text)) ?? known.get(headerKey(withoutBrackets(text)))
    if (found !== undefined) return found
  }
  return null
}

/** True for a field of the purpose: what hand mappings are held against. */
export function isField(purpose: SheetPurpose, field: string): boolean {
  return Object.hasOwn(purpose === 'roster' ? ROSTER_FIELDS : QUOTA_FIELDS, field)
}

/** A header's text without its bracketed hints. */
export function withoutBrackets(text: string): string {
  return text.replaceAll(/[（(【[][^）)】\]]*[）)】\]]/gu, '')
}
