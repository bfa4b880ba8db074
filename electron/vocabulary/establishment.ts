import { codesOf, titlesOf, type CodeEntry, type CodeList } from './code-list.ts'

/* What 编制 and 机构 can be. */

/** 经费形式. `bureauTitle`: the word the bureau's own forms print where it is another one. */
export const FUNDING_LIST = {
  full: {
    title: '全额拨款',
    also: [
      '全额',
      '财政全额拨款',
      '全额财政拨款',
      '财政拨款',
      '财政全额',
      '财政全额保障',
      '全额供给',
      '财政全额供给',
      '全额补助',
      '财政全额补助',
      '全额预算',
    ],
  },
  partial: {
    title: '差额补贴',
    also: [
      '差额',
      '差额拨款',
      '财政差额补贴',
      '财政差额拨款',
      '差额补助',
      '财政差额补助',
      '财政差额',
      '差额供给',
      '财政差额供给',
      '差额预算',
    ],
  },
  self: { title: '自收自支', bureauTitle: '经费自理', also: ['经费自理', '自筹'] },
  enterprise: { title: '企业化管理' },
} as const satisfies CodeList<CodeEntry & { readonly bureauTitle?: string }>
export type Funding = keyof typeof FUNDING_LIST
export const FUNDING_TITLES = titlesOf(FUNDING_LIST)

interface CategoryEntry extends CodeEntry {
  /** Which side of 机关 / 事业单位 it belongs to; `either` is judged by the document alone. */
  readonly nature: 'organ' | 'institution' | 'either'
  /** Its holders are 公务员, or managed like them (参公): the 公务员法 applies. */
  readonly civilService: boolean
  /** Where the approving document splits 事业编制 by 经费形式. */
  readonly funding?: Funding
}

/**
 * 编制类型. One flat list because every one of them is counted on its own and never netted against another
 * (国务院令第486号 第15条: 不得混用、挤占、挪用). 事业编制 splits by 经费形式 only where the approving document does. National codes: ZB135.
 */
export const QUOTA_CATEGORY_LIST = {
  administrative: {
    title: '行政编制',
    national: '1',
    nature: 'organ',
    civilService: true,
    also: ['行政', '公务员', '机关编制', '机关行政编制', '行政编'],
  },
  politicalLegal: {
    title: '政法专项编制',
    national: '1',
    nature: 'organ',
    civilService: true,
    also: ['政法专项', '政法编制', '政法专项编'],
  },
  discipline: {
    title: '纪检监察行政编制',
    national: '1',
    nature: 'organ',
    civilService: true,
    also: ['纪检编制', '纪检监察编制', '纪检监察专项编制'],
  },
  worker: {
    title: '机关工勤编制',
    nature: 'organ',
    civilService: false,
    also: ['工勤', '工勤编制', '机关工勤', '机关工勤人员编制', '工勤编'],
  },
  institutionCivilService: {
    title: '事业编制（参公）',
    national: '2',
    nature: 'institution',
    civilService: true,
    also: [
      '参公',
      '参公编制',
      '参公事业编制',
      '参公事业',
      '事业参公',
      '参照公务员法管理事业编制',
      '参照公务员管理',
      '参照管理',
    ],
  },
  institution: {
    title: '事业编制',
    national: '3',
    nature: 'institution',
    civilService: false,
    also: ['事业', '事业编', '事业编制其他'],
  },
  institutionFull: {
    title: '事业编制（全额拨款）',
    national: '3',
    nature: 'institution',
    civilService: false,
    funding: 'full',
    also: ['全额事业编制', '全额拨款事业编制', '全额拨款事业', '全额事业', '事业编制全额', '财政全额拨款事业编制'],
  },
  institutionPartial: {
    title: '事业编制（差额补贴）',
    national: '3',
    nature: 'institution',
    civilService: false,
    funding: 'partial',
    also: ['差额事业编制', '差额拨款事业编制', '差额补贴事业编制', '差额事业', '事业编制差额'],
  },
  institutionSelf: {
    title: '事业编制（自收自支）',
    national: '3',
    nature: 'institution',
    civilService: false,
    funding: 'self',
    also: ['自收自支', '自收自支编制', '自收自支事业编制', '经费自理事业编制', '事业编制自收自支'],
  },
  other: {
    title: '其他编制',
    national: '4',
    nature: 'either',
    civilService: false,
    also: ['其他', '其它', '其它编制'],
  },
} as const satisfies CodeList<CategoryEntry>
export type QuotaCategory = keyof typeof QUOTA_CATEGORY_LIST
export const QUOTA_CATEGORIES = codesOf(QUOTA_CATEGORY_LIST)
export const QUOTA_CATEGORY_NAMES = titlesOf(QUOTA_CATEGORY_LIST)

/** The 经费形式 a 编制类型 stands for; null where it is not split by it. */
export function fundingOf(category: QuotaCategory): Funding | null {
  const entry: CategoryEntry = QUOTA_CATEGORY_LIST[category]
  return entry.funding ?? null
}

/** The 事业编制 that is split off by a 经费形式; null for one that splits none. */
export function categoryOfFunding(funding: Funding): QuotaCategory | null {
  return QUOTA_CATEGORIES.find((category) => fundingOf(category) === funding) ?? null
}

/** 机构类型. `township` is the root; its ceiling quotas are the approved totals. `words`: how 机构类别 columns write it, the usual one first. */
export const UNIT_KIND_LIST = {
  township: { title: '乡镇', also: [] },
  leadership: { title: '领导班子', also: ['班子'] },
  office: { title: '内设机构', also: ['行政机构', '党政机构', '综合办事机构', '党政综合办事机构'] },
  institution: {
    title: '事业单位',
    also: ['事业站所', '事业机构', '直属事业单位', '下属事业单位', '站所', '参公事业单位'],
  },
  armedForces: { title: '人民武装部', also: ['人武部'] },
  discipline: { title: '纪委', also: ['纪检监察'] },
  special: { title: '专项', also: [] },
  other: { title: '其他', also: [] },
} as const satisfies CodeList
export type UnitKind = keyof typeof UNIT_KIND_LIST
export const UNIT_KINDS = codesOf(UNIT_KIND_LIST)
export const UNIT_KIND_NAMES = titlesOf(UNIT_KIND_LIST)

/** 机构规格 ZB03, the part a township meets. `height` 1 is the highest; 其他 has none and is compared with nothing. */
export const UNIT_LEVEL_LIST = {
  '107': { title: '县处级', national: '107', height: 1 },
  '108': { title: '副县处级', national: '108', height: 2 },
  '109': { title: '乡科级', national: '109', height: 3 },
  '110': { title: '副乡科级', national: '110', height: 4 },
  '111': { title: '股级', national: '111', height: 5 },
  '999': { title: '其他', national: '999' },
} as const satisfies CodeList<CodeEntry & { readonly height?: number }>
export const UNIT_LEVEL_TITLES = titlesOf(UNIT_LEVEL_LIST)

/** 建制 of the township itself, with the codes of GB/T 12404. */
export const TOWNSHIP_TYPE_LIST = {
  township: { title: '乡', national: '63' },
  town: { title: '镇', national: '62' },
  subdistrict: { title: '街道', national: '61' },
} as const satisfies CodeList
/** 大中小 as documents class townships. */
export const TOWNSHIP_CLASS_LIST = {
  大: { title: '大' },
  中: { title: '中' },
  小: { title: '小' },
} as const satisfies CodeList

/** Who gives a total to hold the book against. */
export const REFERENCE_BASIS_LIST = {
  bureau: { title: '编办台账' },
  baseline: { title: '改革基数' },
} as const satisfies CodeList

/** A quota entry of a unit, or the township's approved total. */
export const QUOTA_ROLES = ['allocation', 'ceiling'] as const
export type QuotaRole = (typeof QUOTA_ROLES)[number]

/** 领导职务, with the codes of ZB129. */
export const LEADERSHIP_ROLE_LIST = {
  chief: { title: '正职', national: '1' },
  deputy: { title: '副职', national: '3' },
} as const satisfies CodeList
export type LeadershipRole = keyof typeof LEADERSHIP_ROLE_LIST
export const LEADERSHIP_ROLES = codesOf(LEADERSHIP_ROLE_LIST)
