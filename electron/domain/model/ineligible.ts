import type { Finding } from './finding.ts'
import { madeOf } from './made-of.ts'

/** People whom each of the findings keeps off the sheet, in their order. */
export const keptOff = madeOf((findings: readonly Finding[]): readonly string[] => {
  const whom: string[] = []
  for (const { effect, personId } of findings) if (effect === 'eligibility' && personId !== null) whom.push(personId)
  return whom
})

/** The same, each once. */
export const ineligibleAmong = madeOf((findings: readonly Finding[]): ReadonlySet<string> => new Set(keptOff(findings)))
