import type { Input, Output } from '../../contract/operations.ts'
import { RULE_PACKS } from '../../domain/rules/packs/index.ts'
import { localPackInForce, shippedPack } from '../../domain/rules/packs/pack-in-force.ts'
import { readLocalPacks, readPackChoice } from '../../store/pack-store.ts'
import type { QueryContext } from '../context.ts'
import { readAdoptedIds } from './adopt-law.ts'
import { findPack, packDetailView, packSummaryView, readGates, readPack } from './find-pack.ts'

/** Shipped packs, then the book's own. */
export async function readPacks(_input: Input<'packs.read'>, { db }: QueryContext): Promise<Output<'packs.read'>> {
  const { packId } = await readPackChoice(db)
  const all = [...RULE_PACKS.map((pack) => shippedPack(pack.id)), ...(await readLocalPacks(db)).map(localPackInForce)]
  return { inForce: packId, packs: all.flatMap((pack) => (pack === undefined ? [] : packSummaryView(pack, packId))) }
}

/** One pack with its parameters, rules and the book's gates. @throws `pack_not_found` */
export async function readPackDetail(input: Input<'pack.read'>, { db }: QueryContext): Promise<Output<'pack.read'>> {
  const { packId } = await readPackChoice(db)
  return packDetailView(await readPack(db, input.pack), packId, await readGates(db), await readAdoptedIds(db))
}

/** A shipped pack, where there is no book. @throws `pack_not_found` */
export function showPack(input: Input<'pack.show'>): Output<'pack.show'> {
  return packDetailView(findPack(input.pack, []), null, new Map())
}
