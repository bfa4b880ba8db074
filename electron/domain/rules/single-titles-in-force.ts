import type { BookSnapshot } from '../model/book-snapshot.ts'
import { madeOf } from '../model/made-of.ts'
import type { SingleTitleLists } from '../roster/single-titles.ts'
import { NATIONAL_PARAMETERS } from './packs/national-parameters.ts'
import { parameterValues } from './packs/index.ts'
import { packInForce } from './packs/pack-in-force.ts'
import { listParameter } from './parameters.ts'
import type { RuleParameters } from './rule.ts'

/** Names of the parameters that say which titles one person holds. */
export const SINGLE_TITLE_PARAMETERS = ['townshipSingleTitles', 'unitSingleTitles'] as const

/** The lists as a rule is given them. */
export const singleTitleLists = madeOf((parameters: RuleParameters): SingleTitleLists => {
  const [township, unit] = SINGLE_TITLE_PARAMETERS
  return { township: listParameter(parameters, township), unit: listParameter(parameters, unit) }
})

/** The lists of the pack in force: what the ledger refuses by is what the rule would find. */
export function singleTitlesInForce(snapshot: Pick<BookSnapshot, 'book' | 'localPack'>): SingleTitleLists {
  return singleTitleLists(parameterValues(packInForce(snapshot)?.pack.parameters ?? NATIONAL_PARAMETERS))
}
