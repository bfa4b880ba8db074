import { UNLIMITED_RANKS } from '../../vocabulary/rank-ladder.ts'
import { isWithinUnit, rankFigures, ranksOfPool, type RankFigure } from '../quota/rank-figures.ts'
import type { BookSnapshot } from '../model/book-snapshot.ts'

/** What the numbers of posts say of one promotion. */
export interface RankSeats {
  readonly steps: readonly string[]
  readonly lacks: readonly string[]
  readonly obstacles: readonly string[]
}

/** Answers, for one snapshot, whether a post is free for somebody of a unit who rises from one rank to another. */
export function findRankSeats(
  snapshot: BookSnapshot,
): (unitId: string | null, from: string | null, to: string) => RankSeats {
  const pools = rankFigures(snapshot)
  const parents = new Map(snapshot.units.map((unit) => [unit.id, unit.parentId]))
  return (unitId, from, to) => {
    if (UNLIMITED_RANKS.includes(to)) return { steps: [`${to}不限职数`], lacks: [], obstacles: [] }
    const own = pools.filter(
      ({ entry }) =>
        ranksOfPool(entry.pool).includes(to) && unitId !== null && isWithinUnit(unitId, entry.unitId, parents),
    )
    if (own.length === 0) return { steps: [], lacks: [`${to}的职级职数`], obstacles: [] }
    return {
      lacks: [],
      steps: own.map((pool) => poolText(pool, isIn(pool, from))),
      obstacles: own
        .filter((pool) => !isIn(pool, from) && pool.vacancy === 0)
        .map(({ entry, quota, actual }) => `没有空缺职数：${entry.pool}核定 ${quota}、实有 ${actual}`),
    }
  }
}

/** Who rises within a pool takes no further post of it. */
function isIn({ entry }: RankFigure, from: string | null): boolean {
  return from !== null && ranksOfPool(entry.pool).includes(from)
}

function poolText({ entry, quota, actual, vacancy }: RankFigure, within: boolean): string {
  return `${entry.pool}：核定 ${quota} − 实有 ${actual} = 空 ${vacancy}${within ? '（在同一职数内晋升，不另占）' : ''}`
}
