import type { Rule } from '../rule.ts'
import { fourOfficesRule } from './r01-four-offices.ts'
import { officeNamesRule } from './r02-office-names.ts'
import { communityOfficeRule } from './r03-community-office.ts'
import { sevenInstitutionsRule } from './r04-seven-institutions.ts'
import { townshipManagedRule } from './r05-township-managed.ts'
import { sizeOf2005Rule } from './r06-size-of-2005.ts'
import { leadershipLimitRule } from './r07-leadership-limit.ts'
import { classQuotaRule } from './r08-class-quota.ts'
import { leadersOverHalfRule } from './r09-leaders-over-half.ts'
import { namedRosterRule } from './r11-named-roster.ts'

/** Rules of pack yunnan-2011. The report's own figures (R003-10) are checked by `domain/report-arithmetic`. */
export const YUNNAN_2011_RULES: readonly Rule[] = [
  fourOfficesRule,
  officeNamesRule,
  communityOfficeRule,
  sevenInstitutionsRule,
  townshipManagedRule,
  sizeOf2005Rule,
  leadershipLimitRule,
  classQuotaRule,
  leadersOverHalfRule,
  namedRosterRule,
]
