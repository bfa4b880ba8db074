import type { RecordContents, RecordOf } from '../model/records.ts'
import type { MonthOrDate, PlainDate } from '../model/plain-date.ts'
import { dateText } from '../rules/wording.ts'
import { fullMonthsAfter, laterOf, monthsText } from './count-period.ts'

/*
 * 《公务员职务与职级并行规定》第十九条 on one stretch in a rank or in a leading post: 优秀 shortens by half a year each, a year of 基本称职 or
 * 不定等次 is not counted, 不称职 ends the stretch (公务员法第五十条: 降低一个职务或者职级层次).
 */

const HALF_YEAR = 6
const YEAR = 12

type Result = RecordContents['annualReview']['result']
type Review = Pick<RecordOf<'annualReview'>, 'year' | 'result' | 'validFrom'>

export interface RankYears {
  /** Null where an assessment is missing or ended the stretch: see `lacks`. */
  readonly on: MonthOrDate | null
  readonly steps: readonly string[]
  readonly lacks: readonly string[]
}

interface Asked {
  /** First day, or month, of the stretch. */
  readonly since: MonthOrDate
  /** What the stretch is called: 任四级主任科员, 任乡科级副职. */
  readonly title: string
  readonly years: number
  readonly reviews: readonly Review[]
  readonly asOf: PlainDate
}

/** When the years of a step are complete; assessments of years before the stretch do not count for it, those not yet made are taken as 称职. */
export function countRankYears({ since, title, years, reviews, asOf }: Asked): RankYears {
  const first = Number(since.slice(0, 4))
  const thisYear = Number(asOf.slice(0, 4))
  const byYear = new Map(reviews.filter(({ year }) => year >= first).map((review) => [review.year, review]))
  const own = [...byYear.values()].toSorted((left, right) => left.year - right.year)
  const excellent = own.filter(({ result }) => result === 'excellent')
  const uncounted = own.filter(({ result }) => isUncounted(result))
  const start = `${title}：${dateText(since)}起，须满 ${years} 年`
  const failed = own.find(({ result }) => result === 'incompetent')
  if (failed !== undefined)
    return {
      on: null,
      steps: [start, `${failed.year} 年度考核不称职，应降低一个职务或者职级层次，任职年限重新起算（公务员法第五十条）`],
      lacks: [`${failed.year} 年度不称职之后的任现职级时间`],
    }
  const base = fullMonthsAfter(since, years * YEAR + uncounted.length * YEAR)
  const shortened = shorten(base, excellent)
  const steps = [
    start,
    `${dateText(since)} + ${years} 年 = ${dateText(fullMonthsAfter(since, years * YEAR))}`,
    ...uncountedSteps(uncounted, since, years, base),
    ...excellentSteps(excellent, base, shortened),
  ]
  const last = Number(shortened.slice(0, 4)) - 1
  const missing = range(first, Math.min(last, thisYear - 1)).filter((year) => !byYear.has(year))
  if (missing.length > 0)
    return {
      on: null,
      steps: [...steps, `缺 ${missing.join('、')} 年度考核结果；都是称职的话，${dateText(shortened)}满`],
      lacks: missing.map((year) => `${year} 年度考核结果`),
    }
  const open = range(Math.max(first, thisYear), last)
  return {
    on: shortened,
    steps: [...steps, ...(open.length === 0 ? [] : [`${open.join('、')} 年度还没有考核，先按称职算`])],
    lacks: [],
  }
}

function isUncounted(result: Result): boolean {
  return result === 'basic' || result === 'undetermined' || result === 'exempt'
}

/** Half a year for each, but none before it was awarded: the earliest day on which enough of them stand. */
function shorten(base: MonthOrDate, excellent: readonly Review[]): MonthOrDate {
  const awarded = excellent.map(({ validFrom }) => validFrom).toSorted()
  return awarded
    .map((day, place) => laterOf(fullMonthsAfter(base, -HALF_YEAR * (place + 1)), day))
    .reduce((earliest, on) => (laterOf(earliest, on) === earliest ? on : earliest), base)
}

function uncountedSteps(
  uncounted: readonly Review[],
  since: MonthOrDate,
  years: number,
  base: MonthOrDate,
): readonly string[] {
  if (uncounted.length === 0) return []
  const said = uncounted.map(({ year, result }) => `${year} 年${UNCOUNTED_WORDS[result] ?? ''}`).join('、')
  const step = `${said}，该年度不计算：后延 ${uncounted.length} 年 = ${dateText(base)}`
  const partial = uncounted.find(({ year }) => since.startsWith(String(year)) && since.slice(5, 7) !== '01')
  if (partial === undefined) return [step]
  const other = fullMonthsAfter(`${partial.year + 1}-01`, (years + uncounted.length - 1) * YEAR)
  return [
    step,
    `${partial.year} 年任职不满全年，按整年扣；当地只扣任职月份的，为 ${dateText(other)}（不含优秀缩短），请问组织部门`,
  ]
}

const UNCOUNTED_WORDS: Readonly<Partial<Record<Result, string>>> = {
  basic: '基本称职',
  undetermined: '不定等次',
  exempt: '不进行考核',
}

function excellentSteps(excellent: readonly Review[], base: MonthOrDate, on: MonthOrDate): readonly string[] {
  if (excellent.length === 0) return []
  const years = excellent.map(({ year }) => year).join('、')
  if (on === base) return [`${years} 年优秀，确定时年限已满，没有缩短`]
  const months = HALF_YEAR * excellent.length
  const full = fullMonthsAfter(base, -months)
  return [
    `${years} 年优秀，缩短 ${monthsText(months)} = ${dateText(full)}`,
    ...(on === full ? [] : [`优秀等次确定之后才能算，故为 ${dateText(on)}`]),
  ]
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step)
}
