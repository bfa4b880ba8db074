/*
 * What is promised of reliability, a row a kind of fault, and how often each is tried: in `npm test`, in `npm run test:reliability`, and
 * with `--long`. A row without a test says why. The counts are the targets; a run that comes to fewer is called short.
 */

export interface Row {
  readonly title: string
  readonly suite: number
  readonly ci: number
  readonly long: number
  /** Test files or programs that say the row's line themselves (`sayRow`), or whose passed tests are counted (`counts: 'tests'`). */
  readonly files: readonly string[]
  readonly counts?: 'tests'
  /** Why there is none here. */
  readonly absent?: string
}

const here = (name: string) => `tests/reliability/${name}.test.ts`

export const ROWS = {
  R01: {
    title: 'kill -9 during mixed commands',
    suite: 12,
    ci: 1000,
    long: 10_000,
    files: [here('kill-mixed')],
  },
  R02: { title: 'kill -9 during an import', suite: 12, ci: 100, long: 1000, files: [here('kill-import')] },
  R03: { title: 'kill -9 while migrating', suite: 10, ci: 30, long: 300, files: [here('kill-migrate')] },
  R04: { title: 'kill -9 in backup, restore, creation', suite: 6, ci: 100, long: 1000, files: [here('kill-files')] },
  R05: { title: 'power loss', suite: 200, ci: 10_000, long: 100_000, files: [here('power-loss')] },
  R06: { title: 'disk full', suite: 96, ci: 96, long: 96, files: [here('disk-full')] },
  R07: { title: 'I/O failure at every step', suite: 36, ci: 36, long: 36, files: [here('write-failures')] },
  R08: {
    title: 'read-only, locked, second instance',
    suite: 3,
    ci: 3,
    long: 3,
    files: ['tests/store/open.test.ts'],
    counts: 'tests',
  },
  R09: { title: 'bit rot', suite: 200, ci: 3000, long: 30_000, files: [here('bit-rot')] },
  R10: {
    title: 'foreign companions',
    suite: 12,
    ci: 12,
    long: 12,
    files: ['tests/store/restore-target.test.ts'],
    counts: 'tests',
  },
  R11: { title: 'backup under load', suite: 6, ci: 60, long: 600, files: [here('restore-drill')] },
  R12: { title: 'restore drill', suite: 6, ci: 100, long: 1000, files: [here('restore-drill')] },
  R13: {
    title: 'fuzzed workbooks',
    suite: 0,
    ci: 10_000,
    long: 200_000,
    files: ['tests/reliability/fuzz-files.ts'],
  },
  R14: { title: 'hostile workbooks', suite: 30, ci: 30, long: 30, files: [here('hostile-files')] },
  R15: { title: 'fuzzed contract', suite: 5, ci: 200, long: 5000, files: [here('fuzz-contract')] },
  R16: { title: 'formula injection', suite: 8, ci: 10_000, long: 10_000, files: [here('formula-injection')] },
  R17: { title: 'tampering', suite: 60, ci: 1000, long: 10_000, files: [here('tampering')] },
  R18: { title: 'who may do what', suite: 1000, ci: 1000, long: 1000, files: ['tests/host/rights.test.ts'] },
  R19: { title: 'password guessing', suite: 1000, ci: 10_000, long: 10_000, files: [here('guessing')] },
  R20: {
    title: 'attacks on loopback',
    suite: 60,
    ci: 60,
    long: 60,
    files: ['tests/host/http-host.test.ts', 'tests/e2e/foreign-page.test.ts'],
    counts: 'tests',
  },
  R21: { title: 'markup in data', suite: 6, ci: 25, long: 25, files: [here('markup')] },
  R22: {
    title: 'policy of the window',
    suite: 80,
    ci: 80,
    long: 80,
    files: ['tests/host/electron.test.ts', 'tests/host/policy.test.ts', 'tests/host/builder.test.ts'],
    counts: 'tests',
  },
  R23: { title: 'lost updates', suite: 40, ci: 1000, long: 20_000, files: [here('lost-updates')] },
  R24: {
    title: 'books of old versions',
    suite: 70,
    ci: 70,
    long: 70,
    files: ['tests/store/golden-books.test.ts'],
    counts: 'tests',
  },
  R25: { title: 'the clock', suite: 6, ci: 6, long: 6, files: [here('clock')] },
  R26: { title: 'soak', suite: 300, ci: 20_000, long: 500_000, files: [here('soak')] },
  R27: { title: 'capacity', suite: 2, ci: 2, long: 2, files: [here('bench-guard')], counts: 'tests' },
  R28: {
    title: 'nothing personal beside the book',
    suite: 20,
    ci: 20,
    long: 20,
    files: [here('traces')],
  },
  R29: {
    title: 'odd folders',
    suite: 20,
    ci: 20,
    long: 20,
    files: ['tests/host/file-gone.test.ts', 'tests/host/odd-paths.test.ts'],
    counts: 'tests',
  },
  R30: { title: 'the program dies while saving', suite: 4, ci: 50, long: 500, files: [here('lost-replies')] },
  R31: { title: 'quality of the rules', suite: 0, ci: 0, long: 0, files: [], absent: 'npm run mutation, by hand' },
} as const satisfies Readonly<Record<string, Row>>

export type RowId = keyof typeof ROWS
export const ROW_IDS = Object.keys(ROWS) as readonly RowId[]

/** Which lane runs: `RELIABILITY_LANE` is ci or long; otherwise the small part inside `npm test`. */
export function lane(): 'suite' | 'ci' | 'long' {
  const said = process.env['RELIABILITY_LANE']
  return said === 'ci' || said === 'long' ? said : 'suite'
}

/** `--part 0.1`: a tenth of the target, to see what a row costs. Its line then says short. */
const PART = Number(process.env['RELIABILITY_PART'] ?? 1)
/** `--minutes 5`: no row begins another trial after that long, and says how far it came. */
const MINUTES = Number(process.env['RELIABILITY_MINUTES'] ?? Infinity)

/** How often this run tries the row. */
export function timesOf(row: RowId): number {
  return Math.ceil(ROWS[row][lane()] * PART)
}

/** The numbers of a row's trials from 0, until there were `total` or the row's minutes are over. Several workers may draw from one. */
export function* trials(row: RowId, total = timesOf(row)): Generator<number, void> {
  const end = performance.now() + MINUTES * 60_000
  for (let trial = 0; trial < total && performance.now() < end; trial += 1) yield trial
}
