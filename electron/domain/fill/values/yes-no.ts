import type { BookView } from '../../views/book-view.ts'
import type { JoinedField } from '../form-fields.ts'
import { IN_POST, type CountedPerson } from '../counted-person.ts'
import { countedPeople } from './counted-people.ts'

/* Columns that ask 是 or 否 of a person. */

export type YesNoField = Extract<JoinedField, `is${string}`>

/** Null: the book does not know. */
const ASKS: Readonly<Record<YesNoField, (person: CountedPerson) => boolean | null>> = {
  isMember: ({ politicalStatus }) => (politicalStatus === null ? null : politicalStatus.startsWith('中共')),
  isMinority: ({ ethnicity }) => (ethnicity === null ? null : ethnicity !== '汉族'),
  isInPost: ({ list }) => IN_POST.includes(list),
  isLent: ({ secondedOut }) => secondedOut,
  isOnDuty: ({ secondedOut, absence }) => !secondedOut && absence === null,
  isLeader: ({ leader }) => leader !== null,
  isOver: ({ list }) => list === 'over-quota',
}

/** A book's people are gone through once. */
const COUNTED = new WeakMap<BookView, ReadonlyMap<string, CountedPerson>>()

/** 是, 否, or null where the book does not know. */
export function yesOrNo(view: BookView, personId: string, field: YesNoField): '是' | '否' | null {
  const people = COUNTED.get(view) ?? new Map(countedPeople(view).map((person) => [person.personId, person]))
  COUNTED.set(view, people)
  const person = people.get(personId)
  const answer = person === undefined ? null : ASKS[field](person)
  return answer === null ? null : answer ? '是' : '否'
}
