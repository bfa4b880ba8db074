import type { MonthOrDate, PlainDate } from '../model/plain-date.ts'
import type { Aspect, Band, Condition, CountedPerson, Schooling, YearsAspect } from './counted-person.ts'
import { educationWithin } from './level-words.ts'
import { yearsSince } from './values/value-formats.ts'

/* Bands of years: 35岁及以下, 36-40, 41至45岁, 不满30岁, 党龄50年以上. 以上, 以下 hold their number (民法典 1259) unless the neighbours say otherwise. */

const OLDEST = 200
const NUMBER = String.raw`(\d{1,3})\s*(?:周岁|岁|年)?`
const BETWEEN = new RegExp(String.raw`^${NUMBER}\s*(?:[-—–－~～至到]|--|——)+\s*${NUMBER}(?:[（(]含[^）)]*[）)])?$`, 'u')
const UP_TO = new RegExp(
  String.raw`^(?:年龄在)?${NUMBER}\s*(?:[（(](不?含)[^）)]*[）)])?\s*(及|\(含\)|（含）|含)?(?:其)?(以下|以内|及以下)(?:[（(](不?含)[^）)]*[）)])?$`,
  'u',
)
const FROM = new RegExp(
  String.raw`^${NUMBER}\s*(?:[（(](不?含)[^）)]*[）)])?\s*(及|含)?(以上)(?:[（(](不?含)[^）)]*[）)])?$`,
  'u',
)
const UNDER = new RegExp(String.raw`^(?:不满|未满|不足|小于|低于|<)\s*${NUMBER}$`, 'u')
const OVER = new RegExp(String.raw`^(?:超过|大于|高于|>)\s*${NUMBER}(?:以上)?$`, 'u')
const AT_LEAST = new RegExp(String.raw`^(?:满|年满|≥)\s*${NUMBER}(?:以上)?$`, 'u')
const AT_MOST = new RegExp(String.raw`^≤\s*${NUMBER}$`, 'u')
const EXACT = new RegExp(String.raw`^(\d{1,3})\s*(?:周岁|岁)$`, 'u')

/** The band a text names; null for none. */
export function bandIn(text: string): Band | null {
  const between = BETWEEN.exec(text)
  if (between !== null) {
    const [from, to] = [Number(between[1]), Number(between[2])]
    return from <= to ? { from, to, open: null } : null
  }
  const upTo = UP_TO.exec(text)
  if (upTo !== null) {
    const number = Number(upTo[1])
    const said = upTo[2] ?? upTo[5]
    if (said === '不含') return { from: 0, to: number - 1, open: null }
    return { from: 0, to: number, open: said === '含' || upTo[3] !== undefined || upTo[4] === '及以下' ? null : 'to' }
  }
  const from = FROM.exec(text)
  if (from !== null) {
    const number = Number(from[1])
    const said = from[2] ?? from[5]
    if (said === '不含') return { from: number + 1, to: OLDEST, open: null }
    return { from: number, to: OLDEST, open: said === '含' || from[3] !== undefined ? null : 'from' }
  }
  const [under, over, least, most, exact] = [UNDER, OVER, AT_LEAST, AT_MOST, EXACT].map((form) => form.exec(text)?.[1])
  if (under !== undefined) return { from: 0, to: Number(under) - 1, open: null }
  if (over !== undefined) return { from: Number(over) + 1, to: OLDEST, open: null }
  if (least !== undefined) return { from: Number(least), to: OLDEST, open: null }
  if (most !== undefined) return { from: 0, to: Number(most), open: null }
  return exact === undefined ? null : { from: Number(exact), to: Number(exact), open: null }
}

/** From when 年龄, 工龄 and 党龄 are reckoned. */
export const SINCE: Readonly<Record<YearsAspect, (person: CountedPerson) => MonthOrDate | null>> = {
  age: (person) => person.birth,
  service: (person) => person.workStarted,
  partyYears: (person) => person.partyJoined,
}

/** A band as a condition. Somebody without 入党时间 who is no party member has no 党龄. */
export function bandCondition(aspect: YearsAspect, says: string, band: Band): Condition {
  return {
    aspect,
    says,
    band,
    holds: (person, day) => {
      const since = SINCE[aspect](person)
      if (since === null && aspect === 'partyYears' && !(person.politicalStatus ?? '').startsWith('中共')) return false
      const years = yearsSince(since, day)
      return years === null ? null : band.from <= years && years <= band.to
    },
  }
}

/** 80后, 六十年代出生: by the decade of the birth. */
export function decadeCondition(text: string): Condition | null {
  const digit = /^(?:19|20)?(\d)0(?:后|年代(?:出?生)?)$/u.exec(text)?.[1]
  if (digit === undefined) return null
  const from = Number(digit) * 10 + (Number(digit) < 3 ? 2000 : 1900)
  return {
    aspect: 'age',
    says: text,
    holds: ({ birth }) => {
      const year = birth === null ? null : Number(birth.slice(0, 4))
      return year === null ? null : from <= year && year <= from + 9
    },
  }
}

/** Heights of 学历 as a condition. */
export function educationCondition(says: string, band: Band, schooling?: Schooling): Condition {
  return {
    aspect: 'education',
    says,
    band,
    ...(schooling === undefined ? {} : { schooling }),
    holds: (person) => educationWithin(person[schooling ?? 'education'], band),
  }
}

/** The bands of one row or column side by side: an open 35 beside 35-40 ends at 34, beside 36-40 at 35. */
export function settleBands(conditions: readonly Condition[]): readonly Condition[] {
  return conditions.map((condition) => {
    const { band } = condition
    if (band?.open === undefined || band.open === null) return condition
    const others = conditions.flatMap((other) =>
      other.aspect === condition.aspect && other.band !== undefined && other !== condition ? [other.band] : [],
    )
    // Where 以下 and 以上 of one number stand side by side, it is 以下's.
    const taken =
      band.open === 'to'
        ? others.some((other) => other.from === band.to && other.open !== 'from')
        : others.some((other) => other.to === band.from)
    const settled: Band = taken
      ? band.open === 'to'
        ? { ...band, to: band.to - 1 }
        : { ...band, from: band.from + 1 }
      : band
    if (condition.aspect === 'education') return educationCondition(condition.says, settled, condition.schooling)
    return isBandAspect(condition.aspect) ? bandCondition(condition.aspect, condition.says, settled) : condition
  })
}

function isBandAspect(aspect: Aspect): aspect is YearsAspect {
  return aspect === 'age' || aspect === 'service' || aspect === 'partyYears'
}

/** Full years and months of somebody on a day, as 平均年龄 takes them; null without a birth. */
export function yearsExactly(since: MonthOrDate | null, day: PlainDate): number | null {
  if (since === null) return null
  return (
    Number(day.slice(0, 4)) - Number(since.slice(0, 4)) + (Number(day.slice(5, 7)) - Number(since.slice(5, 7))) / 12
  )
}
