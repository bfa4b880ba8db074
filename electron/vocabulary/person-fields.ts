import { FILE_FIELDS } from './file-fields.ts'
import type { CodeList } from './code-list.ts'
import type { FieldHome, PersonFieldEntry } from './person-field-shape.ts'
import { LAST_FIELDS } from './last-fields.ts'
import { OWN_FIELDS } from './own-fields.ts'
import { SEAT_FIELDS } from './seat-fields.ts'

/*
 * The catalogue of a person's fields. From one entry follow: the columns of the rows and their names, the schemas at the doors, reading a
 * roster and what it changes, correcting, what an event says of a newcomer, comparing, the blank roster, filling a superior's form, a roster of
 * one's own, the person's page, the titles in findings and journal. What is here goes through every door; a test walks them.
 * Migrations alone are written by hand: a field kept in `person`, `version` or `holding` needs its column.
 */

export const PERSON_FIELDS = { ...SEAT_FIELDS, ...FILE_FIELDS, ...OWN_FIELDS, ...LAST_FIELDS } as const
export type PersonField = keyof typeof PERSON_FIELDS
export type PersonFieldOf<H extends FieldHome> = {
  readonly [F in PersonField]: (typeof PERSON_FIELDS)[F]['kept'] extends H ? F : never
}[PersonField]

/** What a field is called in rows and messages: its key, or the property the catalogue names. */
export type PropertyOf<F extends PersonField> = (typeof PERSON_FIELDS)[F] extends {
  readonly property: infer P extends string
}
  ? P
  : F
/** `entryDocumentNumber` → `entry_document_number`: how a property's column is named. */
export type Snake<S extends string> = S extends `${infer Head}${infer Tail}`
  ? `${Head extends Lowercase<Head> ? Head : `_${Lowercase<Head>}`}${Snake<Tail>}`
  : ''
type ColumnOf<F extends PersonField> = Snake<PropertyOf<F>>

/** What is kept of a field: a code of its list where that is closed, else words. */
export type ValueOf<F extends PersonField> = (typeof PERSON_FIELDS)[F] extends { readonly open: true }
  ? string
  : (typeof PERSON_FIELDS)[F] extends { readonly codes: infer L extends CodeList }
    ? keyof L & string
    : string

/** The facts of a home by property, null where nothing is known. */
export type FactsOf<H extends FieldHome> = { readonly [F in PersonFieldOf<H> as PropertyOf<F>]: ValueOf<F> | null }
/** The same by column. */
export type ColumnsOf<H extends FieldHome> = { readonly [F in PersonFieldOf<H> as ColumnOf<F>]: ValueOf<F> | null }

/** The declaration of a field, with every field of one type. */
export function personField(field: PersonField): PersonFieldEntry {
  return PERSON_FIELDS[field]
}

export const PERSON_FIELD_NAMES = Object.keys(PERSON_FIELDS) as readonly PersonField[]

/** Asked for once a row of every person: worked out once each. */
const KEPT = new Map<string, readonly PersonField[]>()
const COLUMNS = new Map<PersonField, string>()

/** The fields of a home, in the order of the catalogue. */
export function fieldsKept<H extends FieldHome>(...homes: readonly H[]): readonly PersonFieldOf<H>[] {
  const key = homes.join(' ')
  const known =
    KEPT.get(key) ??
    PERSON_FIELD_NAMES.filter((field) => (homes as readonly FieldHome[]).includes(personField(field).kept))
  KEPT.set(key, known)
  // Filtered by the very homes the type names.
  return known as readonly PersonFieldOf<H>[]
}

export function propertyOf(field: PersonField): string {
  return personField(field).property ?? field
}

export function columnOf(field: PersonField): string {
  const known = COLUMNS.get(field) ?? propertyOf(field).replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  COLUMNS.set(field, known)
  return known
}

/** The columns the roster screen opens with, from the left. */
export const ROSTER_COLUMN_FIELDS = PERSON_FIELD_NAMES.filter(
  (field) => personField(field).roster !== undefined,
).toSorted((left, right) => (personField(left).roster ?? 0) - (personField(right).roster ?? 0))

/** What is typed over in the sheet: all that is kept and not guarded. Any other cell opens what changes it. */
export const TYPED_FIELDS = PERSON_FIELD_NAMES.filter((field) => {
  const { kept, guarded } = personField(field)
  return kept !== 'derived' && guarded !== true
})

/** What two lists can be compared by: all that is kept, and where somebody sits. */
export type ComparedField = Exclude<PersonField, PersonFieldOf<'derived'>> | 'unit' | 'post'
export const COMPARED_FIELDS = PERSON_FIELD_NAMES.filter(
  (field): field is ComparedField => personField(field).kept !== 'derived' || field === 'unit' || field === 'post',
)

/** A row's columns of a home as facts by property: what it does not hold is null. */
export function factsOfRow<H extends FieldHome>(home: H, row: object | undefined): FactsOf<H> {
  const facts = { ...blankOf(home) }
  if (row !== undefined) {
    // A row has the columns of its table.
    const columns = row as Readonly<Record<string, unknown>>
    for (const { property, column } of placesOf(home)) facts[property] = columns[column] ?? null
  }
  // The catalogue names property and column of the same field.
  return facts as unknown as FactsOf<H>
}

const BLANKS = new Map<FieldHome, Record<string, unknown>>()

/**
 * All facts of a home, null. A book makes tens of thousands of these: a copy of one that has its properties is a few times quicker than
 * adding them one by one, and one read from text holds them in itself.
 */
function blankOf(home: FieldHome): Record<string, unknown> {
  const known = BLANKS.get(home)
  if (known !== undefined) return known
  const nothing = Object.fromEntries(placesOf(home).map(({ property }) => [property, null]))
  const blank = JSON.parse(JSON.stringify(nothing)) as Record<string, unknown>
  BLANKS.set(home, blank)
  return blank
}

interface FieldPlace {
  readonly property: string
  readonly column: string
}
const PLACES = new Map<FieldHome, readonly FieldPlace[]>()

/** Asked for every person of a book: found once a home. */
function placesOf(home: FieldHome): readonly FieldPlace[] {
  const known = PLACES.get(home)
  if (known !== undefined) return known
  const places = fieldsKept(home).map((field) => ({ property: propertyOf(field), column: columnOf(field) }))
  PLACES.set(home, places)
  return places
}

/** Facts by property as a home's columns: whole ones, or the part that is said (`undefined` is left out). */
export function columnsOfFacts<H extends FieldHome>(home: H, facts: FactsOf<H>): ColumnsOf<H>
export function columnsOfFacts<H extends FieldHome>(home: H, facts: PartOf<FactsOf<H>>): Partial<ColumnsOf<H>>
export function columnsOfFacts<H extends FieldHome>(home: H, facts: PartOf<FactsOf<H>>): Partial<ColumnsOf<H>> {
  const given = facts as Readonly<Record<string, unknown>>
  const columns: Record<string, unknown> = {}
  for (const { property, column } of placesOf(home))
    if (given[property] !== undefined) columns[column] = given[property]
  // The catalogue names property and column of the same field.
  return columns as unknown as Partial<ColumnsOf<H>>
}

/** Some of the facts. */
export type PartOf<T> = { readonly [K in keyof T]?: T[K] | undefined }

/** Nothing known of a home, by property. */
export function noFacts<H extends FieldHome>(home: H): FactsOf<H> {
  return factsOfRow(home, undefined)
}

/** Nothing known of a home, by column. */
export function noColumns<H extends FieldHome>(home: H): ColumnsOf<H> {
  return columnsOfFacts(home, noFacts(home))
}
