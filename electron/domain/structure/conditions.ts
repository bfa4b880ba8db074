import type { RosterList } from '../../vocabulary/standing.ts'
import type { QuotaCategory } from '../../vocabulary/establishment.ts'
import type { StructurePerson } from './structure-person.ts'
import type { DegreeLevel, EducationLevel, Party, TitleLevel } from './words.ts'

/*
 * The language in which people are counted: a condition is what a row or a column of a table says, a cell is the condition of its row and
 * that of its column. Structure tables are built of it, and superiors' counting tables are read into it.
 */

export type EducationKind = 'highest' | 'fullTime' | 'inService'

export type Condition =
  /** Full years on the day, both ends counted; an end that is missing is open. */
  | { readonly kind: 'age'; readonly from?: number; readonly to?: number }
  | { readonly kind: 'education'; readonly of: EducationKind; readonly levels: readonly EducationLevel[] }
  | { readonly kind: 'degree'; readonly levels: readonly DegreeLevel[] }
  | { readonly kind: 'sex'; readonly is: '男' | '女' }
  | { readonly kind: 'party'; readonly is: readonly Party[] }
  | { readonly kind: 'minority'; readonly is: boolean }
  | { readonly kind: 'ethnicity'; readonly is: string }
  /** 职务层次 ZB09. */
  | { readonly kind: 'level'; readonly codes: readonly string[] }
  | { readonly kind: 'rank'; readonly is: string }
  | { readonly kind: 'category'; readonly codes: readonly QuotaCategory[] }
  | { readonly kind: 'title'; readonly levels: readonly TitleLevel[] }
  | { readonly kind: 'grade'; readonly is: string }
  | { readonly kind: 'list'; readonly lists: readonly RosterList[] }
  | { readonly kind: 'unit'; readonly ids: readonly string[] }
  /** The book does not know it. */
  | { readonly kind: 'unknown'; readonly of: KnownField }
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }

/** Facts a person may lack. */
export type KnownField = Exclude<
  keyof StructurePerson,
  'personId' | 'name' | 'list' | 'unit' | 'fullTime' | 'inService'
>

/** Everybody. */
export const EVERYBODY: Condition = { kind: 'all', of: [] }

/** True where the condition holds of the person. Who is not known in the matter meets no condition of it. */
export function meets(person: StructurePerson, condition: Condition): boolean {
  switch (condition.kind) {
    case 'age': {
      const { age } = person
      return age !== null && age >= (condition.from ?? 0) && age <= (condition.to ?? Number.POSITIVE_INFINITY)
    }
    case 'education': {
      const level =
        condition.of === 'highest' ? person.education : condition.of === 'fullTime' ? person.fullTime : person.inService
      return level !== null && condition.levels.includes(level)
    }
    case 'degree':
      return person.degree !== null && condition.levels.includes(person.degree)
    case 'sex':
      return person.sex === condition.is
    case 'party':
      return person.party !== null && condition.is.includes(person.party)
    case 'minority':
      return person.ethnicity !== null && (person.ethnicity !== '汉族') === condition.is
    case 'ethnicity':
      return person.ethnicity === condition.is
    case 'level':
      return person.level !== null && condition.codes.includes(person.level)
    case 'rank':
      return person.rank === condition.is
    case 'category':
      return person.category !== null && condition.codes.includes(person.category)
    case 'title':
      return person.title !== null && condition.levels.includes(person.title)
    case 'grade':
      return person.grade === condition.is
    case 'list':
      return condition.lists.includes(person.list)
    case 'unit':
      return person.unitId !== null && condition.ids.includes(person.unitId)
    case 'unknown':
      return person[condition.of] === null
    case 'all':
      return condition.of.every((part) => meets(person, part))
    case 'any':
      return condition.of.some((part) => meets(person, part))
    case 'not':
      return !meets(person, condition.of)
  }
}
