import type { Draft } from './axis-draft.ts'
import type { Aspect, Condition } from './counted-person.ts'
import { plainLabel } from './condition-words.ts'

/* Whom a 合计 among the labels of a counting table is of. */

/**
 * What some people simply have not: a 合计 of 职级 or 岗位等级 is of who has one, as the rows that it sums up are; that of units is of those the form
 * lists.
 */
const NOT_EVERYBODYS: ReadonlySet<Aspect> = new Set(['rank', 'title', 'grade', 'retirement', 'entered'])

export const isOutside = ({ unknown, within }: Draft) =>
  unknown !== null &&
  !within &&
  /离退休|退休人员|退休干部|退休职工|^(?:已)?退休$|离休|退养|遗属/u.test(plainLabel(unknown))

/** A 合计 of units is of those the form lists; null: one of them the book does not know. Empty: it lists none. */
export function ofUnits(
  draft: Draft,
  drafts: readonly Draft[],
  settled: readonly (readonly Condition[])[],
): readonly (readonly Condition[])[] | null {
  const beside = drafts.flatMap((other, index) =>
    other !== draft && other.parent === draft.parent && !other.total && !other.within ? [{ other, index }] : [],
  )
  const units = beside.flatMap(({ index }) => {
    const own = settled[index] ?? []
    return own.length === 1 && own[0]?.aspect === 'unit' ? [own] : []
  })
  if (units.length < 2) return []
  return beside.some(({ other }) => other.unknown !== null && !isHeading(other)) ? null : units
}

/** 编外 beside 行政编制 and 事业编制: their 合计 is of the three, though nobody counts 编外 elsewhere. */
export function ofSeveralLists(
  draft: Draft,
  drafts: readonly Draft[],
  settled: readonly (readonly Condition[])[],
): readonly (readonly Condition[])[] {
  const lines = drafts.flatMap((other, index) => {
    if (other === draft || other.parent !== draft.parent || other.within || other.unknown !== null) return []
    if (other.share || other.years !== null || other.others) return []
    const own = settled[index] ?? []
    // 在编 beside 编外 is everybody in post.
    if (other.total) return own.length === 0 && !other.whole && !other.subtotal ? [own] : []
    return own.length === 1 && own.every(({ aspect }) => OF_STANDING.has(aspect)) ? [own] : []
  })
  lines.push(...ofGroups(draft, drafts))
  const named = lines.filter((line) => line.some(({ lists }) => lists !== undefined))
  return named.length > 0 && named.length < lines.length ? lines : []
}

/** The groups beside a 总人数 that have heads of their own below them: 在编人员 over 男 and 女, 编外人员 over 男 and 女. */
function ofGroups(draft: Draft, drafts: readonly Draft[]): readonly (readonly Condition[])[] {
  const own = draft.parent === '' ? '' : `${draft.parent}/`
  const below = drafts.filter(
    ({ parent, unknown }) => unknown === null && parent !== draft.parent && parent.startsWith(own),
  )
  const others = new Map(
    below.flatMap(({ conditions }) =>
      conditions.flatMap((one) =>
        one.lists === undefined || one.lists.length === 0 ? [] : [[one.says, [one]] as const],
      ),
    ),
  )
  return others.size > 0 && below.some(({ inPostAt }) => inPostAt.length > 0) ? [[], ...others.values()] : []
}

/** 项目 over the row labels asks for nothing. */
const isHeading = ({ unknown, foreign }: Draft) => unknown !== null && !foreign

export function ofThoseWhoHave(
  draft: Draft,
  drafts: readonly Draft[],
  settled: readonly (readonly Condition[])[],
): readonly (readonly Condition[])[] {
  // 七级 under 专业技术岗位 belongs to the 合计 below all of them.
  const beside = drafts.flatMap((other, index) =>
    other !== draft &&
    (other.parent === draft.parent || draft.parent === '') &&
    !other.total &&
    !other.within &&
    !isHeading(other)
      ? [index]
      : [],
  )
  const lines = beside.map((index) => settled[index] ?? [])
  const [first] = lines
  const aspect = first?.at(-1)?.aspect
  const same =
    beside.length > 1 &&
    aspect !== undefined &&
    NOT_EVERYBODYS.has(aspect) &&
    beside.every((index) => drafts[index]?.unknown === null && !drafts[index].others) &&
    lines.every((line) => line.length > 0 && line.every((one) => one.aspect === aspect))
  return same ? lines : []
}

const OF_STANDING: ReadonlySet<Aspect> = new Set(['category', 'standing'])
