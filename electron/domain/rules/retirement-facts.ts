import { readResidentId } from '../identity/resident-id.ts'
import type { Holding, Person } from '../model/person.ts'
import type { MonthOrDate, PlainMonth } from '../model/plain-date.ts'
import {
  proposeRetirementCategory,
  statutoryRetirement,
  type RetirementCategory,
} from '../retirement/statutory-retirement.ts'

/* What the rules about retirement ask of one person. */

/** A statutory month that is possible for somebody, by the category that leads to it. */
export interface PossibleRetirement {
  readonly category: RetirementCategory
  readonly month: PlainMonth
}

/** The birth of record, else that of the number; null: neither is known. */
export function birthOf(person: Person): MonthOrDate | null {
  if (person.birth !== null) return person.birth
  return person.idNumber === null ? null : readResidentId(person.idNumber).birth
}

/** All that is possible, the earliest first; `first` and `last` are one where the category is certain. */
export interface RetirementSpan {
  readonly first: PossibleRetirement
  readonly last: PossibleRetirement
  readonly all: readonly PossibleRetirement[]
}

/** By the category on record or proposed; over all three where 原法定退休年龄 must be asked. `title`: of the post held. */
export function retirementSpan(person: Person, holding: Holding, title: string, birth: MonthOrDate): RetirementSpan {
  const of = (category: RetirementCategory): PossibleRetirement => ({
    category,
    month: statutoryRetirement(birth, category).retireMonth,
  })
  const category = certainCategory(person, holding, title)
  if (category !== null) {
    const certain = of(category)
    return { first: certain, last: certain, all: [certain] }
  }
  const [first, last] = [of('female50'), of('male60')]
  return { first, last, all: [first, of('female55'), last] }
}

function certainCategory(person: Person, holding: Holding, title: string): RetirementCategory | null {
  if (person.retirementCategory !== null) return person.retirementCategory
  const sex = person.sex ?? (person.idNumber === null ? null : readResidentId(person.idNumber).sex)
  return (
    proposeRetirementCategory({
      sex,
      quotaCategory: holding.category,
      postTitle: title,
      rank: person.rank,
      professionalTitle: person.professionalTitle,
    })?.category ?? null
  )
}

/** Whole months from `from` to `to`; negative when `to` is earlier. */
export function monthsUntil(to: PlainMonth, from: PlainMonth): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
}
