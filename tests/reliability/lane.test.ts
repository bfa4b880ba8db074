import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { exitCodeOf, lineOf, stateOf, summaryOf, type FileResult } from './lane-lines.ts'
import { ROWS, type Row } from './rows.ts'
import type { RowResult } from './say-row.ts'

/* What the lane says is true: short is called short, a control that is missing is a failure, and neither passes. */

const KILL: Row = ROWS.R01
const file = (...lines: readonly RowResult[]): FileResult => ({ passed: 1, failures: [], control: false, lines })
const line = (done: number, control: RowResult['control'] = 'failed-as-it-must'): RowResult => ({
  row: 'R01',
  done,
  seed: 7,
  control,
  processor: 3,
})

it('says ok only of a row that reached its target and whose control failed', () => {
  expect(lineOf('R01', KILL, 1000, [file(line(1000))])).toBe(
    'R01 ok 1000/1000 seed=7 control=failed-as-it-must processor=3s',
  )
  expect(lineOf('R01', KILL, 1000, [file(line(999))])).toMatch(/^R01 short 999\/1000 /)
  expect(lineOf('R01', KILL, 1000, [file(line(1000, null))])).toMatch(/^R01 failed: no control 1000\/1000/)
  // Two tests of one row: the one tried less often stands for it, and each has its control.
  expect(lineOf('R01', KILL, 1000, [file(line(1000), line(10))])).toMatch(/^R01 short 10\/1000 .*processor=6s/)
  expect(lineOf('R01', KILL, 1000, [file(line(1000), line(1000, null))])).toMatch(/^R01 failed: no control/)
  expect(lineOf('R01', KILL, 1000, [{ ...file(line(1000)), failures: ['x: lost 1'] }])).toBe(
    `R01 failed: ${KILL.files.join(', ')}\n    x: lost 1`,
  )
  expect(lineOf('R01', KILL, 1000, [file()])).toBe('R01 skipped: the test did not run here')
  const counted: Row = { ...KILL, counts: 'tests' }
  expect(lineOf('R01', counted, 2, [{ ...file(), passed: 2 }])).toMatch(/^R01 failed: no control 2\/2/)
  expect(lineOf('R01', counted, 2, [{ ...file(), passed: 2, control: true }])).toMatch(/^R01 ok 2\/2/)
  expect(lineOf('R01', counted, 3, [{ ...file(), passed: 2, control: true }])).toMatch(/^R01 short 2\/3/)
})

it('fails for a row that failed or is short, not for one that says why it is skipped', () => {
  const [ok, short, skipped, failed] = [
    'R01 ok 1/1',
    'R02 short 1/9',
    'R05 skipped: no strace',
    'R09 failed: x',
  ] as const
  expect([ok, short, skipped, failed].map(stateOf)).toEqual(['ok', 'short', 'skipped', 'failed'])
  expect([[ok], [ok, skipped], [ok, short], [ok, failed]].map(exitCodeOf)).toEqual([0, 0, 1, 1])
  expect(summaryOf([ok, short, ok, skipped], 2, 3.25)).toBe(
    '4 rows: 2 ok, 1 short, 1 skipped; 2.0 min, processor 3.3 min',
  )
})

it('a row that is tried too seldom is short to the end: the program says so and does not pass', () => {
  const { stdout, status } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'run.ts'), 'R17', '--part', '0.003'],
    { encoding: 'utf8' },
  )
  expect(stdout).toMatch(/^R17 short 3\/1000 seed=\d+ control=failed-as-it-must/)
  expect(stdout).toContain('1 rows: 1 short;')
  expect(status).toBe(1)
})
