import type { RuleParameters } from '../rule.ts'

/**
 * What the national rules take as given until a locality says otherwise. No national document lists the unlawful ways in one by one;
 * these are the ones inspections name. 12, 6, 3, 1 months ahead is the habit of existing systems, not a norm.
 */
export const NATIONAL_PARAMETERS: RuleParameters = {
  unlawfulEntryRoutes: ['借调转正', '借用转正', '自行聘用', '自聘转正', '自行招用', '无手续', '无进人手续', '临时转正', '冒名顶替'],
  retirementAlertMonths: ['12', '6', '3', '1'],
}
