import type { Form } from './form.ts'
import { appointmentForm } from './official/appointment-form.ts'
import { awayRosterForm } from './official/away-roster.ts'
import { changesMonthForm } from './official/changes-month.ts'
import { checkReportForm } from './official/check-report.ts'
import { entryApplicationForm } from './official/entry-application.ts'
import { entryExitReviewForm } from './official/entry-exit-review.ts'
import { findingsListForm } from './official/findings-list.ts'
import { fourRostersForm } from './official/four-rosters.ts'
import { cadreRosterForm } from './official/cadre-roster.ts'
import { leadershipStaffingForm } from './official/leadership-staffing.ts'
import { offQuotaRosterForm } from './official/off-quota-roster.ts'
import { quotaApprovalForm } from './official/quota-approval.ts'
import { quotaChronicleForm } from './official/quota-chronicle.ts'
import { quotaOverviewForm } from './official/quota-overview.ts'
import { reformComparisonForm } from './official/reform-comparison.ts'
import { reformPositionsForm } from './official/reform-positions.ts'
import { reformRedeploymentForm } from './official/reform-redeployment.ts'
import { retiredRosterForm } from './official/retired-roster.ts'
import { rosterForm } from './official/roster.ts'
import { secondmentApprovalForm } from './official/secondment-approval.ts'
import { servingRosterForm } from './official/serving-roster.ts'
import { transfersForm } from './official/transfers.ts'
import { unitStaffingForm } from './official/unit-staffing.ts'
import { vacancyMonthForm } from './official/vacancy-month.ts'
import { yearlyPlanForm } from './official/yearly-plan.ts'

/** Every form, in the order the screen lists them: numbers, ledger, people, procedure, inspection. */
export const FORMS: readonly Form[] = [
  unitStaffingForm,
  leadershipStaffingForm,
  quotaApprovalForm,
  quotaChronicleForm,
  quotaOverviewForm,
  transfersForm,
  vacancyMonthForm,
  changesMonthForm,
  rosterForm,
  cadreRosterForm,
  fourRostersForm,
  servingRosterForm,
  awayRosterForm,
  offQuotaRosterForm,
  retiredRosterForm,
  entryExitReviewForm,
  entryApplicationForm,
  yearlyPlanForm,
  secondmentApprovalForm,
  appointmentForm,
  reformComparisonForm,
  reformPositionsForm,
  reformRedeploymentForm,
  checkReportForm,
  findingsListForm,
]

/** By id, or by its title as the bureau says it. */
export function formNamed(idOrTitle: string): Form | undefined {
  return FORMS.find((form) => form.id === idOrTitle || form.title === idOrTitle)
}
