import type { Rule } from '../rule.ts'

/** Rules of pack seed-002. */
export const SEED_002_RULES: readonly Rule[] = []
