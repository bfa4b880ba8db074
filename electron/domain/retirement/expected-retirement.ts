import { RETIREMENT_CATEGORIES } from '../../vocabulary/retirement.ts'
import { readResidentId } from '../identity/resident-id.ts'
import { once } from '../model/once.ts'
import type { Holding, Person, RetirementArrangement } from '../model/person.ts'
import type { MonthOrDate, PlainMonth } from '../model/plain-date.ts'
import { proposeRetirementCategory, statutoryRetirement, type RetirementCategory } from './statutory-retirement.ts'

export { RETIREMENT_CATEGORY_NAMES } from '../../vocabulary/retirement.ts'

/** When somebody reaches the statutory month, and how sure that is. */
export type ExpectedRetirement =
  /** `recorded`: the category is on record; else it is proposed by `basis`, and the organisation department decides. */
  | {
      readonly kind: 'known'
      readonly birth: MonthOrDate
      readonly category: RetirementCategory
      readonly recorded: boolean
      readonly basis: string
      /** The arranged month where there is one, else the statutory. */
      readonly month: PlainMonth
      readonly statutory: PlainMonth
      readonly arranged: RetirementArrangement | null
    }
  /** The category must be asked: the earliest and the latest month the answers would give. */
  | { readonly kind: 'asked'; readonly birth: MonthOrDate; readonly earliest: PlainMonth; readonly latest: PlainMonth }
  | { readonly kind: 'birthMissing' }

/**
 * By what was arranged; else by the category on record, else by the one that law gives a person in that post; never from sex alone. Birth of
 * record goes before the ID number.
 */
export function expectedRetirement(
  person: Person,
  holding: Pick<Holding, 'category'>,
  postTitle: string,
): ExpectedRetirement {
  // The number is read only where the record does not say.
  const number = once(() => (person.idNumber === null ? null : readResidentId(person.idNumber)))
  const birth = person.birth ?? number()?.birth ?? null
  if (birth === null) return { kind: 'birthMissing' }
  if (person.retirementCategory !== null) return known(person, birth, person.retirementCategory, true, '已登记')
  const sex = person.sex ?? number()?.sex ?? null
  const proposed = proposeRetirementCategory({
    sex,
    quotaCategory: holding.category,
    postTitle,
    rank: person.rank,
    professionalTitle: person.professionalTitle,
  })
  if (proposed !== null) return known(person, birth, proposed.category, false, proposed.basis)
  const months = RETIREMENT_CATEGORIES.map((category) => statutoryRetirement(birth, category).retireMonth).toSorted()
  return { kind: 'asked', birth, earliest: months[0] ?? '', latest: months.at(-1) ?? '' }
}

function known(
  { retirementArrangement: arranged }: Person,
  birth: MonthOrDate,
  category: RetirementCategory,
  recorded: boolean,
  basis: string,
): ExpectedRetirement {
  const statutory = statutoryRetirement(birth, category).retireMonth
  return { kind: 'known', birth, category, recorded, basis, month: arranged?.month ?? statutory, statutory, arranged }
}
