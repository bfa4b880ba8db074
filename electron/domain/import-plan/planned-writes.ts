import type { FactsOf } from '../../vocabulary/person-fields.ts'
import type { Holding, LeadershipRole, Person, UNTOLD } from '../model/person.ts'
import type { PlainDate } from '../model/plain-date.ts'
import type { QuotaCategory } from '../model/quota-category.ts'
import type { UnitKind } from '../model/unit.ts'

/*
 * What an import will write, in the domain's words. The id of a new fact is a placeholder that begins with “+”;
 * the writer gives it a real one. So the same file against the same book is the same plan, to the letter.
 */

export interface NewDocument {
  readonly id: string
  readonly number: string
}
export interface NewUnit {
  readonly id: string
  readonly parentId: string | null
  readonly name: string
  readonly kind: UnitKind
  readonly managingBody: string | null
  readonly sortOrder: number
  readonly documentId: string | null
  readonly validFrom: PlainDate
}
export interface NewNameplate {
  readonly unitId: string
  readonly name: string
  readonly documentId: string | null
  readonly validFrom: PlainDate
}
export interface NewQuota {
  readonly unitId: string
  readonly category: QuotaCategory
  readonly amount: number
  readonly documentId: string
  readonly validFrom: PlainDate
}
export interface NewLeadershipQuota {
  readonly unitId: string
  readonly amount: number
  readonly chief: number | null
  readonly deputy: number | null
  readonly documentId: string
  readonly validFrom: PlainDate
}
export interface NewPost {
  readonly id: string
  readonly unitId: string
  readonly title: string
  readonly leadership: LeadershipRole | null
  readonly validFrom: PlainDate
}
export type NewPerson = Omit<Person, keyof FactsOf<'version'> | 'retirementArrangement'>
export interface NewPersonVersion extends FactsOf<'version'> {
  readonly personId: string
  readonly validFrom: PlainDate
}
export interface NewRecord {
  readonly personId: string
  readonly kind: string
  readonly content: Readonly<Record<string, unknown>>
  readonly validFrom: PlainDate
  readonly validTo: PlainDate | null
}
export type NewHolding = Omit<Holding, 'id' | keyof typeof UNTOLD>

type Patch<T> = { readonly [K in keyof T]?: T[K] }

/** A change of columns in one existing row. */
export type FactChange =
  | {
      readonly fact: 'unitVersion'
      readonly id: string
      readonly set: Patch<{ kind: UnitKind; managingBody: string | null }>
    }
  | {
      readonly fact: 'quota'
      readonly id: string
      readonly set: Patch<{ amount: number; documentId: string; validTo: PlainDate }>
    }
  | {
      readonly fact: 'leadershipQuota'
      readonly id: string
      readonly set: Patch<{
        amount: number
        chief: number | null
        deputy: number | null
        documentId: string
        validTo: PlainDate
      }>
    }
  | { readonly fact: 'person'; readonly id: string; readonly set: Patch<Omit<NewPerson, 'id'>> }
  | {
      readonly fact: 'personVersion'
      readonly id: string
      readonly set: Patch<Omit<NewPersonVersion, 'personId'> & { validTo: PlainDate }>
    }
  | {
      readonly fact: 'postVersion'
      readonly id: string
      readonly set: Patch<Omit<NewPost, 'id'> & { validTo: PlainDate }>
    }
  | {
      readonly fact: 'record'
      readonly id: string
      readonly set: Patch<Pick<NewRecord, 'content' | 'validTo'>>
    }
  | { readonly fact: 'holding'; readonly id: string; readonly set: Patch<Omit<NewHolding, 'personId'>> }

export interface PlannedWrites {
  readonly documents: readonly NewDocument[]
  /** Parents before children. */
  readonly units: readonly NewUnit[]
  readonly nameplates: readonly NewNameplate[]
  readonly quotas: readonly NewQuota[]
  readonly leadershipQuotas: readonly NewLeadershipQuota[]
  readonly posts: readonly NewPost[]
  readonly people: readonly NewPerson[]
  readonly personVersions: readonly NewPersonVersion[]
  readonly holdings: readonly NewHolding[]
  readonly records: readonly NewRecord[]
  /** Done before anything is added, so that what ends makes room for what begins. */
  readonly changes: readonly FactChange[]
}

/** The same, while it is being drawn up. */
export type WriteDraft = {
  readonly [K in keyof PlannedWrites]: PlannedWrites[K] extends readonly (infer T)[] ? T[] : never
}

export function emptyDraft(): WriteDraft {
  return {
    documents: [],
    units: [],
    nameplates: [],
    quotas: [],
    leadershipQuotas: [],
    posts: [],
    people: [],
    personVersions: [],
    holdings: [],
    records: [],
    changes: [],
  }
}

/** True when nothing would be written. */
export function writesNothing(writes: PlannedWrites): boolean {
  return Object.values(writes).every((list) => list.length === 0)
}
