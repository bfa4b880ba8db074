import { addDays, firstOfMonth } from '../../ui/calendar-days.ts'

/** The opening is counted on `from`, the closing on `to`; what happened after `from` up to `to` lies between. */
export interface Period {
  readonly from: string
  readonly to: string
}

/** The day's month, so many months away: from the last day of the month before to its own last day. */
export function monthOf(day: string, months = 0): Period {
  return { from: addDays(firstOfMonth(day, months), -1), to: addDays(firstOfMonth(day, months + 1), -1) }
}

/** The day's year, so many years away: from 31 December to 31 December. */
export function yearOf(day: string, years = 0): Period {
  const year = Number(day.slice(0, 4)) + years
  return { from: `${year - 1}-12-31`, to: `${year}-12-31` }
}

/** The shortcuts beside the two dates. A period under way ends today: what is still to come is no change yet. */
export function shortcuts(today: string): readonly (Period & { readonly label: string })[] {
  const upToToday = ({ from, to }: Period): Period => ({ from, to: to > today ? today : to })
  return [
    { label: '本月', ...upToToday(monthOf(today)) },
    { label: '上月', ...monthOf(today, -1) },
    { label: '本年', ...upToToday(yearOf(today)) },
    { label: '上年', ...yearOf(today, -1) },
  ]
}
