import type { Rule } from '../rule.ts'

/** Rules of pack seed-003. */
export const SEED_003_RULES: readonly Rule[] = []
