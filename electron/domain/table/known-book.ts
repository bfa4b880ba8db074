import type { PlainDate } from '../model/plain-date.ts'
import { SHIPPED, type Catalogue } from '../../vocabulary/catalogue.ts'
import type { QuotaCategory } from '../model/quota-category.ts'
import { compact } from './sheet-grid.ts'
import type { KnownNames } from './section-title.ts'

/** What the book knows before a sheet is read. */
export interface KnownBook {
  /** Offices with their 加挂牌子. */
  readonly units: readonly string[]
  /** 云溪乡: the book's own name. */
  readonly township: string | null
  /** The day the sheet is read: what a remark says of a later one has not happened yet; null: not known. */
  readonly asOf: PlainDate | null
  /** Everybody ever entered: by ID number, and how many bear a name in an office (`name|office`) and at all (`name`). */
  readonly hasNumber: (idNumber: string) => boolean
  readonly countOf: (name: string, unit: string | null) => number
  /** Whose an ID number is in the book, and in which offices; null: nobody's. */
  readonly ownerOf: (idNumber: string) => { readonly name: string; readonly units: readonly string[] } | null
  /** The ID number of the one person of the name (in that office); null: nobody, several, or none on record. */
  readonly numberOf: (name: string, unit: string | null) => string | null
  /** The approved numbers of an office in force, by 编制类型. */
  readonly quotasOf: (unit: string) => ReadonlyMap<QuotaCategory, number>
  /** The approved seats of leaders of an office; null: none. */
  readonly leadersOf: (unit: string) => number | null
  /** Every field of a person the book knows, the township's own among them. */
  readonly catalogue: Catalogue
}

const NO_QUOTAS: ReadonlyMap<QuotaCategory, number> = new Map()

/** A book that knows nothing. */
export const EMPTY_BOOK: KnownBook = {
  units: [],
  township: null,
  asOf: null,
  hasNumber: () => false,
  countOf: () => 0,
  numberOf: () => null,
  ownerOf: () => null,
  quotasOf: () => NO_QUOTAS,
  leadersOf: () => null,
  catalogue: SHIPPED,
}

/** The names as headings and cells are held against. */
export function knownNames(book: KnownBook, more: Iterable<string> = []): KnownNames {
  return { units: new Set([...book.units, ...more].map(compact)), township: book.township, own: book.catalogue.own }
}
