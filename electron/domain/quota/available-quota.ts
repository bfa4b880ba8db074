import type { FigureLine } from '../model/figures.ts'

/**
 * 可用编制 = 核定 + 允许溢出 − 实有 − 已核准未到位; below 1 nobody more may come in, below 0 too many are in or approved already.
 */
export function availableQuota(line: Pick<FigureLine, 'quota' | 'tolerance' | 'actual' | 'reserved'>): number {
  return line.quota + line.tolerance - line.actual - line.reserved
}
