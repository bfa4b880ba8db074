import { readRemark } from '../says/read-remark.ts'
import {
  addDays,
  addMonths,
  firstDayOf,
  isPlainDate,
  isPlainMonth,
  type MonthOrDate,
  type PlainDate,
} from '../model/plain-date.ts'

/** Where a remark says someone is: 借调到县农业农村局（2026-01起）. */
export interface SecondedOut {
  readonly counterpart: string
  /** Null where the remark gives no day. */
  readonly from: PlainDate | null
  /** First day they are back; null while they are away. */
  readonly to: PlainDate | null
}

const OUT =
  /(?:借调|借用|借|抽调|挂职|选派|跟班学习)(?:到|往|至|去|出到|在)(?!\d)(?<place>[^（(，,；;。]+)(?:[（(](?<when>[^）)]*)[）)])?/u
const DAY = /(\d{4})[-.年/](\d{1,2})(?:[-.月/](\d{1,2})(?!\d)日?)?月?/gu

/** 借调县农业农村局: without a word for “to”. */
const OUT_BARE =
  /(?:借调|借用|暂借|抽调|上挂|挂职|抽)(?:锻炼|参加)?(?<place>[^（(，,；;。]*(?:县|市|省|区|州|局|委|办|院|中心|公司|镇|乡|专班|指挥部|组|会|厅|部|所|校)[^（(，,；;。]*)(?:[（(](?<when>[^）)]*)[）)])?/u

/** Reads 借出 out of a remark; null when it says nothing of the kind (曾借调、拟借调、选派到村). */
export function readSecondedOut(remark: string): SecondedOut | null {
  const reading = readRemark(remark)
  if (reading?.kind !== 'lentOut') return null
  const match = OUT.exec(remark) ?? OUT_BARE.exec(remark)
  // 县信访局帮助工作: what they do there is no part of its name.
  const place = match?.groups?.['place']
    ?.trim()
    .replace(/(?<=.{3})(?:帮助|协助|跟班|集中)?(?:工作|上班|帮忙|办公|学习|锻炼)$/u, '')
  if (place === undefined || place === '') return null
  const { from, until } = readPeriod(match?.groups?.['when'] ?? '', reading.words, remark)
  const since = from ?? (until === null ? reading.since : null)
  const to = until === null ? null : until.length === 7 ? firstDayOf(addMonths(until, 1)) : addDays(until, 1)
  const first = since === null ? null : firstDayOf(since)
  return { counterpart: place, from: first, to: to !== null && (first === null || to > first) ? to : null }
}

interface Period {
  readonly from: MonthOrDate | null
  /** The last month or day away. */
  readonly until: MonthOrDate | null
}

/** The first of the texts that gives a day tells the period; a day on its own is the first, unless 至 or 止 is said of it. */
function readPeriod(...texts: readonly string[]): Period {
  const [told = []] = texts.map(daysIn).filter((days) => days.length > 0)
  return {
    from: told.find(({ closes }) => !closes)?.day ?? null,
    until: told.find(({ closes }) => closes)?.day ?? null,
  }
}

function daysIn(text: string): readonly { readonly day: MonthOrDate; readonly closes: boolean }[] {
  return [...text.matchAll(DAY)].flatMap((match) => {
    const day = readDay(match)
    const closes =
      /(?:至|到|-|—|－|~|～|–|截止)\s*$/u.test(text.slice(0, match.index)) ||
      /^\s*(?:底)?(?:止|为止|到期|期满|前)/u.test(text.slice(match.index + match[0].length))
    return day === null ? [] : [{ day, closes }]
  })
}

function readDay(match: RegExpExecArray): MonthOrDate | null {
  const month = `${match[1]}-${String(match[2]).padStart(2, '0')}`
  const day = match[3] === undefined ? month : `${month}-${match[3].padStart(2, '0')}`
  return isPlainMonth(day) || isPlainDate(day) ? day : null
}

/** Where a guest comes from: 借自县文化局, 县文化局借入, 原单位：县文化局. Null when the remark does not say. */
export function readHomeUnit(remark: string): string | null {
  const match =
    /(?:借自|借用自|调自|来自|派自|原单位[：:为]?|派出单位[：:为]?)(?<place>[^（(，,；;。]+)/u.exec(remark) ??
    /^(?<place>[^（(，,；;。]+?)(?:借入|借用|派来挂职|挂职干部)$/u.exec(remark)
  return match?.groups?.['place']?.trim() ?? null
}
