import { readResidentId } from '../identity/resident-id.ts'
import type { Holding, Person } from '../model/person.ts'
import type { MonthOrDate, PlainMonth } from '../model/plain-date.ts'
import { proposeRetirementCategory, statutoryRetirement, type RetirementCategory } from '../retirement/statutory-retirement.ts'

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

/** One for the category on record or proposed; all three where 原法定退休年龄 must be asked. `title`: of the post held. */
export function possibleRetirements(person: Person, holding: Holding, title: string, birth: MonthOrDate): readonly PossibleRetirement[] {
  return possibleCategories(person, holding, title).map((category) => ({ category, month: statutoryRetirement(birth, category).retireMonth }))
}

function possibleCategories(person: Person, holding: Holding, title: string): readonly RetirementCategory[] {
  if (person.retirementCategory !== null) return [person.retirementCategory]
  const sex = person.sex ?? (person.idNumber === null ? null : readResidentId(person.idNumber).sex)
  const proposed = proposeRetirementCategory({ sex, quotaCategory: holding.category, postTitle: title, rank: person.rank, professionalTitle: person.professionalTitle })
  return proposed === null ? ['female50', 'female55', 'male60'] : [proposed.category]
}

/** The earliest and the latest of what is possible. */
export function retirementSpan(possible: readonly PossibleRetirement[]): { readonly first: PossibleRetirement; readonly last: PossibleRetirement } {
  return {
    first: possible.reduce((earliest, own) => (own.month < earliest.month ? own : earliest)),
    last: possible.reduce((latest, own) => (own.month > latest.month ? own : latest)),
  }
}

/** Whole months from `from` to `to`; negative when `to` is earlier. */
export function monthsUntil(to: PlainMonth, from: PlainMonth): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
}
