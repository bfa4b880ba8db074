import type { Rule } from '../rule.ts'
import { unitLimitRule } from './r01-unit-limit.ts'
import { largeTownshipRule } from './r02-large-township.ts'
import { requiredOfficesRule } from './r03-required-offices.ts'
import { requiredInstitutionsRule } from './r04-required-institutions.ts'
import { nothingKeptRule } from './r05-nothing-kept.ts'
import { developedTownRule } from './r07-developed-town.ts'
import { deputyLevelHeadsRule } from './r08-deputy-level-heads.ts'
import { fillWithinQuotaRule } from './r09-fill-within-quota.ts'
import { countyTransferRule } from './r10-county-transfer.ts'
import { dispatchedRule } from './r12-dispatched.ts'
import { partyOpinionRule } from './r13-party-opinion.ts'
import { oneCounterRule } from './r14-one-counter.ts'
import { platesRule } from './r15-plates.ts'
import { payBenchmarkRule } from './r16-pay-benchmark.ts'
import { fromInstitutionsRule } from './r17-from-institutions.ts'
import { namedGridsRule } from './r18-named-grids.ts'

/** Rules of pack masked-county-2022. R001-06 says what the limit counts (`organ-setting.ts`); R001-11 is the national A14. */
export const MASKED_COUNTY_2022_RULES: readonly Rule[] = [
  unitLimitRule,
  largeTownshipRule,
  requiredOfficesRule,
  requiredInstitutionsRule,
  nothingKeptRule,
  developedTownRule,
  deputyLevelHeadsRule,
  fillWithinQuotaRule,
  countyTransferRule,
  dispatchedRule,
  partyOpinionRule,
  oneCounterRule,
  platesRule,
  payBenchmarkRule,
  fromInstitutionsRule,
  namedGridsRule,
]
