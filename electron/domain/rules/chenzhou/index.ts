import type { Rule } from '../rule.ts'
import { fourOfficesFourStationsRule } from './r06-four-offices-four-stations.ts'

/** Rules of pack chenzhou. The report's own figures (R004-01 to -05) are checked by `domain/report-arithmetic`. */
export const CHENZHOU_RULES: readonly Rule[] = [fourOfficesFourStationsRule]
