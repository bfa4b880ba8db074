import { addMonths, addYears, type MonthOrDate } from '../../model/plain-date.ts'
import type { Flag } from '../rule.ts'
import { ruleByPerson } from '../rule-by-person.ts'
import type { PresentPerson } from '../../model/snapshot-index.ts'
import { dateText, unitIdOf } from '../wording.ts'

/** 劳动法 第十五条. */
const YOUNGEST = 16

/**
 * Dates that cannot be: work or 编制 before the sixteenth birthday, 编制 before the first day of work, anything that has not come yet.
 * Compared as precisely as both are known: a month is not before a day within it.
 */
export const plausibleDatesRule = ruleByPerson({
  id: 'D6',
  title: '参加工作、入编、任现职时间应合情理',
  severity: 'warning',
  effect: 'none',
  sources: [{ law: 'labour-law', article: '第十五条', clause: '禁止用人单位招用未满十六周岁的未成年人。' }],
  pack: null,
  stage: 'facts',
  parameters: [],
  ofPerson: (present, { index, snapshot }): readonly Flag[] => {
    const { person, grade } = present
    const problems = problemsOf(present, grade?.rankSince ?? null, snapshot.asOf)
    if (problems.length === 0) return NOTHING
    return problems.map((problem) => ({
      unitId: unitIdOf(index, person.id),
      personId: person.id,
      text: `${person.name}${problem}。`,
      remedy: '核对档案后更正；确有其事的，在核查页写明情况。',
    }))
  },
})

function problemsOf(
  { person, counted }: PresentPerson,
  rankSince: MonthOrDate | null,
  asOf: string,
): readonly string[] {
  const [work, entered] = [person.workStarted, counted?.enteredOn ?? null]
  let problems: string[] | undefined
  // One by one: of almost everybody there is nothing to be said, and no list is made.
  for (const problem of [
    tooYoung('参加工作', work, person.birth),
    tooYoung('入编', entered, person.birth),
    work !== null && entered !== null && isBefore(entered, work)
      ? `${dateText(entered)}入编，早于参加工作的${dateText(work)}`
      : null,
    notYet('参加工作时间', work, asOf),
    notYet('入编时间', entered, asOf),
    notYet('任现职级时间', rankSince, asOf),
  ]) {
    if (problem === null) continue
    problems ??= []
    problems.push(problem)
  }
  return problems ?? NO_PROBLEMS
}

const NOTHING: readonly Flag[] = []
const NO_PROBLEMS: readonly string[] = []

function tooYoung(what: string, on: MonthOrDate | null, birth: MonthOrDate | null): string | null {
  if (on === null || birth === null) return null
  return isBefore(on, sixteenthOf(birth))
    ? `${dateText(birth)}出生，${dateText(on)}${what}，不满 ${YOUNGEST} 周岁`
    : null
}

/** The sixteenth birthday, as precise as the birth. */
function sixteenthOf(birth: MonthOrDate): MonthOrDate {
  return birth.length === 7 ? addMonths(birth, YOUNGEST * 12) : addYears(birth, YOUNGEST)
}

function notYet(what: string, on: MonthOrDate | null, asOf: string): string | null {
  return on !== null && isBefore(asOf, on) ? `${what}${dateText(on)}还没有到` : null
}

/** True only where it must be so: on the precision both share. */
function isBefore(left: MonthOrDate, right: MonthOrDate): boolean {
  if (left.length === right.length) return left < right
  const precision = Math.min(left.length, right.length)
  return left.slice(0, precision) < right.slice(0, precision)
}
