import type { CodeList } from './code-list.ts'
import type { PersonFieldEntry } from './person-field-shape.ts'

/*
 * 自定栏目: fields of a person that a township declares for itself. The book has room for so many of them: each is a field of the catalogue like
 * any other, kept in 档案补充; what it is called and holds stands in the book. One that was never declared is offered nowhere.
 */

const PLACES = [
  ...(['own01', 'own02', 'own03', 'own04', 'own05', 'own06', 'own07', 'own08', 'own09', 'own10'] as const),
  ...(['own11', 'own12', 'own13', 'own14', 'own15', 'own16', 'own17', 'own18', 'own19', 'own20'] as const),
] as const
export type OwnFieldName = (typeof PLACES)[number]
export const OWN_FIELD_NAMES: readonly OwnFieldName[] = PLACES

/** What an own field can hold. */
export const OWN_KIND_LIST = {
  text: { title: '文字', also: ['文本'] },
  date: { title: '日期', also: ['年月', '时间'] },
  list: { title: '选项', also: ['下拉', '单选'] },
} as const satisfies CodeList
export type OwnKind = keyof typeof OWN_KIND_LIST

/** An own field as the book declares it. */
export interface OwnField {
  readonly field: OwnFieldName
  readonly title: string
  readonly kind: OwnKind
  /** Of a `list`, in her order. */
  readonly choices: readonly string[]
  /** Personal: masked until asked. */
  readonly masked: boolean
}

interface OwnEntry extends PersonFieldEntry {
  readonly kept: 'file'
  readonly kind: 'text'
  readonly codes?: never
  readonly open?: never
  readonly property?: never
}

/** The places of the catalogue before the book says what they are. */
export const OWN_FIELDS = placesOf()

function placesOf(): Readonly<Record<OwnFieldName, OwnEntry>> {
  const entry = (name: OwnFieldName): OwnEntry => ({
    title: `自定栏目${name.slice(3)}`,
    names: [],
    means: '乡镇自己增设的栏目，记在档案补充里，不参与公示。',
    kept: 'file',
    national: { gap: '乡镇自己定的栏目，不在国家标准里' },
    kind: 'text',
    width: 76,
  })
  // Object.fromEntries forgets which keys it was given.
  return Object.fromEntries(PLACES.map((name) => [name, entry(name)])) as unknown as Readonly<
    Record<OwnFieldName, OwnEntry>
  >
}

/** True for a place of the township's own. */
export function isOwnField(field: string): field is OwnFieldName {
  return (PLACES as readonly string[]).includes(field)
}

/** The declaration of an own field in the catalogue's words: a list is an open one, so that what an old file says is not lost. */
export function entryOfOwn({ field, title, kind, choices, masked }: OwnField): PersonFieldEntry {
  const shared = { ...OWN_FIELDS[field], title, ...(masked ? { masked: true as const } : {}) }
  if (kind === 'date') return { ...shared, kind: 'date', width: 58, hint: '如 2021-07 或 2021-07-15' }
  if (kind === 'text') return shared
  return { ...shared, kind: 'code', codes: Object.fromEntries(choices.map((one) => [one, { title: one }])), open: true }
}
