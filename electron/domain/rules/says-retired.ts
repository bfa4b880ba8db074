import type { PlainDate } from '../model/plain-date.ts'

/*
 * Whether a post title or remark says that its holder has already retired. "离退休干部管理" is a duty, "拟于2027年3月退休" and
 * "延迟退休" are plans: neither is a retirement.
 */

const RETIRED = /离退休|退休|离休|退职/
const PLAN_BEFORE = /[未拟将待距]|延迟|弹性|临近|接近|预计|计划|准备|正在/
const DUTY_AFTER = /^\S{0,2}(?:管理|服务|工作|党支部|支部|科|办公|专干|活动|社会化|年龄)/
const YEAR_MONTH = /(\d{4})\s*[年.\-/]\s*(\d{1,2})/

/** True when some clause of the text says so and gives no month later than `asOf`. */
export function saysRetired(text: string | null, asOf: PlainDate): boolean {
  return text !== null && RETIRED.test(text) && text.split(/[，。；、,;\s]+/).some((clause) => clauseSaysRetired(clause, asOf))
}

function clauseSaysRetired(clause: string, asOf: PlainDate): boolean {
  const match = RETIRED.exec(clause)
  if (match === null) return false
  const before = clause.slice(0, match.index)
  if (PLAN_BEFORE.test(before) || DUTY_AFTER.test(clause.slice(match.index + match[0].length))) return false
  const month = YEAR_MONTH.exec(clause)
  return month === null || `${month[1]}-${(month[2] ?? '').padStart(2, '0')}` <= asOf.slice(0, 7)
}
