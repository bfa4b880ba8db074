import type { Row, RowId } from './rows.ts'
import { rowLine, type RowResult } from './say-row.ts'

/* What the lane says of a row, from what its test files came to. Nothing is ok that did not reach its target or whose control did not fail. */

export interface FileResult {
  readonly passed: number
  /** What failed, each with its first line. */
  readonly failures: readonly string[]
  /** A passed test says by its name that it is a control. */
  readonly control: boolean
  /** What the tests of the file said themselves. */
  readonly lines: readonly RowResult[]
}

/** @param target times the row is to be tried */
export function lineOf(id: RowId, row: Row, target: number, results: readonly FileResult[]): string {
  const failures = results.flatMap((result) => result.failures)
  if (failures.length > 0) return [`${id} failed: ${row.files.join(', ')}`, ...failures].join('\n    ')
  if (row.counts === 'tests') {
    const done = results.reduce((sum, result) => sum + result.passed, 0)
    const control = results.some((result) => result.control) ? 'failed-as-it-must' : null
    return rowLine({ row: id, done, seed: null, control }, target)
  }
  const own = results.flatMap((result) => result.lines.filter((line) => line.row === id))
  const [first] = own
  if (first === undefined) return `${id} skipped: the test did not run here`
  // Several tests of one row: the one tried least often stands for it, and each has a control.
  const least = own.reduce((left, right) => (right.done < left.done ? right : left))
  return rowLine(
    {
      ...least,
      control: own.every((line) => line.control !== null) ? first.control : null,
      processor: own.reduce((sum, line) => sum + (line.processor ?? 0), 0),
    },
    target,
  )
}

export type State = 'ok' | 'short' | 'skipped' | 'failed'

export function stateOf(line: string): State {
  return /^R\d+ (ok|short|skipped|failed)/.exec(line)?.[1] as State
}

/** What is skipped says why and fails nothing; what came to fewer than it should does. */
export function exitCodeOf(lines: readonly string[]): number {
  return lines.every((line) => ['ok', 'skipped'].includes(stateOf(line))) ? 0 : 1
}

/** The last line: how many rows came to what. */
export function summaryOf(lines: readonly string[], minutes: number, processorMinutes: number): string {
  const counts = new Map<State, number>()
  for (const line of lines) counts.set(stateOf(line), (counts.get(stateOf(line)) ?? 0) + 1)
  const said = (['ok', 'short', 'skipped', 'failed'] as const).flatMap((state) =>
    counts.has(state) ? [`${counts.get(state)} ${state}`] : [],
  )
  return `${lines.length} rows: ${said.join(', ')}; ${minutes.toFixed(1)} min, processor ${processorMinutes.toFixed(1)} min`
}
