import type { BookSnapshot } from '../model/book-snapshot.ts'
import type { RankQuota } from '../model/limits.ts'
import { countedHolding } from '../model/counted-holding.ts'
import { holdingsByPerson } from '../model/holding-groups.ts'

/** 职级职数 of one pool on one day. */
export interface RankFigure {
  readonly entry: RankQuota
  readonly quota: number
  readonly actual: number
  readonly over: number
  readonly vacancy: number
  readonly personIds: readonly string[]
  /** 保留待遇: people who enjoy a rank of the pool while their seat consumes another; shown, never counted. */
  readonly retainedIds: readonly string[]
}

/**
 * Each pool with the counted people whose seat consumes one of its ranks: 占编职级 where one is on record, else the person's own rank
 * (a rank only enjoyed, 享受职级, consumes nothing once the seat says otherwise). A unit's pool covers the units below it too.
 */
export function rankFigures(
  snapshot: Pick<BookSnapshot, 'rankQuotas' | 'units' | 'posts' | 'people' | 'holdings'>,
): readonly RankFigure[] {
  if (snapshot.rankQuotas.length === 0) return []
  const holders = rankHolders(snapshot)
  const parentOf = new Map(snapshot.units.map((unit) => [unit.id, unit.parentId]))
  return snapshot.rankQuotas.map((entry) => {
    const ranks = new Set<string | null>(ranksOfPool(entry.pool))
    const within = holders.filter((holder) => isWithinUnit(holder.unitId, entry.unitId, parentOf))
    const personIds = within.filter((holder) => ranks.has(holder.rank)).map((holder) => holder.personId)
    const retainedIds = within
      .filter((holder) => !ranks.has(holder.rank) && ranks.has(holder.enjoyed))
      .map((holder) => holder.personId)
    const [actual, quota] = [personIds.length, entry.amount]
    return {
      entry,
      quota,
      actual,
      over: Math.max(0, actual - quota),
      vacancy: Math.max(0, quota - actual),
      personIds,
      retainedIds,
    }
  })
}

const GRADES = ['一级', '二级', '三级', '四级']

/** "一级至四级主任科员" with each grade between written out. */
function withGradesBetween(pool: string): string {
  return pool.replaceAll(/([一二三四]级)[至到—~-]+([一二三四]级)/gu, (all, first: string, last: string) => {
    const between = GRADES.slice(GRADES.indexOf(first), GRADES.indexOf(last) + 1)
    return between.length === 0 ? all : between.join('、')
  })
}

/** The ranks a pool's name means: "一级和二级主任科员" is 一级主任科员 and 二级主任科员, "一级至四级主任科员" all four. */
export function ranksOfPool(pool: string): readonly string[] {
  const parts = withGradesBetween(pool)
    .split(/[和及、，,]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const ranks: string[] = []
  let title = ''
  for (const part of parts.toReversed()) {
    const bare = /^[一二三四]级$/u.test(part)
    if (!bare) title = part.replace(/^[一二三四]级/u, '')
    ranks.unshift(bare ? part + title : part)
  }
  return ranks
}

interface RankHolder {
  readonly personId: string
  readonly unitId: string
  /** What the seat consumes; null: no rank. */
  readonly rank: string | null
  /** The person's own rank. */
  readonly enjoyed: string | null
}

function rankHolders(snapshot: Pick<BookSnapshot, 'posts' | 'people' | 'holdings'>): readonly RankHolder[] {
  const holdings = holdingsByPerson(snapshot.holdings)
  const unitOfPost = new Map(snapshot.posts.map((post) => [post.id, post.unitId]))
  return snapshot.people.flatMap((person) => {
    const counted = countedHolding(holdings.get(person.id) ?? [])
    if (counted === undefined) return []
    const unitId = unitOfPost.get(counted.postId)
    if (unitId === undefined) return []
    return [{ personId: person.id, unitId, rank: counted.occupiedRank ?? person.rank, enjoyed: person.rank }]
  })
}

/** True for the unit itself and for every unit below it. */
export function isWithinUnit(
  unitId: string,
  ancestorId: string,
  parentOf: ReadonlyMap<string, string | null>,
): boolean {
  const seen = new Set<string>()
  for (let at: string | null = unitId; at !== null && !seen.has(at); at = parentOf.get(at) ?? null) {
    if (at === ancestorId) return true
    seen.add(at)
  }
  return false
}
