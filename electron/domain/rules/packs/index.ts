import { nonePack } from './none.ts'
import type { RulePack } from './rule-pack.ts'
import { jiangxiPack } from './jiangxi-township.ts'
import { maskedCounty2022Pack } from './masked-county-2022.ts'
import { lingwu2018Pack } from './lingwu-2018.ts'
import { yunnan2011Pack } from './yunnan-2011.ts'
import { chenzhouPack } from './chenzhou.ts'

/** Every pack that ships, in the order they are offered. */
export const RULE_PACKS: readonly RulePack[] = [
  jiangxiPack,
  maskedCounty2022Pack,
  lingwu2018Pack,
  yunnan2011Pack,
  chenzhouPack,
  nonePack,
]

/** The pack of an id; undefined for one this version does not know. */
export function packById(id: string): RulePack | undefined {
  return RULE_PACKS.find((pack) => pack.id === id)
}

export { parameterValues, workTaskOf } from './rule-pack.ts'
export type {
  CategoryAmount,
  PackParameter,
  PackParameters,
  PackTask,
  RulePack,
  TemplateUnit,
  TownshipTemplate,
} from './rule-pack.ts'
