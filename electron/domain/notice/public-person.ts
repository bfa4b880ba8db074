import type { Holding, Person, Post } from '../model/person.ts'
import { monthOf } from '../model/plain-date.ts'
import { QUOTA_CATEGORY_NAMES, type QuotaCategory } from '../model/quota-category.ts'
import type { NoticeExceptionField } from './notice-exceptions.ts'
import { publicCardNumber } from './public-mask.ts'

/**
 * Everything a public sheet may say of a person, and nothing else: the sheet is built from this type alone, so an ID number, a birth date or a
 * telephone number has no way onto the paper. Columns after the 2006 编制政务公开 form (出生年月、身份证号 内部掌握).
 */
export interface PublicPerson {
  /** The book's own key, for telling people apart; printed nowhere. */
  readonly personId: string
  readonly unitId: string
  readonly unitName: string
  readonly name: string
  readonly sex: string
  readonly post: string
  readonly professionalTitle: string
  readonly category: QuotaCategory | null
  readonly categoryName: string
  /** `2000.01`; '' where unknown. */
  readonly entered: string
  readonly route: string
  /** 编制卡（证）号, fit for the wall; '' where there is none. */
  readonly cardNumber: string
  readonly secondedOut: boolean
  readonly concurrent: readonly PublicConcurrentPost[]
  /** Masked, and only the fields a recorded exception let in. */
  readonly exceptions: Readonly<Partial<Record<NoticeExceptionField, string>>>
}

/** Name as it is printed: marked where somebody in the same office bears it too. */
export type NameOf = (person: Pick<PublicPerson, 'personId' | 'name'>) => string

export interface PublicConcurrentPost {
  readonly unitId: string
  readonly unitName: string
  readonly post: string
}

/** The columns a notice takes from a person's record. */
type PublicFacts = Pick<Person, 'id' | 'name' | 'sex' | 'professionalTitle' | 'quotaCardNumber'>
/** The columns a notice takes from a holding. */
type PublicHolding = Pick<Holding, 'category' | 'enteredOn' | 'entryRoute'>

interface PublicPlace {
  readonly id: string
  readonly name: string
}

/** Copies the public columns, one by one. */
export function publicPerson(
  person: PublicFacts,
  holding: PublicHolding,
  post: Pick<Post, 'title'> | undefined,
  unit: PublicPlace,
  concurrent: readonly PublicConcurrentPost[],
  secondedOut: boolean,
  exceptions: PublicPerson['exceptions'] = {},
): PublicPerson {
  return {
    personId: person.id,
    unitId: unit.id,
    unitName: unit.name,
    name: person.name,
    sex: person.sex ?? '',
    post: post?.title ?? '',
    professionalTitle: person.professionalTitle ?? '',
    category: holding.category,
    categoryName: holding.category === null ? '' : QUOTA_CATEGORY_NAMES[holding.category],
    entered: holding.enteredOn === null ? '' : monthOf(holding.enteredOn).replace('-', '.'),
    route: holding.entryRoute ?? '',
    cardNumber: publicCardNumber(person.quotaCardNumber),
    secondedOut,
    concurrent,
    exceptions,
  }
}

/** 在编状况 as the sheet says it. */
export function publicStatus(person: Pick<PublicPerson, 'secondedOut'>): string {
  return person.secondedOut ? '在编（借出）' : '在编'
}
