import {
  RETIREMENT_ARRANGEMENT_NAMES,
  RETIREMENT_CATEGORY_NAMES,
  type RetirementCategory,
} from '../../../vocabulary/retirement.ts'
import type { Person, RetirementArrangement } from '../../model/person.ts'
import { madeOf } from '../../model/made-of.ts'
import { monthOf, type MonthOrDate, type PlainMonth } from '../../model/plain-date.ts'
import { listParameter } from '../parameters.ts'
import { birthOf, monthsUntil, retirementSpan, type PossibleRetirement } from '../retirement-facts.ts'
import type { Flag, RuleParameters } from '../rule.ts'
import { ruleByPerson } from '../rule-by-person.ts'
import { postTitle, type PresentPerson, type SnapshotIndex } from '../../model/snapshot-index.ts'
import { readRemark } from '../../says/read-remark.ts'
import { dateText, placeName, unitIdOf } from '../wording.ts'
import { retirementDuty } from '../sources.ts'

const PARAMETER = 'retirementAlertMonths'
/**
 * 到龄未退: the statutory month (2025 办法, month precision) is over and the person is still counted. In the month and ahead of it it only
 * reminds: nobody is off the list before the first day of the next month.
 * Where 原法定退休年龄 must be asked, it says so as soon as one of the possible answers would matter, and is sure only when all agree.
 */
export const retirementRule = ruleByPerson({
  id: 'F7',
  title: '到龄未退',
  severity: 'error',
  effect: 'eligibility',
  sources: retirementDuty,
  pack: null,
  stage: 'facts',
  parameters: [PARAMETER],
  ofPerson: (present, { index, parameters, snapshot }) => {
    const flag = checkPerson(present, index, snapshot.asOf, alertsOf(parameters))
    return flag === null ? NOTHING : [flag]
  },
})

const NOTHING: readonly Flag[] = []

/** Months ahead, the shortest first. */
const alertsOf = madeOf((parameters: RuleParameters): readonly number[] =>
  listParameter(parameters, PARAMETER)
    .map(Number)
    .sort((left, right) => left - right),
)

function checkPerson(
  { person, counted: holding }: PresentPerson,
  index: SnapshotIndex,
  asOf: string,
  alerts: readonly number[],
): Flag | null {
  if (holding === undefined) return null
  const birth = birthOf(person)
  if (birth === null || (person.retirementArrangement === null && tooYoung(birth, asOf, alerts))) return null
  const title = postTitle(index, holding)
  if (saysRetired(title, asOf) || saysRetired(holding.remark, asOf)) return null
  if (person.retirementArrangement !== null)
    return checkArranged(person, index, placeName(index, holding), birth, person.retirementArrangement, asOf, alerts)
  const { first, last, all } = retirementSpan(person, holding, title, birth)
  const subject = { unitId: unitIdOf(index, person.id), personId: person.id }
  const now = monthOf(asOf)
  // Most who are old enough to be looked at have years left: nothing is said of them, nor put into words.
  const who = () => `${person.name}（${placeName(index, holding)}）${dateText(monthOf(birth))}出生`
  if (last.month < now) return { ...subject, ...reached(who(), last.category, last.month, now) }
  if (first.month === now && last.month === now)
    return { ...subject, severity: 'info', effect: 'none', ...dueNow(who(), last.category, now) }
  const ahead = monthsUntil(first.month, now)
  const alert = alerts.find((months) => ahead <= months)
  if (alert === undefined) return null
  if (all.length > 1) return { ...subject, severity: 'info', effect: 'none', ...toBeAsked(who(), all) }
  return {
    ...subject,
    severity: 'info',
    effect: 'none',
    text: `${who()}，法定退休时间为${dateText(first.month)}，还有 ${ahead} 个月。`,
    remedy: '提前准备退休审批和出编手续。',
    facts: { 退休年月: first.month, 还有月数: ahead, 提醒档: alert },
  }
}

function saysRetired(text: string | null, asOf: string): boolean {
  return readRemark(text, { asOf })?.kind === 'retired'
}

/** By the arranged month; the statutory one no longer matters. */
function checkArranged(
  person: Person,
  index: SnapshotIndex,
  place: string,
  birth: MonthOrDate,
  { kind, month, documentNumber }: RetirementArrangement,
  asOf: string,
  alerts: readonly number[],
): Flag | null {
  const now = monthOf(asOf)
  const subject = { unitId: unitIdOf(index, person.id), personId: person.id }
  const paper = documentNumber === null ? '' : `，${documentNumber}`
  const who = `${person.name}（${place}）${dateText(monthOf(birth))}出生，登记的退休时间为${dateText(month)}（${RETIREMENT_ARRANGEMENT_NAMES[kind]}${paper}）`
  if (month < now) {
    const late = monthsUntil(now, month)
    return {
      ...subject,
      text: `${who}，已过 ${late} 个月，仍在占用编制。`,
      remedy: '办理退休审批和出编；安排有变的，凭新的文件重新登记退休安排。',
      facts: { 退休年月: month, 超过月数: late, 安排: RETIREMENT_ARRANGEMENT_NAMES[kind] },
    }
  }
  const ahead = monthsUntil(month, now)
  const alert = alerts.find((months) => ahead <= months)
  if (ahead > 0 && alert === undefined) return null
  return {
    ...subject,
    severity: 'info',
    effect: 'none',
    text: ahead === 0 ? `${who}，本月到龄，应办理。` : `${who}，还有 ${ahead} 个月。`,
    remedy:
      ahead === 0
        ? '本月内办理退休审批和出编；下月 1 日起仍未办理的，不列入在编名单。'
        : '提前准备退休审批和出编手续。',
    facts: {
      退休年月: month,
      还有月数: ahead,
      ...(alert === undefined || ahead === 0 ? {} : { 提醒档: alert }),
      安排: RETIREMENT_ARRANGEMENT_NAMES[kind],
    },
  }
}

/** No answer can matter before the earliest possible original age, 50, less the longest notice: spares most people the computing. */
function tooYoung(birth: MonthOrDate, asOf: string, alerts: readonly number[]): boolean {
  return monthsUntil(monthOf(asOf), monthOf(birth)) < 50 * 12 - (alerts.at(-1) ?? 0)
}

/** The whole month is theirs: 附件 1–3 know months only, and retirement is handled within the month. */
function dueNow(who: string, category: RetirementCategory, month: PlainMonth): Omit<Flag, 'severity' | 'effect'> {
  return {
    text: `${who}，法定退休时间为${dateText(month)}（${RETIREMENT_CATEGORY_NAMES[category]}），本月到龄，应办理。`,
    remedy: '本月内办理退休审批和出编；下月 1 日起仍未办理的，不列入在编名单。',
    facts: { 退休年月: month, 还有月数: 0 },
  }
}

function reached(
  who: string,
  category: RetirementCategory,
  month: PlainMonth,
  now: PlainMonth,
): Omit<Flag, 'severity' | 'effect'> {
  const late = monthsUntil(now, month)
  return {
    text: `${who}，法定退休时间为${dateText(month)}（${RETIREMENT_CATEGORY_NAMES[category]}），已过 ${late} 个月，仍在占用编制。`,
    remedy: '办理退休审批和出编；出生日期或原法定退休年龄有误的，核对档案后更正；已批准延迟或提前的，登记退休安排。',
    facts: { 退休年月: month, 超过月数: late },
  }
}

function toBeAsked(who: string, possible: readonly PossibleRetirement[]): Omit<Flag, 'severity' | 'effect'> {
  const months = possible
    .map(({ category, month }) => `${RETIREMENT_CATEGORY_NAMES[category]}为${dateText(month)}`)
    .join('，')
  return {
    text: `${who}，原法定退休年龄待核：${months}。`,
    remedy: '由组织（人社）部门核定原法定退休年龄后登记到人。',
    facts: { 待核: '原法定退休年龄' },
  }
}
