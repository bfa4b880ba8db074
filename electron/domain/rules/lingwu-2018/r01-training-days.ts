import { PACK_IDS } from '../packs/pack-ids.ts'
import { firstDayOf, type PlainDate } from '../../model/plain-date.ts'
import { numberParameter } from '../parameters.ts'
import type { Flag, Rule, RuleInput } from '../rule.ts'
import type { PresentPerson } from '../../model/snapshot-index.ts'
import { nameList, unitIdOf } from '../wording.ts'
import { lingwu2018 } from '../sources.ts'

const DAYS = 'trainingDays'
/** The half of the year is over: what is missing can still be made up. */
const REMIND_FROM = '07-01'
const NAMES_SHOWN = 8

interface Year {
  readonly year: number
  readonly needed: number
  /** Days on record of the year, by person. */
  readonly days: ReadonlyMap<string | null, number>
}

/**
 * Training days of the last calendar year that is over, per person on 编制 who was here all year. Who came in its course is told their
 * share as information. People without a single record stand in one finding: nobody knows whether they went or nobody wrote it down.
 */
export const trainingDaysRule: Rule<'records'> = {
  id: 'R002-01',
  title: '乡镇干部每年培训不少于12天',
  severity: 'error',
  effect: 'none',
  sources: [
    lingwu2018({
      article: '三（二）',
      clause: '切实抓好干部全员培训,确保乡镇干部每年参加各类培训学习的时间累计不少于12天。',
    }),
  ],
  pack: PACK_IDS.lingwu2018,
  stage: 'facts',
  reads: ['records'],
  parameters: [DAYS],
  check: (input) => {
    const { snapshot } = input
    const year = Number(snapshot.asOf.slice(0, 4)) - 1
    return [...judgeYear(year, input), ...shortThisYear(year + 1, input)]
  },
}

function judgeYear(year: number, input: RuleInput<'records'>): readonly Flag[] {
  const { index, parameters } = input
  const staff = index.present.filter((present) => enteredOn(present) < `${year + 1}-01-01`)
  if (staff.length === 0) return []
  const own = { year, needed: numberParameter(parameters, DAYS), days: daysOf(input, year) }
  if (own.days.size === 0) {
    return [
      {
        severity: 'info',
        text: `没有登记 ${year} 年到人的培训，每人是否不少于 ${own.needed} 天没有核查。`,
        remedy: '在“资料”里登记或导入培训。',
        facts: { 年度: year, 应有人数: staff.length },
      },
    ]
  }
  return [...unrecorded(staff, own), ...staff.flatMap((present) => judge(present, own, input))]
}

/** From July on, who is short of the year's days while a course can still be run: one hint by name. */
function shortThisYear(year: number, input: RuleInput<'records'>): readonly Flag[] {
  const { snapshot, index, parameters } = input
  if (snapshot.asOf < `${year}-${REMIND_FROM}`) return []
  const needed = numberParameter(parameters, DAYS)
  const days = daysOf(input, year)
  const short = index.present.filter(
    (present) => enteredOn(present) <= `${year}-01-01` && (days.get(present.person.id) ?? 0) < needed,
  )
  if (short.length === 0) return []
  const told = short.slice(0, NAMES_SHOWN).map(({ person }) => `${person.name} ${days.get(person.id) ?? 0} 天`)
  return [
    {
      severity: 'info',
      text: `${year} 年到目前培训不足 ${needed} 天的 ${short.length} 人：${told.join('、')}${short.length > NAMES_SHOWN ? '等' : ''}。`,
      remedy: '年内还来得及：安排培训，参加过的补登。',
      facts: { 年度: year, 不足人数: short.length },
    },
  ]
}

/** '9' sorts after every day: somebody who is not counted is nobody's staff. */
function enteredOn({ counted }: PresentPerson): PlainDate {
  return counted === undefined ? '9' : firstDayOf(counted.enteredOn ?? counted.validFrom)
}

function daysOf({ snapshot }: RuleInput<'records'>, year: number): ReadonlyMap<string | null, number> {
  const days = new Map<string | null, number>()
  for (const { personId, validFrom, days: own } of snapshot.records.training) {
    if (personId !== null && validFrom.startsWith(`${year}-`)) days.set(personId, (days.get(personId) ?? 0) + own)
  }
  return days
}

function unrecorded(staff: readonly PresentPerson[], { year, needed, days }: Year): readonly Flag[] {
  const people = staff
    .filter((present) => enteredOn(present) <= `${year}-01-01` && !days.has(present.person.id))
    .map(({ person }) => person)
  if (people.length === 0) return []
  return [
    {
      severity: 'warning',
      text: `${year} 年没有培训记录的 ${people.length} 人：${nameList(people)}；每人每年累计不少于 ${needed} 天。`,
      remedy: '参加过的，补登培训；没有参加的，安排补训。',
      facts: { 年度: year, 人数: people.length },
    },
  ]
}

function judge(present: PresentPerson, { year, needed, days }: Year, { index }: RuleInput<'records'>): readonly Flag[] {
  const { person } = present
  const own = days.get(person.id)
  if (own === undefined || own >= needed) return []
  const since = enteredOn(present)
  const subject = { unitId: unitIdOf(index, person.id), personId: person.id }
  if (since <= `${year}-01-01`) {
    const short = tenths(needed - own)
    return [
      {
        ...subject,
        text: `${person.name} ${year} 年培训累计 ${own} 天，应不少于 ${needed} 天，不足 ${short} 天。`,
        remedy: '核对培训记录；确实不足的，安排补训。',
        facts: { 年度: year, 累计: own, 应有: needed, 不足: short },
      },
    ]
  }
  const months = 13 - Number(since.slice(5, 7))
  const share = (needed * months) / 12
  if (own >= share) return []
  return [
    {
      ...subject,
      severity: 'info',
      text: `${person.name} ${year} 年到岗 ${months} 个月，培训累计 ${own} 天，按月折算为 ${tenths(share)} 天。`,
      remedy: '年中到岗的只作提示；第二年起按全年计算。',
      facts: { 年度: year, 累计: own, 在岗月数: months, 折算: tenths(share) },
    },
  ]
}

/** Half days are entered; a share may come to more places. */
function tenths(days: number): number {
  return Math.round(days * 10) / 10
}
