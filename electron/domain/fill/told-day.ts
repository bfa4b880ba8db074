import type { PlainDate } from '../model/plain-date.ts'

/** 截至2026年6月30日, 截止日期：2026年6月, 截至2025年底: the day a form's titles say its numbers are of. */
const TOLD =
  /截[至止](?:日期|时间|到)?[:：]?(?<year>\d{4})年(?:度?(?<end>[底末])|(?<month>\d{1,2})月(?:份?[底末]?(?![\d一-龥])|[底末]|(?<day>\d{1,2})日))/u

/** What a form says it is of where that is another day than `asOf`; null: it says none, or this one. A month holds each of its days. */
export function otherDay(texts: readonly string[], asOf: PlainDate): string | null {
  for (const text of texts) {
    const found = TOLD.exec(text.normalize('NFKC').replaceAll(/\s/gu, ''))
    if (found === null) continue
    const { year = '', end, month = '12', day } = found.groups ?? {}
    const two = (number: string) => number.padStart(2, '0')
    const told = end !== undefined ? `${year}-12-31` : `${year}-${two(month)}${day === undefined ? '' : `-${two(day)}`}`
    return asOf.startsWith(told) ? null : found[0]
  }
  return null
}
