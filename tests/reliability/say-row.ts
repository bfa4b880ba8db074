import { appendFileSync } from 'node:fs'
import { lane, ROWS, type RowId } from './rows.ts'

/** What one run came to. `control`: a case that must fail was tried and did; null: the row has none. */
export interface RowResult {
  readonly row: RowId
  readonly done: number
  readonly seed: number | null
  readonly control: 'failed-as-it-must' | null
  readonly note?: string
}

/** Leaves the row's result in the run's log, and for `run.ts` in the file it names. Called only after everything held. */
export function sayRow(result: RowResult): void {
  process.stdout.write(`${rowLine(result, ROWS[result.row][lane()])}\n`)
  const report = process.env['RELIABILITY_REPORT']
  if (report !== undefined) appendFileSync(report, `${JSON.stringify(result)}\n`)
}

/** `R01 ok 1000/1000 seed=7 control=failed-as-it-must` */
export function rowLine({ row, done, seed, control, note }: RowResult, target: number): string {
  return [
    `${row} ${done >= target ? 'ok' : 'short'} ${done}/${target}`,
    seed === null ? '' : `seed=${seed}`,
    control === null ? '' : `control=${control}`,
    note ?? '',
  ]
    .filter((part) => part !== '')
    .join(' ')
}
