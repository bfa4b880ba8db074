import { FIND_GROUPS, type FindGroup, type FindItem } from './find-items.ts'
import { queryWords, scoreWords } from './find-words.ts'

export interface HitGroup {
  readonly group: FindGroup
  readonly title: string
  readonly hits: readonly FindItem[]
  /** All that fit; the list shows the first of them. */
  readonly count: number
}

/** Shown of a group that stands with others, and of one that stands alone. */
const SHOWN = 5
const SHOWN_ALONE = 12

/** Verbs in front of what is meant: 打印花名册, 办理退休. They narrow to what can be done. */
const VERBS = ['打印', '导出', '办理', '登记', '填写', '查看', '打开', '查找', '导入', '办', '填', '查', '看', '找']
const DOABLE: ReadonlySet<FindGroup> = new Set<FindGroup>(['action', 'form'])

interface Scored {
  readonly item: FindItem
  readonly score: number
}

/** The entries the words fit, by group; the group with the best of them first. */
export function findHits(items: readonly FindItem[], query: string): readonly HitGroup[] {
  const words = queryWords(query)
  if (words.length === 0) return []
  const shorter = withoutVerb(words)
  const found = new Map<FindGroup, Scored[]>()
  for (const item of items) {
    const score = scoreWords(item.words, words) ?? scoreShorter(item, shorter)
    if (score === null) continue
    const known = found.get(item.group)
    if (known === undefined) found.set(item.group, [{ item, score }])
    else known.push({ item, score })
  }
  const shown = found.size > 1 ? SHOWN : SHOWN_ALONE
  return inOrder(found).map(([group, scored]) => ({
    group,
    title: FIND_GROUPS[group],
    hits: best(scored, shown).map(({ item }) => item),
    count: scored.length,
  }))
}

function withoutVerb(words: readonly string[]): readonly string[] | null {
  const [first = '', ...rest] = words
  const verb = VERBS.find((one) => first.startsWith(one))
  if (verb === undefined) return null
  const left = [first.slice(verb.length), ...rest].filter((word) => word !== '')
  return left.length === 0 ? null : left
}

/** What fits without its verb stands behind what fits with it. */
function scoreShorter(item: FindItem, shorter: readonly string[] | null): number | null {
  if (shorter === null || !DOABLE.has(item.group)) return null
  const score = scoreWords(item.words, shorter)
  return score === null ? null : score / 2
}

function inOrder(
  found: ReadonlyMap<FindGroup, readonly Scored[]>,
): readonly (readonly [FindGroup, readonly Scored[]])[] {
  const top = (scored: readonly Scored[]) => scored.reduce((most, { score }) => Math.max(most, score), 0)
  const place = Object.keys(FIND_GROUPS)
  return [...found].toSorted(
    ([left, lefts], [right, rights]) => top(rights) - top(lefts) || place.indexOf(left) - place.indexOf(right),
  )
}

/** The best few, those of one score in their own order; without sorting ten thousand. */
function best(scored: readonly Scored[], count: number): readonly Scored[] {
  const byScore = Map.groupBy(scored, ({ score }) => score)
  const kept: Scored[] = []
  for (const score of [...byScore.keys()].toSorted((left, right) => right - left)) {
    kept.push(...(byScore.get(score) ?? []).slice(0, count - kept.length))
    if (kept.length === count) break
  }
  return kept
}
