import { PERSON_FIELD_NAMES, type PersonField, type PersonFieldOf } from '../../../vocabulary/person-fields.ts'
import { knownBirth } from '../../identity/known-identity.ts'
import {
  isKept,
  knownValue,
  maskedValue,
  personOnDay,
  valueWords,
  type PersonOnDay,
} from '../../people/person-values.ts'
import type { MappedColumn } from '../template-mapping.ts'
import { valueText, type FillValue } from '../fill-request.ts'
import { dateValue, fundingValue, idNumberValue, numberValue, textValue, yearsSince } from './value-formats.ts'
import type { RosterEntry } from '../../model/finding.ts'
import { UNIT_KIND_NAMES } from '../../model/unit.ts'
import type { BookView } from '../../views/book-view.ts'
import { rosterPersonView } from '../../views/roster-person-view.ts'

/* A person's values, one a column, as the screens show them. */

/** Values in the order of the mapping's columns. */
export type FilledRow = readonly FillValue[]

/** What a column takes, and how it is written. */
export type FilledColumn = Pick<MappedColumn, 'field' | 'format'>

/** One row a person, in the order given. */
export function peopleRows(
  view: BookView,
  columns: readonly FilledColumn[],
  entries: readonly RosterEntry[],
): readonly FilledRow[] {
  return entries.map((entry, place) => columns.map((column) => personValue(view, entry, place, column)))
}

/** Somebody on the list, with what a column may ask of them. */
interface Listed {
  readonly view: BookView
  readonly place: number
  readonly shown: ReturnType<typeof rosterPersonView>
  readonly own: PersonOnDay
}

/**
 * The fields asked for as a screen shows them: titles of codes, whole dates as the book has them, personal numbers masked.
 * @param place of the person on the list, from 0
 * @param shown the person as the roster shows them, where that is known already
 */
export function fieldTexts(
  view: BookView,
  entry: RosterEntry,
  place: number,
  fields: readonly PersonField[],
  shown = rosterPersonView(view, entry),
): Readonly<Record<string, string | null>> {
  const person = view.index.person(entry.personId)
  if (person === undefined || fields.length === 0) return {}
  const own = personOnDay(view.index, person, view.holding(entry.holdingId))
  return Object.fromEntries(
    fields.map((field) => {
      if (!isKept(field)) return [field, followingText(field, { view, place, shown, own })]
      if (field === 'category') return [field, shown.category]
      return [field, maskedValue(field, valueWords(field, knownValue(field, own)), view.index.catalogue)]
    }),
  )
}

function followingText(field: PersonFieldOf<'derived'>, listed: Listed): string | null {
  const value = FOLLOWS[field](listed)
  if (value === null) return null
  return valueText(value)
}

/** What follows from the rest. A field of the catalogue that is kept nowhere needs its line here to compile. */
const FOLLOWS: Readonly<Record<PersonFieldOf<'derived'>, (listed: Listed) => FillValue>> = {
  sequence: ({ place }) => numberValue(place + 1),
  unit: ({ shown }) => textValue(shown.unit),
  unitKind: ({ shown }) => textValue(shown.unitKind === null ? null : UNIT_KIND_NAMES[shown.unitKind]),
  post: ({ shown }) => textValue(shown.post),
  funding: ({ shown }) => fundingValue(shown.categoryCode),
  age: ({ view, own }) => numberValue(yearsSince(knownBirth(own.person), view.state.snapshot.asOf)),
  workYears: ({ view, own }) => numberValue(yearsSince(own.person.workStarted, view.state.snapshot.asOf)),
  partyYears: ({ view, own }) => numberValue(yearsSince(own.file?.partyJoined ?? null, view.state.snapshot.asOf)),
  status: ({ shown }) => textValue(shown.status),
  concurrent: ({ shown }) => textValue(shown.concurrent.map((one) => `${one.unit}${one.post}`).join('、')),
  secondedTo: ({ shown }) => textValue(shown.secondedTo),
}

function personValue(
  view: BookView,
  entry: RosterEntry,
  place: number,
  { field: name, format }: FilledColumn,
): FillValue {
  const person = view.index.person(entry.personId)
  const field = PERSON_FIELD_NAMES.find((known) => known === name)
  if (person === undefined || field === undefined) return null
  const shown = rosterPersonView(view, entry)
  const own = personOnDay(view.index, person, view.holding(entry.holdingId))
  if (!isKept(field)) return FOLLOWS[field]({ view, place, shown, own })
  // 编外 and guests have no 编制类型: what they are instead stands in its place.
  if (field === 'category') return textValue(shown.category)
  const value = knownValue(field, own)
  switch (view.index.catalogue.entry(field).kind) {
    case 'month':
    case 'date':
      return dateValue(value, format)
    case 'idNumber':
      return idNumberValue(value, format)
    case 'text':
    case 'lines':
    case 'name':
    case 'document':
    case 'code':
    case 'phone':
    case 'number':
      return textValue(valueWords(field, value))
  }
}
