import { isPlainDate, isPlainMonth, type MonthOrDate } from '../model/plain-date.ts'
import { tidyDigits } from './form-dates.ts'

/* 简历: one period a line, from month to month, the open end left blank; what has no months of its own belongs to the line above. */

export interface ResumeLine {
  /** Null only for words before the first period. */
  readonly from: MonthOrDate | null
  /** Null: still. */
  readonly to: MonthOrDate | null
  readonly text: string
}

const MONTH = String.raw`((?:19|20)\d{2})(?:[.\-/年]?(\d{1,2})(?!\d)月?(?:(?<=月|\.\d{1,2})\.?(\d{1,2})日?(?![\d.年]))?)`
const BETWEEN = String.raw`\s*(?:[-－—–―─~～]+至?|至)\s*`
const LINE = new RegExp(String.raw`^\s*${MONTH}${BETWEEN}(?:${MONTH}|今|现在|目前)?\s*(.*)$`, 'u')

/** The periods of a 简历 in its order. */
export function readResume(text: string): readonly ResumeLine[] {
  const lines: { from: MonthOrDate | null; to: MonthOrDate | null; text: string }[] = []
  for (const raw of text.split(/\r\n?|\n/u)) {
    const line = raw.trim()
    if (line === '') continue
    const period = readPeriod(line)
    const last = lines.at(-1)
    if (period !== null) lines.push({ ...period })
    else if (last === undefined) lines.push({ from: null, to: null, text: line })
    else last.text += line
  }
  return lines
}

function readPeriod(line: string): ResumeLine | null {
  const found = LINE.exec(tidyDigits(line))
  if (found === null) return null
  const from = dateOf(found[1], found[2], found[3])
  const to = found[4] === undefined ? null : dateOf(found[4], found[5], found[6])
  if (from === null || (found[4] !== undefined && to === null)) return null
  // Tidying changes no length: the words themselves are taken as they were written.
  return { from, to, text: line.slice(line.length - (found[7] ?? '').length).trim() }
}

/** The period stands in the first characters. */
const PERIOD_LENGTH = 26

function dateOf(year: string | undefined, month: string | undefined, day: string | undefined): MonthOrDate | null {
  const parts = [year, month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, '0'))
  const value = parts.join('-')
  return isPlainMonth(value) || isPlainDate(value) ? value : null
}

/** How wide the period is, so that the words stand under one another. */
const PERIOD_WIDTH = 18

/** A period as the official form writes it: 2004.09--2008.08 and two blanks, the open end as wide. */
export function writeResumeLine({ from, to, text }: ResumeLine): string {
  const month = (value: MonthOrDate | null) => (value === null ? '' : value.slice(0, 7).replace('-', '.'))
  return from === null ? text : `${`${month(from)}--${month(to)}`.padEnd(PERIOD_WIDTH)}${text}`
}

/**
 * A 简历 that goes on: its open end is closed with the month in which the next post began, and that post follows.
 * Null where the last line is not open, or began no earlier.
 */
export function continuedResume(text: string, from: MonthOrDate, post: string): string | null {
  const lines = text.split(/\r\n?|\n/u)
  const last = lines.findLastIndex((line) => readPeriod(line.trim()) !== null)
  const open = last === -1 ? null : readPeriod((lines[last] ?? '').trim())
  if (open === null || open.from === null || open.to !== null || open.from.slice(0, 7) >= from.slice(0, 7)) return null
  const written = lines[last] ?? ''
  const mark = /^(\s*\d{4}[^\s\d]?\d{1,2}月?)\s*([-－—–―─~～]+|至)\s*(?:今|现在|目前)?(\s*)/u.exec(
    tidyDigits(written.slice(0, PERIOD_LENGTH)),
  )
  if (mark === null) return null
  const [whole = '', , between = '--'] = mark
  const month = (value: MonthOrDate) => value.slice(0, 7).replace('-', '.')
  const closed = `${`${(mark[1] ?? '').trim()}${between}${month(from)}`.padEnd(PERIOD_WIDTH - 2)}  ${written.slice(whole.length).trim()}`
  const next = `${`${month(from)}${between}`.padEnd(PERIOD_WIDTH)}${post}`
  return [...lines.slice(0, last), closed, ...lines.slice(last + 1), next].join('\n')
}
