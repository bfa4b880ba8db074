import { NATIONAL_RULES } from './national/index.ts'
import type { Rule } from './rule.ts'
import { JIANGXI_RULES } from './jiangxi-township/index.ts'
import { MASKED_COUNTY_2022_RULES } from './masked-county-2022/index.ts'
import { LINGWU_2018_RULES } from './lingwu-2018/index.ts'
import { YUNNAN_2011_RULES } from './yunnan-2011/index.ts'
import { CHENZHOU_RULES } from './chenzhou/index.ts'

/** Every rule that ships: the national ones, then each pack's. Findings come in this order. */
export const RULES: readonly Rule[] = [
  ...NATIONAL_RULES,
  ...JIANGXI_RULES,
  ...MASKED_COUNTY_2022_RULES,
  ...LINGWU_2018_RULES,
  ...YUNNAN_2011_RULES,
  ...CHENZHOU_RULES,
]

const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]))

/** The rule of an id, e.g. `A1`. */
export function ruleById(id: string): Rule | undefined {
  return BY_ID.get(id)
}

const PLACES = new Map(RULES.map((rule, place) => [rule.id, place]))

/** Where a rule stands among all, for findings that are put in order without a run; behind all for one this version does not know. */
export function placeOfRule(id: string): number {
  return PLACES.get(id) ?? RULES.length
}
