import { educationLevel } from '../../vocabulary/people.ts'

/* Heights of 学历 and 职称 as counting tables ask for them. */

/** 学历 by height: 70 博士, 60 硕士 and 研究生 of whatever kind, 50 本科, 40 专科, 35 中专 and the like, 30 高中, 20 初中, 10 小学. */
const EDUCATION_HEIGHTS: readonly (readonly [RegExp, number])[] = [
  [/博士/u, 70],
  [/硕士/u, 60],
  [/研究生/u, 61],
  [/中专|中等专科|中师|中技|技校|职业高中|职高|中等职业|中等专业/u, 35],
  [/大专|专科|高职/u, 40],
  [/本科|大学|大本/u, 50],
  [/高中|高级中学/u, 30],
  [/初中|初级中学/u, 20],
  [/小学/u, 10],
]
/** 研究生 without 博士 or 硕士 before it: which of the two is not said. */
export const SOME_GRADUATE = 61

/** The height of a 学历; null: not known. */
export function educationHeight(text: string | null): number | null {
  if (text === null) return null
  const known = educationLevel(text) ?? text
  return EDUCATION_HEIGHTS.find(([words]) => words.test(known))?.[1] ?? null
}

export interface HeightRange {
  readonly from: number
  readonly to: number
  /** 以下 or 以上 without 及: the neighbours say whether the word itself is meant. */
  readonly open: 'from' | 'to' | null
}

const AND_BELOW = /(?:及其?以下|以下)(?:学历|教育)?$/u
const AND_ABOVE = /(?:及其?以上|以上)(?:学历|教育)?$/u
const PLAIN_EDUCATION =
  /^(?:博士研究生|博士|硕士研究生|硕士|研究生|中专|中等专科|中师|中技|技校|职业高中|职高|中等职业|中等专业|大专|大学专科|专科|高职|大学本科|本科|大学|大本|普通高中|高中|初中|小学)$/u

/** The 学历 a label asks for: 本科, 大专及以下, 中专（高中）, 高中、中专及以下. Null: none. */
export function educationRange(label: string): HeightRange | null {
  const below = AND_BELOW.test(label)
  const above = AND_ABOVE.test(label)
  const words = label
    .replace(AND_BELOW, '')
    .replace(AND_ABOVE, '')
    .replace(/(?:学历|毕业|程度|教育)$/u, '')
    .split(/[、，,/（）()和及或与]+/u)
    .map((word) => word.replace(/(?:学历|毕业|程度|教育)$/u, ''))
    .filter((word) => word !== '')
  if (words.length === 0 || !words.every((word) => PLAIN_EDUCATION.test(word))) return null
  const heights = words.flatMap((word) => {
    const height = educationHeight(word)
    // 研究生 is both of them.
    return height === null ? [] : height === SOME_GRADUATE ? [60, 70] : [height]
  })
  if (heights.length === 0) return null
  return {
    from: below ? 0 : Math.min(...heights),
    to: above ? 100 : Math.max(...heights),
    open: below && !label.includes('及') ? 'to' : above && !label.includes('及') ? 'from' : null,
  }
}

/** Whether a 学历 lies in a range; null where 研究生 leaves open which it was. */
export function educationWithin(text: string | null, { from, to }: Pick<HeightRange, 'from' | 'to'>): boolean | null {
  const height = educationHeight(text)
  if (height === null) return null
  if (height !== SOME_GRADUATE) return from <= height && height <= to
  if (from <= 60 && to >= 70) return true
  return to < 60 || from > 70 ? false : null
}

export type TitleLevel = '正高' | '副高' | '中级' | '初级' | '无'

const TITLE_LEVELS: readonly (readonly [RegExp, TitleLevel])[] = [
  [/^(?:无|没有|暂无|—|-|\/)$/u, '无'],
  [/正高|^(?:教授|研究员|主任医师|主任药师|主任护师|主任技师|编审|译审|研究馆员|主任记者|正高级教师)/u, '正高'],
  [/小学高级教师|幼儿园高级教师/u, '中级'],
  [
    /副高|^副(?:教授|研究员|研究馆员|主任|编审)|^高级|中学高级教师|高级(?:工程师|农艺师|经济师|会计师|教师|畜牧师|兽医师)/u,
    '副高',
  ],
  [
    /^(?:助理|助教|助研)|助理|^(?:见习|实习)|技术员|^[\p{Script=Han}]{1,3}员$|士$|^(?:二级教师|三级教师|小学一级教师|小学二级教师|医师|药师|护师|技师|住院医师|研究实习员|初级.*|员级)$/u,
    '初级',
  ],
  [/中级|主治|主管|^(?:讲师|助理研究员|编辑|馆员|一级教师|中学一级教师|.{1,6}师)$/u, '中级'],
]

/** How high a 职称 is; null for words nobody can place. */
export function titleLevel(text: string | null): TitleLevel | null {
  if (text === null || text.trim() === '') return '无'
  const plain = text.replaceAll(/[\s（(].*$/gu, '')
  if (/^助理研究员|^助理馆员/u.test(plain)) return plain.startsWith('助理研究员') ? '中级' : '初级'
  return TITLE_LEVELS.find(([words]) => words.test(plain))?.[1] ?? null
}

/** What 技术工 of each grade are called. */
export const SKILLS: Readonly<Record<string, string>> = {
  高级技师: '技术工一级',
  技师: '技术工二级',
  高级工: '技术工三级',
  中级工: '技术工四级',
  初级工: '技术工五级',
  普通工: '普通工',
}
