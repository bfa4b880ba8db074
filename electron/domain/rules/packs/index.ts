import { nonePack } from './none.ts'
import type { RulePack } from './rule-pack.ts'
import { seed000Pack } from './seed-000.ts'
import { seed001Pack } from './seed-001.ts'
import { seed002Pack } from './seed-002.ts'
import { seed003Pack } from './seed-003.ts'
import { seed004Pack } from './seed-004.ts'

/** Every pack that ships, in the order they are offered. */
export const RULE_PACKS: readonly RulePack[] = [seed000Pack, seed001Pack, seed002Pack, seed003Pack, seed004Pack, nonePack]

/** The pack of an id; undefined for one this version does not know. */
export function packById(id: string): RulePack | undefined {
  return RULE_PACKS.find((pack) => pack.id === id)
}

export { parameterValues, workTaskOf } from './rule-pack.ts'
export type { CategoryAmount, PackParameter, PackParameters, PackTask, RulePack, TemplateUnit, TownshipTemplate } from './rule-pack.ts'
