import type { MonthOrDate, PlainDate } from '../model/plain-date.ts'
import type { Aspect, Condition, CountedPerson } from './counted-person.ts'

/*
 * A span of years in a list's title and what it is of: 2015年以来新进编制人员, 2024年度新录用公务员, 1995年前参加工作人员. The year of 以后 and 以前 is
 * nobody's for certain: who falls into it is asked about, not written.
 */

export interface SinceWords {
  /** Null: a span of years is named, and the book does not know of what. */
  readonly condition: Condition | null
  /** What was read, each part to be taken out of the title. */
  readonly words: readonly string[]
}

/** The words that say what happened in those years, and where the book keeps it. */
const SUBJECTS: readonly (readonly [RegExp, Aspect, string, (person: CountedPerson) => MonthOrDate | null])[] = [
  [/调入|选调入?|商调/u, 'entered', '入编时间', ({ entered }) => entered],
  [
    /新?(?:入编|进编|进入编制)|新(?:进|增|录用|招录|招聘|考录|入职)的?(?:编制|在编|入编)?|(?:公开)?(?:招录|招聘|考录|录用)的?/u,
    'entered',
    '入编时间',
    ({ entered }) => entered,
  ],
  [/参加(?:革命)?工作/u, 'service', '参加工作时间', ({ workStarted }) => workStarted],
  [/入党/u, 'partyYears', '入党时间', ({ partyJoined }) => partyJoined],
  [/出生/u, 'age', '出生年月', ({ birth }) => birth],
]

const YEAR = '(?<year>(?:19|20)\\d{2})'
const MONTH = '(?:(?<month>\\d{1,2})月(?:份|\\d{1,2}日)?)?'
const INCLUDED = '(?:\\([^()]*\\))?'
const AFTER = new RegExp(`${YEAR}年${MONTH}${INCLUDED}(?:以来|至今|起|以后|之后|后(?!备))`, 'u')
const BEFORE = new RegExp(`${YEAR}年底?${MONTH}${INCLUDED}(?:以前|之前|前)`, 'u')
const BETWEEN = new RegExp(`${YEAR}年?(?:度)?(?:—|－|-|~|至|到)+(?<until>(?:19|20)\\d{2})年(?:度|间|期间)?`, 'u')
const SPAN_OF_MONTHS = new RegExp(
  `${YEAR}年(?<month>\\d{1,2})月?(?:\\d{1,2}日)?(?:—|－|-|~|至|到)+(?:(?<until>(?:19|20)\\d{2})年)?(?<last>\\d{1,2})月(?:\\d{1,2}日|份|底|末)?(?:间|期间)?`,
  'u',
)
const PART = new RegExp(`${YEAR}年度?(?:(?<half>[上下])半年|第?(?<quarter>[一二三四])季度)`, 'u')
const WITHIN = new RegExp(`${YEAR}年(?:度)?${MONTH}`, 'u')

/**
 * Reads a title (see `plainTitle`) for a span of years. Null: it names none. 到龄 and 退休 have readers of their own.
 */
export function sinceWhen(text: string): SinceWords | null {
  if (/退休|到龄|截[至止]/u.test(text)) return null
  const [subject, aspect, says, field] = SUBJECTS.find(([words]) => words.test(text)) ?? []
  const spanOn = relativeSpan(text)
  const fixed = spanOn === null ? spanIn(text, subject !== undefined, aspect === 'entered') : null
  const span = spanOn ?? fixed
  // 近年来 of nothing that is told by a day is a word like any other.
  if (span === null || (spanOn !== null && aspect === undefined)) return null
  // （含） is taken out of the title with its other brackets.
  const told = span.words.replace(/\([^()]*\)/u, '')
  if (aspect === undefined || field === undefined || says === undefined) return { condition: null, words: [told] }
  return {
    words: [told, subject?.exec(text)?.[0] ?? ''],
    condition: {
      aspect,
      says: `${says}${span.words}`,
      holds: (person, day) => {
        const value = field(person)
        const within = spanOn === null ? fixed : spanOn.on(day)
        if (within === null) return null
        // Who never joined the party has no day of it.
        if (value === null) return aspect === 'partyYears' && !isMember(person) ? false : null
        const month = monthNumber(value.slice(0, 4), value.slice(5, 7))
        if (month < within.from || month > within.to) return false
        if (within.open !== null && within.open.from <= month && month <= within.open.to) return null
        return aspect === 'entered' ? cameBy(text, person.entryCause) : true
      },
    },
  }
}

/** Whether somebody who came then came that way; 新进 is by any. Null: it is not told how somebody came whom only 调入 means. */
function cameBy(text: string, cause: string | null): boolean | null {
  const transferred = /调入|选调|商调/u.test(text)
  if (cause === null) return transferred ? null : true
  const moved = /^(?:1[1-5]|G3)$/u.test(cause)
  if (transferred) return moved
  return !(moved && /招录|招聘|考录|录用/u.test(text))
}

const isMember = ({ politicalStatus }: CountedPerson) => (politicalStatus ?? '').startsWith('中共')

/** Months counted through from the year 0, both included. */
interface Months {
  readonly from: number
  readonly to: number
}

interface Span extends Months {
  readonly words: string
  /** Of these nobody can say whether they are meant. */
  readonly open: Months | null
}

const monthNumber = (year: string, month: string) => Number(year) * 12 + Number(month) - 1

/** A span that is reckoned from the day the form is filled for: 近三年, 今年以来, 去年, 本月. */
interface RelativeSpan {
  readonly words: string
  readonly on: (day: PlainDate) => Span
}

const COUNTS = '一二三四五六七八九十'
const LATELY = /(?:最近|过去|近)(?<count>[一二两三四五六七八九十]|\d{1,2})(?:个)?(?<of>年|月)(?:以?来|内)?/u
const THIS =
  /(?<year>今年|本年度?|当年|去年|上一?年度?)(?:以来|内)?(?:(?<half>[上下])半年|第?(?<quarter>[一二三四])季度)?/u
const MONTHS = /(?<month>[本当上]月)(?:份)?/u

function relativeSpan(text: string): RelativeSpan | null {
  const lately = LATELY.exec(text)
  if (lately !== null) {
    const { count = '', of } = lately.groups ?? {}
    const number = count === '两' ? 2 : COUNTS.includes(count) ? COUNTS.indexOf(count) + 1 : Number(count)
    return { words: lately[0], on: (day) => latelySpan(lately[0], number, of === '年', day) }
  }
  const [year, month] = [THIS.exec(text), MONTHS.exec(text)]
  if (year !== null)
    return {
      words: year[0],
      on: (day) => {
        const { year: word = '', half, quarter } = year.groups ?? {}
        const january = (Number(day.slice(0, 4)) - (/[去上]/u.test(word) ? 1 : 0)) * 12
        return { words: year[0], ...partOfYear(january, half, quarter), open: null }
      },
    }
  if (month === null) return null
  return {
    words: month[0],
    on: (day) => {
      const at = monthNumber(day.slice(0, 4), day.slice(5, 7)) - (month[0].startsWith('上') ? 1 : 0)
      return { words: month[0], from: at, to: at, open: null }
    },
  }
}

/** Whether 近三年 is three times twelve months, three years of the calendar or three before this one nobody can say. */
function latelySpan(words: string, number: number, years: boolean, day: PlainDate): Span {
  const now = monthNumber(day.slice(0, 4), day.slice(5, 7))
  if (!years) return { words, from: now - number, to: now, open: { from: now - number, to: now - number } }
  const january = (Number(day.slice(0, 4)) - number) * 12
  const sure = Math.max(january + 12, now - number * 12 + 1)
  return { words, from: january, to: now, open: { from: january, to: sure - 1 } }
}

function partOfYear(january: number, half: string | undefined, quarter: string | undefined): Months {
  if (half !== undefined) return { from: january + (half === '上' ? 0 : 6), to: january + (half === '上' ? 5 : 11) }
  if (quarter === undefined) return { from: january, to: january + 11 }
  const from = january + 3 * COUNTS.indexOf(quarter)
  return { from, to: from + 2 }
}

/** `named`: the title says what happened. `within`: one year alone is a span too, for the subject is an event of that year. */
function spanIn(text: string, named: boolean, within: boolean): Span | null {
  const months = SPAN_OF_MONTHS.exec(text)
  if (months !== null) {
    const { year = '', month = '', until = year, last = '' } = months.groups ?? {}
    return named ? { words: months[0], from: monthNumber(year, month), to: monthNumber(until, last), open: null } : null
  }
  const part = PART.exec(text)
  if (part !== null) {
    const { year = '', half, quarter } = part.groups ?? {}
    return within ? { words: part[0], ...partOfYear(Number(year) * 12, half, quarter), open: null } : null
  }
  const between = BETWEEN.exec(text)
  if (between !== null) {
    const { year = '', until = '' } = between.groups ?? {}
    return named ? { words: between[0], from: monthNumber(year, '1'), to: monthNumber(until, '12'), open: null } : null
  }
  const [after, before] = [AFTER.exec(text), BEFORE.exec(text)]
  if (after !== null) {
    const said = saidOf(after)
    return { words: after[0], from: said.sure && said.out ? said.to + 1 : said.from, to: Infinity, open: openOf(said) }
  }
  if (before !== null) {
    const said = saidOf(before)
    return {
      words: before[0],
      from: -Infinity,
      to: said.sure && said.out ? said.from - 1 : said.to,
      open: openOf(said),
    }
  }
  const one = within ? WITHIN.exec(text) : null
  return one === null ? null : { words: one[0], ...monthsOf(one), open: null }
}

/** The year or month a bound names; `sure`: it says whether it belongs to the span, `out`: it does not. */
interface Said extends Months {
  readonly sure: boolean
  readonly out: boolean
}

function saidOf(found: RegExpExecArray): Said {
  const out = found[0].includes('不含')
  return { ...monthsOf(found), out, sure: out || /含|以来|至今|起|底/u.test(found[0]) }
}

const openOf = ({ from, to, sure }: Said): Months | null => (sure ? null : { from, to })

function monthsOf({ groups: { year = '', month } = {} }: RegExpExecArray): Months {
  return { from: monthNumber(year, month ?? '1'), to: monthNumber(year, month ?? '12') }
}
