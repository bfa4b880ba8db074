import type { CodeList } from './code-list.ts'
import type { NationalStandardName } from './national-standards.ts'

/* How a field of a person is declared. */

/**
 * Where the book keeps a field, and so how it lives in time.
 * `person`: facts of identity, one value, put right in place. `version`: what changes with the years, ranged. `holding`: facts of the seat, they
 * come and go with it. `file`: 档案补充, and `grade`: 人员类别与岗位等级, both ranged records whose content is JSON: a field more needs no
 * migration. `derived`: kept nowhere, follows from the others on the day.
 */
export type FieldHome = 'person' | 'version' | 'holding' | 'file' | 'grade' | 'derived'

/** What its value is: free words, a name without blanks, a document number, a month or a day, a code of a list, or one of the numbers. */
export type FieldKind =
  | 'text'
  | 'lines'
  | 'name'
  | 'document'
  | 'month'
  | 'date'
  | 'code'
  | 'idNumber'
  | 'phone'
  | 'number'

/**
 * What the national standards call a field: its data element of GB/T 14946.1, or why it has none. `values`: the list its words are coded by, where
 * they are not one of the book's own lists (a `code` has its standard in coded-lists).
 */
export type NationalField = { readonly values?: NationalStandardName } & (
  | { readonly element: string; readonly gap?: never }
  | { readonly gap: string; readonly element?: never }
)

export interface PersonFieldEntry {
  /** What every screen, sheet and sentence calls it. */
  readonly title: string
  /** What it means, in a sentence or two for the clerk: shown at the field and in the help. */
  readonly means: string
  /** What workbooks call it, as they write it; the title is one of them without being listed. */
  readonly names: readonly string[]
  /** Names only a sheet of its own kind of 资料 gives it. */
  readonly recordNames?: readonly string[]
  readonly kept: FieldHome
  readonly national: NationalField
  readonly kind: FieldKind
  /** The list of a `code`. */
  readonly codes?: CodeList
  /** The book keeps the list's own words, and a word outside it stays as the file wrote it, with a note. */
  readonly open?: true
  /** What it is called in the book's own rows and in messages to the core, where that is not its key. */
  readonly property?: string
  /** What changes it, where that is an event and no correction. */
  readonly byEvent?: true
  /** Who somebody is and what their seat rests on: put right in a form of its own with a reason, never by typing over a cell. */
  readonly guarded?: true
  /** May hang on the wall. */
  readonly public?: true
  /** Personal: leaves the core masked. */
  readonly masked?: true
  /** On the blank roster, with what is said below the head. A field of the file that nearly nobody fills stays off it. */
  readonly blank?: { readonly hint: string; readonly required?: true }
  /** What its form says beside it. */
  readonly hint?: string
  /** Its place among the columns the roster screen opens with; any other field can be put there. */
  readonly roster?: number
  /** On a roster of one's own, points. */
  readonly width: number
}
