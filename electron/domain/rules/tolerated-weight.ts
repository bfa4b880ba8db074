import type { FigureLine } from '../model/figures.ts'
import type { Flag } from './rule.ts'

/**
 * 过渡期超编 weighs less, in every rule that speaks of it: a document allows these seats for a time (A15 names it), so line, plan and person
 * are to be watched, not put right today. One more than it allows and the whole line weighs as it always does.
 */
export function toleratedWeight(...lines: readonly Pick<FigureLine, 'over' | 'tolerance'>[]): Pick<Flag, 'severity'> {
  return lines.some((line) => line.over > 0) && lines.every((line) => line.over <= line.tolerance)
    ? { severity: 'warning' }
    : {}
}
