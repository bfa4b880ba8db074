import { holdsCategory, ORGAN_CATEGORIES } from './form-categories.ts'
import type { Condition } from './counted-person.ts'

/* 党政机关 beside 事业单位: whose unit is of which kind, by what a list calls its people. */

const ORGAN =
  /^(?:[^、.]{0,4}[、.])?(党政|行政|乡|镇|街道)?机关(?:单位)?(?:在编|在职|在岗)?(?:工作)?(?:人员|干部)?(?:名单|名册|花名册)?$/u

/**
 * 一、党政机关: whose unit is no 事业单位; without the workers where they have a heading of their own. 机关人员 by itself may be the whole township, and
 * says whose only beside 事业人员.
 */
export function organ(
  text: string,
  workersBeside: boolean,
  institutionsBeside: boolean,
  conditions: Condition[],
): void {
  const found = ORGAN.exec(text)
  if (found === null || (!/^[党行]/u.test(found[1] ?? '') && !institutionsBeside)) return
  // Beside people on 事业编制 it is of 编制 too: who holds that in an office stands on one of the lists.
  if (institutionsBeside) {
    const wanted = workersBeside ? ORGAN_CATEGORIES : [...ORGAN_CATEGORIES, 'worker' as const]
    conditions.push({ aspect: 'category', says: text, holds: (person) => holdsCategory(wanted, person.category) })
    return
  }
  conditions.push({
    aspect: 'nature',
    says: text,
    holds: ({ unitKind, category: own }) =>
      unitKind === null ? null : unitKind !== 'institution' && !(workersBeside && own === 'worker'),
  })
}
