import type { PackInForce } from '../rules/packs/pack-in-force.ts'
import { RULES } from '../rules/registry.ts'

/** Rules the locality has switched off, with who and why, in the order of the registry. */
export function offRulesView(inForce: PackInForce | undefined) {
  if (inForce === undefined) return []
  return RULES.flatMap((rule) => {
    const off = inForce.rules[rule.id]?.off ?? null
    return off === null ? [] : [{ rule: rule.id, title: rule.title, ...off }]
  })
}
