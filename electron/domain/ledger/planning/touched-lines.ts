import type { QuotaCategory } from '../../model/quota-category.ts'
import type { TouchedLine } from './event-plan.ts'

/** The lines of figures meant by pairs of unit and category, each once; a pair without either is none. */
export function touchedLines(
  ...pairs: readonly (readonly [unitId: string | null, category: QuotaCategory | null])[]
): readonly TouchedLine[] {
  const lines = new Map<string, TouchedLine>()
  for (const [unitId, category] of pairs) {
    if (unitId !== null && category !== null) lines.set(`${unitId}|${category}`, { unitId, category })
  }
  return [...lines.values()]
}
