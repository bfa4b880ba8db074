import { ROSTER_LISTS, type RosterList } from '../../vocabulary/standing.ts'
import type { CategoryTotal } from '../model/figures.ts'
import { QUOTA_CATEGORIES, QUOTA_CATEGORY_NAMES } from '../model/quota-category.ts'
import type { LeadershipTotal, PackageLine, PackageParts, PackageTotals } from './package-content.ts'

/*
 * A package's rows counted again, from the people and the papers up: 核定 from the quota lines, 实有 from the people, the sums from the lines.
 * Nothing is believed because the package says so.
 */

/** The sums that the rows of a package give. */
export function countParts(parts: PackageParts): PackageTotals {
  return {
    categories: sumLines(parts.lines, ceilings(parts)),
    leadership: countLeadership(parts),
    lists: countLists(parts.people),
  }
}

function sumLines(lines: readonly PackageLine[], ceiling: ReadonlyMap<string, number>): readonly CategoryTotal[] {
  return QUOTA_CATEGORIES.flatMap((category) => {
    const own = lines.filter((line) => line.category === category)
    if (own.length === 0 && !ceiling.has(category)) return []
    const sum = (of: (line: PackageLine) => number) => own.reduce((total, line) => total + of(line), 0)
    return [
      {
        category,
        ceiling: ceiling.get(category) ?? null,
        quota: sum((line) => line.quota),
        actual: sum((line) => line.actual),
        reserved: sum((line) => line.reserved),
        vacancy: sum((line) => line.vacancy),
        over: sum((line) => line.over),
      },
    ]
  })
}

function ceilings({ quotas }: PackageParts): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const quota of quotas)
    if (quota.role === 'ceiling') found.set(quota.category, (found.get(quota.category) ?? 0) + quota.amount)
  return found
}

function countLeadership({ leadership, people }: PackageParts): LeadershipTotal {
  const counting = leadership.filter((entry) => entry.counts)
  const quota = counting.reduce((total, entry) => total + entry.amount, 0)
  const leaders = people.filter((person) => person.leads !== null)
  const divided = (of: (entry: PackageParts['leadership'][number]) => number | null) =>
    counting.length === 0 || counting.some((entry) => of(entry) === null)
      ? null
      : counting.reduce((total, entry) => total + (of(entry) ?? 0), 0)
  const count = (role: 'chief' | 'deputy') => leaders.filter((person) => person.leads === role).length
  return {
    quota,
    actual: leaders.length,
    vacancy: Math.max(0, quota - leaders.length),
    over: Math.max(0, leaders.length - quota),
    chief: { quota: divided((entry) => entry.chief), actual: count('chief') },
    deputy: { quota: divided((entry) => entry.deputy), actual: count('deputy') },
  }
}

function countLists(people: PackageParts['people']): Readonly<Record<RosterList, number>> {
  const counts: Record<RosterList, number> = Object.fromEntries(ROSTER_LISTS.map((list) => [list, 0])) as never
  for (const person of people) counts[person.list] += 1
  return counts
}

/** Why the sums a package states cannot be those of its rows; null where they agree. One Chinese clause. */
export function totalsProblem(stated: PackageTotals, counted: PackageTotals): string | null {
  for (const category of QUOTA_CATEGORIES) {
    const [told, own] = [stated, counted].map((totals) => totals.categories.find((one) => one.category === category))
    for (const [name, title] of MEASURES)
      if ((told?.[name] ?? 0) !== (own?.[name] ?? 0))
        return `${QUOTA_CATEGORY_NAMES[category]}${title}写 ${told?.[name] ?? 0}，明细加起来是 ${own?.[name] ?? 0}`
  }
  for (const [name, title] of LEADERSHIP)
    if (stated.leadership[name] !== counted.leadership[name])
      return `领导职数${title}写 ${stated.leadership[name]}，明细加起来是 ${counted.leadership[name]}`
  const list = ROSTER_LISTS.find((one) => stated.lists[one] !== counted.lists[one])
  return list === undefined ? null : `名单人数写 ${stated.lists[list]}，明细有 ${counted.lists[list]} 人`
}

const MEASURES = [
  ['quota', '核定'],
  ['actual', '实有'],
  ['reserved', '已核准未到位'],
  ['vacancy', '空编'],
  ['over', '超编'],
] as const
const LEADERSHIP = [
  ['quota', '核定'],
  ['actual', '实配'],
  ['vacancy', '空缺'],
  ['over', '超配'],
] as const

/** Why a line cannot be what people and papers give; null where all of them are. One Chinese clause. */
export function linesProblem({ units, lines, quotas, people }: PackageParts): string | null {
  const names = new Map(units.map((unit) => [unit.id, unit.name]))
  const [quota, actual] = [new Map<string, number>(), new Map<string, number>()]
  const add = (map: Map<string, number>, key: string, by: number) => map.set(key, (map.get(key) ?? 0) + by)
  for (const one of quotas) if (one.role === 'allocation') add(quota, keyOf(one.unit, one.category), one.amount)
  for (const person of people)
    if (person.counted && person.unit !== null && person.category !== null)
      add(actual, keyOf(person.unit, person.category), 1)
  for (const line of lines) {
    const key = keyOf(line.unit, line.category)
    const where = `${names.get(line.unit) ?? ''}的${QUOTA_CATEGORY_NAMES[line.category]}`
    if (!names.has(line.unit)) return `有一行编制数不属于任何机构`
    if (line.quota !== (quota.get(key) ?? 0))
      return `${where}核定写 ${line.quota}，依据文件加起来是 ${quota.get(key) ?? 0}`
    if (line.actual !== (actual.get(key) ?? 0))
      return `${where}实有写 ${line.actual}，名单上是 ${actual.get(key) ?? 0} 人`
    if (line.vacancy !== Math.max(0, line.quota - line.actual - line.reserved)) return `${where}空编算得不对`
    if (line.over !== Math.max(0, line.actual - line.quota)) return `${where}超编算得不对`
    quota.delete(key)
    actual.delete(key)
  }
  if ([...quota.values()].some((amount) => amount !== 0)) return '有核定编制没有列入编制数'
  return actual.size > 0 ? '名单上有人不在任何一行编制数里' : null
}

const keyOf = (unit: string, category: string) => `${unit}\n${category}`
