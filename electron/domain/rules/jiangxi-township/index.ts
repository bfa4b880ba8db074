import type { Rule } from '../rule.ts'
import { onlyDecreaseRule } from './r01-only-decrease.ts'
import { administrativeTotalRule } from './r02-administrative-total.ts'
import { leadershipTotalRule } from './r03-leadership-total.ts'
import { congressChairRule } from './r04-congress-chair.ts'
import { partyCommitteeRule } from './r05-party-committee.ts'
import { officeQuotasRule } from './r06-office-quotas.ts'
import { sevenInstitutionsRule } from './r07-seven-institutions.ts'
import { institutionQuotasRule } from './r08-institution-quotas.ts'
import { contractsRule } from './r09-contracts.ts'
import { noSelfFundedRule } from './r10-no-self-funded.ts'
import { selfHiredShrinkRule } from './r11-self-hired-shrink.ts'
import { namedAndPostedRule } from './r12-named-and-posted.ts'
import { outsideTheListRule } from './r13-outside-the-list.ts'
import { managingBodyRule } from './r14-managing-body.ts'
import { stagesRule } from './r15-stages.ts'
import { manyDutiesRule } from './r16-many-duties.ts'
import { fourOfficesRule } from './r17-four-offices.ts'
import { plansPlatesRule } from './r18-plates.ts'
import { appointmentNoticeRule } from './r19-appointment-notice.ts'
import { teamReviewRule } from './r20-team-review.ts'

/** Rules of pack jiangxi-township. */
export const JIANGXI_RULES: readonly Rule[] = [
  onlyDecreaseRule,
  administrativeTotalRule,
  leadershipTotalRule,
  congressChairRule,
  partyCommitteeRule,
  officeQuotasRule,
  sevenInstitutionsRule,
  institutionQuotasRule,
  contractsRule,
  noSelfFundedRule,
  selfHiredShrinkRule,
  namedAndPostedRule,
  outsideTheListRule,
  managingBodyRule,
  stagesRule,
  manyDutiesRule,
  fourOfficesRule,
  plansPlatesRule,
  appointmentNoticeRule,
  teamReviewRule,
]
