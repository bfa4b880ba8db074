import { personField, propertyOf, type PersonField, type PersonFieldOf } from '../../vocabulary/person-fields.ts'
import type { Catalogue } from '../../vocabulary/catalogue.ts'
import { knownBirth, knownSex } from '../identity/known-identity.ts'
import { maskWords } from '../identity/mask-words.ts'
import { maskPhone } from '../identity/mask-phone.ts'
import { maskIdNumber } from '../identity/resident-id.ts'
import type { Holding, Person } from '../model/person.ts'
import type { RecordContents } from '../model/records.ts'
import type { SnapshotIndex } from '../model/snapshot-index.ts'

/* What the book keeps of a person, field by field of the catalogue. */

/** A person on a day, with the seat that places them and the two records their file is kept in. */
export interface PersonOnDay {
  readonly person: Person
  readonly holding: Holding | undefined
  readonly file: RecordContents['personFile'] | undefined
  readonly grade: RecordContents['personGrade'] | undefined
}

/** The person as a snapshot has them. */
export function personOnDay(index: SnapshotIndex, person: Person, holding: Holding | undefined): PersonOnDay {
  return { person, holding, file: index.fileOf(person.id), grade: index.gradeOf(person.id) }
}

export type KeptField = PersonFieldOf<'person' | 'version' | 'holding' | 'file' | 'grade'>

/** True for a field that is kept somewhere, and does not only follow from others. */
export function isKept(field: PersonField): field is KeptField {
  return personField(field).kept !== 'derived'
}

/** What is kept of a field as it is kept: a code, a month or day, words; null where nothing is. */
export function keptValue(field: KeptField, { person, holding, file, grade }: PersonOnDay): string | null {
  const { kept } = personField(field)
  const facts: object | undefined =
    kept === 'holding' ? holding : kept === 'file' ? file : kept === 'grade' ? grade : person
  // The facts of every home are typed by the catalogue; which home a field has is only known as it runs.
  const value = (facts as Readonly<Record<string, unknown>> | undefined)?.[propertyOf(field)]
  return typeof value === 'string' ? value : null
}

/** What is known of a field: what is kept, or what follows from what is. */
export function knownValue(field: KeptField, of: PersonOnDay): string | null {
  switch (field) {
    case 'birth':
      return knownBirth(of.person)
    case 'sex':
      return knownSex(of.person)
    case 'school':
      return keptValue('school', of) ?? highest(of, of.file?.inServiceSchool, of.file?.fullTimeSchool)
    case 'degree':
      return keptValue('degree', of) ?? onlyOne(of.file?.fullTimeDegree, of.file?.inServiceDegree)
    default:
      return keptValue(field, of)
  }
}

/** The words for a value: the title of a code, the value itself otherwise. A township's own lists keep the words themselves. */
export function valueWords(field: PersonField, value: string | null): string | null {
  return value === null ? null : (personField(field).codes?.[value]?.title ?? value)
}

/** A value as it may leave the core: a personal one masked, whatever kind the catalogue gives it. */
export function maskedValue(field: PersonField, value: string | null, catalogue: Catalogue): string | null {
  const { masked, kind } = catalogue.entry(field)
  if (value === null || masked !== true) return value
  return kind === 'idNumber' ? maskIdNumber(value) : kind === 'phone' ? maskPhone(value) : maskWords(value)
}

/** The school of the highest education: of the in-service one where that is it, else of the full-time one. */
function highest(of: PersonOnDay, inService: string | null | undefined, fullTime: string | null | undefined) {
  const { education } = of.person
  if (education !== null && education === of.file?.inServiceEducation && inService !== undefined) return inService
  return onlyOne(fullTime, inService)
}

/** One of two, where only one is known: which of two is the higher is not guessed. */
function onlyOne(one: string | null | undefined, other: string | null | undefined): string | null {
  const known = [one, other].filter((value) => value !== null && value !== undefined)
  return known.length === 1 ? (known[0] ?? null) : null
}
