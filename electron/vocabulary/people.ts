import { codeFinder, codesOf, titlesOf, type CodeEntry, type CodeList } from './code-list.ts'
import type { QuotaCategory } from './establishment.ts'

/* What a person can be. Where the book keeps the words themselves, they are the codes of the list. */

/** 性别, with the codes of GB/T 2261.1. */
export const SEX_LIST = {
  男: { title: '男', national: '1', also: ['男性', '1', '01', 'M', 'm', 'Male', 'male'] },
  女: { title: '女', national: '2', also: ['女性', '2', '02', 'F', 'f', 'Female', 'female'] },
} as const satisfies CodeList
export type Sex = keyof typeof SEX_LIST
export const SEXES = codesOf(SEX_LIST)
/** 性别 by any of its names or codes; null when it is none. */
export const sexNamed: (text: string) => Sex | null = codeFinder(SEX_LIST)

/** 政治面貌, with the codes of GB/T 4762. */
export const POLITICAL_STATUS_LIST = {
  中共党员: {
    title: '中共党员',
    national: '01',
    also: ['党员', '共产党员', '中国共产党党员', '正式党员', '中共'],
  },
  中共预备党员: {
    title: '中共预备党员',
    national: '02',
    also: [
      '预备党员',
      '中共预备',
      '预备',
      '中共党员（预备）',
      '党员（预备）',
      '党员（预备期）',
      '中共党员（预备期）',
      '预备期党员',
      '中国共产党预备党员',
    ],
  },
  共青团员: { title: '共青团员', national: '03', also: ['团员', '共青团', '共青团团员', '中国共产主义青年团团员'] },
  民革党员: { title: '民革党员', national: '04', also: ['民革', '民革会员', '中国国民党革命委员会会员'] },
  民盟盟员: { title: '民盟盟员', national: '05', also: ['民盟', '中国民主同盟盟员'] },
  民建会员: { title: '民建会员', national: '06', also: ['民建', '中国民主建国会会员'] },
  民进会员: { title: '民进会员', national: '07', also: ['民进', '中国民主促进会会员'] },
  农工党党员: { title: '农工党党员', national: '08', also: ['农工党', '中国农工民主党党员'] },
  致公党党员: { title: '致公党党员', national: '09', also: ['致公党', '中国致公党党员'] },
  九三学社社员: { title: '九三学社社员', national: '10', also: ['九三', '九三学社'] },
  台盟盟员: { title: '台盟盟员', national: '11', also: ['台盟', '台湾民主自治同盟盟员'] },
  无党派人士: { title: '无党派人士', national: '12', also: ['无党派', '无党派民主人士'] },
  群众: { title: '群众', national: '13', also: ['普通群众', '非党员'] },
} as const satisfies CodeList
export const POLITICAL_STATUS_NAMES: readonly string[] = Object.keys(POLITICAL_STATUS_LIST)

/** 政治面貌 in the book's words; null when unknown. */
export const politicalStatus: (text: string) => string | null = codeFinder(POLITICAL_STATUS_LIST)

/** 学历, highest first, with the codes of GB/T 4658-2006; the party schools' have none there. */
export const EDUCATION_LIST = {
  博士研究生: { title: '博士研究生', national: '11', also: ['博士', '博士研究生毕业'] },
  硕士研究生: { title: '硕士研究生', national: '14', also: ['硕士', '硕士研究生毕业'] },
  研究生: { title: '研究生', national: '10', also: ['研究生教育'] },
  研究生班: { title: '研究生班', national: '17', also: ['研究生班毕业'] },
  大学本科: {
    title: '大学本科',
    national: '21',
    also: ['本科', '大学', '全日制本科', '本科学历', '大本', '大学本科毕业'],
  },
  大学普通班: { title: '大学普通班', national: '28', also: ['大学普通班毕业'] },
  大学专科: {
    title: '大学专科',
    national: '31',
    also: ['大专', '专科', '全日制大专', '高职', '大学专科毕业'],
  },
  中等专科: { title: '中等专科', national: '41', also: ['中专', '中师', '中等专科毕业'] },
  中等技校: { title: '中等技校', national: '47', also: ['中技', '技校', '技工学校毕业'] },
  职业高中: { title: '职业高中', national: '44', also: ['职高', '职业高中毕业'] },
  普通高中: { title: '普通高中', national: '61', also: ['高中', '普通高中毕业'] },
  初中: { title: '初中', national: '71', also: ['初中毕业'] },
  小学: { title: '小学', national: '81', also: ['小学毕业'] },
  中央党校研究生: { title: '中央党校研究生' },
  省委党校研究生: { title: '省委党校研究生' },
  中央党校大学: { title: '中央党校大学' },
  省委党校大学: { title: '省委党校大学' },
  中央党校大专: { title: '中央党校大专' },
  省委党校大专: { title: '省委党校大专' },
  党校研究生: { title: '党校研究生' },
  党校本科: { title: '党校本科', also: ['党校大学'] },
  党校大专: { title: '党校大专' },
} as const satisfies CodeList
export const EDUCATION_LEVEL_NAMES: readonly string[] = Object.keys(EDUCATION_LIST)

/** 学历 in the book's words; null when unknown. */
export const educationLevel: (text: string) => string | null = codeFinder(EDUCATION_LIST)

const ADMINISTRATIVE: readonly QuotaCategory[] = ['administrative', 'politicalLegal', 'discipline']
const INSTITUTION: readonly QuotaCategory[] = [
  'institution',
  'institutionFull',
  'institutionPartial',
  'institutionSelf',
  'other',
]

/**
 * 人员类别 ZB125, and the 编制类型 each may use by the map of the national system: 公务员, 参照管理机关 and 法检警 use 行政编制 (政法专项 and
 * 纪检监察 are kinds of it), 参照管理事业 uses 参公事业编制, 事业 people 事业编制 or 其他, 机关工勤 工勤 or 其他; 临时 and 企业 people use none.
 */
export const PERSON_CLASS_LIST = {
  '1': { title: '综合管理类公务员', national: '1', categories: ADMINISTRATIVE },
  '2': { title: '专业技术类公务员', national: '2', categories: ADMINISTRATIVE },
  '3': { title: '行政执法类公务员', national: '3', categories: ADMINISTRATIVE },
  '5': { title: '参照管理的机关工作人员', national: '5', categories: ADMINISTRATIVE },
  '6': {
    title: '参照管理的事业工作人员',
    national: '6',
    also: ['61', '62', '63'],
    categories: ['institutionCivilService'],
  },
  '7': { title: '事业单位管理人员', national: '7', categories: INSTITUTION },
  '8': { title: '事业单位专业技术人员', national: '8', categories: INSTITUTION },
  A0: { title: '机关工勤人员', national: 'A0', categories: ['worker', 'other'] },
  A1: { title: '事业单位工勤人员', national: 'A1', categories: INSTITUTION },
  A2: { title: '临时人员', national: 'A2', categories: [] },
  A4: { title: '企业管理人员', national: 'A4', categories: [] },
  A5: { title: '企业技术人员', national: 'A5', categories: [] },
  A6: { title: '企业工勤人员', national: 'A6', categories: [] },
  B1: { title: '法官', national: 'B1', categories: ADMINISTRATIVE },
  B2: { title: '检察官', national: 'B2', categories: ADMINISTRATIVE },
  B3: { title: '执法勤务警员', national: 'B3', categories: ADMINISTRATIVE },
  B4: { title: '警务技术人员', national: 'B4', categories: ADMINISTRATIVE },
  B5: { title: '在机关工作的事业编制人员', national: 'B5', categories: INSTITUTION },
} as const satisfies CodeList<CodeEntry & { readonly categories: readonly QuotaCategory[] }>
export const PERSON_CLASS_TITLES = titlesOf(PERSON_CLASS_LIST)

/** 职务层次 ZB09, the part a township meets. `height` 1 is the highest; those without one are no leading posts. */
export const POSITION_LEVEL_LIST = {
  '0131': { title: '县处级正职', national: '0131', height: 1, also: ['正处', '正处级'] },
  '0132': { title: '县处级副职', national: '0132', height: 2, also: ['副处', '副处级'] },
  '0141': { title: '乡科级正职', national: '0141', height: 3, also: ['正科', '正科级'] },
  '0142': { title: '乡科级副职', national: '0142', height: 4, also: ['副科', '副科级'] },
  '0150': { title: '科员', national: '0150' },
  '0160': { title: '办事员', national: '0160' },
  '0198': { title: '试用期人员', national: '0198' },
  '0199': { title: '其他', national: '0199' },
} as const satisfies CodeList<CodeEntry & { readonly height?: number }>
export type PositionLevel = keyof typeof POSITION_LEVEL_LIST
export const POSITION_LEVELS = codesOf(POSITION_LEVEL_LIST)
export const POSITION_LEVEL_TITLES = titlesOf(POSITION_LEVEL_LIST)

/** 公务员职级 of a township, the highest first (ZB148). */
export const RANK_LIST = {
  一级主任科员: { title: '一级主任科员', national: '17' },
  二级主任科员: { title: '二级主任科员', national: '18' },
  三级主任科员: { title: '三级主任科员', national: '19' },
  四级主任科员: { title: '四级主任科员', national: '1A' },
  一级科员: { title: '一级科员', national: '1B' },
  二级科员: { title: '二级科员', national: '1C' },
} as const satisfies CodeList
export const RANK_NAMES: readonly string[] = Object.keys(RANK_LIST)
