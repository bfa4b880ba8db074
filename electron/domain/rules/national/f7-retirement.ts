import { monthOf, type MonthOrDate, type PlainMonth } from '../../model/plain-date.ts'
import type { RetirementCategory } from '../../retirement/statutory-retirement.ts'
import { listParameter } from '../parameters.ts'
import { birthOf, monthsUntil, retirementSpan, type PossibleRetirement } from '../retirement-facts.ts'
import type { Flag, PresentPerson, Rule, SnapshotIndex } from '../rule.ts'
import { saysRetired } from '../says-retired.ts'
import { retirementDuty } from '../sources.ts'
import { dateText, placeName, postTitle, unitIdOf } from '../wording.ts'

const PARAMETER = 'retirementAlertMonths'
const CATEGORY_NAMES: Readonly<Record<RetirementCategory, string>> = { male60: '原 60 周岁', female55: '原 55 周岁', female50: '原 50 周岁' }

/**
 * 到龄未退: the statutory month (2025 办法, month precision) has come and the person is still counted. Months ahead it only reminds.
 * Where 原法定退休年龄 must be asked, it says so as soon as one of the possible answers would matter, and is sure only when all agree.
 */
export const retirementRule: Rule<never> = {
  id: 'F7',
  title: '到龄未退',
  severity: 'error',
  effect: 'eligibility',
  source: retirementDuty,
  pack: null,
  stage: 'facts',
  reads: [],
  parameters: [PARAMETER],
  check: ({ index, parameters, snapshot }) => {
    const alerts = listParameter(parameters, PARAMETER).map(Number).sort((left, right) => left - right)
    return index.present.flatMap((present) => checkPerson(present, index, snapshot.asOf, alerts) ?? [])
  },
}

function checkPerson({ person, counted: holding }: PresentPerson, index: SnapshotIndex, asOf: string, alerts: readonly number[]): Flag | null {
  if (holding === undefined) return null
  const birth = birthOf(person)
  if (birth === null || tooYoung(birth, asOf, alerts)) return null
  const title = postTitle(index, holding)
  if (saysRetired(title, asOf) || saysRetired(holding.remark, asOf)) return null
  const { first, last, all } = retirementSpan(person, holding, title, birth)
  const subject = { unitId: unitIdOf(index, person.id), personId: person.id }
  const who = `${person.name}（${placeName(index, holding)}）${dateText(monthOf(birth))}出生`
  const now = monthOf(asOf)
  if (last.month <= now) return { ...subject, ...reached(who, last.category, last.month, now) }
  const ahead = monthsUntil(first.month, now)
  const alert = alerts.find((months) => ahead <= months)
  if (alert === undefined) return null
  if (all.length > 1) return { ...subject, severity: 'info', effect: 'none', ...toBeAsked(who, all) }
  return {
    ...subject,
    severity: 'info',
    effect: 'none',
    text: `${who}，法定退休时间为${dateText(first.month)}，还有 ${ahead} 个月。`,
    remedy: '提前准备退休审批和出编手续。',
    facts: { 退休年月: first.month, 还有月数: ahead, 提醒档: alert },
  }
}

/** No answer can matter before the earliest possible original age, 50, less the longest notice: spares most people the computing. */
function tooYoung(birth: MonthOrDate, asOf: string, alerts: readonly number[]): boolean {
  return monthsUntil(monthOf(asOf), monthOf(birth)) < 50 * 12 - (alerts.at(-1) ?? 0)
}

function reached(who: string, category: RetirementCategory, month: PlainMonth, now: PlainMonth): Omit<Flag, 'severity' | 'effect'> {
  const late = monthsUntil(now, month)
  return {
    text: `${who}，法定退休时间为${dateText(month)}（${CATEGORY_NAMES[category]}）${late === 0 ? '，本月到龄' : `，已过 ${late} 个月`}，仍在占用编制。`,
    remedy: '办理退休审批和出编；出生日期或原法定退休年龄有误的，核对档案后更正。',
    facts: { 退休年月: month, 超过月数: late },
  }
}

function toBeAsked(who: string, possible: readonly PossibleRetirement[]): Omit<Flag, 'severity' | 'effect'> {
  const months = possible.map(({ category, month }) => `${CATEGORY_NAMES[category]}为${dateText(month)}`).join('，')
  return {
    text: `${who}，原法定退休年龄待核：${months}。`,
    remedy: '由组织（人社）部门核定原法定退休年龄后登记到人。',
    facts: { 待核: '原法定退休年龄' },
  }
}
