import type { Holding, HoldingKind } from '../model/person.ts'

/*
 * Who counts against 编制. One place, because every figure, list and rule must agree on it.
 * A 借入 or 挂职 person's 编制 stays with the unit they come from (公务员法 第72条), 编外 people have none, and a 借出 row is only the
 * other end of a post kept here: none of them is counted, whatever the row claims (rules C3, C4, C7 say so when it does).
 */

const KIND_ORDER: Readonly<Record<HoldingKind, number>> = { substantive: 0, concurrent: 1, attached: 2, secondedIn: 3, offQuota: 4, secondedOut: 5 }

/** Order in which a person's holdings are read: 主职 first, then by begin and id. */
export function byKind(left: Holding, right: Holding): number {
  return KIND_ORDER[left.kind] - KIND_ORDER[right.kind] || compareText(left.validFrom, right.validFrom) || compareText(left.id, right.id)
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

/**
 * The one holding by which a person is counted, or undefined. `holdings` are theirs in force, 主职 first:
 * somebody with two counted rows is counted once, at the 主职 (domain rule D7).
 */
export function countedHolding(holdings: readonly Holding[]): Holding | undefined {
  return holdings.find((holding) => holding.occupiesQuota && holding.category !== null && holding.postId !== null && canBeCounted(holding.kind))
}
