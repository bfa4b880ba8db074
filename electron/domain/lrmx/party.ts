import type { MonthOrDate } from '../model/plain-date.ts'
import { dateStyleOf, PLAIN_STYLE, readFormDate, tidyDigits, writeFormDate } from './form-dates.ts'

/* 入党时间: a month, the name of a 民主党派, or the month and then the other party. */

export interface PartyReading {
  readonly joinedPartyOn: MonthOrDate | null
  readonly otherParty: string | null
}

const NOBODY: ReadonlySet<string> = new Set(['', '无', '群众', '无党派', '无党派人士', '否', '/', '-', '—'])
/** Words that say of the date that it is the party's, and nothing more. */
const OF_THE_PARTY = /中国共产党|中共|党员|预备|转正|加入|入党|时间|于/gu
const DATE = /\d{4}(?:年\d{1,2}(?:月(?:\d{1,2}日)?)?|[.\-/]\d{1,2}(?:[.\-/]\d{1,2})?|\d{2}(?:\d{2})?)/

/** What 入党时间 says; undefined where it cannot be read with certainty. */
export function readParty(written: string): PartyReading | undefined {
  const text = tidyDigits(written).replaceAll(/\s/g, '')
  if (NOBODY.has(text)) return { joinedPartyOn: null, otherParty: null }
  const found = DATE.exec(text)
  const rest = (part: string) => part.replaceAll(OF_THE_PARTY, '').replaceAll(/[；;，,、（）()：:/]/gu, '')
  if (found === null) {
    const name = rest(text)
    // A name of a party has no digits left in it; 中共党员 alone says nothing of when.
    return name === '' || /\d/.test(name) ? undefined : { joinedPartyOn: null, otherParty: name }
  }
  const date = readFormDate(found[0])
  if (date === undefined || date === null) return undefined
  const before = rest(text.slice(0, found.index))
  const after = rest(text.slice(found.index + found[0].length))
  if (/\d/.test(before + after)) return undefined
  // 民建（2005.03）: the month somebody joined the other party.
  if (before !== '') return after === '' ? { joinedPartyOn: null, otherParty: before } : undefined
  return { joinedPartyOn: date, otherParty: after === '' ? null : after }
}

/** 入党时间 as the form writes it, months in the manner of `like`. */
export function writeParty({ joinedPartyOn, otherParty }: PartyReading, like: string): string {
  const style = dateStyleOf(like) ?? PLAIN_STYLE
  return [joinedPartyOn === null ? null : writeFormDate(joinedPartyOn, style), otherParty]
    .filter((part) => part !== null)
    .join('；')
}
