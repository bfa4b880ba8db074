import { valueText, type FillValue } from '../fill/fill-request.ts'
import type { MonthOrDate, PlainDate } from '../model/plain-date.ts'

/** Chinese by pinyin, numbers inside a text by their size. */
const BY_PINYIN = new Intl.Collator('zh-CN', { numeric: true })

/** The items by their key; without one they stay last, equal ones stay as they stood. */
export function sortedBy<T>(items: readonly T[], keyOf: (item: T) => FillValue, descending: boolean): readonly T[] {
  const keyed = items.map((item) => ({ item, key: keyOf(item) }))
  const known = keyed
    .filter(({ key }) => key !== null)
    .toSorted((left, right) => compare(left.key, right.key) * (descending ? -1 : 1))
  return [...known, ...keyed.filter(({ key }) => key === null)].map(({ item }) => item)
}

function compare(left: FillValue, right: FillValue): number {
  if (left?.kind === 'number' && right?.kind === 'number') return left.value - right.value
  return BY_PINYIN.compare(textOf(left), textOf(right))
}

/** What a value is called where it names a group; '' for none. */
export function textOf(value: FillValue): string {
  if (value === null) return ''
  return value.kind === 'date' ? value.date : valueText(value)
}

/** Born from the first day to the last, both counted. A birth known by its month is compared by month; an unknown one is never within. */
export function bornWithin(birth: MonthOrDate | null, from: PlainDate | null, to: PlainDate | null): boolean {
  if (from === null && to === null) return true
  if (birth === null) return false
  const precise = (day: PlainDate) => day.slice(0, birth.length)
  return (from === null || precise(from) <= birth) && (to === null || birth <= precise(to))
}
