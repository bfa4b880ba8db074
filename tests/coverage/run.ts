/*
 * `npm run coverage`: how much of store, app, excel and host the fast lane runs, line by line, in the test workers and in the processes
 * tests start (`child-lines.ts`). Keeps the figures in `REPORT.md`; fails where a room is below 85 of 100 lines.
 * `npm run coverage -- host` does one room by its own tests alone and keeps the others' figures: fewer tests can only show less.
 * `npm run coverage -- --kept` only counts anew what the last run wrote down.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { readChildren, type RanInChild } from './child-lines.ts'

const LIMIT = 85
const ROOMS = ['store', 'app', 'excel', 'host'] as const
/** Tests of other rooms run none of these four. */
const TESTS = ['tests/store', 'tests/app', 'tests/excel', 'tests/host', 'tests/cases', 'tests/vocabulary']
const root = join(import.meta.dirname, '../..')
const asked = ROOMS.filter((room) => process.argv.includes(room))
const counted = asked.length > 0 ? asked : ROOMS
const output = join(root, 'test-output/coverage')
const children = join(output, 'children')

if (!process.argv.includes('--kept')) {
  rmSync(output, { recursive: true, force: true })
  mkdirSync(children, { recursive: true })
  const tests = asked.length > 0 ? asked.map((room) => `tests/${room}`) : TESTS
  const coverage = [
    '--coverage.enabled',
    '--coverage.provider=v8',
    '--coverage.reporter=json',
    '--coverage.reportOnFailure',
    '--coverage.clean=false',
    `--coverage.reportsDirectory=${output}`,
    ...counted.map((room) => `--coverage.include=electron/${room}/**/*.ts`),
  ]
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'fast', ...tests, ...coverage], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, CHILD_COVERAGE: children },
  })
  if (status !== 0) process.exitCode = 1
}

/** What the test runner writes of one source file. */
interface FileCoverage {
  readonly path: string
  readonly statementMap: Readonly<
    Record<string, { readonly start: { readonly line: number; readonly column: number } }>
  >
  readonly s: Readonly<Record<string, number>>
}

interface Counted {
  readonly path: string
  readonly lines: number
  /** Run in a test worker. */
  readonly here: number
  /** Run in a child process alone. */
  readonly inChild: number
  readonly missed: readonly number[]
}

/** Lines on which a statement begins. */
function countLines(file: FileCoverage, ranInChild: RanInChild): Counted {
  const source = readFileSync(file.path, 'utf8').split('\n')
  const begins = source.reduce<number[]>((all, line) => [...all, (all.at(-1) ?? 0) + line.length + 1], [0])
  const lines = new Map<number, 'here' | 'inChild' | 'missed'>()
  for (const [id, { start }] of Object.entries(file.statementMap)) {
    const offset = (begins[start.line - 1] ?? 0) + start.column
    const ran = (file.s[id] ?? 0) > 0 ? 'here' : ranInChild(file.path, offset) ? 'inChild' : 'missed'
    const known = lines.get(start.line)
    if (known === undefined || ran === 'here' || (ran === 'inChild' && known === 'missed')) lines.set(start.line, ran)
  }
  const of = (what: string) => [...lines].filter(([, ran]) => ran === what).map(([line]) => line)
  return {
    path: relative(root, file.path),
    lines: lines.size,
    here: of('here').length,
    inChild: of('inChild').length,
    missed: of('missed').toSorted((one, other) => one - other),
  }
}

const written = JSON.parse(readFileSync(join(output, 'coverage-final.json'), 'utf8')) as Readonly<
  Record<string, FileCoverage>
>
const ranInChild = readChildren(children)
const files = Object.values(written).map((file) => countLines(file, ranInChild))
/** What is kept of a room: its figures and its weakest files. */
interface Kept {
  readonly lines: number
  readonly here: number
  readonly inChild: number
  readonly below: readonly string[]
}

const keptPath = join(import.meta.dirname, 'kept.json')
const before = (existsSync(keptPath) ? JSON.parse(readFileSync(keptPath, 'utf8')) : {}) as Partial<
  Record<(typeof ROOMS)[number], Kept>
>
const shareOf = ({ lines, here, inChild }: Pick<Kept, 'lines' | 'here' | 'inChild'>) =>
  Math.floor((1000 * (here + inChild)) / Math.max(1, lines)) / 10
const fresh = counted.map((room) => {
  const own = files.filter(({ path }) => path.startsWith(`electron/${room}/`))
  const sum = (what: 'lines' | 'here' | 'inChild') => own.reduce((total, file) => total + file[what], 0)
  const below = own
    .filter((file) => file.lines > 0 && shareOf(file) < LIMIT)
    .toSorted((one, other) => other.missed.length - one.missed.length)
    .map((file) => `${file.path} ${shareOf(file).toFixed(1)} %, ${file.missed.length} lines missed`)
  return [room, { lines: sum('lines'), here: sum('here'), inChild: sum('inChild'), below }] as const
})
const kept: typeof before = { ...before, ...Object.fromEntries(fresh) }
writeFileSync(keptPath, `${JSON.stringify(kept, null, 1)}\n`)
const rooms = ROOMS.flatMap((room) => {
  const own = kept[room]
  return own === undefined ? [] : [{ room, own }]
})
const report = [
  '# Coverage',
  '',
  'Written by `npm run coverage`: lines of the four rooms the fast lane runs, in the test workers themselves and, counted apart, only in a process',
  'a test starts (the workbook child, the command line). What runs only in a real browser, in Electron, or in a process that is',
  'killed before it has answered, is not counted.',
  '',
  '| room | lines | in the tests | only in a child | share |',
  '| --- | ---: | ---: | ---: | ---: |',
  ...rooms.map(
    ({ room, own }) => `| ${room} | ${own.lines} | ${own.here} | ${own.inChild} | ${shareOf(own).toFixed(1)} % |`,
  ),
  '',
  `## Files below ${LIMIT} %`,
  '',
  ...rooms.flatMap(({ own }) => own.below.map((line) => `- ${line}`)),
  '',
]
writeFileSync(join(import.meta.dirname, 'REPORT.md'), report.join('\n'))
const missed = files.filter((file) => file.missed.length > 0)
writeFileSync(join(output, 'missed.json'), JSON.stringify(missed, null, 1))
process.stdout.write(report.join('\n'))
if (rooms.some(({ own }) => shareOf(own) < LIMIT)) process.exitCode = 1
