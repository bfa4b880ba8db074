import { addMonths, type PlainDate, type PlainMonth } from '../model/plain-date.ts'
import type { Duty } from './duty.ts'
import { dayInMonth, dayInYear, type DutyDates } from './duty-dates.ts'

/* Duties that come round. The documents are county and municipal ones; the days are the book's own where it says so. */

const MONTHLY = '岳阳市机构编制委员会办公室：每月月底前报减员空编情况统计表（当地日期可改）'
const HALF_YEARLY =
  '武汉市机构编制委员会办公室 2013 年通知：5 月 31 日、11 月 30 日为时点，6 月 30 日、12 月 31 日前报送（当地日期可改）'
const ANNUAL = '天祝县 2021 年统计年报通知：12 月 31 日为时点，12 月 15 日至次年 1 月 10 日数据库冻结（当地日期可改）'
const PLAN = '张掖市某县机构编制管理规定：年初报年度用编计划（当地日期可改）'
const REVIEW = '济南市长清区：机构编制管理证每年年审（当地日期可改）'

/** Every recurring duty whose last day lies in the range, both ends counted. */
export function calendarDuties(dates: DutyDates, from: PlainDate, to: PlainDate): readonly Duty[] {
  const years = range(Number(from.slice(0, 4)) - 1, Number(to.slice(0, 4)))
  const all = [
    ...months(from, to).map((month) => monthly(month, dates)),
    ...years.flatMap((year) => ofYear(year, dates)),
  ]
  return all.filter(({ dueOn }) => dueOn !== null && from <= dueOn && dueOn <= to)
}

/** The freeze that holds on a day, or null. It may run over New Year. */
export function freezeOn(
  dates: DutyDates,
  day: PlainDate,
): { readonly from: PlainDate; readonly to: PlainDate } | null {
  const year = Number(day.slice(0, 4))
  return (
    [year - 1, year].map((own) => freezeOf(own, dates)).find((freeze) => freeze.from <= day && day <= freeze.to) ?? null
  )
}

function freezeOf(year: number, dates: DutyDates): { readonly from: PlainDate; readonly to: PlainDate } {
  const from = dayInYear(year, dates.freezeFrom)
  const to = dayInYear(year, dates.freezeTo)
  return { from, to: to < from ? dayInYear(year + 1, dates.freezeTo) : to }
}

function duty(
  parts: Pick<Duty, 'duty' | 'period' | 'title' | 'detail' | 'dueOn' | 'source'> & { readonly from?: PlainDate },
): Duty {
  return { from: null, undated: null, personId: null, unitId: null, kind: 'calendar', ...parts }
}

function monthly(month: PlainMonth, dates: DutyDates): Duty {
  return duty({
    duty: 'monthly-report',
    period: month,
    title: `${Number(month.slice(5, 7))} 月人员变动月报`,
    detail: '报人员变动情况月报表、减员空编情况统计表；与人社、财政对一遍人数。',
    from: `${month}-01`,
    dueOn: dayInMonth(month, Number(dates.monthlyDay)),
    source: MONTHLY,
  })
}

function ofYear(year: number, dates: DutyDates): readonly Duty[] {
  const freeze = freezeOf(year, dates)
  return [
    halfYear(year, 1, dates.halfYearCutoff1, dates.halfYearSubmit1),
    halfYear(year, 2, dates.halfYearCutoff2, dates.halfYearSubmit2),
    duty({
      duty: 'annual-freeze',
      period: String(year),
      title: `${year} 年年报冻结前自查`,
      detail: `${freeze.from} 至 ${freeze.to} 数据冻结，之前办完入编、出编和更正，核查一遍。`,
      dueOn: freeze.from,
      source: ANNUAL,
    }),
    duty({
      duty: 'annual-report',
      period: String(year),
      title: `${year} 年机构编制统计年报`,
      detail: `统计时点 ${dayInYear(year, dates.annualCutoff)}，由单位负责人签字盖章后报送。`,
      from: dayInYear(year, dates.annualCutoff),
      dueOn: freeze.to,
      source: ANNUAL,
    }),
    duty({
      duty: 'hiring-plan',
      period: String(year),
      title: `${year} 年用编计划`,
      detail: '按空编和年内预计减员报用编计划；满编单位出一进一，超编单位不报。',
      from: `${year}-01-01`,
      dueOn: dayInYear(year, dates.hiringPlan),
      source: PLAN,
    }),
    duty({
      duty: 'certificate-review',
      period: String(year),
      title: `${year} 年机构编制管理证年审`,
      detail: '带管理证、人员名册和一年来的批文到编办年审。',
      dueOn: dayInYear(year, dates.certificateReview),
      source: REVIEW,
    }),
  ]
}

function halfYear(year: number, half: 1 | 2, cutoff: string, submit: string): Duty {
  const [counted, due] = [dayInYear(year, cutoff), dayInYear(year, submit)]
  return duty({
    duty: 'half-year-report',
    period: `${year}-${half}`,
    title: `${year} 年${half === 1 ? '上' : '下'}半年实名制数据报送`,
    detail: `统计时点 ${counted}，报单位基本信息表和有变动的人员信息表，领导签字盖章。`,
    // A cut-off late in the year belongs to a report early in the next.
    from: counted,
    dueOn: due < counted ? dayInYear(year + 1, submit) : due,
    source: HALF_YEARLY,
  })
}

function months(from: PlainDate, to: PlainDate): readonly PlainMonth[] {
  const last = to.slice(0, 7)
  const found: PlainMonth[] = []
  for (let month = from.slice(0, 7); month <= last; month = addMonths(month, 1)) found.push(month)
  return found
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step)
}
