import { codeFinder } from '../../vocabulary/code-list.ts'
import { PERSON_CLASS_LIST } from '../../vocabulary/people.ts'
import type { QuotaCategory } from './quota-category.ts'

/** What 编制类型 people of a 人员类别 (ZB125) may use. Empty: none at all. */
export interface PersonClass {
  readonly name: string
  readonly categories: readonly QuotaCategory[]
}

const classOf = codeFinder(PERSON_CLASS_LIST)

/** 人员类别 by its code; undefined for none, or one outside the list. */
export function personClass(code: string | null): PersonClass | undefined {
  const known = code === null ? null : classOf(code)
  if (known === null) return undefined
  const { title, categories } = PERSON_CLASS_LIST[known]
  return { name: title, categories }
}
