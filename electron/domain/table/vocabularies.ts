import { codeFinder, wordKey } from '../../vocabulary/code-list.ts'
import { remembered } from '../../vocabulary/remembered.ts'
import {
  FUNDING_LIST,
  FUNDING_TITLES,
  QUOTA_CATEGORIES,
  QUOTA_CATEGORY_LIST,
  categoryOfFunding,
  fundingOf,
  type QuotaCategory,
} from '../../vocabulary/establishment.ts'
import { OFF_QUOTA_LIST } from '../../vocabulary/standing.ts'
import type { OffQuotaKind } from '../model/person.ts'

/* The words clerks use for what the book keeps; the lists themselves are the vocabulary's. */

export { ETHNIC_GROUP_NAMES, ethnicGroup } from '../../vocabulary/ethnic-groups.ts'
export {
  EDUCATION_LEVEL_NAMES,
  POLITICAL_STATUS_NAMES,
  educationLevel,
  politicalStatus,
} from '../../vocabulary/people.ts'

/** 编制类型 by any of its names; null when it names none. */
export const quotaCategory: (text: string) => QuotaCategory | null = codeFinder(QUOTA_CATEGORY_LIST)

const fundingNamed = codeFinder(FUNDING_LIST)

/** The word of each 经费形式 that splits 事业编制. */
export const FUNDING_NAMES: readonly string[] = QUOTA_CATEGORIES.flatMap((category) => {
  const funding = fundingOf(category)
  return funding === null ? [] : [FUNDING_TITLES[funding]]
})

/** The 事业编制 a 经费形式 splits off; null when it splits none. */
export function fundedCategory(text: string): QuotaCategory | null {
  const funding = fundingNamed(text)
  return funding === null ? null : categoryOfFunding(funding)
}

/** 编外 by any of its names; null when it is none. */
export const offQuotaKind: (text: string) => OffQuotaKind | null = codeFinder(OFF_QUOTA_LIST)

/** 借入 and 挂职, where a sheet writes them in place of a 编制类型. */
export const guestKind = remembered((text): 'secondedIn' | 'attached' | null => {
  const key = wordKey(text)
  if (/^(?:借入|借用|借调)(?:人员|干部)?$/u.test(key) || /^(?:跟班学习|抽调)(?:人员)?$/u.test(key)) return 'secondedIn'
  return /^挂职(?:人员|干部)?$/u.test(key) ? 'attached' : null
})
