import { yearsSince } from './value-formats.ts'
import type { MonthOrDate, PlainDate } from '../../model/plain-date.ts'

/** Full years from a month or day to a day, with how they are reckoned; null where the beginning is not known. */
export function yearsArithmetic(
  from: MonthOrDate | null,
  to: PlainDate,
): { readonly years: number; readonly arithmetic: string } | null {
  const years = yearsSince(from, to)
  if (from === null || years === null) return null
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  const mark =
    from.length === 7 ? `${Number(from.slice(5))} 月` : `${Number(from.slice(5, 7))} 月 ${Number(from.slice(8))} 日`
  const full = last - first === years
  return {
    years,
    arithmetic: `${from} 至 ${to}：${last} − ${first} = ${last - first}，${mark}${full ? '已到' : '未到，减 1'}`,
  }
}
