/*
 * What the book's free words of education, party and title come to: the few steps that structure tables and superiors' statistics count in.
 * A word that fits none is null: it is counted as 未登记, never guessed.
 */

export const EDUCATION_LEVELS = ['postgraduate', 'bachelor', 'college', 'secondary', 'highSchool'] as const
export type EducationLevel = (typeof EDUCATION_LEVELS)[number]
export const EDUCATION_LEVEL_NAMES: Readonly<Record<EducationLevel, string>> = {
  postgraduate: '研究生',
  bachelor: '大学本科',
  college: '大学专科',
  secondary: '中专',
  highSchool: '高中及以下',
}

/** The step of an education by its words: 省委党校大学 is 大学本科, 大专（函授） is 大学专科. */
export function educationLevel(text: string | null | undefined): EducationLevel | null {
  const words = (text ?? '').replaceAll(/\s/gu, '')
  if (words === '') return null
  if (/博士|硕士|研究生/u.test(words)) return 'postgraduate'
  if (/本科|专升本|大本|^大普/u.test(words)) return 'bachelor'
  if (/中等|中专|中师|职高|职业高中|技校|技工|中技/u.test(words)) return 'secondary'
  if (/专科|大专|高职|高等职业/u.test(words)) return 'college'
  if (/大学|学士/u.test(words)) return 'bachelor'
  return /高中|初中|小学|文盲|高级中学|初级中学/u.test(words) ? 'highSchool' : null
}

/** The highest of several; null where none is known. */
export function highestEducation(texts: readonly (string | null | undefined)[]): EducationLevel | null {
  const known = texts.map(educationLevel)
  return EDUCATION_LEVELS.find((level) => known.includes(level)) ?? null
}

export const DEGREE_LEVELS = ['doctor', 'master', 'bachelor'] as const
export type DegreeLevel = (typeof DEGREE_LEVELS)[number]
export const DEGREE_LEVEL_NAMES: Readonly<Record<DegreeLevel, string>> = {
  doctor: '博士',
  master: '硕士',
  bachelor: '学士',
}

/** The highest degree of several; null where none is known. */
export function highestDegree(texts: readonly (string | null | undefined)[]): DegreeLevel | null {
  const words = texts.map((text) => text ?? '').join('；')
  return DEGREE_LEVELS.find((level) => words.includes(DEGREE_LEVEL_NAMES[level])) ?? null
}

export const PARTIES = ['cpc', 'cpcProbation', 'league', 'democratic', 'independent', 'masses'] as const
export type Party = (typeof PARTIES)[number]
export const PARTY_NAMES: Readonly<Record<Party, string>> = {
  cpc: '中共党员',
  cpcProbation: '中共预备党员',
  league: '共青团员',
  democratic: '民主党派',
  independent: '无党派人士',
  masses: '群众',
}

/** 政治面貌 by its words (GB/T 4762, whole or short). */
export function partyOf(text: string | null | undefined): Party | null {
  const words = (text ?? '').replaceAll(/\s/gu, '')
  if (words === '') return null
  if (/预备/u.test(words)) return 'cpcProbation'
  if (/民革|民盟|民建|民进|农工|致公|九三|台盟|民主党派|国民党革命|民主同盟|民主建国|民主促进|台湾民主/u.test(words))
    return 'democratic'
  if (/无党派/u.test(words)) return 'independent'
  if (/团员/u.test(words)) return 'league'
  if (/群众|^无$/u.test(words)) return 'masses'
  return /党员|中共|共产党/u.test(words) ? 'cpc' : null
}

export const TITLE_LEVELS = ['senior', 'deputySenior', 'middle', 'junior', 'worker'] as const
export type TitleLevel = (typeof TITLE_LEVELS)[number]
export const TITLE_LEVEL_NAMES: Readonly<Record<TitleLevel, string>> = {
  senior: '正高级',
  deputySenior: '副高级',
  middle: '中级',
  junior: '初级',
  worker: '技术工',
}

/** 律师、公证员 and the arts count their steps: 一级 is 正高. */
const STEPPED =
  /([一二三四])级(?:律师|公证员|演员|演奏员|编剧|导演|指挥|作曲|作词|美术师|摄影师|舞美设计师?|录音师|文学创作|播音员?)/u
const STEPS: Readonly<Record<string, TitleLevel>> = { 一: 'senior', 二: 'deputySenior', 三: 'middle', 四: 'junior' }

/** The step of a 职称 (GB/T 8561) by its name; workers' grades stand apart. */
export function titleLevel(text: string | null | undefined): TitleLevel | null {
  const words = (text ?? '').replaceAll(/\s/gu, '')
  if (words === '') return null
  if (/高级工(?!程)|中级工|初级工|普通工|技术工|(?<!药|检验|医|护|管|任)技师|技工/u.test(words)) return 'worker'
  if (
    /正高|教授级|^教授|(?<!副|助理|实习)研究员|(?<!副)主任(医|护|药|技|中医|中药)师|(?<!副)编审|(?<!副)研究馆员|高级(?:编辑|记者)|播音指导/u.test(
      words,
    )
  )
    return 'senior'
  const stepped = STEPPED.exec(words)?.[1]
  if (stepped !== undefined) return STEPS[stepped] ?? null
  if (/小学高级教师/u.test(words)) return 'middle'
  if (/副高|主任(?:编辑|记者)|副教授|副研究|副主任|副编审|高级/u.test(words)) return 'deputySenior'
  if (/助理研究员|中级|讲师(?!.*助理)/u.test(words) && !/助理讲师/u.test(words)) return 'middle'
  if (/助理|初级|实习|二级教师|三级教师|小学一级教师|技术员|员级|[医药护技]士/u.test(words)) return 'junior'
  if (
    /工程师|农艺师|会计师|经济师|统计师|审计师|政工师|畜牧师|兽医师|主治|主管|馆员|社会工作师|一级教师|编辑|记者|翻译|实验师|林业师/u.test(
      words,
    )
  )
    return 'middle'
  return /员|医师|护士|护师|药师|教师/u.test(words) ? 'junior' : null
}
