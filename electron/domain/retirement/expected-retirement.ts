import { readResidentId } from '../identity/resident-id.ts'
import type { Holding, Person } from '../model/person.ts'
import type { MonthOrDate, PlainMonth } from '../model/plain-date.ts'
import { proposeRetirementCategory, statutoryRetirement, type RetirementCategory } from './statutory-retirement.ts'

/** 原法定退休年龄 in words. */
export const RETIREMENT_CATEGORY_NAMES: Readonly<Record<RetirementCategory, string>> = { male60: '原 60 周岁', female55: '原 55 周岁', female50: '原 50 周岁' }

/** When somebody reaches the statutory month, and how sure that is. */
export type ExpectedRetirement =
  /** `recorded`: the category is on record; else it is proposed by `basis`, and the organisation department decides. */
  | { readonly kind: 'known'; readonly birth: MonthOrDate; readonly category: RetirementCategory; readonly recorded: boolean; readonly basis: string; readonly month: PlainMonth }
  /** The category must be asked: the earliest and the latest month the answers would give. */
  | { readonly kind: 'asked'; readonly birth: MonthOrDate; readonly earliest: PlainMonth; readonly latest: PlainMonth }
  | { readonly kind: 'birthMissing' }

const ALL: readonly RetirementCategory[] = ['female50', 'female55', 'male60']

/** By the category on record, else by the one that law gives a person in that post; never from sex alone. Birth of record goes before the ID number. */
export function expectedRetirement(person: Person, holding: Pick<Holding, 'category'>, postTitle: string): ExpectedRetirement {
  const number = person.idNumber === null ? null : readResidentId(person.idNumber)
  const birth = person.birth ?? number?.birth ?? null
  if (birth === null) return { kind: 'birthMissing' }
  if (person.retirementCategory !== null) return known(birth, person.retirementCategory, true, '已登记')
  const sex = person.sex ?? number?.sex ?? null
  const proposed = proposeRetirementCategory({ sex, quotaCategory: holding.category, postTitle, rank: person.rank, professionalTitle: person.professionalTitle })
  if (proposed !== null) return known(birth, proposed.category, false, proposed.basis)
  const months = ALL.map((category) => statutoryRetirement(birth, category).retireMonth).toSorted()
  return { kind: 'asked', birth, earliest: months[0] ?? '', latest: months.at(-1) ?? '' }
}

function known(birth: MonthOrDate, category: RetirementCategory, recorded: boolean, basis: string): ExpectedRetirement {
  return { kind: 'known', birth, category, recorded, basis, month: statutoryRetirement(birth, category).retireMonth }
}
