import { HOLDING_KIND_LIST } from '../../vocabulary/standing.ts'
import type { HeldSeat } from './counted-book.ts'
import type { Holding, HoldingKind } from './person.ts'
import type { QuotaCategory } from './quota-category.ts'

/*
 * Who counts against 编制. One place, because every figure, list and rule must agree on it.
 * A 借入 or 挂职 person's 编制 stays with the unit they come from (公务员法 第72条), 编外 people have none, and a 借出 row is only the
 * other end of a post kept here: none of them is counted, whatever the row claims (rules C3, C4, C7 say so when it does).
 */

type SeatOrder = Pick<HeldSeat, 'id' | 'kind' | 'validFrom'>

/** Order in which a person's holdings are read: 主职 first, then by begin and id. */
export function byKind(left: SeatOrder, right: SeatOrder): number {
  return (
    HOLDING_KIND_LIST[left.kind].order - HOLDING_KIND_LIST[right.kind].order ||
    compareText(left.validFrom, right.validFrom) ||
    compareText(left.id, right.id)
  )
}

/** Code-unit order, the same on every machine. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}

/** True for the kinds that can use 编制 at all. */
export function canBeCounted(kind: HoldingKind): boolean {
  return kind === 'substantive' || kind === 'concurrent'
}

/** A holding that counts: it has its 编制类型 and its post. */
export type CountedHolding<Held extends HeldSeat = Holding> = Held & {
  readonly category: QuotaCategory
  readonly postId: string
}

/**
 * The one holding by which a person is counted, or undefined. `holdings` are theirs in force, 主职 first:
 * somebody with two counted rows is counted once, at the 主职 (domain rule D7).
 */
export function countedHolding<Held extends HeldSeat>(holdings: readonly Held[]): CountedHolding<Held> | undefined {
  return holdings.find(
    (holding): holding is CountedHolding<Held> =>
      holding.occupiesQuota && holding.category !== null && holding.postId !== null && canBeCounted(holding.kind),
  )
}
