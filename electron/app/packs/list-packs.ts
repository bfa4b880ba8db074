import type { Output } from '../../contract/operations.ts'
import { QUOTA_CATEGORIES, QUOTA_CATEGORY_NAMES } from '../../domain/model/quota-category.ts'
import { RULE_PACKS } from '../../domain/rules/packs/index.ts'

/** Every rule pack that ships, with what a book made from it begins with. */
export function listPacks(): Output<'packs.list'> {
  return {
    packs: RULE_PACKS.map(({ id, title, locality, date, note, template }) => {
      const units = template?.units ?? []
      const quotas = units.flatMap((unit) => unit.quotas)
      const amountOf = (category: string) =>
        quotas.filter((quota) => quota.category === category).reduce((sum, quota) => sum + quota.amount, 0)
      return {
        id,
        title,
        locality,
        date,
        note,
        units: units.length,
        quotas: QUOTA_CATEGORIES.filter((category) => quotas.some((quota) => quota.category === category)).map(
          (category) => ({ category: QUOTA_CATEGORY_NAMES[category], amount: amountOf(category) }),
        ),
        leadership: units.reduce((sum, unit) => sum + (unit.leadership?.amount ?? 0), 0),
      }
    }),
  }
}
