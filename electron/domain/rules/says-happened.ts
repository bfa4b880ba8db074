import type { PlainDate } from '../model/plain-date.ts'

/*
 * Whether a post title or remark says that something has happened to its holder. A plan ("拟于2027年3月退休", "延迟退休", "正在办理调动") and
 * a duty ("离退休干部管理", "死亡证明办理") are neither.
 */

const PLAN_BEFORE = /[未拟将待距]|延迟|弹性|临近|接近|预计|计划|准备|正在|办理|申请/
const DUTY_AFTER = /^\S{0,2}(?:管理|服务|工作|党支部|支部|科|办公|办理|专干|活动|社会化|年龄|申请|手续|证明)/
const YEAR_MONTH = /(\d{4})\s*[年.\-/]\s*(\d{1,2})/

/** True when some clause of the text says so and gives no month later than `asOf`. `event` finds the words of the event. */
export function saysHappened(text: string | null, event: RegExp, asOf: PlainDate): boolean {
  return text !== null && event.test(text) && text.split(/[，。；、,;\s]+/).some((clause) => clauseSays(clause, event, asOf))
}

function clauseSays(clause: string, event: RegExp, asOf: PlainDate): boolean {
  const match = event.exec(clause)
  if (match === null) return false
  if (PLAN_BEFORE.test(clause.slice(0, match.index)) || DUTY_AFTER.test(clause.slice(match.index + match[0].length))) return false
  const month = YEAR_MONTH.exec(clause)
  return month === null || Number(month[1]) * 12 + Number(month[2]) <= Number(asOf.slice(0, 4)) * 12 + Number(asOf.slice(5, 7))
}
