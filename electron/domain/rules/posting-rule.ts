import { PACK_IDS } from './packs/pack-ids.ts'
import type { BookSnapshot } from '../model/book-snapshot.ts'
import { packInForce } from './packs/pack-in-force.ts'

/** Packs whose document orders the list to be posted: R000-12 says so when it is not. */
const ORDERS_POSTING: ReadonlySet<string> = new Set([PACK_IDS.jiangxiTownship])

/** True where the pack in force has a rule of its own on posting, so that nothing is said twice. */
export function shippedPostingRule(snapshot: Pick<BookSnapshot, 'book' | 'localPack'>): boolean {
  const inForce = packInForce(snapshot)
  return (
    inForce !== undefined && ORDERS_POSTING.has(inForce.base.id) && (inForce.rules['R000-12']?.off ?? null) === null
  )
}
