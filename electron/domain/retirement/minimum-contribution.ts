/*
 * 《国务院关于渐进式延迟法定退休年龄的办法》第二条、附件4: least months of 养老保险缴费 for a monthly pension, by year:
 * 15 years until 2029, half a year more each year from 2030, 20 years from 2039 on.
 */

const LEAST = 15 * 12
const MOST = 20 * 12
const LAST_LEAST_YEAR = 2029
const STEP = 6

/**
 * Least contribution in months for a year. Which year counts: for 弹性提前 the year chosen; for the statutory month and for 弹性延迟
 * the year in which the statutory age is reached.
 */
export function minimumContributionMonths(year: number): number {
  return Math.min(MOST, LEAST + STEP * Math.max(0, year - LAST_LEAST_YEAR))
}
