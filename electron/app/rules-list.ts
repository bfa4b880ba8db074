import type { Output } from '../contract/operations.ts'
import { RULES } from '../domain/rules/registry.ts'

/** Every rule that ships, with the clause it stands on. */
export function listRules(): Output<'rules.list'> {
  return { rules: RULES.map(({ id, title, severity, effect, pack, source }) => ({ id, title, severity, effect, pack, source })) }
}
