/*
 * `npm run mutation` mutates rules, quota, roster, notice and ledger slice by slice and keeps what it found in `kept/` and `REPORT.md`;
 * `npm run mutation -- lingwu-2018 H` does some slices anew and takes the others from before. Fails below 90 of 100.
 * A slice takes a minute or two, in one process; one with `ownRunner` takes its mutants one by one, remembers in `test-output` what it found, and
 * tries anew only what has changed since. `MUTATION_WORKERS=1` leaves the machine to others.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { keep, scoreOf, writeReport, type KeptSlice, type MutationResult } from './report.ts'
import { SLICES, sliceOf } from './slices.ts'

const LIMIT = 90
const root = join(import.meta.dirname, '../..')
const domain = join(root, 'electron/domain')
const results = join(root, 'test-output/mutation')
mkdirSync(results, { recursive: true })

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !SLICES.some((slice) => slice.name === name))
if (unknown.length > 0)
  throw new Error(`no slice ${unknown.join(', ')}; there are ${SLICES.map(({ name }) => name).join(', ')}`)

const files = globSync('**/*.ts', { cwd: domain }).filter((file) => !file.startsWith('rules/packs/'))
const stored = (name: string) => join(results, `${name}.json`)
const kept = (name: string) => join(import.meta.dirname, 'kept', `${name}.json`)

type Environment = Readonly<Record<string, string | undefined>>

/** All mutants in one process (`try-mutants.ts`). */
function tryInOneProcess(name: string, own: readonly string[], env: Environment) {
  const tests = [...new Set((env['OWN_TESTS'] ?? '').split(',').flatMap((pattern) => globSync(pattern, { cwd: root })))]
  return spawnSync('npx', ['vitest', 'run', '--config', 'tests/mutation/one-process.config.ts'], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...env,
      MUTATE: own.map((file) => `electron/domain/${file}`).join(','),
      OWN_TESTS: tests.join(','),
      RESULT: stored(name),
    },
  })
}

/** Each mutant in a test runner of its own. */
function tryEachAlone(name: string, own: readonly string[], env: Environment) {
  const config = JSON.parse(readFileSync(join(import.meta.dirname, 'stryker.config.json'), 'utf8')) as Record<
    string,
    unknown
  >
  const path = join(results, `${name}.config.json`)
  writeFileSync(
    path,
    JSON.stringify({
      ...config,
      mutate: own.map((file) => `electron/domain/${file}`),
      concurrency: Number(process.env['MUTATION_WORKERS'] ?? availableParallelism()),
      incremental: true,
      incrementalFile: join(results, `${name}.incremental.json`),
      jsonReporter: { fileName: stored(name) },
    }),
  )
  return spawnSync('npx', ['stryker', 'run', path], { cwd: root, stdio: 'inherit', env })
}

for (const slice of SLICES) {
  if (asked.length > 0 && !asked.includes(slice.name)) continue
  const own = files.filter((file) => sliceOf(file) === slice)
  const tests = slice.tests.map((name) => `tests/domain/${name}${name.endsWith('/') ? '**/*' : ''}.test.ts`)
  process.stdout.write(`${slice.name}: ${own.length} files\n`)
  // A few random histories are enough to notice a change; hundreds would only make each one slow.
  const env = { OVER_QUOTA_HISTORIES: '30', ...process.env, OWN_TESTS: tests.join(',') }
  const { status } =
    slice.ownRunner === true ? tryEachAlone(slice.name, own, env) : tryInOneProcess(slice.name, own, env)
  if (status !== 0) throw new Error(`slice ${slice.name} did not run`)
  const result = JSON.parse(readFileSync(stored(slice.name), 'utf8')) as MutationResult
  writeFileSync(kept(slice.name), `${JSON.stringify(keep(result, root), null, 1)}\n`)
}

const keptOf = (name: string): KeptSlice | null =>
  existsSync(kept(name)) ? (JSON.parse(readFileSync(kept(name), 'utf8')) as KeptSlice) : null
const all = new Map(
  SLICES.flatMap(({ name }) => {
    const own = keptOf(name)
    return own === null ? [] : [[name, own] as const]
  }),
)
writeFileSync(join(import.meta.dirname, 'REPORT.md'), writeReport(all))
for (const [name, own] of all) {
  process.stdout.write(
    `${name}: ${own.killed} of ${own.killed + own.survived} noticed, ${scoreOf(own).toFixed(1)} of 100\n`,
  )
  if (scoreOf(own) < LIMIT) process.exitCode = 1
}
