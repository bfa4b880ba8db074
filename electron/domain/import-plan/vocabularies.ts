import { QUOTA_CATEGORIES, QUOTA_CATEGORY_NAMES, type QuotaCategory } from '../model/quota-category.ts'
import type { OffQuotaKind } from '../model/person.ts'

/* The words clerks use and the words the book keeps. Sources: GB/T 3304, GB/T 4762, GB/T 4658 and the 编办 forms. */

const ETHNIC_GROUPS = new Set(
  '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺'.split(' '),
)

/** The 56, each with its 族. */
export const ETHNIC_GROUP_NAMES: readonly string[] = [...ETHNIC_GROUPS].map((name) => `${name}族`)

/** 民族 with its 族; null when it is none of the 56. */
export function ethnicGroup(text: string): string | null {
  const name = text.replace(/族$/u, '')
  return ETHNIC_GROUPS.has(name) ? `${name}族` : null
}

const POLITICAL: Readonly<Record<string, string>> = {
  党员: '中共党员', 共产党员: '中共党员', 中国共产党党员: '中共党员', 正式党员: '中共党员', 中共: '中共党员', 中共党员: '中共党员',
  预备党员: '中共预备党员', 中共预备党员: '中共预备党员', '中共党员(预备)': '中共预备党员', '中共党员（预备）': '中共预备党员', 中国共产党预备党员: '中共预备党员',
  团员: '共青团员', 共青团员: '共青团员', 中国共产主义青年团团员: '共青团员',
  民革: '民革党员', 民革党员: '民革党员', 民革会员: '民革党员', 民盟: '民盟盟员', 民盟盟员: '民盟盟员', 民建: '民建会员', 民建会员: '民建会员', 民进: '民进会员', 民进会员: '民进会员',
  农工党: '农工党党员', 农工党党员: '农工党党员', 致公党: '致公党党员', 致公党党员: '致公党党员', 九三: '九三学社社员', 九三学社: '九三学社社员', 九三学社社员: '九三学社社员', 台盟: '台盟盟员', 台盟盟员: '台盟盟员',
  无党派: '无党派人士', 无党派人士: '无党派人士', 无党派民主人士: '无党派人士',
  群众: '群众', 普通群众: '群众', 非党员: '群众',
}

/** What the book calls each 政治面貌. */
export const POLITICAL_STATUS_NAMES: readonly string[] = [...new Set(Object.values(POLITICAL))]

/** 政治面貌 in the book's words; null when unknown. */
export function politicalStatus(text: string): string | null {
  return POLITICAL[text] ?? null
}

const EDUCATION: Readonly<Record<string, string>> = {
  博士: '博士研究生', 博士研究生: '博士研究生',
  硕士: '硕士研究生', 硕士研究生: '硕士研究生', 研究生: '研究生', 研究生班: '研究生班',
  本科: '大学本科', 大学: '大学本科', 大学本科: '大学本科', 全日制本科: '大学本科', 本科学历: '大学本科', 大本: '大学本科',
  大专: '大学专科', 专科: '大学专科', 大学专科: '大学专科', 全日制大专: '大学专科', 高职: '大学专科',
  中专: '中等专科', 中等专科: '中等专科', 中师: '中等专科', 中技: '中等技校', 技校: '中等技校', 中等技校: '中等技校', 职高: '职业高中', 职业高中: '职业高中',
  高中: '普通高中', 普通高中: '普通高中', 初中: '初中', 小学: '小学',
  中央党校研究生: '中央党校研究生', 省委党校研究生: '省委党校研究生', 中央党校大学: '中央党校大学', 省委党校大学: '省委党校大学', 中央党校大专: '中央党校大专', 省委党校大专: '省委党校大专',
  党校研究生: '党校研究生', 党校本科: '党校本科', 党校大专: '党校大专',
}

/** What the book calls each 学历, highest first. */
export const EDUCATION_LEVEL_NAMES: readonly string[] = [...new Set(Object.values(EDUCATION))]

/** 学历 in the book's words; null when unknown. */
export function educationLevel(text: string): string | null {
  return EDUCATION[text] ?? null
}

const CATEGORIES: Readonly<Record<string, QuotaCategory>> = {
  ...Object.fromEntries(QUOTA_CATEGORIES.map((category) => [categoryKey(QUOTA_CATEGORY_NAMES[category]), category])),
  行政: 'administrative', 公务员: 'administrative', 机关编制: 'administrative', 机关行政编制: 'administrative', 行政编: 'administrative',
  政法专项: 'politicalLegal', 政法编制: 'politicalLegal', 政法专项编: 'politicalLegal',
  纪检编制: 'discipline', 纪检监察编制: 'discipline', 纪检监察专项编制: 'discipline',
  工勤: 'worker', 工勤编制: 'worker', 机关工勤: 'worker', 机关工勤人员编制: 'worker', 工勤编: 'worker',
  参公: 'institutionCivilService', 参公编制: 'institutionCivilService', 参公事业编制: 'institutionCivilService', 参公事业: 'institutionCivilService', 事业参公: 'institutionCivilService', 参照公务员法管理事业编制: 'institutionCivilService', 参照公务员管理: 'institutionCivilService', 参照管理: 'institutionCivilService',
  事业: 'institution', 事业编: 'institution', 事业编制其他: 'institution',
  全额事业编制: 'institutionFull', 全额拨款事业编制: 'institutionFull', 全额拨款事业: 'institutionFull', 全额事业: 'institutionFull', 事业编制全额: 'institutionFull', 财政全额拨款事业编制: 'institutionFull',
  差额事业编制: 'institutionPartial', 差额拨款事业编制: 'institutionPartial', 差额补贴事业编制: 'institutionPartial', 差额事业: 'institutionPartial', 事业编制差额: 'institutionPartial',
  自收自支: 'institutionSelf', 自收自支编制: 'institutionSelf', 自收自支事业编制: 'institutionSelf', 经费自理事业编制: 'institutionSelf', 事业编制自收自支: 'institutionSelf',
  其他: 'other', 其它: 'other', 其它编制: 'other',
}

/** 编制类型 by any of its names; null when it names none. */
export function quotaCategory(text: string): QuotaCategory | null {
  return CATEGORIES[categoryKey(text)] ?? null
}

function categoryKey(text: string): string {
  return text.replaceAll(/[\s（）()·、-]/gu, '')
}

const FUNDINGS: Readonly<Record<string, QuotaCategory>> = {
  全额拨款: 'institutionFull', 全额: 'institutionFull', 财政全额拨款: 'institutionFull', 全额财政拨款: 'institutionFull', 财政拨款: 'institutionFull',
  差额补贴: 'institutionPartial', 差额: 'institutionPartial', 差额拨款: 'institutionPartial', 财政差额补贴: 'institutionPartial', 财政差额拨款: 'institutionPartial',
  自收自支: 'institutionSelf', 经费自理: 'institutionSelf', 自筹: 'institutionSelf',
}

/** The first word of each 经费形式 that splits 事业编制. */
export const FUNDING_NAMES: readonly string[] = [...new Set(Object.values(FUNDINGS))].flatMap((category) => Object.keys(FUNDINGS).find((word) => FUNDINGS[word] === category) ?? [])

/** The 事业编制 a 经费形式 splits off; null when it splits none. */
export function fundedCategory(text: string): QuotaCategory | null {
  return FUNDINGS[categoryKey(text)] ?? null
}

const OFF_QUOTA: Readonly<Record<string, OffQuotaKind>> = {
  自聘: 'selfHired', 自聘人员: 'selfHired', 乡聘: 'selfHired', 镇聘: 'selfHired', 乡镇自聘: 'selfHired', 单位自聘: 'selfHired', 编外自聘: 'selfHired',
  劳务派遣: 'agency', 劳务派遣人员: 'agency', 派遣制: 'agency', 派遣人员: 'agency',
  政府购买服务: 'purchasedService', 购买服务: 'purchasedService', 政府购买服务人员: 'purchasedService', 购买服务人员: 'purchasedService',
  公益性岗位: 'publicWelfare', 公益性岗位人员: 'publicWelfare', 公益岗: 'publicWelfare', 公益岗位: 'publicWelfare', 公岗: 'publicWelfare',
  临时聘用: 'temporary', 临时聘用人员: 'temporary', 临聘: 'temporary', 临聘人员: 'temporary', 临时工: 'temporary', 临时人员: 'temporary', 编外临时聘用: 'temporary',
}

/** 编外 by any of its names; null when it is none. */
export function offQuotaKind(text: string): OffQuotaKind | null {
  return OFF_QUOTA[categoryKey(text)] ?? null
}

/** 借入 and 挂职, where a sheet writes them in place of a 编制类型. */
export function guestKind(text: string): 'secondedIn' | 'attached' | null {
  const key = categoryKey(text)
  if (/^(?:借入|借用|借调)(?:人员|干部)?$/u.test(key) || /^(?:跟班学习|抽调)(?:人员)?$/u.test(key)) return 'secondedIn'
  return /^挂职(?:人员|干部)?$/u.test(key) ? 'attached' : null
}
