import type { Rule } from '../rule.ts'
import { overQuotaRule } from './a1-over-quota.ts'
import { noNettingRule } from './a2-no-netting.ts'
import { vacancyRateRule } from './a3-vacancy-rate.ts'
import { noAvailableQuotaRule } from './a4-no-available-quota.ts'
import { allocationSumRule } from './a5-allocation-sum.ts'
import { ledgerBasisRule } from './a6-ledger-basis.ts'
import { bureauTotalsRule } from './a7-bureau-totals.ts'
import { noIncreaseRule } from './a8-no-increase.ts'
import { leadershipQuotaRule } from './a9-leadership-quota.ts'
import { aboveUnitLevelRule } from './a10-above-unit-level.ts'
import { leadershipLimitRule } from './a11-leadership-limit.ts'
import { organLimitRule } from './a12-organ-limit.ts'
import { rankQuotaRule } from './a13-rank-quota.ts'
import { offQuotaControlRule } from './a14-off-quota-control.ts'
import { toleratedOverQuotaRule } from './a15-tolerated-over-quota.ts'
import { purchasedWithoutNumberRule } from './a16-purchased-without-number.ts'
import { runOffMissedRule } from './a17-run-off-missed.ts'
import { mixedUseRule } from './b1-mixed-use.ts'
import { classAndCategoryRule } from './b2-class-and-category.ts'
import { worksElsewhereRule } from './b3-works-elsewhere.ts'
import { worksOutsideRule } from './b4-works-outside.ts'
import { specialScopeRule } from './b5-special-scope.ts'
import { postGradeRule } from './b6-post-grade.ts'
import { quotaAuthorityRule } from './b7-quota-authority.ts'
import { overQuotaPeopleRule } from './c1-over-quota-people.ts'
import { entryProcedureRule } from './c2-entry-procedure.ts'
import { secondedInRule } from './c3-seconded-in.ts'
import { offQuotaRule } from './c4-off-quota.ts'
import { retiredRule } from './c5-retired.ts'
import { leftRule } from './c6-left.ts'
import { attachedRule } from './c7-attached.ts'
import { managedElsewhereRule } from './c8-managed-elsewhere.ts'
import { remarkedElsewhereRule } from './c9-remarked-elsewhere.ts'
import { oneNumberOnePersonRule } from './d1-one-number-one-person.ts'
import { sameNameRule } from './d2-same-name.ts'
import { idNumberRule } from './d3-id-number.ts'
import { fullWordsRule } from './d4-full-words.ts'
import { halfWidthRule } from './d5-half-width.ts'
import { plausibleDatesRule } from './d6-plausible-dates.ts'
import { concurrentOnceRule } from './d7-concurrent-once.ts'
import { congressChairRule } from './d8-congress-chair.ts'
import { oneTitleOneHolderRule } from './d9-one-title-one-holder.ts'
import { entryApprovalRule } from './e1-entry-approval.ts'
import { entryEvidenceRule } from './e2-entry-evidence.ts'
import { openRecruitmentRule } from './e3-open-recruitment.ts'
import { approvalUseRule } from './e4-approval-use.ts'
import { lateExitRule } from './f1-late-exit.ts'
import { exitProofsRule } from './f2-exit-proofs.ts'
import { ledgerEntryRule } from './f3-ledger-entry.ts'
import { personChangeRule } from './f4-person-change.ts'
import { lateExitConsequenceRule } from './f5-late-exit-consequence.ts'
import { monthlyStatementRule } from './f6-monthly-statement.ts'
import { retirementRule } from './f7-retirement.ts'
import { probationRule } from './f9-probation.ts'
import { contractExpiredRule } from './f11-contract-expired.ts'
import { nominalPostRule } from './g1-nominal-post.ts'
import { truancyRule } from './g2-truancy.ts'
import { paidAfterLeavingRule } from './g3-paid-after-leaving.ts'
import { paidAfterDeathRule } from './g4-paid-after-death.ts'
import { payNotAdjustedRule } from './g5-pay-not-adjusted.ts'
import { longAbsenceRule } from './g6-long-absence.ts'
import { steppedBackRule } from './g7-stepped-back.ts'
import { unpaidInQuotaRule } from './g8-unpaid-in-quota.ts'
import { failedReviewsRule } from './g9-failed-reviews.ts'
import { excellentShareRule } from './g10-excellent-share.ts'
import { secondmentTermRule } from './h1-secondment-term.ts'
import { secondmentFormRule } from './h2-secondment-form.ts'
import { fullBorrowerRule } from './h3-full-borrower.ts'
import { forbiddenSecondmentsRule } from './h4-forbidden-secondments.ts'
import { secondedOutRule } from './h5-seconded-out.ts'
import { barredFromLendingRule } from './h6-barred-from-lending.ts'
import { liabilityRule } from './i2-liability.ts'
import { notPublishedRule } from './i3-not-published.ts'
import { overQuotaHandlingRule } from './i4-over-quota-handling.ts'
import { noticePeriodRule } from './rn04-notice-period.ts'
import { earlyRetirementRule } from './rn07-early-retirement.ts'
import { contractUntilRetirementRule } from './rn08-contract-until-retirement.ts'

/** Rules that run under every pack. */
export const NATIONAL_RULES: readonly Rule[] = [
  overQuotaRule,
  noNettingRule,
  vacancyRateRule,
  noAvailableQuotaRule,
  allocationSumRule,
  ledgerBasisRule,
  bureauTotalsRule,
  noIncreaseRule,
  leadershipQuotaRule,
  aboveUnitLevelRule,
  leadershipLimitRule,
  organLimitRule,
  rankQuotaRule,
  offQuotaControlRule,
  toleratedOverQuotaRule,
  purchasedWithoutNumberRule,
  runOffMissedRule,
  mixedUseRule,
  classAndCategoryRule,
  worksElsewhereRule,
  worksOutsideRule,
  specialScopeRule,
  postGradeRule,
  quotaAuthorityRule,
  overQuotaPeopleRule,
  entryProcedureRule,
  secondedInRule,
  offQuotaRule,
  retiredRule,
  leftRule,
  attachedRule,
  managedElsewhereRule,
  remarkedElsewhereRule,
  oneNumberOnePersonRule,
  sameNameRule,
  idNumberRule,
  fullWordsRule,
  halfWidthRule,
  plausibleDatesRule,
  concurrentOnceRule,
  congressChairRule,
  oneTitleOneHolderRule,
  entryApprovalRule,
  entryEvidenceRule,
  openRecruitmentRule,
  approvalUseRule,
  lateExitRule,
  exitProofsRule,
  ledgerEntryRule,
  personChangeRule,
  lateExitConsequenceRule,
  monthlyStatementRule,
  retirementRule,
  probationRule,
  contractExpiredRule,
  nominalPostRule,
  truancyRule,
  paidAfterLeavingRule,
  paidAfterDeathRule,
  payNotAdjustedRule,
  longAbsenceRule,
  steppedBackRule,
  unpaidInQuotaRule,
  failedReviewsRule,
  excellentShareRule,
  secondmentTermRule,
  secondmentFormRule,
  fullBorrowerRule,
  forbiddenSecondmentsRule,
  secondedOutRule,
  barredFromLendingRule,
  liabilityRule,
  notPublishedRule,
  overQuotaHandlingRule,
  noticePeriodRule,
  earlyRetirementRule,
  contractUntilRetirementRule,
]
