import { appendFileSync, readFileSync } from 'node:fs'
import { lane, ROWS, type RowId } from './rows.ts'

/** What one run came to. `control`: a case that must fail was tried and did; null: the row has none. */
export interface RowResult {
  readonly row: RowId
  readonly done: number
  readonly seed: number | null
  readonly control: 'failed-as-it-must' | null
  readonly note?: string
  /** Processor seconds of the test and of all it started. */
  readonly processor?: number
}

let counted = 0

/** Leaves the row's result in the run's log, and for `run.ts` in the file it names. Called only after everything held. */
export function sayRow(result: RowResult): void {
  const spent = processorSeconds()
  const said = { ...result, processor: spent - counted }
  counted = spent
  process.stdout.write(`${rowLine(said, ROWS[result.row][lane()])}\n`)
  const report = process.env['RELIABILITY_REPORT']
  if (report !== undefined) appendFileSync(report, `${JSON.stringify(said)}\n`)
}

/** Hundredths of a second, as Linux counts for programs (proc(5), USER_HZ). */
const TICKS = 100

/** Processor seconds of this process and, where the system tells, of all its children that have ended. */
export function processorSeconds(): number {
  const { user, system } = process.cpuUsage()
  let ended = 0
  try {
    // The name in brackets may hold blanks; after it the fields are numbered from 3 (proc(5)): cutime is 16, cstime 17.
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    ended = (Number(fields[13]) + Number(fields[14])) / TICKS
  } catch {
    // Not Linux.
  }
  return (user + system) / 1_000_000 + ended
}

/** `R01 ok 1000/1000 seed=7 control=failed-as-it-must processor=90s`. Without a control that failed nothing is called ok. */
export function rowLine({ row, done, seed, control, note, processor }: RowResult, target: number): string {
  const state = control === null ? 'failed: no control' : done < target ? 'short' : 'ok'
  return [
    `${row} ${state} ${done}/${target}`,
    seed === null ? '' : `seed=${seed}`,
    control === null ? '' : `control=${control}`,
    processor === undefined ? '' : `processor=${Math.round(processor)}s`,
    note ?? '',
  ]
    .filter((part) => part !== '')
    .join(' ')
}
