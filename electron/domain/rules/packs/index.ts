import { nonePack } from './none.ts'
import type { RulePack } from './rule-pack.ts'
import { seed000Pack } from './seed-000.ts'

/** Every pack that ships, in the order they are offered. */
export const RULE_PACKS: readonly RulePack[] = [seed000Pack, nonePack]

/** The pack of an id; undefined for one this version does not know. */
export function packById(id: string): RulePack | undefined {
  return RULE_PACKS.find((pack) => pack.id === id)
}

export type { CategoryAmount, RulePack, TemplateUnit, TownshipTemplate } from './rule-pack.ts'
