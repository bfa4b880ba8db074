import { codesOf, titlesOf, type CodeList } from './code-list.ts'

/* 法源: the words for what a text of law is and how far it may be trusted. */

/** 层级, the highest first. */
export const LAW_LEVEL_LIST = {
  law: { title: '法律' },
  partyRule: { title: '党内法规' },
  regulation: { title: '行政法规' },
  centralPaper: { title: '中央文件' },
  ministryRule: { title: '部门规章' },
  ministryPaper: { title: '部门规范性文件' },
  standard: { title: '国家标准' },
  provinceLaw: { title: '地方性法规' },
  provincePaper: { title: '省级文件' },
  cityPaper: { title: '市级文件' },
  countyPaper: { title: '县级文件' },
  reformPlan: { title: '改革方案' },
  report: { title: '报告' },
  practice: { title: '做法、资料' },
} as const satisfies CodeList
export type LawLevel = keyof typeof LAW_LEVEL_LIST
export const LAW_LEVELS = codesOf(LAW_LEVEL_LIST)
export const LAW_LEVEL_NAMES = titlesOf(LAW_LEVEL_LIST)

/** Who may bind whom: where the issuer stands. */
export const LAW_TIER_LIST = {
  national: { title: '国家' },
  province: { title: '省' },
  city: { title: '市' },
  county: { title: '县' },
  township: { title: '乡' },
} as const satisfies CodeList
export type LawTier = keyof typeof LAW_TIER_LIST
export const LAW_TIERS = codesOf(LAW_TIER_LIST)
export const LAW_TIER_NAMES = titlesOf(LAW_TIER_LIST)

/** Laws, and papers of the party centre and the State Council: what alone makes a violation everywhere. */
export const CENTRAL_LEVELS: readonly LawLevel[] = ['law', 'partyRule', 'regulation', 'centralPaper']

/**
 * 可靠程度 of a text: two copies compared, one copy, a copy without title or signature that was never seen as issued, or only what others
 * quote of it, which is never shown as the law's own words.
 */
export const LAW_CERTAINTY_LIST = {
  compared: { title: '两份以上副本核对一致' },
  single: { title: '一份副本，未能再核' },
  secondHand: { title: '二手文本，没有见到正式文本' },
  quoted: { title: '只有转引，没有见到原件' },
} as const satisfies CodeList
export type LawCertainty = keyof typeof LAW_CERTAINTY_LIST
export const LAW_CERTAINTIES = codesOf(LAW_CERTAINTY_LIST)
export const LAW_CERTAINTY_NAMES = titlesOf(LAW_CERTAINTY_LIST)

/**
 * What a passage is: `heading` of a chapter; `article`, its first paragraph; `text`, a further one; `gap`, what the copy lacks;
 * `reported`, its words as others quote them; `gist`, 要点, what it says in other words.
 */
export const PASSAGE_KINDS = ['heading', 'article', 'text', 'gap', 'reported', 'gist'] as const
export type PassageKind = (typeof PASSAGE_KINDS)[number]
