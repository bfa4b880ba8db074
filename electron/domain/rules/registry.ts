import { NATIONAL_RULES } from './national/index.ts'
import type { Rule } from './rule.ts'
import { SEED_000_RULES } from './seed-000/index.ts'
import { SEED_001_RULES } from './seed-001/index.ts'
import { SEED_002_RULES } from './seed-002/index.ts'
import { SEED_003_RULES } from './seed-003/index.ts'
import { SEED_004_RULES } from './seed-004/index.ts'

/** Every rule that ships: the national ones, then each pack's. Findings come in this order. */
export const RULES: readonly Rule[] = [...NATIONAL_RULES, ...SEED_000_RULES, ...SEED_001_RULES, ...SEED_002_RULES, ...SEED_003_RULES, ...SEED_004_RULES]

const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]))

/** The rule of an id, e.g. `A1`. */
export function ruleById(id: string): Rule | undefined {
  return BY_ID.get(id)
}
