import { tidyNumber } from './text-repair.ts'

const DIGITS = '零一二三四五六七八九'

/**
 * The number of people or seats a cell gives: 5, 5名, ５人, 十二, 8（其中领导3）. Null where it gives none; what stands for nothing (无, /, —)
 * is null as well.
 */
export function readCountText(written: string): number | null {
  const plain = tidyNumber(written)
    .replace(/[（(](?:其中|含|内含|包括|包含)[^（）()]*[）)]$/u, '')
    .replace(/[名人个]$/u, '')
  if (/^\d{1,4}(?:\.0+)?$/u.test(plain)) return Number(plain)
  return chineseNumber(plain)
}

/** 三, 十二, 二十, 三十五; null for what is none below a hundred. */
function chineseNumber(text: string): number | null {
  if (text === '〇' || text === '零') return 0
  const parts = /^(?<tens>[一二三四五六七八九])?(?<ten>十)?(?<ones>[一二三四五六七八九])?$/u.exec(
    text.replaceAll('两', '二'),
  )?.groups
  if (text === '' || parts === undefined) return null
  const [tens, ones] = [parts['tens'], parts['ones']].map((digit) => DIGITS.indexOf(digit ?? '零'))
  if (parts['ten'] === undefined)
    return parts['ones'] === undefined ? (tens ?? 0) : parts['tens'] === undefined ? (ones ?? 0) : null
  return (parts['tens'] === undefined ? 1 : (tens ?? 0)) * 10 + (ones ?? 0)
}

export interface LeaderCount {
  readonly amount: number
  readonly chief: number | null
  readonly deputy: number | null
}

const SOME = '[\\d一二三四五六七八九十两]{1,3}'
const CHIEF = new RegExp(
  `(?:(?<before>${SOME})[名个]?正(?:职|科级?)?|正(?:职|科级?)?[:：]?(?<behind>${SOME})[名个]?)`,
  'u',
)
const DEPUTY = new RegExp(
  `(?:(?<before>${SOME})[名个]?副(?:职|科级?)?|副(?:职|科级?)?[:：]?(?<behind>${SOME})[名个]?)`,
  'u',
)
const TOTAL = new RegExp(`^(?:共|计|共计)?(?<total>${SOME})[名个人]?`, 'u')

/** 1正2副, 正职1名、副职2名, 3（1正2副）: seats of leaders told in one cell; null where it is no such text. */
export function readLeaderText(written: string): LeaderCount | null {
  const text = tidyNumber(written)
  const withoutChief = text.replace(CHIEF, '')
  const [chief, deputy] = [countIn(CHIEF.exec(text)), countIn(DEPUTY.exec(withoutChief))]
  if (chief === null && deputy === null) return null
  const rest = withoutChief.replace(DEPUTY, '')
  const total = countIn(TOTAL.exec(rest))
  if (rest.replace(TOTAL, '').replaceAll(/[、，,;；（()）和及其中:：名个人]/gu, '') !== '') return null
  return { amount: total ?? (chief ?? 0) + (deputy ?? 0), chief, deputy }
}

function countIn(found: RegExpExecArray | null): number | null {
  const { before, behind, total } = found?.groups ?? {}
  return readCountText(before ?? behind ?? total ?? '')
}
