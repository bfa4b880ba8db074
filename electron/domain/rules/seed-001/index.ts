import type { Rule } from '../rule.ts'

/** Rules of pack seed-001. */
export const SEED_001_RULES: readonly Rule[] = []
