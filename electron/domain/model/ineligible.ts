import type { Finding } from './finding.ts'
import { madeOf } from './made-of.ts'

/** People whom each of the findings keeps off the sheet, in their order. */
export const keptOff = madeOf((findings: readonly Finding[]): readonly string[] =>
  findings.flatMap(({ effect, personId }) => (effect === 'eligibility' && personId !== null ? [personId] : [])),
)

/** The same, each once. */
export const ineligibleAmong = madeOf((findings: readonly Finding[]): ReadonlySet<string> => new Set(keptOff(findings)))
