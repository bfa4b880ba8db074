import type { RetirementCategory } from '../../vocabulary/retirement.ts'
import type { Sex } from '../../vocabulary/people.ts'
import { natureOfCategory, type QuotaCategory } from '../model/quota-category.ts'

export type { RetirementCategory } from '../../vocabulary/retirement.ts'

/** What is known of a person when a category is to be proposed. */
export interface RetirementFacts {
  readonly sex: Sex | null
  readonly quotaCategory: QuotaCategory | null
  readonly postTitle: string | null
  readonly rank: string | null
  /** 职称; a 高级职称 moves a woman to the 60-year track. */
  readonly professionalTitle?: string | null
}

export interface ProposedRetirementCategory {
  readonly category: RetirementCategory
  /** Chinese: the document the proposal rests on. */
  readonly basis: string
}

const SENIOR_OFFICIAL = /[县处]级?(正职|副职)|正县|副县|正处|副处|县处级/
const RESEARCHER_RANK = /调研员|巡视员/
const SENIOR_TITLE =
  /正高|副高|教授|(?<!助理|实习)研究员|主任医师|主任护师|主任技师|高级(?!工$|工[（(、，\s]|技工|技师|技能)/
const WORKER_POST =
  /工勤|技术工|技工|工人|普通工|初级工|中级工|高级工(?!程)|(?<!药|检验|医|护)技师|驾驶|司机|炊事|厨师|保洁|门卫|水电工|电工|勤杂/
const UNCLEAR_STATUS = /工人身份|以工代干|聘干/

/**
 * Proposes 原法定退休年龄 of a person; null where it must be asked (never from sex alone). The person's own
 * `retirementCategory` always goes before the proposal, and the organisation department decides.
 */
export function proposeRetirementCategory(facts: RetirementFacts): ProposedRetirementCategory | null {
  if (facts.sex === null) return null
  if (facts.sex === '男') return { category: 'male60', basis: '国发〔1978〕104号：男年满六十周岁' }
  if (facts.quotaCategory === null || natureOfCategory(facts.quotaCategory) === 'either') return null
  const post = facts.postTitle ?? ''
  const titles = `${post} ${facts.rank ?? ''} ${facts.professionalTitle ?? ''}`
  if (UNCLEAR_STATUS.test(titles)) return null
  if (SENIOR_OFFICIAL.test(titles))
    return { category: 'male60', basis: '组通字〔2015〕14号：正、副县处级女干部年满六十周岁' }
  if (RESEARCHER_RANK.test(`${post} ${facts.rank ?? ''}`)) return null
  if (facts.quotaCategory === 'worker')
    return { category: 'female50', basis: '工人退休、退职暂行办法 第一条：女年满五十周岁' }
  return natureOfCategory(facts.quotaCategory) === 'organ' || facts.quotaCategory === 'institutionCivilService'
    ? { category: 'female55', basis: '安置老弱病残干部暂行办法 第四条：女年满五十五周岁' }
    : proposeForInstitution(post, facts)
}

/** 事业单位: by 岗位类别, which the post's title gives away or not. */
function proposeForInstitution(post: string, facts: RetirementFacts): ProposedRetirementCategory | null {
  if (WORKER_POST.test(`${post} ${facts.rank ?? ''} ${facts.professionalTitle ?? ''}`)) {
    return { category: 'female50', basis: '工人退休、退职暂行办法 第一条：女年满五十周岁（工勤技能岗位）' }
  }
  if (SENIOR_TITLE.test(facts.professionalTitle ?? '') || SENIOR_TITLE.test(post)) {
    return { category: 'male60', basis: '组通字〔2015〕14号：具有高级职称的女性专业技术人员年满六十周岁' }
  }
  if (post.trim() === '') return null
  return { category: 'female55', basis: '安置老弱病残干部暂行办法 第四条：女年满五十五周岁（管理、专业技术岗位）' }
}

/** True for a 高级职称, 正高 or 副高. */
export function hasSeniorTitle(title: string): boolean {
  return SENIOR_TITLE.test(title)
}

/** True for 正高: 教授, 研究员, 主任医师, 正高级 …; 副 and 高级农艺师 are 副高. */
export function hasFullSeniorTitle(title: string): boolean {
  return /正高|(?<!副)教授|(?<!副|助理|实习)研究员|(?<!副)主任[医药护技]师|推广研究员/u.test(title)
}
