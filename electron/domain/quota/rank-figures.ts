import type { BookSnapshot } from '../model/book-snapshot.ts'
import type { RankQuota } from '../model/limits.ts'
import { countedHolding } from './counted-holding.ts'
import { holdingsByPerson } from './holding-groups.ts'

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
export function rankFigures(snapshot: Pick<BookSnapshot, 'rankQuotas' | 'units' | 'posts' | 'people' | 'holdings'>): readonly RankFigure[] {
  if (snapshot.rankQuotas.length === 0) return []
  const holders = rankHolders(snapshot)
  const parentOf = new Map(snapshot.units.map((unit) => [unit.id, unit.parentId]))
  return snapshot.rankQuotas.map((entry) => {
    const ranks = new Set(ranksOfPool(entry.pool))
    const within = holders.filter((holder) => isWithin(holder.unitId, entry.unitId, parentOf))
    const personIds = within.filter((holder) => ranks.has(holder.rank)).map((holder) => holder.personId)
    const retainedIds = within.filter((holder) => !ranks.has(holder.rank) && holder.enjoyed !== null && ranks.has(holder.enjoyed)).map((holder) => holder.personId)
    const [actual, quota] = [personIds.length, entry.amount]
    return { entry, quota, actual, over: Math.max(0, actual - quota), vacancy: Math.max(0, quota - actual), personIds, retainedIds }
  })
}

/** The ranks a pool's name means: "一级和二级主任科员" is 一级主任科员 and 二级主任科员. */
export function ranksOfPool(pool: string): readonly string[] {
  const parts = pool.split(/[和及、，,]/u).map((part) => part.trim()).filter((part) => part !== '')
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
  /** What the seat consumes. */
  readonly rank: string
  /** The person's own rank. */
  readonly enjoyed: string | null
}

function rankHolders(snapshot: Pick<BookSnapshot, 'posts' | 'people' | 'holdings'>): readonly RankHolder[] {
  const holdings = holdingsByPerson(snapshot.holdings)
  const unitOfPost = new Map(snapshot.posts.map((post) => [post.id, post.unitId]))
  return snapshot.people.flatMap((person) => {
    const counted = countedHolding(holdings.get(person.id) ?? [])
    const rank = counted?.occupiedRank ?? person.rank
    const unitId = counted?.postId === null || counted === undefined ? undefined : unitOfPost.get(counted.postId)
    return rank === null || unitId === undefined ? [] : [{ personId: person.id, unitId, rank, enjoyed: person.rank }]
  })
}

function isWithin(unitId: string, ancestorId: string, parentOf: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set<string>()
  for (let at: string | null = unitId; at !== null && !seen.has(at); at = parentOf.get(at) ?? null) {
    if (at === ancestorId) return true
    seen.add(at)
  }
  return false
}
