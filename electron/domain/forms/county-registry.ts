import type { CountyForm } from './county-form.ts'
import { countyComparisonForm } from './county/county-comparison.ts'
import { countyLedgerForm } from './county/county-ledger.ts'
import { countyOverVacancyForm } from './county/county-over-vacancy.ts'
import { countySummaryForm } from './county/county-summary.ts'
import { countyTownshipsComparisonForm } from './county/county-townships-comparison.ts'

/** Every form of a 主管本, in the order the screen lists them. */
export const COUNTY_FORMS: readonly CountyForm[] = [
  countySummaryForm,
  countyLedgerForm,
  countyOverVacancyForm,
  countyComparisonForm,
  countyTownshipsComparisonForm,
]

/** By id, or by its title as the bureau says it. */
export function countyFormNamed(idOrTitle: string): CountyForm | undefined {
  return COUNTY_FORMS.find((form) => form.id === idOrTitle || form.title === idOrTitle)
}
