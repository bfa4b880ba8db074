import type { MonthOrDate } from '../model/plain-date.ts'
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
const WITHIN = new RegExp(`${YEAR}年(?:度)?${MONTH}`, 'u')

/**
 * Reads a title (see `plainTitle`) for a span of years. Null: it names none. 到龄 and 退休 have readers of their own.
 */
export function sinceWhen(text: string): SinceWords | null {
  if (/退休|到龄|截[至止]/u.test(text)) return null
  const [subject, aspect, says, field] = SUBJECTS.find(([words]) => words.test(text)) ?? []
  const span = spanIn(text, subject !== undefined, aspect === 'entered')
  if (span === null) return null
  // （含） is taken out of the title with its other brackets.
  const told = span.words.replace(/\([^()]*\)/u, '')
  if (aspect === undefined || field === undefined || says === undefined) return { condition: null, words: [told] }
  return {
    words: [told, subject?.exec(text)?.[0] ?? ''],
    condition: {
      aspect,
      says: `${says}${span.words}`,
      holds: (person) => {
        const value = field(person)
        // Who never joined the party has no day of it.
        if (value === null) return aspect === 'partyYears' && !isMember(person) ? false : null
        const month = monthNumber(value.slice(0, 4), value.slice(5, 7))
        if (month < span.from || month > span.to) return false
        return span.open !== null && span.open.from <= month && month <= span.open.to ? null : true
      },
    },
  }
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

/** `named`: the title says what happened. `within`: one year alone is a span too, for the subject is an event of that year. */
function spanIn(text: string, named: boolean, within: boolean): Span | null {
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
