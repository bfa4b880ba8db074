import type { Rule } from '../rule.ts'
import { fourOfficesFourStationsRule } from './r06-four-offices-four-stations.ts'

/** Rules of pack seed-004. The report's own figures (R004-01 to -05) are checked by `domain/report-arithmetic`. */
export const SEED_004_RULES: readonly Rule[] = [fourOfficesFourStationsRule]
