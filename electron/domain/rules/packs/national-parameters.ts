import type { RuleParameters } from '../rule.ts'

/**
 * What the national rules take as given until a locality says otherwise. No national document lists the unlawful ways in one by one;
 * these are the ones inspections name. 12, 6, 3, 1 months ahead is the habit of existing systems, not a norm.
 * 空编率 25%: above it Liaoning's survey calls a township short of people. 借用 6 and 12 months: a province's four departments. 病休 6 and
 * 学习 12 months: the statistical items B02260, B02265. Exits are reviewed for the year an annual check covers.
 */
export const NATIONAL_PARAMETERS: RuleParameters = {
  unlawfulEntryRoutes: ['借调转正', '借用转正', '自行聘用', '自聘转正', '自行招用', '无手续', '无进人手续', '临时转正', '冒名顶替'],
  retirementAlertMonths: ['12', '6', '3', '1'],
  vacancyRatePercent: 25,
  exitReviewMonths: 12,
  secondmentMonths: 6,
  secondmentTotalMonths: 12,
  sickLeaveMonths: 6,
  studyMonths: 12,
}
