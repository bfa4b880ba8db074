import type { Rule } from '../rule.ts'

/** Rules of pack seed-004. */
export const SEED_004_RULES: readonly Rule[] = []
